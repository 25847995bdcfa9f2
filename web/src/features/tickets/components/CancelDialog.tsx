/** Cancelling a booking: what comes back is said before anything is done. */
import { useMutation, useQuery } from "@apollo/client/react";
import { useId, useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { FailureNotice } from "../../../components/FailureNotice.tsx";
import { TextField } from "../../../components/fields.tsx";
import { Actions, Form } from "../../../components/Form.tsx";
import Dialog from "../../../components/overlays/Dialog.tsx";
import { graphql, readFragment, type DocumentType } from "../../../gql/index.ts";
import { attemptKey, endAttempt } from "../../../lib/attempt.ts";
import { formatMoment } from "../../../lib/dates.ts";
import { guestToken } from "../../../lib/guestTokens.ts";
import { formatMoney, MoneyValue } from "../../../lib/money.ts";
import { unexpected } from "../../../lib/never.ts";
import { ticketMessages as texts } from "../messages.ts";

const CancelQuote = graphql(`
  query CancelQuote($bookingId: ID!) {
    booking(id: $bookingId) {
      id
      total {
        ...MoneyValue
      }
      refundQuote {
        percent
        deadline
        refundable {
          ...MoneyValue
        }
        feeRetained {
          ...MoneyValue
        }
      }
    }
  }
`);

const BookingCancel = graphql(`
  mutation BookingCancel($input: BookingCancelInput!) {
    bookingCancel(input: $input) {
      booking {
        id
        version
        status
        paymentState
        viewerActions
        cancelledAt
        tickets {
          id
          status
        }
      }
      errors {
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
    }
  }
`);

type CancelError = DocumentType<typeof BookingCancel>["bookingCancel"]["errors"][number];

function describe(error: CancelError): string {
  switch (error.__typename) {
    case "RefundNotAllowedError":
      return texts.refundNotAllowed;
    case "RateLimitedError":
      return texts.rateLimited(error.retryAfterSeconds);
    case "ValidationError":
    case "NotFoundError":
    case "ConflictError":
    case "HoldExpiredError":
    case "IdempotencyConflictError":
      return error.message;
    default:
      return unexpected(error, "");
  }
}

export default function CancelDialog({ bookingId, count, onClose }: { bookingId: string; count: number; onClose: (cancelled: boolean) => void }) {
  const context = { guest: guestToken(bookingId) };
  const { data, loading } = useQuery(CancelQuote, { variables: { bookingId }, fetchPolicy: "network-only", context });
  const [cancel, cancelling] = useMutation(BookingCancel, { context: { ...context, idempotent: true } });
  const [reason, setReason] = useState("");
  const [problems, setProblems] = useState<string[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const title = useId();
  const quote = data?.booking?.refundQuote;
  const free = readFragment(MoneyValue, data?.booking?.total)?.amountMinor === 0;
  const refundable = readFragment(MoneyValue, quote?.refundable);
  const retained = readFragment(MoneyValue, quote?.feeRetained);

  const submit = async () => {
    setProblems([]);
    setFailure(null);
    try {
      const input = { bookingId, ...(reason.trim() && { reason: reason.trim() }) };
      const answer = await cancel({ variables: { input: { ...input, idempotencyKey: attemptKey("bookingCancel", input) } } });
      endAttempt("bookingCancel");
      const errors = answer.data?.bookingCancel.errors ?? [];
      if (errors.length === 0) onClose(true);
      else setProblems(errors.map(describe));
    } catch (thrown) {
      setFailure(thrown);
    }
  };

  return (
    <Dialog
      labelledBy={title}
      onClose={() => {
        onClose(false);
      }}
    >
        <h2 id={title}>{texts.cancelTitle}</h2>
        <p>{texts.cancelAll(count)}</p>
        <div role="status" className="figures">
          {loading ? (
            <p className="muted">{texts.quoteLoading}</p>
          ) : free ? (
            <p>{texts.freeCancel}</p>
          ) : quote && refundable && retained ? (
            <>
              <p>
                <strong>{refundable.amountMinor > 0 ? texts.refund(formatMoney(refundable), quote.percent) : texts.noRefund}</strong>
              </p>
              {refundable.amountMinor > 0 && retained.amountMinor > 0 && <p>{texts.retained(formatMoney(retained))}</p>}
              {quote.deadline && <p className="muted small">{texts.deadline(formatMoment(quote.deadline))}</p>}
            </>
          ) : (
            <p>{texts.quoteFailed}</p>
          )}
        </div>
        {failure !== null && <FailureNotice error={failure} />}
        <Form
          label={texts.cancelTitle}
          problems={problems}
          onSubmit={() => {
            void submit();
          }}
        >
          <TextField label={texts.reason} name="reason" value={reason} onChange={setReason} maxLength={300} />
          <Actions>
            <Button
              variant="outlined"
              onClick={() => {
                onClose(false);
              }}
            >
              {texts.keep}
            </Button>
            <Button type="submit" variant="outlined" color="error" disabled={cancelling.loading || loading}>
              {cancelling.loading ? texts.cancelling : texts.confirmCancel}
            </Button>
          </Actions>
        </Form>
    </Dialog>
  );
}
