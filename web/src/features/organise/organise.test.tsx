import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { MockMarquee } from "../../testing/mockMarquee.ts";
import { renderApp } from "../../testing/renderApp.tsx";
import { slugOf } from "./OrganisePage.tsx";

it("creates, prices and publishes an event in one flow that can be left and resumed", async () => {
  const marquee = new MockMarquee();
  const first = renderApp("/organise/lantern/events/new", { as: "usr_ada", marquee });
  await first.user.type(await screen.findByLabelText("Title"), "Moths");
  await first.user.click(screen.getByRole("button", { name: "Save and go on" }));
  await screen.findByLabelText("Starts");
  first.unmount();

  const { user } = renderApp("/organise/lantern/events/new?step=date", { as: "usr_ada", marquee });
  fireEvent.change(await screen.findByLabelText("Starts"), { target: { value: "2027-04-02T20:00" } });
  await user.click(screen.getByRole("button", { name: "Save and go on" }));
  await user.selectOptions(await screen.findByLabelText("Which venue"), "A new venue");
  await user.type(screen.getByLabelText("Venue’s name"), "Lamp Room");
  await user.type(screen.getByLabelText("City"), "Leeds");
  await user.type(screen.getByLabelText("Country (two letters)"), "gb");
  await user.click(screen.getByRole("button", { name: "Save as draft and go on" }));

  await user.type(await screen.findByLabelText("Name"), "Standing");
  await user.type(screen.getByLabelText("Price"), "12.50");
  await user.type(screen.getByLabelText("How many per date"), "40");
  await user.click(screen.getByRole("button", { name: "Add ticket" }));
  expect(await screen.findByText("€12.50")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Save and go on" }));
  await user.click(await screen.findByRole("button", { name: "Publish event" }));
  expect(await screen.findByText("Your event is on sale.")).toBeInTheDocument();
  expect(marquee.events.at(-1)).toMatchObject({ title: "Moths", status: "PUBLISHED" });
});

it("checks a ticket in once and only once", async () => {
  const marquee = new MockMarquee();
  const booking = { id: "bkg_d", code: "K7M2Q", status: "HELD", buyer: "usr_ada", contact: { name: "Ada Bell", email: "ada@example.org", phone: null, locale: "en-GB" } as const, occurrenceId: "occ_9a", lines: [{ id: "l", productId: "tty_9a", quantity: 1 }], expiresAt: null, version: 1, createdAt: new Date().toISOString(), extended: false, tickets: [], payments: [] };
  marquee.bookings.push(booking);
  marquee.confirm(booking);
  const { user } = renderApp("/organise/lantern/events/evt_9/check-in", { as: "usr_ada", marquee });
  const enter = async (code: string) => {
    await user.type(await screen.findByLabelText("Ticket code"), code);
    await user.click(screen.getByRole("button", { name: "Check in" }));
  };
  await enter("k7m2q-1");
  expect(await screen.findByRole("alertdialog", { name: "Welcome in" })).toHaveTextContent("Ada Bell");
  await user.click(screen.getByRole("button", { name: "Next guest" }));
  await enter("K7M2Q-1");
  expect(await screen.findByRole("alertdialog", { name: "Already inside" })).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Next guest" }));
  await enter("NOPE-1");
  expect(await screen.findByRole("alertdialog", { name: "Unknown ticket" })).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Next guest" }));
  await waitFor(() => {
    expect(screen.getByTestId("checked-in")).toHaveTextContent("1");
  });
});

it("shows sales that follow new bookings by themselves", async () => {
  const { marquee } = renderApp("/organise/lantern/events/evt_9/sales", { as: "usr_ada" });
  expect(await screen.findByTestId("sold")).toHaveTextContent("0");
  const booking = { id: "bkg_s", code: "K9Q2M", status: "HELD", buyer: "usr_ada", contact: { name: "Bo", email: "bo@example.org", phone: null, locale: "en-GB" } as const, occurrenceId: "occ_9a", lines: [{ id: "l", productId: "tty_9a", quantity: 3 }], expiresAt: null, version: 1, createdAt: new Date().toISOString(), extended: false, tickets: [], payments: [] };
  marquee.bookings.push(booking);
  marquee.confirm(booking);
  await waitFor(
    () => {
      expect(screen.getByTestId("sold")).toHaveTextContent("3");
    },
    { timeout: 4_000 },
  );
  expect(await screen.findByRole("rowheader", { name: "K9Q2M" })).toBeInTheDocument();
});

it("makes an address of a name", () => {
  expect(slugOf("Café Zürich & Söhne")).toBe("cafe-zurich-sohne");
});
