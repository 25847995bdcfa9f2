/**
 * Every screen in one theme and two widths: no serious violation of WCAG by axe, nothing that scrolls sideways, no
 * error in the console, no request to elsewhere; a picture of each in `screenshots/`, to be looked at.
 */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { before, test } from "node:test";
import { Client, demoOrganiser, holdAs, payAndWait, putOnSale, register } from "./graph.js";
import { SCREENSHOTS, house } from "./people.js";
import { CARDS, heading, payWith, sees, signIn } from "./steps.js";

const visit = house();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let organiser;
let offer;
let buyer;
let bookings;
let catalogue;
before(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  organiser = await demoOrganiser("kesselwerk");
  offer = await putOnSale(organiser, { title: "The Understudies", tickets: [{ name: "Stalls", priceMinor: 2_800, capacity: 40 }, { name: "Balcony", priceMinor: 1_650, capacity: 4 }, { name: "Standing", priceMinor: 900, capacity: 2 }] });
  buyer = await register("Clara Curtain");
  const paid = await holdAs(buyer.client, offer, { Stalls: 2 });
  await payAndWait(paid);
  const last = await holdAs(buyer.client, offer, { Standing: 2 });
  const door = await payAndWait(last);
  const given = await holdAs(buyer.client, offer, { Balcony: 1 });
  await payAndWait(given);
  await buyer.client.mutate("bookingCancel", { bookingId: given.bookingId, idempotencyKey: randomUUID() }, "booking { status }");
  bookings = { paid, door, given };
  const full = await putOnSale(organiser, { title: "A Full House", tickets: [{ name: "Box", priceMinor: 5_000, capacity: 1 }] });
  await payAndWait(await holdAs(buyer.client, full, { Box: 1 }));
  const { events } = await new Client().query("{ events(first: 40) { nodes { slug organizer { slug } occurrences(first: 5) { nodes { id } } } } }");
  const find = (matches) => {
    const event = events.nodes.find(matches);
    return event && `/events/${event.organizer.slug}/${event.slug}`;
  };
  catalogue = {
    several: find((event) => event.occurrences.nodes.length > 2),
    soldOut: full.path,
    tokyo: find((event) => event.organizer.slug === "sumida-lights"),
  };
});

const forEveryone = () => [
  ["discover", "/", (page) => page.getByRole("list", { name: "Events" }).waitFor()],
  ["discover-filtered", "/?category=music&city=Berlin", (page) => page.getByRole("list", { name: "Events" }).waitFor()],
  ["discover-empty", "/?q=zzzzz", (page) => heading(page, "Nothing on with these filters")],
  ["event", offer.path, (page) => sees(page, "Refunds")],
  ["event-several-dates", catalogue.several, (page) => sees(page, "Refunds")],
  ["event-sold-out", catalogue.soldOut, (page) => sees(page, "Sold out")],
  ["event-other-zone", catalogue.tokyo, (page) => sees(page, /for you/)],
  ["event-missing", `/events/${organiser.slug}/none`, (page) => heading(page, "This event is not here")],
  ["checkout-details", `/checkout/new?occurrence=${offer.occurrenceId}&line=${offer.products.Stalls}:2`, (page) => heading(page, "Where do the tickets go?")],
  ["sign-in", "/sign-in", (page) => page.getByLabel("E-mail address").waitFor()],
  ["sign-up", "/sign-up", (page) => page.getByLabel("E-mail address").waitFor()],
  ["verify", "/verify-email?email=ada%40example.org", (page) => page.getByLabel("Code from the mail").waitFor()],
  ["forgot-password", "/forgot-password", (page) => page.getByLabel("E-mail address").waitFor()],
  ["reset-password", "/reset-password#token=abc", (page) => page.getByLabel("New password", { exact: true }).waitFor()],
  ["signed-out", "/tickets", (page) => heading(page, "Sign in to see this")],
  ["not-found", "/nowhere", (page) => heading(page, "This page is dark")],
];

const forBuyers = (held) => [
  ["checkout-pay", `/checkout/${held.bookingId}`, (page) => page.getByLabel("Card number").waitFor()],
  ["checkout-declined", null, async (page) => {
    await payWith(page, CARDS.declined);
    await page.getByRole("alert").filter({ hasText: "declined" }).waitFor();
  }],
  ["checkout-done", `/checkout/${bookings.paid.bookingId}`, (page) => heading(page, "You’re going!")],
  ["tickets", "/tickets", (page) => page.getByRole("img", { name: /^QR code/ }).first().waitFor()],
  ["tickets-past", "/tickets?show=past", (page) => page.getByRole("article", { name: /^Ticket / }).first().waitFor()],
  ["booking", `/bookings/${bookings.paid.bookingId}`, (page) => page.getByRole("button", { name: "Cancel booking" }).waitFor()],
  ["booking-cancel", null, async (page) => {
    await page.getByRole("button", { name: "Cancel booking" }).click();
    await page.getByRole("dialog").getByText(/You get back/).waitFor();
  }],
  ["booking-cancelled", `/bookings/${bookings.given.bookingId}`, (page) => sees(page, /Refund of/)],
  ["notifications", "/notifications", (page) => page.getByRole("list", { name: "Notifications" }).waitFor()],
  ["notifications-drawer", null, async (page) => {
    await page.getByRole("button", { name: /^Notifications/ }).click();
    await page.getByRole("dialog").getByRole("link").first().waitFor();
  }],
  ["account", "/account", (page) => heading(page, "Profile")],
  ["account-menu", null, async (page) => {
    await page.getByRole("button", { name: "Account and appearance" }).click();
    await page.getByRole("menuitemradio").first().waitFor();
  }],
  ["organise-first", "/organise", (page) => heading(page, "Become an organiser")],
];

const forOrganisers = () => {
  const event = `/organise/${organiser.slug}/events/${offer.id}`;
  return [
    ["organise", `/organise/${organiser.slug}`, (page) => heading(page, "Your events")],
    ["edit-new", `/organise/${organiser.slug}/events/new`, (page) => page.getByLabel("Theatre").waitFor()],
    ["edit-basics", event, (page) => page.getByLabel("Theatre").waitFor()],
    ["edit-date", `${event}?step=date`, (page) => heading(page, "Add more dates")],
    ["edit-venue", `${event}?step=venue`, (page) => page.getByLabel("Venue’s name").waitFor()],
    ["edit-tickets", `${event}?step=tickets`, (page) => page.getByRole("button", { name: "Edit: Stalls" }).waitFor()],
    ["edit-publish", `${event}?step=publish`, (page) => sees(page, "Your event is on sale.")],
    ["edit-cancel-event", null, async (page) => {
      await page.getByRole("button", { name: "Cancel event" }).click();
      await page.getByRole("dialog").getByLabel(/^Type/).waitFor();
    }],
    ["sales", `${event}/sales`, (page) => page.getByRole("row").nth(3).waitFor()],
    ["check-in", `${event}/check-in`, (page) => page.getByLabel("Ticket code").waitFor()],
    ["check-in-verdict", null, async (page) => {
      await page.getByLabel("Ticket code").fill(bookings.door.pop());
      await page.getByLabel("Ticket code").press("Enter");
      await page.getByRole("alertdialog").waitFor();
    }],
    ["check-in-refused", null, async (page) => {
      await page.getByRole("button", { name: "Next guest" }).click();
      await page.getByLabel("Ticket code").fill("ZZZZZ-1");
      await page.getByLabel("Ticket code").press("Enter");
      await page.getByRole("alertdialog", { name: "Unknown ticket" }).waitFor();
    }],
  ];
};

async function chooseInTheSheet(page) {
  await page.getByRole("button", { name: "Choose tickets" }).click();
  await page.getByRole("button", { name: "One more: Stalls" }).click();
  await page.getByRole("dialog", { name: "Tickets" }).getByText("€28.00").first().waitFor();
}

/** Serious and critical violations, in a line each. What the dark theme can break is colour; the rest is the light one's. */
async function violations(page, dark) {
  await page.evaluate(axe);
  return page.evaluate(async (colourOnly) => {
    const result = await window.axe.run(document.querySelector('[role="alertdialog"], [role="dialog"]') ?? document, { resultTypes: ["violations"], ...(colourOnly && { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } }) });
    return result.violations
      .filter((one) => one.impact === "serious" || one.impact === "critical")
      .map((one) => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
  }, dark);
}

/** What is wider than the screen, if the page scrolls sideways. */
function tooWide(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > width + 1);
    return [`scrolls sideways: ${String(document.documentElement.scrollWidth)} > ${String(width)}: ${wide.slice(0, 4).map((element) => `${element.tagName.toLowerCase()}.${element.className}`).join(", ")}`];
  });
}

async function tour(page, look, screens) {
  const faults = [];
  for (const [name, path, ready] of screens) {
    if (path !== null) await page.goto(path);
    const shown = await ready(page).then(
      () => true,
      (error) => {
        faults.push(`${name}: ${error.message}`);
        return false;
      },
    );
    if (!shown) continue;
    await page.waitForFunction(() => document.fonts.status === "loaded" && document.querySelectorAll('[aria-busy="true"]').length === 0);
    for (const fault of [...(await violations(page, look.startsWith("dark"))), ...(await tooWide(page))]) faults.push(`${name}: ${fault}`);
    await page.screenshot({ path: `${SCREENSHOTS}${name}.${look}.png`, fullPage: !/drawer|menu|verdict|refused|cancel$|cancel-event/.test(name) });
  }
  assert.deepEqual(faults, []);
}

/** The tests of one theme. */
export function everyScreen(theme) {
  for (const phone of [false, true]) {
    const look = `${theme}-${phone ? "phone" : "desktop"}`;
    test(`screens for everyone, ${look}`, async () => {
      await visit((page) => tour(page, look, forEveryone()), { theme, phone });
    });
    test(`screens of a buyer, ${look}`, async () => {
      const held = await holdAs(buyer.client, offer, { Stalls: 1 });
      await visit(
        async (page) => {
          await signIn(page, buyer);
          await tour(page, look, forBuyers(held));
        },
        { theme, phone },
      );
    });
    test(`screens of an organiser, ${look}`, async () => {
      await visit(
        async (page) => {
          await signIn(page, organiser);
          await tour(page, look, forOrganisers());
        },
        { theme, phone },
      );
    });
  }
  test(`the buy sheet, ${theme}-phone`, async () => {
    await visit((page) => tour(page, `${theme}-phone`, [["event-sheet", offer.path, chooseInTheSheet]]), { theme, phone: true });
  });
}
