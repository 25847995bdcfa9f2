import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderApp } from "../../testing/renderApp.tsx";
import { readFilters, toEventFilter, writeFilters } from "./filters.ts";

it("lists what is on with its price and what is left", async () => {
  renderApp("/");
  const link = await screen.findByRole("link", { name: "Night Bus Orchestra" });
  const card = within(link.closest("article") as HTMLElement);
  expect(card.getByText(/from €14.40/)).toBeInTheDocument();
  expect(card.getByText("Available")).toBeInTheDocument();
  const gone = (await screen.findByRole("link", { name: "Body of Water" })).closest("article") as HTMLElement;
  expect(within(gone).getByText("Sold out")).toBeInTheDocument();
});

it("keeps every filter in the address and finds by it", async () => {
  const { user } = renderApp("/");
  await screen.findByRole("link", { name: "Night Bus Orchestra" });
  await user.click(screen.getByRole("button", { name: "Comedy" }));
  await waitFor(() => {
    expect(screen.queryByRole("link", { name: "Night Bus Orchestra" })).not.toBeInTheDocument();
  });
  await user.selectOptions(screen.getByLabelText("City"), "Berlin");
  await user.type(screen.getByRole("searchbox", { name: "Search events" }), "laund");
  await waitFor(() => {
    expect(window.location.search).toBe("?q=laund&category=comedy&city=Berlin");
  });
  expect(await screen.findByRole("link", { name: "Stand-up at the Laundrette" })).toBeInTheDocument();
  expect(await screen.findByText("1 event")).toBeInTheDocument();
});

it("says so when nothing matches, and clears the filters", async () => {
  const { user } = renderApp("/?q=nosuchthing");
  expect(await screen.findByRole("heading", { name: "Nothing on with these filters" })).toBeInTheDocument();
  await user.click(screen.getAllByRole("button", { name: "Clear all filters" })[0] as HTMLElement);
  expect(await screen.findByRole("link", { name: "Night Bus Orchestra" })).toBeInTheDocument();
  expect(window.location.search).toBe("");
});

it("reads back the filters it writes", () => {
  const filters = { text: "a b", categories: ["music", "film"], city: "Köln", from: "2026-12-01", to: "2026-12-02", free: true };
  expect(readFilters(writeFilters(filters))).toEqual(filters);
  expect(toEventFilter(filters, "Europe/Berlin")).toEqual({
    text: "a b",
    categorySlugs: ["music", "film"],
    city: "Köln",
    from: "2026-11-30T23:00:00.000Z",
    to: "2026-12-02T23:00:00.000Z",
    freeOnly: true,
  });
});
