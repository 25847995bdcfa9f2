/** "My tickets": upcoming and past, by booking; for strangers, the bookings this device remembers. */
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { Button } from "../../components/Button.tsx";
import { useSessionStatus } from "../../apollo/SessionContext.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { Page } from "../../components/Page.tsx";
import { SignedOut } from "../../components/SignedOut.tsx";
import { SkeletonLines } from "../../components/Skeleton.tsx";
import { graphql } from "../../gql/index.ts";
import { guestBookings } from "../../lib/guestTokens.ts";
import { serverTime } from "../../lib/serverClock.ts";
import { TicketCard } from "./components/TicketCard.tsx";
import { ticketMessages as texts } from "./messages.ts";
import styles from "./TicketsPage.module.css";

const PAGE_SIZE = 50;

const Tickets = graphql(`
  query Tickets($first: Int!, $after: String, $upcomingOnly: Boolean!) {
    me {
      id
      tickets(first: $first, after: $after, upcomingOnly: $upcomingOnly) {
        edges {
          cursor
          node {
            id
            status
            booking {
              id
            }
            occurrence {
              id
              startsAt
              icsUrl
            }
            ...TicketCard_ticket
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

/** An evening lasts this long at most before its tickets count as past, in milliseconds. */
const EVENING_MILLISECONDS = 6 * 3_600_000;

function GuestBookings() {
  const ids = guestBookings().toReversed();
  if (ids.length === 0) return null;
  return (
    <section aria-labelledby="guest" className={styles.guest}>
      <h2 id="guest">{texts.onThisDevice}</h2>
      <ul className={styles.list}>
        {ids.map((id, index) => (
          <li key={id}>
            <Link to={`/bookings/${id}`}>{texts.bookingLink(ids.length - index)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnTickets() {
  const [search, setSearch] = useSearchParams();
  const past = search.get("show") === "past";
  const { data, error, refetch, fetchMore } = useQuery(Tickets, { variables: { first: PAGE_SIZE, upcomingOnly: !past } });
  const [busy, setBusy] = useState(false);
  const connection = data?.me?.tickets;
  const edges = connection?.edges
    .map((edge) => edge.node)
    .filter((ticket) =>
      past
        ? ticket.status === "VOIDED" || (ticket.occurrence !== null && ticket.occurrence !== undefined && Date.parse(ticket.occurrence.startsAt) + EVENING_MILLISECONDS < serverTime())
        : ticket.status !== "VOIDED",
    );
  const groups = new Map<string, NonNullable<typeof edges>>();
  for (const ticket of edges ?? []) groups.set(ticket.booking.id, [...(groups.get(ticket.booking.id) ?? []), ticket]);

  return (
    <>
      <div className={styles.tabs} role="group" aria-label={texts.tabs}>
        {[false, true].map((one) => (
          <button
            key={String(one)}
            type="button"
            aria-pressed={past === one}
            onClick={() => {
              setSearch(one ? { show: "past" } : {}, { replace: true });
            }}
          >
            {one ? texts.past : texts.upcoming}
          </button>
        ))}
      </div>
      {error && (
        <FailureNotice
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      )}
      {!edges && !error && <SkeletonLines count={2} height="15rem" />}
      {edges?.length === 0 && (
        <EmptyState
          title={past ? texts.noPastTitle : texts.noUpcomingTitle}
          action={
            <Button component={Link} to="/">
              {texts.discover}
            </Button>
          }
        >
          {past ? texts.noPast : texts.noUpcoming}
        </EmptyState>
      )}
      {groups.size > 0 && !past && <p className="muted screen-only">{texts.showAtDoor}</p>}
      <div className={styles.groups}>
        {[...groups].map(([bookingId, tickets]) => (
          <section key={bookingId} className={styles.group}>
            {tickets.map((ticket) => (
              <TicketCard key={ticket.id} ticket={ticket} />
            ))}
            <p className={`${styles.links} screen-only`}>
              <Link to={`/bookings/${bookingId}`}>{texts.booking}</Link>
              {tickets[0]?.occurrence && (
                <a href={tickets[0].occurrence.icsUrl} download>
                  {texts.calendar}
                </a>
              )}
            </p>
          </section>
        ))}
      </div>
      {connection?.pageInfo.hasNextPage && (
        <div>
          <Button
            variant="outlined"
            disabled={busy}
            onClick={() => {
              setBusy(true);
              void fetchMore({ variables: { after: connection.pageInfo.endCursor ?? null } }).finally(() => {
                setBusy(false);
              });
            }}
          >
            {texts.more}
          </Button>
        </div>
      )}
    </>
  );
}

export default function TicketsPage() {
  const status = useSessionStatus();
  return (
    <Page title={texts.title}>
      {status === "starting" && <SkeletonLines count={2} height="15rem" />}
      {status === "anonymous" && (
        <>
          <SignedOut>{texts.signedOut}</SignedOut>
          <GuestBookings />
        </>
      )}
      {status === "signedIn" && (
        <>
          <OwnTickets />
          <GuestBookings />
        </>
      )}
    </Page>
  );
}
