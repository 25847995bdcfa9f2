/** Creating and editing an event in one flow: basics, date, venue, tickets, publish. Each step saves, so one can leave and come back. */
import { useMutation, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { Button } from "../../components/Button.tsx";
import { useSessionStatus } from "../../apollo/SessionContext.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { Page } from "../../components/Page.tsx";
import { SignedOut } from "../../components/SignedOut.tsx";
import { SkeletonLines } from "../../components/Skeleton.tsx";
import { graphql, readFragment, type DocumentType } from "../../gql/index.ts";
import { BasicsStep } from "./components/BasicsStep.tsx";
import { dateProblems, DateStep, MoreDates } from "./components/DateStep.tsx";
import { PublishStep } from "./components/PublishStep.tsx";
import { TicketsStep } from "./components/TicketsStep.tsx";
import { VenueStep } from "./components/VenueStep.tsx";
import styles from "./EditEventPage.module.css";
import { OrganiseEventError } from "./errors.ts";
import { keepDraft, readDraft, refundPolicyOf, type EventDraft } from "./eventDraft.ts";
import { organiseMessages as texts } from "./messages.ts";
import { useOrganiseForm } from "./useOrganiseForm.ts";

const EditOrganizer = graphql(`
  query EditOrganizer($slug: String!) {
    organizer(slug: $slug) {
      id
      slug
      name
      defaultCurrency
      defaultTimeZone
      viewerPermissions
      events(first: 50, filter: { status: [DRAFT, IN_REVIEW, PUBLISHED, PAUSED, COMPLETED] }) {
        edges {
          node {
            id
            nextOccurrence {
              id
              venue {
                id
                ...VenueStep_venue
              }
            }
          }
        }
      }
    }
  }
`);

const EditEvent = graphql(`
  query EditEvent($id: ID!) {
    event(id: $id) {
      id
      title
      summary
      description
      format
      visibility
      currency
      version
      status
      categories {
        id
        slug
      }
      refundPolicy {
        kind
        buyerMayCancelUntilHours
        tiers {
          hoursBeforeStart
          percent
        }
      }
      occurrences(first: 60) {
        edges {
          node {
            id
            startsAt
            endsAt
            startsAtLocal
            endsAtLocal
            timeZone
            venue {
              id
              ...VenueStep_venue
            }
          }
        }
      }
      ticketTypes {
        ...TicketsStep_ticketType
      }
      ...PublishStep_event
    }
  }
`);

const EventCreate = graphql(`
  mutation EventCreate($input: EventCreateInput!) {
    eventCreate(input: $input) {
      event {
        id
        version
      }
      errors {
        ...OrganiseEventError
      }
    }
  }
`);

const EventUpdate = graphql(`
  mutation EventUpdate($input: EventUpdateInput!) {
    eventUpdate(input: $input) {
      event {
        id
        version
        title
        summary
        description
        visibility
        categories {
          id
          slug
          name
        }
        refundPolicy {
          ...RefundPolicyText_policy
        }
      }
      errors {
        ...OrganiseEventError
      }
    }
  }
`);

/** The steps are a strip on a phone: the current one comes into sight. */
function showStep(button: HTMLButtonElement | null): void {
  // Not every environment scrolls.
  button?.scrollIntoView?.({ block: "nearest", inline: "center" });
}

const order = ["basics", "date", "venue", "tickets", "publish"] as const;
type StepName = (typeof order)[number];

type LoadedOrganizer = NonNullable<DocumentType<typeof EditOrganizer>["organizer"]>;
type LoadedEvent = NonNullable<DocumentType<typeof EditEvent>["event"]>;

function draftOf(event: LoadedEvent): EventDraft {
  const first = event.occurrences.edges[0]?.node;
  const hours = event.refundPolicy.buyerMayCancelUntilHours ?? event.refundPolicy.tiers.at(-1)?.hoursBeforeStart ?? 24;
  return {
    title: event.title,
    summary: event.summary ?? "",
    description: event.description ?? "",
    categories: event.categories.map((category) => category.slug),
    format: event.format,
    visibility: event.visibility,
    refundKind: event.refundPolicy.kind,
    refundHours: String(hours),
    currency: event.currency,
    timeZone: first?.timeZone ?? "UTC",
    startsAtLocal: first?.startsAtLocal.slice(0, 16) ?? "",
    endsAtLocal: first?.endsAtLocal?.slice(0, 16) ?? "",
  };
}

function Editor({ organizer, event, reload }: { organizer: LoadedOrganizer; event: LoadedEvent | null; reload: () => void }) {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => (event ? draftOf(event) : readDraft(organizer.slug, { currency: organizer.defaultCurrency, timeZone: organizer.defaultTimeZone })));
  const [create] = useMutation(EventCreate);
  const [update] = useMutation(EventUpdate);
  const form = useOrganiseForm(["title", "summary", "description", "startsAtLocal", "endsAtLocal", "timeZone", "currency", "refundHours"]);
  const asked = order.find((name) => name === search.get("step")) ?? "basics";
  const reachable = (name: StepName) => event !== null || name === "basics" || (draft.title.trim() !== "" && (name === "date" || (name === "venue" && draft.startsAtLocal !== "")));
  const at: StepName = reachable(asked) ? asked : "basics";
  const go = (name: StepName) => {
    setSearch({ step: name });
  };
  const change = (next: EventDraft) => {
    setDraft(next);
    if (!event) keepDraft(organizer.slug, next);
  };
  const basicsProblems = {
    title: draft.title.trim() === "" && texts.titleMissing,
    refundHours: (draft.refundKind === "FULL" || draft.refundKind === "TIERED") && !/^\d{1,4}$/.test(draft.refundHours) && texts.hoursWrong,
  };

  const saveBasics = async (id: string, version: number) => {
    const { data } = await update({
      variables: {
        input: {
          id,
          version,
          title: draft.title.trim(),
          summary: draft.summary.trim(),
          description: draft.description.trim(),
          visibility: draft.visibility,
          categorySlugs: draft.categories,
          refundPolicy: refundPolicyOf(draft),
        },
      },
    });
    const errors = readFragment(OrganiseEventError, data?.eventUpdate.errors ?? []);
    if (errors.some((error) => error.__typename === "ConflictError")) reload();
    return errors;
  };

  const createWith = async (venueId: string | null) => {
    let id = "";
    const done = await form.submit({ ...basicsProblems, ...dateProblems(draft) }, async () => {
      const { data } = await create({
        variables: {
          input: {
            organizerId: organizer.id,
            title: draft.title.trim(),
            format: draft.format,
            currency: draft.currency,
            timeZone: draft.timeZone,
            startsAtLocal: `${draft.startsAtLocal}:00`,
            ...(draft.endsAtLocal && { endsAtLocal: `${draft.endsAtLocal}:00` }),
            ...(venueId && { venueId }),
          },
        },
      });
      const created = data?.eventCreate.event;
      if (!created) return readFragment(OrganiseEventError, data?.eventCreate.errors ?? []);
      id = created.id;
      keepDraft(organizer.slug, null);
      return saveBasics(created.id, created.version);
    });
    if (id) void navigate(`/organise/${organizer.slug}/events/${id}?step=${done ? "tickets" : "basics"}`, { replace: true });
  };

  const occurrences = event?.occurrences.edges.map((edge) => edge.node) ?? [];
  const venues = new Map(organizer.events?.edges.flatMap(({ node }) => (node.nextOccurrence?.venue ? [[node.nextOccurrence.venue.id, node.nextOccurrence.venue] as const] : [])));
  return (
    <>
      <nav aria-label={texts.steps}>
        <ol className={styles.steps}>
          {order.map((name, index) => (
            <li key={name}>
              <button
                type="button"
                ref={name === at ? showStep : undefined}
                disabled={!reachable(name)}
                aria-current={name === at ? "step" : undefined}
                onClick={() => {
                  go(name);
                }}
              >
                <span className={styles.number}>{index + 1}</span> {texts.step[name]}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {form.failure !== null && <FailureNotice error={form.failure} />}
      <section aria-labelledby="step" className={styles.step}>
        <h2 id="step">{texts.step[at]}</h2>
        {at === "basics" && (
          <BasicsStep
            draft={draft}
            onChange={change}
            form={form}
            created={event !== null}
            onSave={() => {
              void form.submit(basicsProblems, () => (event ? saveBasics(event.id, event.version) : Promise.resolve([]))).then((done) => {
                if (done) go("date");
              });
            }}
          />
        )}
        {at === "date" &&
          (event ? (
            <MoreDates
              eventId={event.id}
              occurrences={occurrences}
              onAdded={reload}
              onNext={() => {
                go("venue");
              }}
            />
          ) : (
            <DateStep
              draft={draft}
              onChange={change}
              form={form}
              onSave={() => {
                void form.submit(dateProblems(draft), () => Promise.resolve([])).then((done) => {
                  if (done) go("venue");
                });
              }}
            />
          ))}
        {at === "venue" && (
          <VenueStep
            key={event?.id}
            organizerId={organizer.id}
            timeZone={draft.timeZone}
            online={draft.format === "ONLINE"}
            fixed={occurrences[0]?.venue}
            known={[...venues.values()]}
            created={event !== null}
            busy={form.busy}
            onChosen={(venueId) => {
              if (event) go("tickets");
              else void createWith(venueId);
            }}
          />
        )}
        {at === "tickets" && event && (
          <TicketsStep
            eventId={event.id}
            currency={event.currency}
            ticketTypes={event.ticketTypes}
            onSaved={reload}
            onNext={() => {
              go("publish");
            }}
          />
        )}
        {at === "publish" && event && <PublishStep event={event} />}
      </section>
    </>
  );
}

export default function EditEventPage() {
  const { organizerSlug = "", eventId } = useParams();
  const status = useSessionStatus();
  const organizer = useQuery(EditOrganizer, { variables: { slug: organizerSlug }, skip: status !== "signedIn" });
  const event = useQuery(EditEvent, { variables: { id: eventId ?? "" }, skip: status !== "signedIn" || !eventId });
  const loaded = event.data?.event;
  const title = eventId ? (loaded ? texts.editTitle(loaded.title) : texts.loadingEvent) : texts.newTitle;
  const error = organizer.error ?? event.error;
  const ready = organizer.data?.organizer && (!eventId || loaded);
  const missing = (organizer.data && !organizer.data.organizer) || (eventId && event.data && !loaded);
  return (
    <Page
      title={title}
      aside={
        <Button variant="text" component={Link} to={`/organise/${organizerSlug}`}>
          {texts.back}
        </Button>
      }
    >
      {status === "anonymous" && <SignedOut>{texts.signedOut}</SignedOut>}
      {status !== "anonymous" && !ready && !error && !missing && <SkeletonLines count={6} />}
      {error && !ready && (
        <FailureNotice
          error={error}
          onRetry={() => {
            void organizer.refetch();
            if (eventId) void event.refetch();
          }}
        />
      )}
      {missing && !error && <EmptyState title={texts.missingTitle}>{texts.missing}</EmptyState>}
      {ready && organizer.data?.organizer && (
        <Editor
          key={eventId ?? "new"}
          organizer={organizer.data.organizer}
          event={loaded ?? null}
          reload={() => {
            event.refetch().catch(() => undefined);
          }}
        />
      )}
    </Page>
  );
}
