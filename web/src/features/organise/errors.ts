/** The error unions of organising, in sentences. */
import { graphql, type DocumentType } from "../../gql/index.ts";
import { unexpected } from "../../lib/never.ts";
import { organiseMessages as texts } from "./messages.ts";

export const OrganiseEventError = graphql(`
  fragment OrganiseEventError on EventError {
    __typename
    ... on UserError {
      code
      message
      path
    }
  }
`);

export const OrganiseSimpleError = graphql(`
  fragment OrganiseSimpleError on SimpleError {
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

export const OrganiseCheckInError = graphql(`
  fragment OrganiseCheckInError on CheckInError {
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

export const OrganiseQuotaError = graphql(`
  fragment OrganiseQuotaError on QuotaError {
    __typename
    ... on UserError {
      code
      message
      path
    }
    ... on QuotaBelowUsageError {
      inUse
    }
  }
`);

export type EventError = DocumentType<typeof OrganiseEventError>;
export type SimpleError = DocumentType<typeof OrganiseSimpleError>;
export type CheckInError = DocumentType<typeof OrganiseCheckInError>;
export type QuotaError = DocumentType<typeof OrganiseQuotaError>;

/** Any of them as a sentence. */
export function describeOrganiseError(error: EventError | SimpleError | CheckInError | QuotaError): string {
  switch (error.__typename) {
    case "QuotaBelowUsageError":
      return texts.quotaBelow(error.inUse);
    case "RateLimitedError":
      return texts.rateLimited(error.retryAfterSeconds);
    case "ConflictError":
      return error.path?.length ? error.message : texts.conflict;
    case "ValidationError":
    case "NotFoundError":
    case "IdempotencyConflictError":
      return error.message;
    default:
      return unexpected(error, "");
  }
}
