/** The checkout of a held booking: pay or confirm, then done. Follows the booking live, without reloading. */
import { useState } from "react";
import { Link, useParams } from "react-router";
import { Button } from "../../components/Button.tsx";
import { useSessionStatus } from "../../apollo/SessionContext.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { SkeletonLines } from "../../components/Skeleton.tsx";
import { readFragment } from "../../gql/index.ts";
import { formatMoney, MoneyValue } from "../../lib/money.ts";
import { unexpected } from "../../lib/never.ts";
import { BankCheck } from "./components/BankCheck.tsx";
import { CardForm } from "./components/CardForm.tsx";
import { Confirmed } from "./components/Confirmed.tsx";
import { Countdown } from "./components/Countdown.tsx";
import { Steps, type Step } from "./components/Steps.tsx";
import { BookingSummary } from "./components/Summary.tsx";
import { describePaymentFailure, latestPayment, useCheckout, type CheckoutBooking } from "./hooks/useCheckout.ts";
import { usePay } from "./hooks/usePay.ts";
import { checkoutMessages as texts } from "./messages.ts";

function eventAddress(booking: CheckoutBooking): string {
  const event = booking.occurrence?.event;
  return event?.organizer ? `/events/${event.organizer.slug}/${event.slug}` : "/";
}

function Payment({ booking, reload }: { booking: CheckoutBooking; reload: () => void }) {
  const { pay, busy, checking, setChecking, problems, failure } = usePay(booking.id, reload);
  const payment = latestPayment(booking);
  const total = readFragment(MoneyValue, booking.total);
  const [asked, setAsked] = useState<string | null>(null);
  // The provider has answered after we were unsure: back to the form, with the reason.
  if (checking && payment?.status === "FAILED" && asked === payment.id) setChecking(false);
  const waiting = checking || payment?.status === "PROCESSING" || payment?.status === "SUCCEEDED";
  if (waiting) {
    return (
      <BankCheck
        bookingId={booking.id}
        paymentId={payment?.id}
        onNews={() => {
          setAsked(payment?.id ?? null);
          reload();
        }}
      />
    );
  }
  if (payment?.status === "REQUIRES_ACTION" && payment.nextAction?.redirectUrl && booking.status === "AWAITING_PAYMENT") {
    return (
      <Notice
        tone="info"
        title={texts.bankTitle}
        action={
          <Button component="a" href={payment.nextAction.redirectUrl}>
            {texts.toBank}
          </Button>
        }
      >
        {texts.bank}
      </Notice>
    );
  }
  const reasons = problems.length > 0 ? problems : payment?.status === "FAILED" && !busy ? [describePaymentFailure(payment.failureCode, payment.failureMessage)] : [];
  return (
    <>
      {failure !== null && <FailureNotice error={failure} />}
      <CardForm
        amount={formatMoney(total)}
        busy={busy}
        problems={reasons.map((reason) => `${reason} ${texts.tryAnother}`)}
        onPay={(card) => {
          void pay(card);
        }}
      />
    </>
  );
}

function Held({ booking, checkout }: { booking: CheckoutBooking; checkout: ReturnType<typeof useCheckout> }) {
  const total = readFragment(MoneyValue, booking.total);
  const free = total.amountMinor === 0;
  return (
    <>
      {booking.expiresAt && <Countdown expiresAt={booking.expiresAt} onExpire={checkout.reload} />}
      {checkout.problems.length > 0 && (
        <Notice tone="danger" live="assertive">
          {checkout.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Notice>
      )}
      {checkout.failure !== null && <FailureNotice error={checkout.failure} />}
      <BookingSummary booking={booking} />
      {booking.contact && <p className="muted">{texts.goesTo(booking.contact.email)}</p>}
      {free ? (
        <>
          <p>{texts.freeNote}</p>
          <Button
            size="large"
            disabled={checkout.busy}
            onClick={() => {
              void checkout.confirmFree();
            }}
          >
            {checkout.busy ? texts.confirming : texts.confirmFree}
          </Button>
        </>
      ) : (
        <Payment booking={booking} reload={checkout.reload} />
      )}
      <div style={{ display: "flex", flexWrap: "wrap", gap: "0.5rem" }}>
        {booking.viewerActions.includes("EXTEND_HOLD") && (
          <Button
            variant="outlined"
            disabled={checkout.busy}
            onClick={() => {
              void checkout.extend();
            }}
          >
            {texts.extend}
          </Button>
        )}
        {booking.viewerActions.includes("RELEASE") && (
          <Button
            variant="text"
            disabled={checkout.busy}
            onClick={() => {
              void checkout.release();
            }}
          >
            {texts.release}
          </Button>
        )}
      </div>
    </>
  );
}

export default function CheckoutPage() {
  const { bookingId = "" } = useParams();
  const checkout = useCheckout(bookingId);
  const status = useSessionStatus();
  const { booking, error } = checkout;

  if (!booking) {
    if (error) {
      return (
        <Page title={texts.title} width="narrow">
          <FailureNotice error={error} onRetry={checkout.reload} />
        </Page>
      );
    }
    if (checkout.loading) {
      return (
        <Page title={texts.title} width="narrow">
          <SkeletonLines count={4} height="4.5rem" />
        </Page>
      );
    }
    return (
      <Page title={texts.title} width="narrow">
        <EmptyState
          title={texts.missingTitle}
          action={
            status === "anonymous" && (
              <Button component={Link} to={`/sign-in?next=${encodeURIComponent(`/checkout/${bookingId}`)}`}>
                {texts.signInAction}
              </Button>
            )
          }
        >
          {texts.missing}
        </EmptyState>
      </Page>
    );
  }

  const free = readFragment(MoneyValue, booking.total).amountMinor === 0;
  const again = (
    <Button component={Link} to={eventAddress(booking)}>
      {texts.again}
    </Button>
  );
  const { step, content }: { step: Step; content: React.ReactNode } = (() => {
    switch (booking.status) {
      case "HELD":
      case "AWAITING_PAYMENT":
        return { step: "pay", content: <Held booking={booking} checkout={checkout} /> };
      case "CONFIRMED":
        return {
          step: "done",
          content: (
            <>
              <Confirmed booking={booking} />
              <BookingSummary booking={booking} />
            </>
          ),
        };
      case "EXPIRED":
        return {
          step: "pay",
          content: (
            <Notice tone="danger" live="assertive" title={texts.expiredTitle} action={again}>
              {texts.expired}
            </Notice>
          ),
        };
      case "CANCELLED":
        return {
          step: "pay",
          content: (
            <Notice tone="info" live="polite" title={texts.cancelledTitle} action={again}>
              {texts.cancelled}
            </Notice>
          ),
        };
      case "REJECTED":
        return { step: "pay", content: <Notice tone="danger" title={texts.rejectedTitle} action={again} /> };
      case "AWAITING_APPROVAL":
        return {
          step: "pay",
          content: (
            <Notice tone="warn" title={texts.awaitingApprovalTitle}>
              {texts.awaitingApproval}
            </Notice>
          ),
        };
      default:
        return unexpected(booking.status, { step: "pay", content: null });
    }
  })();
  return (
    <Page title={texts.title} width="narrow">
      <Steps at={step} free={free} />
      {content}
    </Page>
  );
}
