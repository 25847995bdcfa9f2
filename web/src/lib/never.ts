/** Exhaustive matching. */

/** Stands where the compiler has proved that nothing can arrive; a newer server may still send something. */
export function unexpected<Result>(_value: never, fallback: Result): Result {
  return fallback;
}
