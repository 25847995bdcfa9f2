import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { MockMarquee } from "../../testing/mockMarquee.ts";
import { renderApp } from "../../testing/renderApp.tsx";

function booked(marquee: MockMarquee, buyer: string | null) {
  const booking = { id: "bkg_t", code: "K7M2Q", status: "HELD", buyer, contact: { name: "Ada Bell", email: "ada@example.org", phone: null, locale: "en-GB" }, occurrenceId: "occ_9a", lines: [{ id: "l", productId: "tty_9a", quantity: 2 }], expiresAt: Date.now() + 60_000, version: 1, createdAt: new Date().toISOString(), extended: false, tickets: [], payments: [] };
  marquee.bookings.push(booking);
  marquee.confirm(booking);
}

it("shows strangers the way in, and no tickets", async () => {
  renderApp("/tickets");
  expect(await screen.findByRole("heading", { name: "Sign in to see this" })).toBeInTheDocument();
});

it("shows upcoming tickets with their QR codes", async () => {
  const marquee = new MockMarquee();
  booked(marquee, "usr_ada");
  renderApp("/tickets", { as: "usr_ada", marquee });
  const ticket = within(await screen.findByRole("article", { name: "Ticket K7M2Q-1" }));
  expect(ticket.getByRole("img", { name: "QR code of ticket K7M2Q-1" })).toBeInTheDocument();
  expect(ticket.getByRole("heading", { name: "Kites over Tempelhof" })).toBeInTheDocument();
});

it("opens a guest's booking by the link's token and takes the token out of the address", async () => {
  const marquee = new MockMarquee();
  booked(marquee, null);
  renderApp("/bookings/bkg_t#guest=guest-bkg_t", { marquee });
  expect(await screen.findByRole("heading", { name: "Booking K7M2Q" })).toBeInTheDocument();
  await waitFor(() => {
    expect(window.location.hash).toBe("");
  });
});

it("cancels a booking after saying what comes back", async () => {
  const marquee = new MockMarquee();
  booked(marquee, "usr_ada");
  const { user } = renderApp("/bookings/bkg_t", { as: "usr_ada", marquee });
  await user.click(await screen.findByRole("button", { name: "Cancel booking" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Cancel this booking?" }));
  expect(await dialog.findByText("Nothing was paid, so nothing is refunded.")).toBeInTheDocument();
  await user.click(dialog.getByRole("button", { name: "Yes, cancel" }));
  expect(await screen.findByText("This booking is cancelled")).toBeInTheDocument();
  expect(screen.queryByRole("img", { name: /QR code/ })).not.toBeInTheDocument();
});
