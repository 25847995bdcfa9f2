/**
 * What is left for one date, kept fresh: a query for the start, then absolute values by subscription. The cache keeps
 * whichever has the greater revision.
 */
import { useApolloClient, useQuery } from "@apollo/client/react";
import { useLiveUpdates } from "../../../apollo/live.ts";
import { graphql } from "../../../gql/index.ts";

const DateAvailability = graphql(`
  query DateAvailability($occurrenceId: ID!) {
    occurrence(id: $occurrenceId) {
      id
      availability {
        ...AvailabilityValue
      }
      event {
        id
        ticketTypes {
          id
          availability(occurrenceId: $occurrenceId) {
            ...AvailabilityValue
          }
        }
      }
    }
  }
`);

const AvailabilityChanged = graphql(`
  subscription AvailabilityChanged($occurrenceId: ID!) {
    availabilityChanged(occurrenceId: $occurrenceId) {
      revision
      products {
        productId
        availability {
          state
          remaining
          revision
        }
      }
    }
  }
`);

const CachedAvailability = graphql(`
  fragment CachedAvailability on TicketType {
    id
    availability(occurrenceId: $occurrenceId) {
      state
      remaining
      revision
    }
  }
`);

/** Availability of every ticket type for a date, by product id; undefined while it is not known. */
export function useLiveAvailability(occurrenceId: string) {
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(DateAvailability, { variables: { occurrenceId } });
  useLiveUpdates(AvailabilityChanged, {
    variables: { occurrenceId },
    onMessage: ({ availabilityChanged: delta }) => {
      for (const { productId, availability } of delta.products) {
        const id = client.cache.identify({ __typename: "TicketType", id: productId });
        if (!id) continue;
        client.cache.writeFragment({
          id,
          fragment: CachedAvailability,
          variables: { occurrenceId },
          data: { __typename: "TicketType", id: productId, availability: { __typename: "Availability", ...availability } },
        });
      }
      // No delta tells the date as a whole: read it again.
      void refetch();
    },
    onGap: () => {
      void refetch();
    },
  });
  const known = data?.occurrence;
  const products = new Map(known?.event?.ticketTypes.map((type) => [type.id, type.availability]));
  return { products, whole: known?.availability, known: Boolean(known), error };
}
