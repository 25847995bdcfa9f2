/** The event page: poster and facts, dates as a calendar strip, venue, refund policy, and a buy panel that stays in reach. */
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Markdown } from "../../components/Markdown.tsx";
import { Notice } from "../../components/Notice.tsx";
import { usePageTitle } from "../../components/Page.tsx";
import { Poster } from "../../components/Poster.tsx";
import { RefundPolicyText } from "../../components/RefundPolicyText.tsx";
import { Bone, Skeleton } from "../../components/Skeleton.tsx";
import { When } from "../../components/When.tsx";
import { graphql } from "../../gql/index.ts";
import { formatDay } from "../../lib/dates.ts";
import { BuyPanel } from "./components/BuyPanel.tsx";
import { BuySheet } from "./components/BuySheet.tsx";
import { DateStrip } from "./components/DateStrip.tsx";
import { VenueFacts } from "./components/VenueFacts.tsx";
import styles from "./EventPage.module.css";
import { eventMessages as texts } from "./messages.ts";

const EventQuery = graphql(`
  query EventPage($organizerSlug: String!, $slug: String!, $from: DateTime) {
    event(organizerSlug: $organizerSlug, slug: $slug) {
      id
      title
      summary
      description
      status
      format
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
      refundPolicy {
        ...RefundPolicyText_policy
      }
      ...BuyPanel_event
      ...BuySheet_event
      occurrences(first: 60, from: $from) {
        edges {
          node {
            id
            startsAt
            endsAt
            timeZone
            status
            icsUrl
            venue {
              id
              ...VenueFacts_venue
            }
            ...DateStrip_occurrence
            ...BuyPanel_occurrence
          }
        }
      }
    }
  }
`);

/** The hour this visit began: dates that are over are left out, and the question stays the same while the page is open. */
function thisHour(): string {
  return new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000).toISOString();
}

function EventSkeleton() {
  usePageTitle(texts.loading);
  return (
    <div className={styles.page}>
      <Skeleton>
        <div className={styles.columns}>
          <div className={styles.poster}>
            <Bone height="auto" radius={10} />
          </div>
          <div className={styles.story}>
            <Bone width="80%" height="3.5rem" />
            <Bone width="50%" />
            <Bone height="5rem" />
            <Bone height="8rem" />
          </div>
          <div className={styles.panel}>
            <Bone height="20rem" radius={16} />
          </div>
        </div>
      </Skeleton>
    </div>
  );
}

export default function EventPage() {
  const { organizerSlug = "", slug = "" } = useParams();
  const [from] = useState(thisHour);
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery(EventQuery, { variables: { organizerSlug, slug, from } });
  const event = data?.event;
  usePageTitle(event?.title ?? texts.loading);

  if (!data) {
    if (!error) return <EventSkeleton />;
    return (
      <div className={styles.page}>
        <FailureNotice
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      </div>
    );
  }
  if (!event) {
    return (
      <div className={styles.page}>
        {error ? (
          <FailureNotice
            error={error}
            onRetry={() => {
              void refetch();
            }}
          />
        ) : (
          <EmptyState
            title={texts.missingTitle}
            action={
              <Button component={Link} to="/">
                {texts.toDiscover}
              </Button>
            }
          >
            {texts.missing}
          </EmptyState>
        )}
      </div>
    );
  }

  const occurrences = event.occurrences.edges.map((edge) => edge.node);
  const chosen = occurrences.find((occurrence) => occurrence.id === search.get("date")) ?? occurrences.find((one) => one.status !== "CANCELLED") ?? occurrences[0];
  const choose = (id: string) => {
    setSearch({ date: id }, { replace: true, preventScrollReset: true });
  };
  const category = event.categories[0];
  const panel = chosen && event.status === "PUBLISHED" ? <BuyPanel key={chosen.id} event={event} occurrence={chosen} /> : null;

  return (
    <article className={styles.page}>
      <div className={styles.columns}>
        <div className={styles.poster}>
          <Poster title={event.title} category={category?.slug ?? ""} line={chosen ? formatDay(chosen.startsAt, chosen.timeZone) : category?.name} />
        </div>
        <div className={styles.story}>
          <header className={styles.head}>
            <p className={styles.category}>{event.categories.map((one) => one.name).join(" · ")}</p>
            <h1>{event.title}</h1>
            {event.organizer && <p className="muted">{texts.by(event.organizer.name)}</p>}
            {event.summary && <p className={styles.summary}>{event.summary}</p>}
          </header>
          {event.status === "CANCELLED" && (
            <Notice tone="danger" title={texts.cancelled}>
              {texts.cancelledNote}
            </Notice>
          )}
          {event.status === "PAUSED" && <Notice tone="warn">{texts.paused}</Notice>}
          {(event.status === "DRAFT" || event.status === "IN_REVIEW") && <Notice tone="info">{texts.draft}</Notice>}
          {(event.status === "COMPLETED" || event.status === "ARCHIVED") && <Notice tone="info">{texts.completed}</Notice>}
          <section aria-labelledby="dates" className={styles.section}>
            <h2 id="dates">{texts.dates}</h2>
            {chosen ? (
              <>
                <DateStrip occurrences={occurrences} chosen={chosen.id} onChoose={choose} />
                <p className={styles.when}>
                  <Icon name="clock" />
                  <When startsAt={chosen.startsAt} endsAt={chosen.endsAt} timeZone={chosen.timeZone} />
                </p>
                <p className={styles.when}>
                  <Icon name="calendar" />
                  <a href={chosen.icsUrl} download>
                    {texts.calendar}
                  </a>
                </p>
              </>
            ) : (
              <p className="muted">{texts.noDates}</p>
            )}
          </section>
          <section aria-labelledby="venue" className={styles.section}>
            <h2 id="venue">{texts.venue}</h2>
            {chosen?.venue ? <VenueFacts venue={chosen.venue} /> : <p>{texts.online}</p>}
          </section>
          {event.description && (
            <section aria-labelledby="about" className={styles.section}>
              <h2 id="about">{texts.about}</h2>
              <Markdown text={event.description} />
            </section>
          )}
          <section aria-labelledby="refunds" className={styles.section}>
            <h2 id="refunds">{texts.refunds}</h2>
            <RefundPolicyText policy={event.refundPolicy} />
          </section>
        </div>
        {panel && (
          <aside className={styles.panel} aria-label={texts.tickets}>
            <BuySheet event={event}>{panel}</BuySheet>
          </aside>
        )}
      </div>
    </article>
  );
}
