/**
 * Paying: start a payment, hand the card to the provider, and say what the buyer has to do next.
 * Whenever the outcome is unknown the answer is `checking`: never a second charge, never "failed" on a guess.
 */
import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { graphql, readFragment, type DocumentType } from "../../../gql/index.ts";
import { attemptKey, endAttempt } from "../../../lib/attempt.ts";
import { guestToken } from "../../../lib/guestTokens.ts";
import { MoneyValue } from "../../../lib/money.ts";
import { unexpected } from "../../../lib/never.ts";
import type { Card } from "../components/CardForm.tsx";
import { checkoutMessages as texts } from "../messages.ts";
import { describeAmountChange, describePaymentFailure } from "./useCheckout.ts";

const PaymentStart = graphql(`
  mutation PaymentStart($input: PaymentStartInput!) {
    paymentStart(input: $input) {
      payment {
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
      errors {
        __typename
        ... on UserError {
          code
          message
          path
        }
        ... on AmountChangedError {
          newTotal {
            ...MoneyValue
          }
        }
        ... on RateLimitedError {
          retryAfterSeconds
        }
      }
    }
  }
`);

const PaymentSync = graphql(`
  mutation PaymentSync($input: PaymentSyncInput!) {
    paymentSync(input: $input) {
      payment {
        id
        status
        failureCode
        failureMessage
        nextAction {
          kind
          clientSecret
          redirectUrl
        }
      }
      errors {
        __typename
        ... on UserError {
          code
          message
          path
        }
      }
    }
  }
`);

type StartError = DocumentType<typeof PaymentStart>["paymentStart"]["errors"][number];

function describe(error: StartError): string {
  switch (error.__typename) {
    case "BookingNotPayableError":
      return texts.notPayable;
    case "AmountChangedError":
      return describeAmountChange(readFragment(MoneyValue, error.newTotal));
    case "ProviderUnavailableError":
      return texts.providerAway;
    case "RateLimitedError":
      return texts.rateLimited(error.retryAfterSeconds);
    case "ValidationError":
    case "NotFoundError":
    case "IdempotencyConflictError":
      return error.message;
    default:
      return unexpected(error, texts.otherFailure);
  }
}

interface Confirmation {
  status: string;
  nextAction?: { redirectUrl?: string };
  failureCode?: string;
  failureMessage?: string;
}

/** The provider's id of an intent is the part of its secret before `_secret_`. */
export function intentIdOf(clientSecret: string): string {
  return clientSecret.split("_secret_")[0] ?? clientSecret;
}

async function confirmIntent(clientSecret: string, card: Card): Promise<Confirmation> {
  const response = await fetch(`/sandbox/intents/${encodeURIComponent(intentIdOf(clientSecret))}/confirm`, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ clientSecret, ...card }),
  });
  return (await response.json()) as Confirmation;
}

export function usePay(bookingId: string, settled: () => void) {
  const context = { guest: guestToken(bookingId), idempotent: true };
  const [start] = useMutation(PaymentStart, { context });
  const [busy, setBusy] = useState(false);
  const [checking, setChecking] = useState(false);
  const [problems, setProblems] = useState<string[]>([]);
  const [failure, setFailure] = useState<unknown>(null);

  const pay = async (card: Card) => {
    setBusy(true);
    setProblems([]);
    setFailure(null);
    try {
      const input = { bookingId, returnUrl: `${location.origin}/checkout/${bookingId}/return` };
      const { data } = await start({ variables: { input: { ...input, idempotencyKey: attemptKey("paymentStart", input) } } });
      endAttempt("paymentStart");
      const payment = data?.paymentStart.payment;
      if (!payment) {
        setProblems((data?.paymentStart.errors ?? []).map(describe));
        return;
      }
      if (payment.nextAction?.redirectUrl) {
        location.assign(payment.nextAction.redirectUrl);
        return;
      }
      const secret = payment.nextAction?.clientSecret;
      if (!secret) {
        setChecking(true);
        return;
      }
      let answer: Confirmation;
      try {
        answer = await confirmIntent(secret, card);
      } catch {
        setChecking(true);
        return;
      }
      const redirect = answer.nextAction?.redirectUrl;
      if (redirect) location.assign(redirect);
      else if (answer.failureCode && answer.status === "requires_payment_method") {
        setProblems([describePaymentFailure(answer.failureCode, answer.failureMessage)]);
      } else setChecking(true);
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setBusy(false);
      settled();
    }
  };
  return { pay, busy, checking, setChecking, problems, failure };
}

/** Asks the provider what became of a payment. */
export function usePaymentSync(bookingId: string) {
  const [sync] = useMutation(PaymentSync, { context: { guest: guestToken(bookingId), idempotent: true } });
  return async (paymentId: string) => {
    const { data } = await sync({ variables: { input: { paymentId } } });
    return data?.paymentSync.payment ?? null;
  };
}
