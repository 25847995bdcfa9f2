/** One booking with its tickets: for its buyer, or for the guest whose token came with the link. */
import { useQuery } from "@apollo/client/react";
import { lazy, Suspense, useEffect, useState } from "react";
import { Link, useLocation, useNavigate, useParams } from "react-router";
import { Button } from "../../components/Button.tsx";
import { useLiveUpdates } from "../../apollo/live.ts";
import { useSessionStatus } from "../../apollo/SessionContext.ts";
import { CopyButton } from "../../components/CopyButton.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { RefundPolicyText } from "../../components/RefundPolicyText.tsx";
import { SkeletonLines } from "../../components/Skeleton.tsx";
import { StatusPill } from "../../components/StatusPill.tsx";
import { graphql, readFragment } from "../../gql/index.ts";
import type { BookingStatus } from "../../gql/graphql.ts";
import { adoptGuestToken, guestToken } from "../../lib/guestTokens.ts";
import { formatMoney, MoneyValue, type Money } from "../../lib/money.ts";
import styles from "./BookingPage.module.css";
import { TicketCard } from "./components/TicketCard.tsx";
import { ticketMessages as texts } from "./messages.ts";

const CancelDialog = lazy(() => import("./components/CancelDialog.tsx"));

const BookingQuery = graphql(`
  query Booking($bookingId: ID!) {
    booking(id: $bookingId) {
      id
      code
      version
      status
      paymentState
      viewerActions
      contact {
        name
        email
      }
      occurrence {
        id
        icsUrl
      }
      lines {
        id
        quantity
        product {
          id
          name
        }
        total {
          ...MoneyValue
        }
      }
      total {
        ...MoneyValue
      }
      refundPolicy {
        ...RefundPolicyText_policy
      }
      tickets {
        id
        status
        ...TicketCard_ticket
      }
      payments {
        id
        status
        amount {
          ...MoneyValue
        }
        method {
          brand
          last4
          kind
        }
        refunds {
          id
          status
          amount {
            ...MoneyValue
          }
        }
      }
    }
  }
`);

const BookingNews = graphql(`
  subscription BookingNews($bookingId: ID!) {
    bookingChanged(bookingId: $bookingId) {
      id
      version
    }
  }
`);

const RefundNews = graphql(`
  subscription RefundNews($bookingId: ID!) {
    paymentChanged(bookingId: $bookingId) {
      id
      status
    }
  }
`);

const tones: Record<BookingStatus, "good" | "waiting" | "bad" | "plain"> = {
  HELD: "waiting",
  AWAITING_PAYMENT: "waiting",
  AWAITING_APPROVAL: "waiting",
  CONFIRMED: "good",
  EXPIRED: "bad",
  CANCELLED: "bad",
  REJECTED: "bad",
};

function amount(money: Money): string {
  return money.amountMinor === 0 ? texts.free : formatMoney(money);
}

/** Takes a guest token out of the address once, before the first question is asked, and out of sight. */
function useGuestLink(bookingId: string): void {
  const location = useLocation();
  const navigate = useNavigate();
  const [adopted] = useState(() => adoptGuestToken(bookingId, location.hash));
  useEffect(() => {
    if (adopted && location.hash !== "") void navigate(location.pathname, { replace: true });
  }, [adopted, location, navigate]);
}

export default function BookingPage() {
  const { bookingId = "" } = useParams();
  useGuestLink(bookingId);
  const guest = guestToken(bookingId);
  const status = useSessionStatus();
  const { data, error, loading, refetch } = useQuery(BookingQuery, { variables: { bookingId }, context: { guest } });
  const [cancelling, setCancelling] = useState(false);
  const booking = data?.booking;
  const reload = () => {
    refetch().catch(() => undefined);
  };
  useLiveUpdates(BookingNews, { variables: { bookingId }, guest, skip: !booking, onMessage: reload, onGap: reload });
  // Money on its way back changes the payment, not the booking.
  useLiveUpdates(RefundNews, { variables: { bookingId }, guest, skip: booking?.status !== "CANCELLED", onMessage: reload, onGap: reload });

  if (!booking) {
    return (
      <Page title={texts.loadingBooking}>
        {error ? (
          <FailureNotice error={error} onRetry={reload} />
        ) : loading ? (
          <SkeletonLines count={2} height="15rem" />
        ) : (
          <EmptyState
            title={texts.missingTitle}
            action={
              status === "anonymous" && (
                <Button component={Link} to={`/sign-in?next=${encodeURIComponent(`/bookings/${bookingId}`)}`}>
                  {texts.signIn}
                </Button>
              )
            }
          >
            {texts.missing}
          </EmptyState>
        )}
      </Page>
    );
  }

  const unfinished = booking.status === "HELD" || booking.status === "AWAITING_PAYMENT";
  const refunds = booking.payments?.flatMap((payment) => payment.refunds) ?? [];
  const paid = booking.payments?.filter((payment) => payment.status === "SUCCEEDED") ?? [];
  return (
    <Page title={texts.bookingTitle(booking.code)} lead={<StatusPill tone={tones[booking.status]}>{texts.status[booking.status]}</StatusPill>}>
      {error && <FailureNotice error={error} onRetry={reload} />}
      {unfinished && (
        <Notice
          tone="warn"
          title={texts.status[booking.status]}
          action={
            <Button component={Link} to={`/checkout/${booking.id}`}>
              {texts.goPay}
            </Button>
          }
        />
      )}
      {booking.status === "EXPIRED" && <Notice tone="info">{texts.expired}</Notice>}
      {booking.status === "CANCELLED" && (
        <Notice tone="info" live="polite" title={texts.cancelledTitle}>
          {refunds.map((refund) => (
            <p key={refund.id} className="figures">
              {texts.refundOf(formatMoney(readFragment(MoneyValue, refund.amount)))}: {texts.refundStatus[refund.status]}
            </p>
          ))}
        </Notice>
      )}
      <div className={styles.columns}>
        <section className={styles.tickets} aria-label={texts.tickets}>
          {booking.tickets.map((ticket) => (
            <TicketCard key={ticket.id} ticket={ticket} />
          ))}
        </section>
        <aside className={styles.side}>
          {booking.status === "CONFIRMED" && (
            <div className={`${styles.actions} screen-only`}>
              {booking.occurrence && (
                <Button variant="outlined" component="a" href={booking.occurrence.icsUrl} download startIcon={<Icon name="calendar" />}>
                  {texts.calendar}
                </Button>
              )}
              <Button
                variant="outlined"
                startIcon={<Icon name="print" />}
                onClick={() => {
                  print();
                }}
              >
                {texts.print}
              </Button>
              <CopyButton text={booking.code} />
            </div>
          )}
          <table className={`${styles.lines} figures`}>
            <tbody>
              {booking.lines.map((line) => (
                <tr key={line.id}>
                  <th scope="row">{texts.line(line.quantity, line.product?.name ?? texts.someProduct)}</th>
                  <td>{amount(readFragment(MoneyValue, line.total))}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{texts.total}</th>
                <td>
                  <strong>{amount(readFragment(MoneyValue, booking.total))}</strong>
                </td>
              </tr>
            </tbody>
          </table>
          {paid.length > 0 && (
            <div>
              <h2 className={styles.small}>{texts.payment}</h2>
              {paid.map((payment) => (
                <p key={payment.id} className="figures">
                  {texts.paid(formatMoney(readFragment(MoneyValue, payment.amount)))}
                  {payment.method?.last4 && (
                    <span className="muted">
                      {" · "}
                      {texts.card(payment.method.brand ?? payment.method.kind, payment.method.last4)}
                    </span>
                  )}
                </p>
              ))}
            </div>
          )}
          {booking.contact && (
            <div>
              <h2 className={styles.small}>{texts.contact}</h2>
              <p>{booking.contact.name}</p>
              <p className="muted">{booking.contact.email}</p>
            </div>
          )}
          <div>
            <h2 className={styles.small}>{texts.refundPolicy}</h2>
            <RefundPolicyText policy={booking.refundPolicy} />
          </div>
          {booking.viewerActions.includes("CANCEL") && (
            <Button
              variant="outlined"
              color="error"
              className="screen-only"
              onClick={() => {
                setCancelling(true);
              }}
            >
              {texts.cancel}
            </Button>
          )}
        </aside>
      </div>
      {cancelling && (
        <Suspense>
          <CancelDialog
            bookingId={booking.id}
            count={booking.tickets.length}
            onClose={(cancelled) => {
              setCancelling(false);
              if (cancelled) reload();
            }}
          />
        </Suspense>
      )}
    </Page>
  );
}
