/** Cache policies: how answers are keyed, merged and paged. The only place that knows. */
import { InMemoryCache, type FieldPolicy, type Reference } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";
import possibleTypes from "../gql/possibleTypes.ts";
import { observeServerNow } from "../lib/serverClock.ts";

/** Values without an identity of their own: they live inside their owner and are replaced as a whole. */
const values = [
  "Money",
  "Availability",
  "SaleWindow",
  "RefundTier",
  "RefundQuote",
  "PaymentMethod",
  "PaymentNextAction",
  "FixedPrice",
  "FreePrice",
  "EventFacet",
];

/** Values that screens ask for in part: what another screen knows of them stays. */
const partialValues = ["PostalAddress", "Contact", "RefundPolicy", "SalesSummary"];

/** Availability only moves forward: whichever of two answers has the greater revision is the newer one. */
const newestAvailability: FieldPolicy = {
  merge(existing: unknown, incoming: unknown, { readField }) {
    const revisionOf = (value: unknown) => (value ? (readField<number>("revision", value as Reference) ?? -1) : -1);
    return incoming && revisionOf(existing) > revisionOf(incoming) ? existing : incoming;
  },
};

/** An empty cache with Marquee's policies. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: possibleTypes.possibleTypes,
    typePolicies: {
      ...Object.fromEntries(values.map((name) => [name, { keyFields: false as const }])),
      ...Object.fromEntries(partialValues.map((name) => [name, { keyFields: false as const, merge: true }])),
      Query: { fields: { events: relayStylePagination(["filter", "orderBy"]) } },
      User: {
        fields: {
          tickets: relayStylePagination(["upcomingOnly"]),
          notifications: relayStylePagination(["unreadOnly"]),
          bookings: relayStylePagination(["filter"]),
        },
      },
      Organizer: { fields: { events: relayStylePagination(["filter", "orderBy"]) } },
      Event: {
        fields: {
          bookings: relayStylePagination(["filter"]),
          occurrences: relayStylePagination(["from", "to"]),
        },
      },
      Occurrence: { fields: { availability: newestAvailability } },
      TicketType: { fields: { availability: newestAvailability } },
      Booking: {
        fields: {
          serverNow: {
            merge(_existing: string | undefined, incoming: string) {
              observeServerNow(incoming);
              return incoming;
            },
          },
        },
      },
    },
  });
}
