/** Expected failures: the unions in every payload's `errors`, sorted into fields of the form and sentences above it. */

/** What every member of every error union has in common. */
export interface UserErrorLike {
  __typename?: string | undefined;
  message: string;
  path?: readonly string[] | null | undefined;
}

/** Errors by form field, and those that belong to none of them. */
export interface SortedErrors {
  fields: Record<string, string>;
  general: string[];
}

/**
 * Puts each error beside the field its path ends in, if the form has it. `describe` gives the sentence of one error.
 */
export function sortErrors<E extends UserErrorLike>(
  errors: readonly E[],
  fields: readonly string[],
  describe: (error: E) => string = (error) => error.message,
): SortedErrors {
  const sorted: SortedErrors = { fields: {}, general: [] };
  for (const error of errors) {
    const field = error.path?.toReversed().find((part) => fields.includes(part));
    if (field && !(field in sorted.fields)) sorted.fields[field] = describe(error);
    else sorted.general.push(describe(error));
  }
  return sorted;
}
