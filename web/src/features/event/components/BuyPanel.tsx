/** Ticket types with steppers, what is left live, the final price, and the button that holds them. */
import { useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "../../../components/Button.tsx";
import { useSessionStatus } from "../../../apollo/SessionContext.ts";
import { AvailabilityBadge, AvailabilityValue } from "../../../components/AvailabilityBadge.tsx";
import { FailureNotice } from "../../../components/FailureNotice.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { QuantityStepper } from "../../../components/QuantityStepper.tsx";
import { graphql, readFragment, type FragmentType } from "../../../gql/index.ts";
import { formatDay, formatMoment, formatTime } from "../../../lib/dates.ts";
import { useHoldPlace } from "../../../lib/holdPlace.ts";
import { formatMoney, MoneyValue, type Money } from "../../../lib/money.ts";
import { useLiveAvailability } from "../hooks/useLiveAvailability.ts";
import { eventMessages as texts } from "../messages.ts";
import styles from "./BuyPanel.module.css";

export const BuyPanel_event = graphql(`
  fragment BuyPanel_event on Event {
    id
    currency
    priceFrom {
      ...MoneyValue
    }
    ticketTypes {
      id
      name
      position
      visibility
      minPerBooking
      maxPerBooking
      price {
        __typename
        ... on FixedPrice {
          amount {
            ...MoneyValue
          }
        }
        ... on FreePrice {
          free
        }
      }
      saleWindow {
        opensAt
        closesAt
        state
      }
    }
  }
`);

export const BuyPanel_occurrence = graphql(`
  fragment BuyPanel_occurrence on Occurrence {
    id
    startsAt
    timeZone
    status
  }
`);

/** The most tickets one booking may have. */
const MAX_PER_BOOKING = 20;

export function BuyPanel({ event: eventReference, occurrence: occurrenceReference }: { event: FragmentType<typeof BuyPanel_event>; occurrence: FragmentType<typeof BuyPanel_occurrence> }) {
  const event = readFragment(BuyPanel_event, eventReference);
  const occurrence = readFragment(BuyPanel_occurrence, occurrenceReference);
  const { products, known, error: availabilityError } = useLiveAvailability(occurrence.id);
  const [quantities, setQuantities] = useState<Record<string, number>>({});
  const [problems, setProblems] = useState<string[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const { hold, loading } = useHoldPlace();
  const navigate = useNavigate();
  const signedIn = useSessionStatus() === "signedIn";

  if (occurrence.status === "CANCELLED") return <Notice tone="danger">{texts.occurrenceCancelled}</Notice>;
  if (occurrence.status === "ENDED") return <Notice tone="info">{texts.completed}</Notice>;

  const types = event.ticketTypes.filter((type) => type.visibility === "PUBLIC").toSorted((a, b) => a.position - b.position);
  const amountOf = (type: (typeof types)[number]): Money | null => (type.price.__typename === "FixedPrice" ? readFragment(MoneyValue, type.price.amount) : null);
  const chosen = types.filter((type) => (quantities[type.id] ?? 0) > 0);
  const count = chosen.reduce((sum, type) => sum + (quantities[type.id] ?? 0), 0);
  const totalMinor = chosen.reduce((sum, type) => sum + (quantities[type.id] ?? 0) * (amountOf(type)?.amountMinor ?? 0), 0);
  const exponent = types.map(amountOf).find((amount) => amount !== null)?.exponent ?? 2;

  const submit = async () => {
    setProblems([]);
    setFailure(null);
    const lines = chosen.map((type) => ({ productId: type.id, quantity: quantities[type.id] ?? 0 }));
    if (!signedIn) {
      const search = new URLSearchParams({ occurrence: occurrence.id });
      for (const line of lines) search.append("line", `${line.productId}:${String(line.quantity)}`);
      void navigate(`/checkout/new?${search.toString()}`);
      return;
    }
    try {
      const result = await hold({ occurrenceId: occurrence.id, lines }, (id) => types.find((type) => type.id === id)?.name ?? texts.someTicket);
      if ("bookingId" in result) void navigate(`/checkout/${result.bookingId}`);
      else setProblems(result.problems);
    } catch (error) {
      setFailure(error);
    }
  };

  return (
    <div className={styles.panel}>
      <div>
        <h2>{texts.tickets}</h2>
        <p className="muted small figures">
          {texts.forDate(`${formatDay(occurrence.startsAt, occurrence.timeZone)}, ${formatTime(occurrence.startsAt, occurrence.timeZone)}`)}
        </p>
      </div>
      {types.length === 0 && <p className="muted">{texts.noTickets}</p>}
      <ul className={styles.types}>
        {types.map((type) => {
          const amount = amountOf(type);
          const reference = products.get(type.id);
          const availability = readFragment(AvailabilityValue, reference);
          const gone = availability?.state === "SOLD_OUT" || availability?.state === "CLOSED" || availability?.state === "HELD_BY_OTHERS";
          const open = type.saleWindow.state === "OPEN";
          const limit = Math.min(type.maxPerBooking, availability?.remaining ?? MAX_PER_BOOKING, MAX_PER_BOOKING - (count - (quantities[type.id] ?? 0)));
          const value = quantities[type.id] ?? 0;
          return (
            <li key={type.id} data-product={type.id}>
              <div>
                <strong>{type.name}</strong>
                <span className={`${styles.price} figures`}>{amount ? formatMoney(amount) : texts.free}</span>
                {open ? (
                  <AvailabilityBadge availability={reference} />
                ) : (
                  <span className="muted small">
                    {type.saleWindow.state === "UPCOMING" && type.saleWindow.opensAt ? texts.opens(formatMoment(type.saleWindow.opensAt, occurrence.timeZone)) : texts.closedSale}
                  </span>
                )}
                {type.minPerBooking > 1 && <span className="muted small">{texts.perBooking(type.minPerBooking, type.maxPerBooking)}</span>}
              </div>
              {open && (!gone || value > 0) && (
                <QuantityStepper
                  name={type.name}
                  value={value}
                  max={gone ? 0 : limit}
                  onChange={(next) => {
                    const least = type.minPerBooking;
                    const stepped = next > 0 && next < least ? (next > value ? least : 0) : next;
                    setQuantities({ ...quantities, [type.id]: Math.max(0, stepped) });
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      <div role="status" className="visually-hidden">
        {known ? "" : texts.checking}
      </div>
      {availabilityError && !known && <p className="muted small">{texts.checkFailed}</p>}
      {problems.length > 0 && (
        <Notice tone="danger" live="assertive">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Notice>
      )}
      {failure !== null && (
        <FailureNotice
          error={failure}
          onRetry={() => {
            void submit();
          }}
        />
      )}
      {types.length > 0 && (
        <div className={styles.foot}>
          {count > 0 && (
            <p className={`${styles.total} figures`}>
              <span>{texts.total}</span>
              <strong>{totalMinor === 0 ? texts.free : formatMoney({ amountMinor: totalMinor, currency: event.currency, exponent })}</strong>
            </p>
          )}
          <Button
            size="large"
            fullWidth
            disabled={count === 0 || loading}
            onClick={() => {
              void submit();
            }}
          >
            {loading ? texts.holding : texts.hold(count)}
          </Button>
          <p className="muted small">{count > 0 ? texts.holdNote : texts.allIn}</p>
        </div>
      )}
    </div>
  );
}
