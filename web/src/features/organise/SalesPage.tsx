/** Sales of one event: counts and money straight from inventory, contingents, and bookings; live. */
import { useQuery } from "@apollo/client/react";
import { useDeferredValue, useEffect, useEffectEvent, useRef, useState } from "react";
import { Link, useParams } from "react-router";
import { Button } from "../../components/Button.tsx";
import { useLiveUpdates } from "../../apollo/live.ts";
import { useSessionStatus } from "../../apollo/SessionContext.ts";
import { CopyButton } from "../../components/CopyButton.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { SelectField, TextField } from "../../components/fields.tsx";
import { Page } from "../../components/Page.tsx";
import { SignedOut } from "../../components/SignedOut.tsx";
import { SkeletonLines } from "../../components/Skeleton.tsx";
import { StatusPill } from "../../components/StatusPill.tsx";
import { graphql, readFragment } from "../../gql/index.ts";
import type { BookingStatus } from "../../gql/graphql.ts";
import { formatMoment, formatTime, visitorZone } from "../../lib/dates.ts";
import { formatMoney, MoneyValue } from "../../lib/money.ts";
import { serverTime } from "../../lib/serverClock.ts";
import { QuotaTable } from "./components/QuotaTable.tsx";
import { organiseMessages as texts } from "./messages.ts";
import styles from "./SalesPage.module.css";

const Sales = graphql(`
  query Sales($id: ID!) {
    event(id: $id) {
      id
      slug
      title
      organizer {
        id
        slug
      }
      salesSummary {
        sold
        held
        capacity
        revenue {
          ...MoneyValue
        }
      }
      quotas {
        id
        ...QuotaTable_quota
      }
      occurrences(first: 20) {
        edges {
          node {
            id
            startsAt
            status
          }
        }
      }
    }
  }
`);

const SalesBookings = graphql(`
  query SalesBookings($id: ID!, $first: Int!, $after: String, $filter: BookingFilter) {
    event(id: $id) {
      id
      bookings(first: $first, after: $after, filter: $filter) {
        totalCount
        edges {
          cursor
          node {
            id
            code
            status
            createdAt
            contact {
              name
              email
            }
            lines {
              id
              quantity
              product {
                id
                name
              }
            }
            total {
              ...MoneyValue
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const SalesNews = graphql(`
  subscription SalesNews($occurrenceId: ID!) {
    availabilityChanged(occurrenceId: $occurrenceId) {
      revision
    }
  }
`);

const PAGE_SIZE = 25;
/** Dates that are followed live: the ones next up. */
const LIVE_DATES = 8;
/** Changes within this long are answered by one question, in milliseconds. */
const GATHER_MILLISECONDS = 800;

const tones: Record<BookingStatus, "good" | "waiting" | "bad" | "plain"> = {
  HELD: "waiting",
  AWAITING_PAYMENT: "waiting",
  AWAITING_APPROVAL: "waiting",
  CONFIRMED: "good",
  EXPIRED: "plain",
  CANCELLED: "bad",
  REJECTED: "bad",
};

function FollowDate({ occurrenceId, onNews }: { occurrenceId: string; onNews: () => void }) {
  useLiveUpdates(SalesNews, { variables: { occurrenceId }, onMessage: onNews, onGap: onNews });
  return null;
}

function useGathered(act: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const gather = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, GATHER_MILLISECONDS);
  };
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return gather;
}

function Bookings({ id, news }: { id: string; news: number }) {
  const [text, setText] = useState("");
  const [status, setStatus] = useState("");
  const query = useDeferredValue(text.trim());
  const filter = { ...(query && { query }), ...(status && { status: [status as BookingStatus] }) };
  const { data, previousData, error, refetch, fetchMore } = useQuery(SalesBookings, { variables: { id, first: PAGE_SIZE, filter } });
  const reload = useEffectEvent(() => {
    refetch().catch(() => undefined);
  });
  useEffect(() => {
    if (news > 0) reload();
  }, [news]);
  const connection = (data ?? previousData)?.event?.bookings;
  return (
    <section aria-labelledby="bookings" className={styles.section}>
      <h2 id="bookings">
        {texts.bookings}
        {typeof connection?.totalCount === "number" && <span className="muted figures"> {connection.totalCount}</span>}
      </h2>
      <div className={styles.filters}>
        <TextField label={texts.search} name="query" type="search" hint={texts.searchHint} value={text} onChange={setText} />
        <SelectField
          label={texts.statusFilter}
          name="status"
          value={status}
          onChange={setStatus}
          options={[{ value: "", label: texts.anyStatus }, ...Object.entries(texts.bookingStatus).map(([value, label]) => ({ value, label }))]}
        />
      </div>
      {error && (
        <FailureNotice
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      )}
      {!connection && !error && <SkeletonLines count={5} height="2.5rem" />}
      {connection?.edges.length === 0 &&
        (query || status ? <p className="muted">{texts.noMatches}</p> : <EmptyState title={texts.noBookingsTitle}>{texts.noBookings}</EmptyState>)}
      {connection && connection.edges.length > 0 && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <div className={styles.scroll} role="region" aria-labelledby="bookings" tabIndex={0}>
          <table className={`${styles.table} figures`}>
            <thead>
              <tr>
                <th scope="col">{texts.bookingCode}</th>
                <th scope="col">{texts.buyer}</th>
                <th scope="col">{texts.what}</th>
                <th scope="col">{texts.statusFilter}</th>
                <th scope="col" className={styles.number}>
                  {texts.total}
                </th>
                <th scope="col">{texts.bookedAt}</th>
              </tr>
            </thead>
            <tbody>
              {connection.edges.map(({ node }) => {
                const total = readFragment(MoneyValue, node.total);
                return (
                  <tr key={node.id} data-booking={node.code}>
                    <th scope="row">{node.code}</th>
                    <td>
                      {node.contact?.name}
                      <span className="muted small"> {node.contact?.email}</span>
                    </td>
                    <td>{node.lines.map((line) => texts.line(line.quantity, line.product?.name ?? texts.someProduct)).join(", ")}</td>
                    <td>
                      <StatusPill tone={tones[node.status]}>{texts.bookingStatus[node.status]}</StatusPill>
                    </td>
                    <td className={styles.number}>{total.amountMinor === 0 ? texts.free : formatMoney(total)}</td>
                    <td>{formatMoment(node.createdAt)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {data?.event?.bookings?.pageInfo.hasNextPage && (
        <div>
          <Button
            variant="outlined"
            onClick={() => {
              void fetchMore({ variables: { after: data.event?.bookings?.pageInfo.endCursor ?? null } });
            }}
          >
            {texts.moreBookings}
          </Button>
        </div>
      )}
    </section>
  );
}

function Overview({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(Sales, { variables: { id } });
  const [news, setNews] = useState(0);
  const [asOf, setAsOf] = useState(() => serverTime());
  const gather = useGathered(() => {
    refetch().then(
      () => {
        setAsOf(serverTime());
      },
      () => undefined,
    );
    setNews((count) => count + 1);
  });
  const event = data?.event;
  if (!event) {
    return error ? (
      <FailureNotice
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    ) : data ? (
      <EmptyState title={texts.missingTitle}>{texts.missing}</EmptyState>
    ) : (
      <SkeletonLines count={4} height="5rem" />
    );
  }
  const summary = event.salesSummary;
  const upcoming = event.occurrences.edges.map((edge) => edge.node).filter((date) => date.status !== "ENDED" && date.status !== "CANCELLED");
  const revenue = readFragment(MoneyValue, summary?.revenue ?? []);
  return (
    <>
      {upcoming.slice(0, LIVE_DATES).map((date) => (
        <FollowDate key={date.id} occurrenceId={date.id} onNews={gather} />
      ))}
      <div className={styles.head}>
        <h2>{texts.salesTitle(event.title)}</h2>
        <div className={styles.tools}>
          <CopyButton label={texts.share} text={`${location.origin}/events/${event.organizer?.slug ?? "-"}/${event.slug}`} />
          <Button size="small" variant="outlined" component={Link} to={`/organise/${event.organizer?.slug ?? "-"}/events/${event.id}/check-in`}>
            {texts.checkIn}
          </Button>
        </div>
      </div>
      {error && !summary && <FailureNotice error={error} />}
      {summary && (
        <>
          <dl className={`${styles.facts} figures`}>
            <div>
              <dt>{texts.sold}</dt>
              <dd data-testid="sold">{summary.sold}</dd>
            </div>
            <div>
              <dt>{texts.held}</dt>
              <dd data-testid="held">{summary.held}</dd>
            </div>
            <div>
              <dt>{texts.capacity}</dt>
              <dd>{summary.capacity ?? texts.unlimited}</dd>
            </div>
            <div>
              <dt>{texts.revenue}</dt>
              <dd>{revenue.length === 0 ? texts.noRevenue : revenue.map(formatMoney).join(" + ")}</dd>
            </div>
          </dl>
          <p className="muted small figures" role="status">
            {texts.asOf(formatTime(new Date(asOf).toISOString(), visitorZone()))}
          </p>
        </>
      )}
      {event.quotas && (
        <section aria-labelledby="quotas" className={styles.section}>
          <h2 id="quotas">{texts.quotas}</h2>
          <QuotaTable quotas={event.quotas} />
        </section>
      )}
      <Bookings id={id} news={news} />
    </>
  );
}

export default function SalesPage() {
  const { organizerSlug = "", eventId = "" } = useParams();
  const status = useSessionStatus();
  return (
    <Page
      title={texts.sales}
      aside={
        <Button variant="text" component={Link} to={`/organise/${organizerSlug}`}>
          {texts.back}
        </Button>
      }
    >
      {status === "starting" && <SkeletonLines count={4} height="5rem" />}
      {status === "anonymous" && <SignedOut>{texts.signedOut}</SignedOut>}
      {status === "signedIn" && <Overview id={eventId} />}
    </Page>
  );
}
