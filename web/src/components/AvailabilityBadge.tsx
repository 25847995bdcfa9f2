/** Availability in words; what is unknown is never called sold out. */
import { graphql, readFragment, type FragmentType } from "../gql/index.ts";
import type { AvailabilityState } from "../gql/graphql.ts";
import { unexpected } from "../lib/never.ts";
import styles from "./AvailabilityBadge.module.css";
import { componentMessages as texts } from "./messages.ts";

export const AvailabilityValue = graphql(`
  fragment AvailabilityValue on Availability {
    state
    remaining
    revision
  }
`);

function words(state: AvailabilityState, remaining: number | null | undefined): { text: string; tone: string | undefined } {
  switch (state) {
    case "AVAILABLE":
      return { text: texts.available, tone: styles.good };
    case "FEW_LEFT":
      return { text: typeof remaining === "number" ? texts.left(remaining) : texts.fewLeft, tone: styles.few };
    case "HELD_BY_OTHERS":
      return { text: texts.heldByOthers, tone: styles.few };
    case "SOLD_OUT":
      return { text: texts.soldOut, tone: styles.none };
    case "CLOSED":
      return { text: texts.closed, tone: styles.none };
    default:
      return unexpected(state, { text: texts.checking, tone: undefined });
  }
}

export function AvailabilityBadge({ availability }: { availability: FragmentType<typeof AvailabilityValue> | null | undefined }) {
  const value = readFragment(AvailabilityValue, availability);
  const { text, tone } = value ? words(value.state, value.remaining) : { text: texts.checking, tone: undefined };
  return <span className={`${styles.badge} ${tone ?? ""} figures`}>{text}</span>;
}
