/** The filters of discover as they stand in the address, and as the API wants them. */
import type { EventFilter } from "../../gql/graphql.ts";
import { startOfDay, visitorZone } from "../../lib/dates.ts";

export interface Filters {
  text: string;
  categories: string[];
  city: string;
  /** Calendar days, "2026-12-01"; empty for no bound. */
  from: string;
  to: string;
  free: boolean;
}

/** Reads the filters out of an address. */
export function readFilters(search: URLSearchParams): Filters {
  return {
    text: search.get("q") ?? "",
    categories: (search.get("category") ?? "").split(",").filter(Boolean),
    city: search.get("city") ?? "",
    from: search.get("from") ?? "",
    to: search.get("to") ?? "",
    free: search.get("free") === "1",
  };
}

/** Writes filters as an address, leaving out what is not set. */
export function writeFilters(filters: Filters): URLSearchParams {
  const search = new URLSearchParams();
  if (filters.text) search.set("q", filters.text);
  if (filters.categories.length > 0) search.set("category", filters.categories.join(","));
  if (filters.city) search.set("city", filters.city);
  if (filters.from) search.set("from", filters.from);
  if (filters.to) search.set("to", filters.to);
  if (filters.free) search.set("free", "1");
  return search;
}

/** The same filters for the API; days begin and end on the visitor's calendar. */
export function toEventFilter(filters: Filters, zone: string = visitorZone()): EventFilter {
  const from = startOfDay(filters.from, zone);
  const to = startOfDay(filters.to, zone, 1);
  const text = filters.text.trim();
  return {
    ...(text && { text }),
    ...(filters.categories.length > 0 && { categorySlugs: filters.categories }),
    ...(filters.city && { city: filters.city }),
    ...(from && { from }),
    ...(to && { to }),
    ...(filters.free && { freeOnly: true }),
  };
}

/** Whether anything is filtered at all. */
export function isFiltered(filters: Filters): boolean {
  return writeFilters(filters).size > 0;
}
