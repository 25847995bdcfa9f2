/** The error unions of accounts, in sentences. */
import { graphql, type DocumentType } from "../../gql/index.ts";
import { unexpected } from "../../lib/never.ts";
import { accountMessages as texts } from "./messages.ts";

export const AccountSignInError = graphql(`
  fragment AccountSignInError on SignInError {
    __typename
    ... on UserError {
      code
      message
      path
    }
    ... on RateLimitedError {
      retryAfterSeconds
    }
  }
`);

export const AccountSignUpError = graphql(`
  fragment AccountSignUpError on SignUpError {
    __typename
    ... on UserError {
      code
      message
      path
    }
    ... on RateLimitedError {
      retryAfterSeconds
    }
  }
`);

export const AccountSimpleError = graphql(`
  fragment AccountSimpleError on SimpleError {
    __typename
    ... on UserError {
      code
      message
      path
    }
    ... on RateLimitedError {
      retryAfterSeconds
    }
  }
`);

export type SignInError = DocumentType<typeof AccountSignInError>;
export type SignUpError = DocumentType<typeof AccountSignUpError>;
export type SimpleError = DocumentType<typeof AccountSimpleError>;

/** Any of them as a sentence. */
export function describeAccountError(error: SignInError | SignUpError | SimpleError): string {
  switch (error.__typename) {
    case "BadCredentialsError":
      return texts.badCredentials;
    case "WeakPasswordError":
      return texts.weak;
    case "RateLimitedError":
      return texts.rateLimited(error.retryAfterSeconds);
    case "ValidationError":
    case "NotFoundError":
    case "ConflictError":
      return error.message;
    default:
      return unexpected(error, "");
  }
}

/** Whether an address could be one. */
export function looksLikeEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim());
}

/** The shortest password there may be. */
export const PASSWORD_MIN_LENGTH = 10;

/** Where to go on after signing in: an address of this client, never of another. */
export function nextAddress(search: URLSearchParams): string {
  const next = search.get("next") ?? "/";
  return /^\/(?![/\\])/.test(next) ? next : "/";
}
