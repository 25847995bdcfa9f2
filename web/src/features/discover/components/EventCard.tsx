/** One event in the list: poster, title, next date in the event's zone, city, price and availability in words. */
import { Link } from "react-router";
import { AvailabilityBadge } from "../../../components/AvailabilityBadge.tsx";
import { componentMessages } from "../../../components/messages.ts";
import { Poster } from "../../../components/Poster.tsx";
import { Bone } from "../../../components/Skeleton.tsx";
import { graphql, readFragment, type FragmentType } from "../../../gql/index.ts";
import { formatDay, formatTime, zoneName } from "../../../lib/dates.ts";
import { formatMoney, MoneyValue } from "../../../lib/money.ts";
import { discoverMessages as texts } from "../messages.ts";
import styles from "./EventCard.module.css";

export const EventCard_event = graphql(`
  fragment EventCard_event on Event {
    id
    slug
    title
    organizer {
      id
      slug
      name
    }
    categories {
      id
      slug
      name
    }
    priceFrom {
      ...MoneyValue
    }
    nextOccurrence {
      id
      startsAt
      timeZone
      venue {
        id
        name
        address {
          city
        }
      }
      availability {
        ...AvailabilityValue
      }
    }
  }
`);

export function EventCard({ event: reference }: { event: FragmentType<typeof EventCard_event> }) {
  const event = readFragment(EventCard_event, reference);
  const next = event.nextOccurrence;
  const price = readFragment(MoneyValue, event.priceFrom);
  const category = event.categories[0];
  return (
    <article className={styles.card} data-event={event.id}>
      <div className={styles.poster}>
        <Poster title={event.title} category={category?.slug ?? ""} line={next ? formatDay(next.startsAt, next.timeZone) : category?.name} />
      </div>
      <div className={styles.facts}>
        <p className={`${styles.when} figures`}>
          {next ? (
            <time dateTime={next.startsAt}>
              {formatDay(next.startsAt, next.timeZone)}, {formatTime(next.startsAt, next.timeZone)} {zoneName(next.startsAt, next.timeZone)}
            </time>
          ) : (
            texts.noDates
          )}
        </p>
        <h2 className={styles.title}>
          <Link to={`/events/${event.organizer?.slug ?? "-"}/${event.slug}`}>{event.title}</Link>
        </h2>
        <p className="muted">
          {[next?.venue?.name, next?.venue?.address.city].filter(Boolean).join(", ")}
        </p>
        <p className={`${styles.foot} figures`}>
          {price && <span className={styles.price}>{price.amountMinor === 0 ? componentMessages.free : texts.from_price(formatMoney(price))}</span>}
          {next && <AvailabilityBadge availability={next.availability} />}
        </p>
      </div>
    </article>
  );
}

export function EventCardSkeleton() {
  return (
    <div className={styles.card} aria-hidden="true">
      <div className={styles.poster} style={{ aspectRatio: "4 / 5" }}>
        <Bone height="100%" radius={10} />
      </div>
      <div className={styles.facts}>
        <Bone width="60%" />
        <Bone width="90%" height="1.5em" />
        <Bone width="40%" />
      </div>
    </div>
  );
}
