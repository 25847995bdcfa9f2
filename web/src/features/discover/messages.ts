/** Texts of discover. */
import { defineMessages, plural } from "../../lib/messages.ts";

export const discoverMessages = defineMessages({
  en: {
    title: "What’s on",
    search: "Search events",
    placeholder: "Artist, show, team …",
    filters: "Filters",
    showFilters: "Dates, city, price",
    categories: "Categories",
    all: "Everything",
    from: "From",
    to: "To",
    city: "City",
    anyCity: "Any city",
    cityOption: (city: string, count: number) => `${city} (${String(count)})`,
    free: "Free events only",
    clear: "Clear all filters",
    results: (count: number) => plural(count, { one: "1 event", other: "# events" }),
    more: "Load more events",
    loadingMore: "Loading more…",
    emptyTitle: "Nothing on with these filters",
    empty: "Try fewer filters, other dates or another city.",
    emptyCatalogueTitle: "The stage is empty",
    emptyCatalogue: "No events are on sale yet. Organisers can put the first one up.",
    organise: "Organise an event",
    from_price: (price: string) => `from ${price}`,
    noDates: "No upcoming date",
    list: "Events",
  },
});
