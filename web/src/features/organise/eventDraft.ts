/** An event before it exists: basics and date wait on this device until the venue is known, since all are needed to create it. */
import type { EventFormat, EventVisibility, RefundPolicyKind } from "../../gql/graphql.ts";
import { readStored, writeStored } from "../../lib/storage.ts";

export interface EventDraft {
  title: string;
  summary: string;
  description: string;
  categories: string[];
  format: EventFormat;
  visibility: EventVisibility;
  refundKind: RefundPolicyKind;
  refundHours: string;
  currency: string;
  timeZone: string;
  startsAtLocal: string;
  endsAtLocal: string;
}

const KEY = (organizerSlug: string) => `marquee.draft.${organizerSlug}`;

export function readDraft(organizerSlug: string, defaults: { currency: string; timeZone: string }): EventDraft {
  const empty: EventDraft = {
    title: "",
    summary: "",
    description: "",
    categories: [],
    format: "IN_PERSON",
    visibility: "PUBLIC",
    refundKind: "FULL",
    refundHours: "24",
    startsAtLocal: "",
    endsAtLocal: "",
    ...defaults,
  };
  try {
    return { ...empty, ...(JSON.parse(readStored(KEY(organizerSlug)) ?? "{}") as Partial<EventDraft>) };
  } catch {
    return empty;
  }
}

export function keepDraft(organizerSlug: string, draft: EventDraft | null): void {
  writeStored(KEY(organizerSlug), draft && JSON.stringify(draft));
}

/** The policy of the basics' form as the API wants it. */
export function refundPolicyOf(draft: Pick<EventDraft, "refundKind" | "refundHours">) {
  const hours = Number(draft.refundHours);
  switch (draft.refundKind) {
    case "FULL":
      return { kind: draft.refundKind, tiers: [], buyerMayCancelUntilHours: hours };
    case "TIERED":
      return {
        kind: draft.refundKind,
        tiers: [
          { hoursBeforeStart: hours * 2, percent: 100 },
          { hoursBeforeStart: hours, percent: 50 },
        ],
        buyerMayCancelUntilHours: hours,
      };
    case "NONE":
    case "CASE_BY_CASE":
      return { kind: draft.refundKind, tiers: [] };
  }
}
