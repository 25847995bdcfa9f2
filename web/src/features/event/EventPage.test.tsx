import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderApp } from "../../testing/renderApp.tsx";

const PATH = "/events/lantern/stand-up-at-the-laundrette";

it("shows dates in the event's zone, the venue and the refund policy in words", async () => {
  renderApp("/events/lantern/what-whales-say");
  expect(await screen.findByRole("heading", { level: 1, name: "What Whales Say" })).toBeInTheDocument();
  expect(screen.getAllByRole("radio").length).toBe(2);
  expect(screen.getByText(/13:30–16:00 (EST|GMT-5)/)).toBeInTheDocument();
  expect(screen.getByText("The New York Rooms")).toBeInTheDocument();
  expect(screen.getByText(/100 % back if you cancel at least 7 days/)).toBeInTheDocument();
});

it("follows availability live while someone else buys", async () => {
  const { marquee } = renderApp(PATH);
  const panel = within(await screen.findByRole("complementary", { name: "Tickets" }));
  expect((await panel.findAllByText("Available")).length).toBeGreaterThan(0);
  const booking = { id: "bkg_x", code: "X", status: "HELD", buyer: null, contact: null, occurrenceId: "occ_3a", lines: [{ id: "l", productId: "tty_3a", quantity: 10 }], expiresAt: Date.now() + 1000, version: 1, createdAt: new Date().toISOString(), extended: false, tickets: [], payments: [] };
  act(() => {
    marquee.bookings.push(booking);
    marquee.announce(booking);
  });
  expect(await panel.findByText("2 left")).toBeInTheDocument();
  act(() => {
    marquee.expire(booking);
  });
  await waitFor(() => {
    expect(panel.queryByText("2 left")).not.toBeInTheDocument();
  });
});

it("says what is left when the tickets were snapped up", async () => {
  const { marquee, user } = renderApp(PATH, { as: "usr_ada" });
  const more = await screen.findByRole("button", { name: "One more: Standard" });
  for (let count = 0; count < 4; count += 1) await user.click(more);
  // Someone else takes nearly all of them, and no news of it arrives.
  marquee.bookings.push({ id: "bkg_x", code: "X", status: "CONFIRMED", buyer: null, contact: null, occurrenceId: "occ_3a", lines: [{ id: "l", productId: "tty_3a", quantity: 11 }], expiresAt: null, version: 1, createdAt: new Date().toISOString(), extended: false, tickets: [], payments: [] });
  await user.click(screen.getByRole("button", { name: "Get 4 tickets" }));
  expect(await screen.findByText(/Only 1 left of “Standard”/)).toBeInTheDocument();
  expect(window.location.pathname).toBe(PATH);
});

it("tells a missing event from a broken one", async () => {
  renderApp("/events/lantern/no-such-event");
  expect(await screen.findByRole("heading", { name: "This event is not here" })).toBeInTheDocument();
});
