/** Step two: when it is; for an event that exists, its dates and more of them. */
import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { FailureNotice } from "../../../components/FailureNotice.tsx";
import { SelectField, TextField } from "../../../components/fields.tsx";
import { Actions, Form, Row } from "../../../components/Form.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { When } from "../../../components/When.tsx";
import { graphql, readFragment } from "../../../gql/index.ts";
import { wallClockTrouble } from "../../../lib/dates.ts";
import { currencyOptions, zoneOptions } from "../../../lib/zones.ts";
import { OrganiseEventError } from "../errors.ts";
import type { EventDraft } from "../eventDraft.ts";
import { organiseMessages as texts } from "../messages.ts";
import { useOrganiseForm } from "../useOrganiseForm.ts";
import type { StepForm } from "./BasicsStep.tsx";
import styles from "./steps.module.css";

/** What is wrong with the times of a draft, by field. */
export function dateProblems(draft: Pick<EventDraft, "startsAtLocal" | "endsAtLocal" | "timeZone">): Record<string, string | false> {
  return {
    startsAtLocal:
      draft.startsAtLocal === ""
        ? texts.startMissing
        : wallClockTrouble(draft.startsAtLocal, draft.timeZone) === "skipped" && texts.skipped,
    endsAtLocal: draft.endsAtLocal !== "" && draft.endsAtLocal <= draft.startsAtLocal && texts.endBeforeStart,
  };
}

export function DateStep({ draft, onChange, onSave, form }: { draft: EventDraft; onChange: (draft: EventDraft) => void; onSave: () => void; form: StepForm }) {
  const trouble = wallClockTrouble(draft.startsAtLocal, draft.timeZone);
  return (
    <Form label={texts.step.date} problems={form.problems} onSubmit={onSave}>
      <Row>
        <TextField label={texts.starts} name="startsAtLocal" type="datetime-local" value={draft.startsAtLocal} onChange={(startsAtLocal) => { onChange({ ...draft, startsAtLocal }); }} error={form.fields["startsAtLocal"]} required />
        <TextField label={texts.ends} name="endsAtLocal" type="datetime-local" value={draft.endsAtLocal} min={draft.startsAtLocal || undefined} onChange={(endsAtLocal) => { onChange({ ...draft, endsAtLocal }); }} error={form.fields["endsAtLocal"]} />
      </Row>
      <Row>
        <SelectField label={texts.zone} name="timeZone" value={draft.timeZone} options={zoneOptions(draft.timeZone)} onChange={(timeZone) => { onChange({ ...draft, timeZone }); }} error={form.fields["timeZone"]} />
        <SelectField label={texts.currency} name="currency" value={draft.currency} options={currencyOptions()} onChange={(currency) => { onChange({ ...draft, currency }); }} error={form.fields["currency"]} />
      </Row>
      {trouble === "repeated" && <Notice tone="warn">{texts.repeated}</Notice>}
      {trouble === "skipped" && <Notice tone="danger">{texts.skipped}</Notice>}
      <Actions>
        <Button type="submit" disabled={form.busy}>
          {texts.next}
        </Button>
        <span className="muted small">{texts.savedHere}</span>
      </Actions>
    </Form>
  );
}

const OccurrencesGenerate = graphql(`
  mutation OccurrencesGenerate($input: OccurrencesGenerateInput!) {
    occurrencesGenerate(input: $input) {
      occurrences {
        id
        startsAt
        endsAt
        timeZone
      }
      errors {
        ...OrganiseEventError
      }
    }
  }
`);

interface KnownOccurrence {
  id: string;
  startsAt: string;
  endsAt?: string | null;
  timeZone: string;
}

/** How long an evening is taken to last when no end was given, in minutes. */
const DEFAULT_DURATION_MINUTES = 120;

export function MoreDates({ eventId, occurrences, onAdded, onNext }: { eventId: string; occurrences: readonly KnownOccurrence[]; onAdded: () => void; onNext: () => void }) {
  const [start, setStart] = useState("");
  const [frequency, setFrequency] = useState("WEEKLY");
  const [times, setTimes] = useState("1");
  const [preview, setPreview] = useState<readonly KnownOccurrence[] | null>(null);
  const [added, setAdded] = useState(0);
  const [generate] = useMutation(OccurrencesGenerate, { fetchPolicy: "no-cache" });
  const form = useOrganiseForm(["startsAtLocal", "rrule"]);
  const first = occurrences[0];
  const timeZone = first?.timeZone ?? "UTC";
  const durationMinutes = first?.endsAt ? Math.round((Date.parse(first.endsAt) - Date.parse(first.startsAt)) / 60_000) : DEFAULT_DURATION_MINUTES;
  const send = async (dryRun: boolean) => {
    setAdded(0);
    let dates: readonly KnownOccurrence[] = [];
    const count = Number(times);
    const done = await form.submit(
      {
        startsAtLocal: start === "" ? texts.startMissing : wallClockTrouble(start, timeZone) === "skipped" && texts.skipped,
        rrule: !(Number.isInteger(count) && count >= 1 && count <= 60) && texts.timesWrong,
      },
      async () => {
        const { data } = await generate({
          variables: { input: { eventId, rrule: `FREQ=${frequency};COUNT=${String(count)}`, startsAtLocal: `${start}:00`, durationMinutes, timeZone, dryRun } },
        });
        dates = data?.occurrencesGenerate.occurrences ?? [];
        return readFragment(OrganiseEventError, data?.occurrencesGenerate.errors ?? []);
      },
    );
    if (!done) return;
    setPreview(dryRun ? dates : null);
    if (!dryRun) {
      setAdded(dates.length || count);
      onAdded();
    }
  };
  return (
    <div className={styles.block}>
      <h3>{texts.datesTitle}</h3>
      <ul className={styles.dates}>
        {occurrences.map((occurrence) => (
          <li key={occurrence.id}>
            <When {...occurrence} short />
          </li>
        ))}
      </ul>
      {added > 0 && (
        <Notice tone="success" live="polite">
          {texts.added(added)}
        </Notice>
      )}
      {form.failure !== null && <FailureNotice error={form.failure} />}
      <Form
        label={texts.addDates}
        problems={form.problems}
        onSubmit={() => {
          void send(false);
        }}
      >
        <h3>{texts.addDates}</h3>
        <Row>
          <TextField label={texts.starts} name="startsAtLocal" type="datetime-local" hint={timeZone} value={start} onChange={setStart} error={form.fields["startsAtLocal"]} />
          <SelectField
            label={texts.repeat}
            name="frequency"
            value={frequency}
            onChange={setFrequency}
            options={[
              { value: "WEEKLY", label: texts.weekly },
              { value: "DAILY", label: texts.daily },
            ]}
          />
          <TextField label={texts.times} name="times" inputMode="numeric" value={times} onChange={setTimes} error={form.fields["rrule"]} />
        </Row>
        {preview && (
          <Notice tone="info" live="polite" title={texts.previewOf}>
            <ul>
              {preview.map((occurrence) => (
                <li key={occurrence.startsAt}>
                  <When {...occurrence} short />
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Actions>
          <Button
            variant="outlined"
            disabled={form.busy}
            onClick={() => {
              void send(true);
            }}
          >
            {texts.preview}
          </Button>
          <Button type="submit" variant="outlined" disabled={form.busy}>
            {texts.add}
          </Button>
          <Button onClick={onNext}>{texts.next}</Button>
        </Actions>
      </Form>
    </div>
  );
}
