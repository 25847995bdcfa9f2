/** What is being bought: event, date, lines and the final total. */
import { graphql, readFragment, type FragmentType } from "../../../gql/index.ts";
import { When } from "../../../components/When.tsx";
import { formatMoney, MoneyValue, type Money } from "../../../lib/money.ts";
import { checkoutMessages as texts } from "../messages.ts";
import styles from "./Summary.module.css";

export const Summary_booking = graphql(`
  fragment Summary_booking on Booking {
    id
    occurrence {
      id
      name
      startsAt
      timeZone
      venue {
        id
        name
        address {
          city
        }
      }
    }
    lines {
      id
      quantity
      total {
        ...MoneyValue
      }
      product {
        id
        name
      }
    }
    total {
      ...MoneyValue
    }
  }
`);

export interface SummaryProps {
  title: string;
  startsAt?: string | undefined;
  timeZone?: string | undefined;
  place?: string | undefined;
  lines: { id: string; name: string; quantity: number; total: Money | null }[];
  total: Money | null;
}

function money(amount: Money | null): string {
  return amount === null || amount.amountMinor === 0 ? texts.free : formatMoney(amount);
}

export function Summary({ title, startsAt, timeZone, place, lines, total }: SummaryProps) {
  return (
    <section className={styles.summary} aria-label={texts.summary}>
      <h2>{title}</h2>
      {startsAt && timeZone && (
        <p>
          <When startsAt={startsAt} timeZone={timeZone} short />
        </p>
      )}
      {place && <p className="muted">{place}</p>}
      <table className="figures">
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{texts.line(line.quantity, line.name)}</th>
              <td>{money(line.total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts.total}</th>
            <td>{money(total)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

export function BookingSummary({ booking: reference }: { booking: FragmentType<typeof Summary_booking> }) {
  const booking = readFragment(Summary_booking, reference);
  const occurrence = booking.occurrence;
  return (
    <Summary
      title={occurrence?.name ?? texts.summary}
      startsAt={occurrence?.startsAt}
      timeZone={occurrence?.timeZone}
      place={[occurrence?.venue?.name, occurrence?.venue?.address.city].filter(Boolean).join(", ")}
      lines={booking.lines.map((line) => ({
        id: line.id,
        name: line.product?.name ?? texts.someProduct,
        quantity: line.quantity,
        total: readFragment(MoneyValue, line.total),
      }))}
      total={readFragment(MoneyValue, booking.total)}
    />
  );
}
