/** Discover: what is on, searched and filtered; every filter lives in the address. */
import { useQuery } from "@apollo/client/react";
import { useDeferredValue, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { usePageTitle } from "../../components/Page.tsx";
import { graphql } from "../../gql/index.ts";
import { EventCard, EventCardSkeleton } from "./components/EventCard.tsx";
import { FilterBar } from "./components/FilterBar.tsx";
import styles from "./DiscoverPage.module.css";
import { isFiltered, readFilters, toEventFilter, writeFilters, type Filters } from "./filters.ts";
import { discoverMessages as texts } from "./messages.ts";

/** How many events a page of the list has. */
const PAGE_SIZE = 20;

const Discover = graphql(`
  query Discover($first: Int!, $after: String, $filter: EventFilter) {
    categories {
      id
      slug
      name
    }
    events(first: $first, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          id
          ...EventCard_event
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      facets {
        field
        value
        count
      }
    }
  }
`);

export default function DiscoverPage() {
  usePageTitle(texts.title);
  const [search, setSearch] = useSearchParams();
  const filters = readFilters(search);
  const change = (next: Filters) => {
    setSearch(writeFilters(next), { replace: true, preventScrollReset: true });
  };
  const filter = toEventFilter(filters);
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(Discover, { variables: { first: PAGE_SIZE, filter } });
  const shown = useDeferredValue(data ?? previousData);
  const [loadingMore, setLoadingMore] = useState(false);
  const signature = JSON.stringify(filter);
  // An error of one search is none of the next one's.
  const [moreError, setMoreError] = useState<{ of: string; error: unknown } | null>(null);

  const edges = shown?.events?.edges;
  const total = shown?.events?.totalCount;
  const page = data?.events?.pageInfo;
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{texts.title}</h1>
      <FilterBar filters={filters} onChange={change} categories={shown?.categories ?? []} facets={shown?.events?.facets ?? []} />
      <p role="status" className={`${styles.count} figures`}>
        {!loading && typeof total === "number" && total > 0 ? texts.results(total) : "\u00a0"}
      </p>
      {error && (
        <FailureNotice
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      )}
      {edges ? (
        edges.length > 0 ? (
          <ul className={styles.grid} aria-label={texts.list} aria-busy={loading} data-stale={loading && !data ? true : undefined}>
            {edges.map(({ node }) => (
              <li key={node.id}>
                <EventCard event={node} />
              </li>
            ))}
          </ul>
        ) : isFiltered(filters) ? (
          <EmptyState
            title={texts.emptyTitle}
            action={
              <Button
                variant="outlined"
                onClick={() => {
                  change({ text: "", categories: [], city: "", from: "", to: "", free: false });
                }}
              >
                {texts.clear}
              </Button>
            }
          >
            {texts.empty}
          </EmptyState>
        ) : (
          <EmptyState
            title={texts.emptyCatalogueTitle}
            action={
              <Button component={Link} to="/organise">
                {texts.organise}
              </Button>
            }
          >
            {texts.emptyCatalogue}
          </EmptyState>
        )
      ) : (
        !error && (
          <div className={styles.grid}>
            {Array.from({ length: 8 }, (_, index) => (
              <EventCardSkeleton key={index} />
            ))}
          </div>
        )
      )}
      {moreError?.of === signature && <FailureNotice error={moreError.error} />}
      {page?.hasNextPage && (
        <div className={styles.more}>
          <Button
            variant="outlined"
            disabled={loadingMore}
            onClick={() => {
              setLoadingMore(true);
              setMoreError(null);
              fetchMore({ variables: { after: page.endCursor ?? null } })
                .catch((thrown: unknown) => {
                  setMoreError({ of: signature, error: thrown });
                })
                .finally(() => {
                  setLoadingMore(false);
                });
            }}
          >
            {loadingMore ? texts.loadingMore : texts.more}
          </Button>
        </div>
      )}
    </div>
  );
}
