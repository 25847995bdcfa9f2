/**
 * Idempotency keys: one per attempt. The same input sent again is the same attempt and keeps its key, across reloads too;
 * other input, or a finished attempt, gets a new one.
 */
import { readStored, writeStored } from "./storage.ts";

/** The key for sending `input` under `name`, the same as before when neither changed. */
export function attemptKey(name: string, input: unknown): string {
  const signature = JSON.stringify(input);
  const slot = `marquee.attempt.${name}`;
  try {
    const kept = JSON.parse(readStored(slot, "session") ?? "null") as { signature: string; key: string } | null;
    if (kept?.signature === signature) return kept.key;
  } catch {
    // Somebody else wrote there: begin a new attempt.
  }
  const key = crypto.randomUUID();
  writeStored(slot, JSON.stringify({ signature, key }), "session");
  return key;
}

/** Ends an attempt: the server has answered, so the next try is a new one. */
export function endAttempt(name: string): void {
  writeStored(`marquee.attempt.${name}`, null, "session");
}
