/** The organiser's journey whole: a team, an event, a date, a venue, tickets, on sale, sales live, and the door. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { eventually, evening, holdAsGuest, payAndWait, register, Client } from "./harness/graph.js";
import { house } from "./harness/people.js";
import { heading, mark, sameDocument, sees, signIn, ticketType, unique } from "./harness/steps.js";

const visit = house();
let person;
before(async () => {
  person = await register("Olga Opening");
});

test("from an empty account to the door", async () => {
  const team = unique("Opening Nights");
  const title = unique("First Light");
  await visit(async (page) => {
    await signIn(page, person, "/organise");
    await heading(page, "Become an organiser");
    await page.getByLabel("Organiser’s name").fill(team);
    const slug = await page.getByLabel("Address").inputValue();
    assert.match(slug, /^opening-nights-/);
    await page.getByLabel("Time zone").selectOption("Europe/London");
    await page.getByRole("button", { name: "Create organiser" }).click();
    await heading(page, "No events yet");

    await page.getByRole("link", { name: "New event" }).click();
    await page.getByRole("button", { name: "Save and go on" }).click();
    await page.getByRole("alert").filter({ hasText: "Enter a title." }).waitFor();
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Summary").fill("A first night, and the lamps go on.");
    await page.getByLabel("Description").fill("Bring **someone**.\n\n- one\n- two");
    await page.getByLabel("Theatre").check();
    await page.getByLabel("Refunds").selectOption({ label: "Full refund until a time before the start" });
    await page.getByRole("button", { name: "Save and go on" }).click();

    await page.getByLabel("Starts").fill(evening(20).slice(0, 16));
    await page.getByLabel("Ends").fill(evening(19).slice(0, 16));
    await page.getByRole("button", { name: "Save and go on" }).click();
    await page.getByRole("alert").filter({ hasText: "It has to end after it starts." }).waitFor();
    await page.getByLabel("Ends").fill(evening(20).slice(0, 16).replace("T19", "T22"));
    await page.getByRole("button", { name: "Save and go on" }).click();

    await page.getByLabel("Venue’s name").fill("Lamp House");
    await page.getByLabel("Street and number").fill("7 Wick Street");
    await page.getByLabel("City", { exact: true }).fill("London");
    await page.getByLabel("Country (two letters)").fill("gb");
    await page.getByLabel(/\(optional\)$/).fill("80");
    await page.getByRole("button", { name: "Save as draft and go on" }).click();

    await sees(page, "No tickets yet. Add at least one.");
    await page.getByLabel("Name", { exact: true }).fill("Stalls");
    await page.getByLabel("Price").fill("12.50");
    await page.getByLabel("How many per date").fill("30");
    await page.getByRole("button", { name: "Add ticket" }).click();
    await page.getByRole("button", { name: "Edit: Stalls" }).waitFor();
    await page.getByLabel("Name", { exact: true }).fill("Gods");
    await page.getByLabel("Price").fill("0");
    await page.getByLabel("How many per date").fill("10");
    await page.getByRole("button", { name: "Add ticket" }).click();
    await page.getByRole("button", { name: "Edit: Gods" }).waitFor();
    // It can be left and resumed: the draft is with the team.
    await page.reload();
    await page.getByRole("button", { name: "Edit: Gods" }).waitFor();
    await page.getByRole("button", { name: "Save and go on" }).click();

    await page.getByRole("button", { name: "Publish" }).last().click();
    await sees(page, "Your event is on sale.");
    await page.getByRole("main").getByRole("link", { name: "View page" }).click();
    await heading(page, title);
    await ticketType(page, "Stalls").getByText("Available").waitFor();
    const path = new URL(page.url()).pathname;

    await page.getByRole("link", { name: "Organise" }).click();
    await page.getByRole("navigation", { name: title }).getByRole("link", { name: "Sales" }).click();
    await heading(page, `Sales of “${title}”`);
    await heading(page, "No bookings yet");
    await mark(page);

    const { event } = await new Client().query(
      "query($organizerSlug: String!, $slug: String!) { event(organizerSlug: $organizerSlug, slug: $slug) { ticketTypes { id name } occurrences(first: 1) { nodes { id } } } }",
      { organizerSlug: slug, slug: path.split("/").at(-1) },
    );
    const offer = { occurrenceId: event.occurrences.nodes[0].id, products: Object.fromEntries(event.ticketTypes.map((type) => [type.name, type.id])) };
    const held = await holdAsGuest(offer, { Stalls: 2 }, { name: "Viola Visitor", email: "viola@people.example" });
    const [first] = await payAndWait(held);
    const sold = page.getByText("Sold", { exact: true }).locator("..").getByRole("definition");
    await eventually("the sales to be counted", async () => (await sold.innerText()) === "2");
    await page.getByRole("row").filter({ hasText: held.code }).getByText("Confirmed").waitFor();
    await sees(page, "€25.00");
    await sameDocument(page);

    await page.getByRole("link", { name: "Check-in" }).click();
    await heading(page, "Check-in");
    await sees(page, /of 2 checked in/);
    await page.getByRole("button", { name: "Check in", exact: true }).click();
    await sees(page, "Enter a ticket code.");
    await page.getByLabel("Ticket code").fill(first.toLowerCase());
    await page.getByRole("button", { name: "Check in", exact: true }).click();
    await page.getByRole("alertdialog", { name: "Welcome in" }).getByText(first).waitFor();
    await page.getByRole("button", { name: "Next guest" }).click();
    await sees(page, /^\s*1 of 2 checked in/);

    await page.getByLabel("Ticket code").fill(first);
    await page.getByLabel("Ticket code").press("Enter");
    const refused = page.getByRole("alertdialog", { name: "Already inside" });
    await refused.getByText(/^since \d\d:\d\d/).waitFor();
    await page.keyboard.press("Escape");
    await page.getByLabel("Ticket code").fill("ZZZZZ-9");
    await page.getByLabel("Ticket code").press("Enter");
    await page.getByRole("alertdialog", { name: "Unknown ticket" }).waitFor();
    await page.getByRole("button", { name: "Next guest" }).click();
    await sees(page, /^\s*1 of 2 checked in/);

    // The door sees what another door does.
    await visit(async (other) => {
      await signIn(other, person, new URL(page.url()).pathname);
      await sees(other, /^\s*1 of 2 checked in/);
      await page.getByLabel("Ticket code").fill(first.replace(/-1$/, "-2"));
      await page.getByLabel("Ticket code").press("Enter");
      await page.getByRole("alertdialog", { name: "Welcome in" }).waitFor();
      await sees(other, /^\s*2 of 2 checked in/);
    });

    await page.getByRole("button", { name: "Next guest" }).click();
    await page.getByRole("link", { name: "Back to your events" }).click();
    await page.getByRole("navigation", { name: title }).getByRole("link", { name: "Edit" }).click();
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByRole("button", { name: "Pause sales" }).click();
    await page.getByRole("button", { name: "Put back on sale" }).waitFor();
  });
});

test("someone else's event is nobody's business", async () => {
  const stranger = await register("Nosy Neighbour");
  const { events } = await new Client().query("{ events(first: 1) { nodes { id organizer { slug } } } }");
  const [event] = events.nodes;
  await visit(
    async (page) => {
      await signIn(page, stranger, `/organise/${event.organizer.slug}/events/${event.id}/check-in`);
      await sees(page, /Your role in this team does not cover this|You are not allowed|not here/);
      await page.goto(`/organise/${event.organizer.slug}/events/${event.id}/sales`);
      await sees(page, /Your role in this team does not cover this|You are not allowed|not here/);
      assert.equal(await page.getByText("Revenue").count(), 0);
    },
  );
});
