/** Holding tickets: one attempt has one idempotency key, and a guest's token is kept on this device. */
import { useMutation } from "@apollo/client/react";
import { graphql, type DocumentType } from "../gql/index.ts";
import type { HoldPlaceInput } from "../gql/graphql.ts";
import { attemptKey, endAttempt } from "./attempt.ts";
import { formatMoment } from "./dates.ts";
import { keepGuestToken } from "./guestTokens.ts";
import { unexpected } from "./never.ts";
import { defineMessages, plural } from "./messages.ts";

const texts = defineMessages({
  en: {
    insufficient: (name: string, remaining: number) =>
      remaining > 0 ? `Only ${String(remaining)} left of “${name}”. Choose fewer, or another ticket.` : `“${name}” has just sold out. Nothing was held.`,
    salesClosed: (when: string | null) => (when ? `Sales open ${when}.` : "Sales for this date are closed."),
    limit: (max: number, already: number) =>
      already > 0 ? `At most ${String(max)} per person; you already have ${String(already)}.` : `At most ${String(max)} in one booking.`,
    rateLimited: (seconds: number) => plural(seconds, { one: "Too many tries. Wait a second, then try again.", other: "Too many tries. Wait # seconds, then try again." }),
  },
});

const HoldPlace = graphql(`
  mutation HoldPlace($input: HoldPlaceInput!) {
    holdPlace(input: $input) {
      booking {
        id
        status
        serverNow
        expiresAt
      }
      guestToken
      errors {
        __typename
        ... on UserError {
          code
          message
          path
        }
        ... on InsufficientAvailabilityError {
          productId
          remaining
        }
        ... on SalesClosedError {
          opensAt
        }
        ... on PurchaseLimitError {
          max
          already
        }
        ... on RateLimitedError {
          retryAfterSeconds
        }
      }
    }
  }
`);

type HoldError = DocumentType<typeof HoldPlace>["holdPlace"]["errors"][number];

function describe(error: HoldError, productName: (id: string) => string): string {
  switch (error.__typename) {
    case "InsufficientAvailabilityError":
      return texts.insufficient(productName(error.productId), error.remaining);
    case "SalesClosedError":
      return texts.salesClosed(error.opensAt ? formatMoment(error.opensAt) : null);
    case "PurchaseLimitError":
      return texts.limit(error.max, error.already);
    case "RateLimitedError":
      return texts.rateLimited(error.retryAfterSeconds);
    case "ValidationError":
    case "NotFoundError":
    case "IdempotencyConflictError":
      return error.message;
    default:
      return unexpected(error, "");
  }
}

/** For the screens that begin a booking. Gives back the booking's id, or sentences saying why there is none. */
export function useHoldPlace() {
  const [mutate, { loading }] = useMutation(HoldPlace);
  const hold = async (input: Omit<HoldPlaceInput, "idempotencyKey">, productName: (id: string) => string): Promise<{ bookingId: string } | { problems: string[] }> => {
    const idempotencyKey = attemptKey("holdPlace", input);
    const { data } = await mutate({ variables: { input: { ...input, idempotencyKey } }, context: { idempotent: true } });
    endAttempt("holdPlace");
    const answer = data?.holdPlace;
    if (answer?.booking) {
      if (answer.guestToken) keepGuestToken(answer.booking.id, answer.guestToken);
      return { bookingId: answer.booking.id };
    }
    return { problems: (answer?.errors ?? []).map((error) => describe(error, productName)) };
  };
  return { hold, loading };
}
