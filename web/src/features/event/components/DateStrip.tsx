/** The dates of an event as leaves of a calendar: one is chosen, each says what is left. */
import { useRef } from "react";
import { AvailabilityBadge } from "../../../components/AvailabilityBadge.tsx";
import { graphql, readFragment, type FragmentType } from "../../../gql/index.ts";
import { dayParts, formatTime } from "../../../lib/dates.ts";
import { eventMessages as texts } from "../messages.ts";
import styles from "./DateStrip.module.css";

export const DateStrip_occurrence = graphql(`
  fragment DateStrip_occurrence on Occurrence {
    id
    startsAt
    timeZone
    status
    availability {
      ...AvailabilityValue
    }
  }
`);

export function DateStrip({ occurrences: references, chosen, onChoose }: { occurrences: readonly FragmentType<typeof DateStrip_occurrence>[]; chosen: string; onChoose: (id: string) => void }) {
  const occurrences = readFragment(DateStrip_occurrence, references);
  const strip = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={strip}
      className={styles.strip}
      role="radiogroup"
      tabIndex={-1}
      aria-label={texts.dates}
      onKeyDown={(event) => {
        const step = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : event.key === "ArrowLeft" || event.key === "ArrowUp" ? -1 : 0;
        if (step === 0) return;
        event.preventDefault();
        const index = occurrences.findIndex((occurrence) => occurrence.id === chosen);
        const next = occurrences[(index + step + occurrences.length) % occurrences.length];
        if (!next) return;
        onChoose(next.id);
        strip.current?.querySelector<HTMLElement>(`[data-occurrence="${next.id}"]`)?.focus();
      }}
    >
      {occurrences.map((occurrence) => {
        const { weekday, day, month } = dayParts(occurrence.startsAt, occurrence.timeZone);
        const selected = occurrence.id === chosen;
        return (
          <button
            key={occurrence.id}
            type="button"
            role="radio"
            aria-checked={selected}
            tabIndex={selected ? 0 : -1}
            data-occurrence={occurrence.id}
            className={styles.leaf}
            onClick={() => {
              onChoose(occurrence.id);
            }}
          >
            <span className={styles.month}>
              {weekday}<span className="visually-hidden"> {day} </span>
              <span aria-hidden="true"> · </span>
              {month}
            </span>
            <span className={`${styles.day} figures`} aria-hidden="true">
              {day}
            </span>
            <span className={`${styles.time} figures`}>{formatTime(occurrence.startsAt, occurrence.timeZone)}</span>
            {occurrence.status === "CANCELLED" ? <span className={styles.cancelled}>{texts.occurrenceCancelled}</span> : <AvailabilityBadge availability={occurrence.availability} />}
          </button>
        );
      })}
    </div>
  );
}
