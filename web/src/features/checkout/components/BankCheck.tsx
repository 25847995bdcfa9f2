/** While the outcome of a payment is unknown: says so, asks on, and never invites to pay again. */
import { useEffect, useState } from "react";
import { Notice } from "../../../components/Notice.tsx";
import { usePaymentSync } from "../hooks/usePay.ts";
import { usePolling } from "../hooks/useCheckout.ts";
import { checkoutMessages as texts } from "../messages.ts";

/** After this long we promise a mail instead, in milliseconds. */
const LONG_MILLISECONDS = 60_000;

export function BankCheck({ bookingId, paymentId, onNews }: { bookingId: string; paymentId: string | undefined; onNews: () => void }) {
  const sync = usePaymentSync(bookingId);
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLong(true);
    }, LONG_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  usePolling(true, () => {
    if (!paymentId) onNews();
    else sync(paymentId).then(onNews, () => undefined);
  });
  return (
    <Notice tone="warn" live="polite" title={texts.checkingTitle}>
      <p>{texts.checking}</p>
      {long && <p>{texts.checkingLong}</p>}
    </Notice>
  );
}
