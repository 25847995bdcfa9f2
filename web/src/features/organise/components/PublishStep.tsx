/** Step five: the checklist, publishing, pausing and, with care, cancelling. */
import { useMutation } from "@apollo/client/react";
import { lazy, Suspense, useId, useState } from "react";
import { Link } from "react-router";
import { Button } from "../../../components/Button.tsx";
import { FailureNotice } from "../../../components/FailureNotice.tsx";
import { TextField } from "../../../components/fields.tsx";
import { Actions, Form } from "../../../components/Form.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { graphql, readFragment, type FragmentType } from "../../../gql/index.ts";
import { attemptKey, endAttempt } from "../../../lib/attempt.ts";
import { serverTime } from "../../../lib/serverClock.ts";
import { OrganiseEventError } from "../errors.ts";
import { organiseMessages as texts } from "../messages.ts";
import { useOrganiseForm } from "../useOrganiseForm.ts";
import styles from "./steps.module.css";

const Dialog = lazy(() => import("../../../components/overlays/Dialog.tsx"));

export const PublishStep_event = graphql(`
  fragment PublishStep_event on Event {
    id
    slug
    title
    version
    status
    format
    summary
    description
    organizer {
      id
      slug
    }
    ticketTypes {
      id
    }
    salesSummary {
      sold
    }
    occurrences(first: 60) {
      edges {
        node {
          id
          startsAt
          venue {
            id
          }
        }
      }
    }
  }
`);

const EventPublish = graphql(`
  mutation EventPublish($input: EventTransitionInput!) {
    eventPublish(input: $input) {
      event {
        id
        version
        status
        publishedAt
      }
      errors {
        ...OrganiseEventError
      }
    }
  }
`);

const EventPause = graphql(`
  mutation EventPause($input: EventTransitionInput!) {
    eventPause(input: $input) {
      event {
        id
        version
        status
      }
      errors {
        ...OrganiseEventError
      }
    }
  }
`);

const EventCancel = graphql(`
  mutation EventCancel($input: EventCancelInput!) {
    eventCancel(input: $input) {
      event {
        id
        version
        status
      }
      errors {
        ...OrganiseEventError
      }
    }
  }
`);

function CancelEventDialog({ id, version, title, sold, onClose }: { id: string; version: number; title: string; sold: number; onClose: () => void }) {
  const label = useId();
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [cancel] = useMutation(EventCancel, { context: { idempotent: true } });
  const form = useOrganiseForm(["reason", "typed"]);
  return (
    <Suspense>
      <Dialog labelledBy={label} width="sm" onClose={onClose}>
        <h2 id={label}>{texts.cancelEvent}</h2>
        <p>
          <strong>{texts.cancelLead(sold)}</strong> {texts.cancelConsequence}
        </p>
        {form.failure !== null && <FailureNotice error={form.failure} />}
        <Form
          label={texts.cancelEvent}
          problems={form.problems}
          onSubmit={() => {
            void form
              .submit({ reason: reason.trim() === "" && texts.reasonMissing, typed: typed.trim() !== title && texts.cancelMismatch }, async () => {
                const input = { id, version, reason: reason.trim(), refundEveryone: true };
                const { data } = await cancel({ variables: { input: { ...input, idempotencyKey: attemptKey("eventCancel", input) } } });
                endAttempt("eventCancel");
                return readFragment(OrganiseEventError, data?.eventCancel.errors ?? []);
              })
              .then((done) => {
                if (done) onClose();
              });
          }}
        >
          <TextField label={texts.cancelReason} name="reason" value={reason} onChange={setReason} error={form.fields["reason"]} />
          <TextField label={texts.cancelType(title)} name="typed" value={typed} onChange={setTyped} error={form.fields["typed"]} />
          <Actions>
            <Button variant="outlined" onClick={onClose}>
              {texts.keep}
            </Button>
            <Button type="submit" variant="outlined" color="error" disabled={form.busy}>
              {texts.cancelEvent}
            </Button>
          </Actions>
        </Form>
      </Dialog>
    </Suspense>
  );
}

export function PublishStep({ event: reference }: { event: FragmentType<typeof PublishStep_event> }) {
  const event = readFragment(PublishStep_event, reference);
  const [publish] = useMutation(EventPublish);
  const [pause] = useMutation(EventPause);
  const [cancelling, setCancelling] = useState(false);
  const form = useOrganiseForm([]);
  const dates = event.occurrences.edges.map((edge) => edge.node);
  const checks = [
    { text: texts.checkTickets, met: event.ticketTypes.length > 0, needed: true },
    { text: texts.checkDate, met: dates.some((date) => Date.parse(date.startsAt) > serverTime()), needed: true },
    { text: texts.checkVenue, met: event.format === "ONLINE" || dates.some((date) => date.venue), needed: true },
    { text: texts.checkDescription, met: Boolean(event.summary ?? event.description), needed: false },
  ];
  const ready = checks.every((check) => check.met || !check.needed);
  const input = { id: event.id, version: event.version };
  return (
    <div className={styles.block}>
      {event.status === "PUBLISHED" && (
        <Notice
          tone="success"
          live="polite"
          title={texts.published}
          action={
            <Button size="small" component={Link} to={`/events/${event.organizer?.slug ?? "-"}/${event.slug}`}>
              {texts.view}
            </Button>
          }
        />
      )}
      {event.status === "CANCELLED" && <Notice tone="danger">{texts.cancelled}</Notice>}
      {form.problems.length > 0 && (
        <Notice tone="danger" live="assertive">
          {form.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Notice>
      )}
      {form.failure !== null && <FailureNotice error={form.failure} />}
      <h3>{texts.checklist}</h3>
      <ul className={styles.checklist}>
        {checks.map((check) => (
          <li key={check.text}>
            <Icon name={check.met ? "check" : check.needed ? "cross" : "minus"} />
            <span>
              {check.text} <span className="visually-hidden">({check.met ? texts.done : texts.open})</span>
            </span>
          </li>
        ))}
      </ul>
      <Actions>
        {(event.status === "DRAFT" || event.status === "PAUSED") && (
          <Button
            size="large"
            disabled={!ready || form.busy}
            onClick={() => {
              void form.submit({}, async () => {
                const { data } = await publish({ variables: { input } });
                return readFragment(OrganiseEventError, data?.eventPublish.errors ?? []);
              });
            }}
          >
            {event.status === "PAUSED" ? texts.resume : texts.publish}
          </Button>
        )}
        {event.status === "PUBLISHED" && (
          <Button
            variant="outlined"
            disabled={form.busy}
            onClick={() => {
              void form.submit({}, async () => {
                const { data } = await pause({ variables: { input } });
                return readFragment(OrganiseEventError, data?.eventPause.errors ?? []);
              });
            }}
          >
            {texts.pause}
          </Button>
        )}
        {(event.status === "PUBLISHED" || event.status === "PAUSED") && (
          <Button
            variant="outlined"
            color="error"
            onClick={() => {
              setCancelling(true);
            }}
          >
            {texts.cancelEvent}
          </Button>
        )}
      </Actions>
      {cancelling && (
        <CancelEventDialog
          id={event.id}
          version={event.version}
          title={event.title}
          sold={event.salesSummary?.sold ?? 0}
          onClose={() => {
            setCancelling(false);
          }}
        />
      )}
    </div>
  );
}
