/** The buyer's journey whole: finds an event, signs up, holds, is declined, pays, has tickets, gives them back. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { codeMailedTo, demoOrganiser, holdAsGuest, mailTo, putOnSale } from "./harness/graph.js";
import { house } from "./harness/people.js";
import { CARDS, choose, heading, mark, payWith, sameDocument, sees, ticketType, unique } from "./harness/steps.js";

const visit = house();
let offer;
before(async () => {
  const title = unique("The Lamplighters");
  offer = await putOnSale(await demoOrganiser(), { title, tickets: [{ name: "Standing", priceMinor: 2_350, capacity: 12 }, { name: "Balcony", priceMinor: 4_000, capacity: 3 }] });
});

test("filters live in the address, cards say what is left, and more can be loaded", async () => {
  await visit(async (page) => {
    await page.goto("/");
    await heading(page, "What’s on");
    const cards = page.getByRole("list", { name: "Events" }).getByRole("article");
    await cards.nth(19).waitFor();
    assert.equal(await cards.count(), 20);
    await page.getByRole("button", { name: "Load more events" }).click();
    await cards.nth(39).waitFor();
    assert.equal(await cards.getByText(/^(Available|\d+ left|Few left|All held right now|Sold out|Sales closed)$/).count() > 30, true, "availability on the cards");

    await page.getByRole("button", { name: "Theatre", exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get("category") === "theatre");
    await page.getByLabel("City").selectOption("London");
    await page.waitForURL((url) => url.searchParams.get("city") === "London");
    await page.getByRole("searchbox", { name: "Search events" }).fill(offer.title);
    await page.waitForURL((url) => url.searchParams.get("q") === offer.title);
    const found = page.getByRole("article").filter({ hasText: offer.title });
    await found.getByText("from €23.50").waitFor();
    await page.getByText("1 event", { exact: true }).waitFor();

    // The address alone is enough: someone else opens the same link.
    await page.reload();
    await page.getByText("1 event", { exact: true }).waitFor();
    assert.equal(await page.getByRole("button", { name: "Theatre", exact: true }).getAttribute("aria-pressed"), "true");
    assert.equal(await page.getByRole("searchbox", { name: "Search events" }).inputValue(), offer.title);
    await found.getByRole("link", { name: offer.title }).click();
    await heading(page, offer.title);
    await page.goBack();
    await page.getByText("1 event", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Clear all filters" }).click();
    await page.waitForURL((url) => url.search === "");
    await cards.nth(19).waitFor();
    await page.getByLabel("From", { exact: true }).fill("2031-01-01");
    await page.waitForURL((url) => url.searchParams.get("from") === "2031-01-01");
    await heading(page, "Nothing on with these filters");
  });
});

test("a buyer signs up, holds, is declined once, pays, and gives the tickets back", async () => {
  const email = `beata.${randomUUID().slice(0, 8)}@people.example`;
  const password = "curtain up at eight";
  await visit(async (page) => {
    // Someone else has the same page open all along.
    await visit(async (watcher) => {
      await watcher.goto(offer.path);
      await ticketType(watcher, "Balcony").getByText("3 left").waitFor();
      await mark(watcher);

      await page.goto(offer.path);
      await ticketType(page, "Balcony").getByText("3 left").waitFor();
      await mark(page);
      const other = await holdAsGuest(offer, { Balcony: 1 });
      await ticketType(page, "Balcony").getByText("2 left").waitFor();
      await other.client.mutate("holdRelease", { bookingId: other.bookingId }, "booking { status }");
      await ticketType(page, "Balcony").getByText("3 left").waitFor();
      await sameDocument(page);

      await page.getByRole("link", { name: "Sign in" }).click();
      await page.getByRole("link", { name: "Create an account" }).click();
      await page.getByLabel("Name").fill("Beata Bright");
      await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Password", { exact: true }).fill(password);
      await page.getByRole("button", { name: "Create an account" }).click();
      await heading(page, "Confirm your e-mail address");
      await page.getByLabel("Code from the mail").fill(await codeMailedTo(email));
      await page.getByRole("button", { name: "Confirm", exact: true }).click();
      await heading(page, "Your address is confirmed");
      await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
      await page.getByLabel("Password", { exact: true }).fill(password);
      await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("button", { name: /^Notifications/ }).waitFor();

      await page.goto(offer.path);
      await mark(page);
      await choose(page, "Balcony", 2);
      const timer = page.getByRole("timer");
      await timer.waitFor();
      assert.match(await timer.innerText(), /^(10:00|9:\d\d)$/);
      await ticketType(watcher, "Balcony").getByText("1 left").waitFor();
      await payWith(page, CARDS.declined);
      await page.getByRole("alert").filter({ hasText: "Your bank declined this card." }).waitFor();
      await timer.waitFor();
      await payWith(page, CARDS.success);
      await heading(page, "You’re going!");
      await page.getByRole("button", { name: /^Notifications, \d+ unread/ }).waitFor();
      await sameDocument(page);

      await page.getByRole("button", { name: /^Notifications/ }).click();
      const drawer = page.getByRole("dialog", { name: "Notifications" });
      await drawer.getByRole("link").filter({ hasText: `Your tickets for ${offer.title}` }).first().waitFor();
      await drawer.getByRole("button", { name: "Mark all as read" }).click();
      await drawer.getByRole("button", { name: "Close" }).click();
      await page.getByRole("button", { name: "Notifications", exact: true }).waitFor();
      const mail = await mailTo(email, (one) => one.subject.includes(offer.title));
      assert.match(mail.text, /Total: /);

      await page.getByRole("link", { name: "My tickets" }).click();
      await heading(page, "My tickets");
      const tickets = page.getByRole("article", { name: /^Ticket / });
      await tickets.nth(1).waitFor();
      assert.equal(await tickets.count(), 2);
      await tickets.first().getByRole("img", { name: /^QR code of ticket / }).waitFor();
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Add to calendar (ICS)" }).click()]);
      const calendar = readFileSync(await download.path(), "utf8");
      assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
      assert.ok(calendar.includes("SUMMARY:"), calendar);

      await page.getByRole("link", { name: "Booking details" }).click();
      await heading(page, /^Booking /);
      await sees(page, /card ending in 4242/);
      await page.getByRole("button", { name: "Cancel booking" }).click();
      const dialog = page.getByRole("dialog", { name: "Cancel this booking?" });
      await dialog.getByText("You get back €80.00 (100 %).").waitFor();
      await dialog.getByRole("button", { name: "Yes, cancel" }).click();
      await sees(page, "This booking is cancelled");
      await sees(page, /Refund of €80\.00: paid back/);
      await ticketType(watcher, "Balcony").getByText("3 left").waitFor();
      await sameDocument(watcher);

      await page.getByRole("link", { name: "My tickets" }).click();
      await heading(page, "No tickets yet");
      await page.getByRole("button", { name: "Past" }).click();
      await page.getByRole("article", { name: /^Ticket / }).first().getByText("Not valid any more").first().waitFor();

      await page.reload();
      await page.getByRole("button", { name: /^Notifications/ }).waitFor();
      await page.getByRole("button", { name: "Account and appearance" }).click();
      await page.getByRole("menuitem", { name: "Sign out" }).click();
      const signIn = page.getByRole("banner").getByRole("link", { name: "Sign in" });
      await signIn.waitFor();
      await page.reload();
      await signIn.waitFor();
    });
  });
});
