/** Back from the bank: ask the provider what happened, and go on from there. Nothing the address says is believed. */
import { useEffect, useRef } from "react";
import { Navigate, useParams } from "react-router";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { Page } from "../../components/Page.tsx";
import { BankCheck } from "./components/BankCheck.tsx";
import { latestPayment, useCheckout } from "./hooks/useCheckout.ts";
import { usePaymentSync } from "./hooks/usePay.ts";
import { checkoutMessages as texts } from "./messages.ts";

export default function ReturnPage() {
  const { bookingId = "" } = useParams();
  const { booking, error, loading, reload } = useCheckout(bookingId);
  const sync = usePaymentSync(bookingId);
  const payment = booking ? latestPayment(booking) : undefined;
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (!payment || asked.current === payment.id) return;
    asked.current = payment.id;
    sync(payment.id).then(reload, reload);
  });
  const home = `/checkout/${bookingId}`;
  if (!booking && !loading && !error) return <Navigate to={home} replace />;
  if (booking && booking.status !== "AWAITING_PAYMENT" && booking.status !== "HELD") return <Navigate to={home} replace />;
  if (booking && (!payment || payment.status === "FAILED" || payment.status === "CANCELLED")) return <Navigate to={home} replace />;
  return (
    <Page title={texts.returnTitle} width="narrow">
      {error && !booking ? <FailureNotice error={error} onRetry={reload} /> : <BankCheck bookingId={bookingId} paymentId={payment?.id} onNews={reload} />}
    </Page>
  );
}
