import { act, screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MockMarquee } from "../../testing/mockMarquee.ts";
import { renderApp } from "../../testing/renderApp.tsx";
import { readCard } from "./components/CardForm.tsx";
import { intentIdOf } from "./hooks/usePay.ts";

function sandbox(marquee: MockMarquee) {
  vi.stubGlobal(
    "fetch",
    vi.fn((url: string, init: { body: string }) => {
      const { cardNumber } = JSON.parse(init.body) as { cardNumber: string };
      const id = /intents\/([^/]+)\//.exec(url)?.[1] ?? "";
      return Promise.resolve(new Response(JSON.stringify(marquee.confirmIntent(id, cardNumber))));
    }),
  );
}

async function payWith(user: UserEvent, number: string) {
  const field = await screen.findByLabelText("Card number");
  await user.clear(field);
  await user.type(field, number);
  await user.clear(screen.getByLabelText("Expiry date"));
  await user.type(screen.getByLabelText("Expiry date"), "12/40");
  await user.clear(screen.getByLabelText("Security code"));
  await user.type(screen.getByLabelText("Security code"), "123");
  await user.click(screen.getByRole("button", { name: /^Pay/ }));
}

async function holdAsGuest() {
  const app = renderApp("/checkout/new?occurrence=occ_1a&line=tty_1a:2");
  sandbox(app.marquee);
  await app.user.type(await screen.findByLabelText("Name"), "Grace Guest");
  await app.user.type(screen.getByLabelText("E-mail address"), "grace@example.org");
  await app.user.click(screen.getByRole("button", { name: "Hold tickets and continue" }));
  await screen.findByRole("timer");
  return app;
}

beforeEach(() => {
  vi.unstubAllGlobals();
});

describe("checkout", () => {
  it("asks a guest for name and address before anything is held", async () => {
    const { marquee, user } = renderApp("/checkout/new?occurrence=occ_1a&line=tty_1a:2");
    await user.click(await screen.findByRole("button", { name: "Hold tickets and continue" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("There are 2 problems");
    expect(screen.getByLabelText("Name")).toHaveAccessibleDescription(/Enter your name/);
    expect(marquee.bookings).toHaveLength(0);
  });

  it("takes a guest from the hold through a decline to the tickets, without a reload", async () => {
    const { marquee, user } = await holdAsGuest();
    expect(screen.getByText(/Tickets and receipt go to grace@example.org/)).toBeInTheDocument();
    await payWith(user, "4000000000000002");
    expect(await screen.findByText(/Your bank declined this card/)).toBeInTheDocument();
    await payWith(user, "4242424242424242");
    expect(await screen.findByRole("heading", { name: "You’re going!" })).toBeInTheDocument();
    expect(marquee.bookings[0]?.tickets).toHaveLength(2);
    expect(marquee.bookings).toHaveLength(1);
  });

  it("never invites to pay again while the bank thinks", async () => {
    const { marquee, user } = await holdAsGuest();
    await payWith(user, "4000000000000077");
    expect(await screen.findByText("We are checking with your bank")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /^Pay/ })).not.toBeInTheDocument();
    const payment = marquee.bookings[0]?.payments[0];
    act(() => {
      marquee.settle(payment?.id ?? "", "SUCCEEDED");
    });
    expect(await screen.findByRole("heading", { name: "You’re going!" })).toBeInTheDocument();
  });

  it("says that the time ran out as soon as the server does", async () => {
    const { marquee } = await holdAsGuest();
    act(() => {
      const booking = marquee.bookings[0];
      if (booking) marquee.expire(booking);
    });
    expect(await screen.findByText("The time ran out")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Choose again" })).toHaveAttribute("href", "/events/lantern/night-bus-orchestra");
  });

  it("extends a hold once", async () => {
    const { user } = await holdAsGuest();
    await user.click(screen.getByRole("button", { name: "Give me 5 more minutes" }));
    await waitFor(() => {
      expect(screen.queryByRole("button", { name: "Give me 5 more minutes" })).not.toBeInTheDocument();
    });
    expect(screen.getByRole("timer")).toHaveTextContent(/^1[45]:/);
  });

  it("confirms what is free without a card", async () => {
    const { user } = renderApp("/events/lantern/what-whales-say", { as: "usr_ada" });
    await user.click(await screen.findByRole("button", { name: "One more: Standard" }));
    await user.click(screen.getByRole("button", { name: "Get 1 ticket" }));
    await user.click(await screen.findByRole("button", { name: "Confirm booking" }));
    expect(await screen.findByRole("heading", { name: "You’re going!" })).toBeInTheDocument();
    expect(await screen.findByRole("button", { name: "Notifications, 1 unread" })).toBeInTheDocument();
  });

  it("shows nobody a booking that is not theirs", async () => {
    const { marquee } = await holdAsGuest();
    const id = marquee.bookings[0]?.id ?? "";
    localStorage.clear();
    renderApp(`/checkout/${id}`, { marquee });
    expect(await screen.findByRole("heading", { name: "We cannot show this booking" })).toBeInTheDocument();
  });
});

describe("the card form", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  it("reads what people type", () => {
    expect(readCard("4242 4242 4242 4242", "04/29", "123", now)).toEqual({ card: { cardNumber: "4242424242424242", expiryMonth: 4, expiryYear: 2029, cvc: "123" } });
    expect(readCard("4242-4242-4242-4242", "11/2026", "1234", now)).toHaveProperty("card.expiryYear", 2026);
  });

  it("says beside each field what is missing", () => {
    expect(readCard("4242", "13/29", "1", now)).toEqual({ errors: { cardNumber: expect.any(String) as string, expiry: expect.any(String) as string, cvc: expect.any(String) as string } });
    expect(readCard("4242424242424242", "10/26", "123", now)).toHaveProperty("errors.expiry", "This card has expired.");
  });

  it("finds the intent in its secret", () => {
    expect(intentIdOf("pi_1_secret_abc")).toBe("pi_1");
  });
});
