/** One booking on its way to being paid: the query, what subscriptions add, and the moves the buyer has. */
import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { useEffect, useEffectEvent, useState } from "react";
import { useLiveUpdates } from "../../../apollo/live.ts";
import { graphql, readFragment, type DocumentType } from "../../../gql/index.ts";
import { attemptKey, endAttempt } from "../../../lib/attempt.ts";
import { guestToken } from "../../../lib/guestTokens.ts";
import { formatMoney } from "../../../lib/money.ts";
import { unexpected } from "../../../lib/never.ts";
import { checkoutMessages as texts } from "../messages.ts";

const CheckoutQuery = graphql(`
  query Checkout($bookingId: ID!) {
    booking(id: $bookingId) {
      id
      code
      version
      status
      paymentState
      expiresAt
      serverNow
      viewerActions
      contact {
        name
        email
      }
      total {
        ...MoneyValue
      }
      occurrence {
        id
        icsUrl
        event {
          id
          slug
          organizer {
            id
            slug
          }
        }
      }
      tickets {
        id
      }
      payments {
        id
        status
        createdAt
        failureCode
        failureMessage
        nextAction {
          kind
          clientSecret
          redirectUrl
        }
      }
      ...Summary_booking
    }
  }
`);

const BookingChanged = graphql(`
  subscription CheckoutBookingChanged($bookingId: ID!) {
    bookingChanged(bookingId: $bookingId) {
      id
      version
      status
      paymentState
      expiresAt
      serverNow
      viewerActions
    }
  }
`);

const BookingVersion = graphql(`
  fragment CheckoutBookingVersion on Booking {
    id
    version
    status
    paymentState
    expiresAt
    serverNow
    viewerActions
  }
`);

const PaymentChanged = graphql(`
  subscription CheckoutPaymentChanged($bookingId: ID!) {
    paymentChanged(bookingId: $bookingId) {
      id
      status
    }
  }
`);

const HoldExtend = graphql(`
  mutation HoldExtend($input: HoldExtendInput!) {
    holdExtend(input: $input) {
      booking {
        ...CheckoutBookingVersion
      }
      errors {
        ...CheckoutBookingError
      }
    }
  }
`);

const HoldRelease = graphql(`
  mutation HoldRelease($input: HoldReleaseInput!) {
    holdRelease(input: $input) {
      booking {
        ...CheckoutBookingVersion
      }
      errors {
        ...CheckoutBookingError
      }
    }
  }
`);

const ConfirmFree = graphql(`
  mutation BookingConfirmFree($input: BookingConfirmFreeInput!) {
    bookingConfirmFree(input: $input) {
      booking {
        ...CheckoutBookingVersion
      }
      errors {
        ...CheckoutBookingError
      }
    }
  }
`);

export const BookingErrorFields = graphql(`
  fragment CheckoutBookingError on BookingError {
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

type BookingError = DocumentType<typeof BookingErrorFields>;

function describe(error: BookingError): string {
  switch (error.__typename) {
    case "HoldExpiredError":
      return texts.holdGone;
    case "RateLimitedError":
      return texts.rateLimited(error.retryAfterSeconds);
    case "ValidationError":
    case "NotFoundError":
    case "ConflictError":
    case "RefundNotAllowedError":
    case "IdempotencyConflictError":
      return error.message;
    default:
      return unexpected(error, texts.otherFailure);
  }
}

export type CheckoutBooking = NonNullable<DocumentType<typeof CheckoutQuery>["booking"]>;
export type CheckoutPayment = NonNullable<CheckoutBooking["payments"]>[number];

/** How often an unfinished payment is asked about when no message comes, in milliseconds. */
const POLL_MILLISECONDS = 4_000;

/** The newest attempt to pay. */
export function latestPayment(booking: CheckoutBooking): CheckoutPayment | undefined {
  return booking.payments?.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)).at(-1);
}

export function useCheckout(bookingId: string) {
  const client = useApolloClient();
  const guest = guestToken(bookingId);
  const context = { guest };
  const { data, error, loading, refetch } = useQuery(CheckoutQuery, { variables: { bookingId }, context });
  const booking = data?.booking ?? null;
  const reload = () => {
    refetch().catch(() => undefined);
  };
  const live = booking !== null && !["CANCELLED", "REJECTED"].includes(booking.status);

  useLiveUpdates(BookingChanged, {
    variables: { bookingId },
    guest,
    skip: !live,
    onMessage: ({ bookingChanged: changed }) => {
      if (!changed) return;
      const reference = { id: client.cache.identify(changed) ?? "", fragment: BookingVersion };
      const known = client.cache.readFragment(reference);
      if (known && known.version > changed.version) return;
      client.cache.writeFragment({ ...reference, data: changed });
      reload();
    },
    onGap: reload,
  });
  useLiveUpdates(PaymentChanged, { variables: { bookingId }, guest, skip: !live, onMessage: reload, onGap: reload });

  const [problems, setProblems] = useState<string[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [extendHold, extending] = useMutation(HoldExtend, { context: { ...context, idempotent: true } });
  const [releaseHold, releasing] = useMutation(HoldRelease, { context: { ...context, idempotent: true } });
  const [confirmFree, confirming] = useMutation(ConfirmFree, { context: { ...context, idempotent: true } });

  const run = async (send: () => Promise<readonly BookingError[] | undefined>) => {
    setProblems([]);
    setFailure(null);
    try {
      setProblems(((await send()) ?? []).map(describe));
    } catch (thrown) {
      setFailure(thrown);
    }
    reload();
  };

  return {
    booking,
    error,
    loading,
    reload,
    problems,
    failure,
    busy: extending.loading || releasing.loading || confirming.loading,
    extend: () =>
      run(async () => {
        const input = { bookingId };
        const answer = await extendHold({ variables: { input: { ...input, idempotencyKey: attemptKey("holdExtend", input) } } });
        endAttempt("holdExtend");
        return readFragment(BookingErrorFields, answer.data?.holdExtend.errors ?? []);
      }),
    release: () =>
      run(async () => {
        const answer = await releaseHold({ variables: { input: { bookingId } } });
        return readFragment(BookingErrorFields, answer.data?.holdRelease.errors ?? []);
      }),
    confirmFree: () =>
      run(async () => {
        const input = { bookingId };
        const answer = await confirmFree({ variables: { input: { ...input, idempotencyKey: attemptKey("bookingConfirmFree", input) } } });
        endAttempt("bookingConfirmFree");
        return readFragment(BookingErrorFields, answer.data?.bookingConfirmFree.errors ?? []);
      }),
  };
}

/** Asks again every few seconds while `active`: messages can be lost, and someone is waiting. */
export function usePolling(active: boolean, ask: () => void): void {
  const tick = useEffectEvent(ask);
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => {
      tick();
    }, POLL_MILLISECONDS);
    return () => {
      clearInterval(timer);
    };
  }, [active]);
}

/** The reason of a failed payment in our own words. */
export function describePaymentFailure(code: string | null | undefined, message: string | null | undefined): string {
  switch (code) {
    case "card_declined":
      return texts.declined;
    case "insufficient_funds":
      return texts.insufficientFunds;
    case "expired_card":
      return texts.expiredCard;
    case "incorrect_cvc":
      return texts.incorrectCvc;
    case "authentication_failed":
    case "payment_intent_authentication_failure":
      return texts.authenticationFailed;
    default:
      return message ?? texts.otherFailure;
  }
}

/** An amount that changed, as a sentence. */
export function describeAmountChange(amount: { amountMinor: number; currency: string; exponent: number }): string {
  return texts.amountChanged(formatMoney(amount));
}
