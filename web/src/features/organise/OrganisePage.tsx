/** The organiser's first page: teams one belongs to and their events; for others, becoming an organiser. */
import { useMutation, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { Button } from "../../components/Button.tsx";
import { useSession, useSessionStatus } from "../../apollo/SessionContext.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { SelectField, TextField } from "../../components/fields.tsx";
import { Actions, Form, Row } from "../../components/Form.tsx";
import { Page } from "../../components/Page.tsx";
import { SignedOut } from "../../components/SignedOut.tsx";
import { SkeletonLines } from "../../components/Skeleton.tsx";
import { StatusPill } from "../../components/StatusPill.tsx";
import { graphql, readFragment } from "../../gql/index.ts";
import type { EventStatus } from "../../gql/graphql.ts";
import { formatDay, formatTime, visitorZone } from "../../lib/dates.ts";
import { currencyOptions, zoneOptions } from "../../lib/zones.ts";
import { OrganiseSimpleError } from "./errors.ts";
import { organiseMessages as texts } from "./messages.ts";
import styles from "./OrganisePage.module.css";
import { useOrganiseForm } from "./useOrganiseForm.ts";

const Teams = graphql(`
  query Teams {
    me {
      id
      emailVerifiedAt
      memberships {
        id
        role
        organizer {
          id
          slug
          name
        }
      }
    }
  }
`);

const TeamEvents = graphql(`
  query TeamEvents($slug: String!, $first: Int!, $after: String) {
    organizer(slug: $slug) {
      id
      slug
      name
      viewerPermissions
      events(first: $first, after: $after, filter: { status: [DRAFT, IN_REVIEW, PUBLISHED, PAUSED, CANCELLED, COMPLETED, ARCHIVED] }) {
        edges {
          cursor
          node {
            id
            slug
            title
            status
            nextOccurrence {
              id
              startsAt
              timeZone
              venue {
                id
                name
              }
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

const OrganizerCreate = graphql(`
  mutation OrganizerCreate($input: OrganizerCreateInput!) {
    organizerCreate(input: $input) {
      organizer {
        id
        slug
        name
      }
      errors {
        ...OrganiseSimpleError
      }
    }
  }
`);

const tones: Record<EventStatus, "good" | "waiting" | "bad" | "plain"> = {
  DRAFT: "plain",
  IN_REVIEW: "waiting",
  PUBLISHED: "good",
  PAUSED: "waiting",
  CANCELLED: "bad",
  COMPLETED: "plain",
  ARCHIVED: "plain",
};

/** A name as an address: "Café Zürich" becomes "cafe-zurich". */
export function slugOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
}

function CreateOrganizer() {
  const [name, setName] = useState("");
  const [slug, setSlug] = useState<string | null>(null);
  const [currency, setCurrency] = useState("EUR");
  const [zone, setZone] = useState(visitorZone());
  const [create] = useMutation(OrganizerCreate);
  const session = useSession();
  const navigate = useNavigate();
  const form = useOrganiseForm(["name", "slug", "defaultCurrency", "defaultTimeZone"]);
  const address = slug ?? slugOf(name);
  const submit = async () => {
    let created = "";
    const done = await form.submit(
      { name: name.trim() === "" && texts.nameMissing, slug: !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(address) && texts.slugMissing },
      async () => {
        const { data } = await create({ variables: { input: { name: name.trim(), slug: address, defaultCurrency: currency, defaultTimeZone: zone } }, refetchQueries: [] });
        created = data?.organizerCreate.organizer?.slug ?? "";
        return readFragment(OrganiseSimpleError, data?.organizerCreate.errors ?? []);
      },
    );
    if (!done || !created) return;
    // The token in hand was made before the team existed: its scopes do not cover it yet.
    await session.refresh();
    void navigate(`/organise/${created}`);
  };
  return (
    <section aria-labelledby="create" className={styles.create}>
      <div>
        <h2 id="create">{texts.createTitle}</h2>
        <p className="muted">{texts.createLead}</p>
      </div>
      {form.failure !== null && <FailureNotice error={form.failure} />}
      <Form
        label={texts.createTitle}
        problems={form.problems}
        onSubmit={() => {
          void submit();
        }}
      >
        <TextField label={texts.organizerName} name="name" value={name} onChange={setName} error={form.fields["name"]} required />
        <TextField label={texts.slug} name="slug" hint={texts.slugHint(address)} value={address} onChange={setSlug} error={form.fields["slug"]} autoCapitalize="off" spellCheck={false} required />
        <Row>
          <SelectField label={texts.currency} name="defaultCurrency" value={currency} onChange={setCurrency} options={currencyOptions()} error={form.fields["defaultCurrency"]} />
          <SelectField label={texts.zone} name="defaultTimeZone" value={zone} onChange={setZone} options={zoneOptions(zone)} error={form.fields["defaultTimeZone"]} />
        </Row>
        <Actions>
          <Button type="submit" disabled={form.busy}>
            {form.busy ? texts.creating : texts.create}
          </Button>
        </Actions>
      </Form>
    </section>
  );
}

const PAGE_SIZE = 20;

function Events({ slug }: { slug: string }) {
  const { data, error, refetch, fetchMore } = useQuery(TeamEvents, { variables: { slug, first: PAGE_SIZE } });
  const organizer = data?.organizer;
  const connection = organizer?.events;
  const may = organizer?.viewerPermissions ?? [];
  if (!connection) {
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
      <SkeletonLines count={4} />
    );
  }
  const home = `/organise/${organizer.slug}/events`;
  return (
    <section aria-labelledby="events" className={styles.events}>
      <div className={styles.head}>
        <h2 id="events">{texts.yourEvents}</h2>
        {may.includes("EVENT_CREATE") && (
          <Button component={Link} to={`${home}/new`}>
            {texts.newEvent}
          </Button>
        )}
      </div>
      {connection.edges.length === 0 ? (
        <EmptyState title={texts.noEventsTitle}>{texts.noEvents}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {connection.edges.map(({ node }) => (
            <li key={node.id} data-event={node.id}>
              <div>
                <h3>{node.title}</h3>
                <p className="muted small figures">
                  {node.nextOccurrence
                    ? `${formatDay(node.nextOccurrence.startsAt, node.nextOccurrence.timeZone)}, ${formatTime(node.nextOccurrence.startsAt, node.nextOccurrence.timeZone)}${node.nextOccurrence.venue ? ` · ${node.nextOccurrence.venue.name}` : ""}`
                    : texts.noDate}
                </p>
              </div>
              <StatusPill tone={tones[node.status]}>{texts.eventStatus[node.status]}</StatusPill>
              <nav aria-label={node.title} className={styles.links}>
                {may.includes("EVENT_EDIT") && <Link to={`${home}/${node.id}`}>{texts.edit}</Link>}
                {may.includes("BOOKING_READ") && <Link to={`${home}/${node.id}/sales`}>{texts.sales}</Link>}
                {may.includes("CHECK_IN") && <Link to={`${home}/${node.id}/check-in`}>{texts.checkIn}</Link>}
                {node.status !== "DRAFT" && <Link to={`/events/${organizer.slug}/${node.slug}`}>{texts.view}</Link>}
              </nav>
            </li>
          ))}
        </ul>
      )}
      {connection.pageInfo.hasNextPage && (
        <div>
          <Button
            variant="outlined"
            onClick={() => {
              void fetchMore({ variables: { after: connection.pageInfo.endCursor ?? null } });
            }}
          >
            {texts.more}
          </Button>
        </div>
      )}
    </section>
  );
}

function Organiser() {
  const { organizerSlug } = useParams();
  const { data, error, refetch } = useQuery(Teams);
  const [adding, setAdding] = useState(false);
  const memberships = data?.me?.memberships;
  if (!memberships) {
    return error ? (
      <FailureNotice
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    ) : (
      <SkeletonLines count={4} />
    );
  }
  const slug = organizerSlug ?? memberships[0]?.organizer.slug;
  if (!slug) return <CreateOrganizer />;
  return (
    <>
      <nav aria-label={texts.title} className={styles.teams}>
        {memberships.map(({ id, organizer }) => (
          <Link key={id} to={`/organise/${organizer.slug}`} aria-current={organizer.slug === slug ? "page" : undefined}>
            {organizer.name}
          </Link>
        ))}
        <button
          type="button"
          aria-expanded={adding}
          onClick={() => {
            setAdding(!adding);
          }}
        >
          {texts.another}
        </button>
      </nav>
      {adding && <CreateOrganizer />}
      <Events key={slug} slug={slug} />
    </>
  );
}

export default function OrganisePage() {
  const status = useSessionStatus();
  return (
    <Page title={texts.title} lead={texts.lead}>
      {status === "starting" && <SkeletonLines count={4} />}
      {status === "anonymous" && <SignedOut>{texts.signedOut}</SignedOut>}
      {status === "signedIn" && <Organiser />}
    </Page>
  );
}
