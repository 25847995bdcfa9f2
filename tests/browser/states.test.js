/** What a screen shows while there is nothing to show: loading, failed, empty, signed out, no such thing. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { demoOrganiser, holdAs, payAndWait, putOnSale, register } from "./harness/graph.js";
import { house } from "./harness/people.js";
import { heading, sees, signIn, unique } from "./harness/steps.js";

const visit = house();
let organiser;
let offer;
let buyer;
let booking;
before(async () => {
  organiser = await demoOrganiser();
  offer = await putOnSale(organiser, { title: unique("Between the Acts"), tickets: [{ name: "Circle", priceMinor: 2_000, capacity: 30 }] });
  buyer = await register("Stella States");
  booking = await holdAs(buyer.client, offer, { Circle: 1 });
  await payAndWait(booking);
});

const isOperation = (names) => (route) => names.includes(route.request().postDataJSON()?.operationName);

/** Answers the operations named by `act`, lets every other one through. */
async function divert(page, names, act) {
  const matches = isOperation(names);
  await page.route("**/graphql", (route) => (route.request().method() === "POST" && matches(route) ? act(route) : route.fallback()));
}

/** Screens by the operations they cannot do without, and what they show when these succeed. */
const open = () => [
  { name: "discover", path: "/", operations: ["Discover"], shows: (page) => page.getByRole("list", { name: "Events" }).waitFor() },
  { name: "event", path: offer.path, operations: ["EventPage"], shows: (page) => heading(page, offer.title) },
  { name: "checkout of a guest", path: `/checkout/new?occurrence=${offer.occurrenceId}&line=${offer.products.Circle}:1`, operations: ["NewCheckout"], shows: (page) => heading(page, "Where do the tickets go?") },
];
const own = () => [
  { name: "tickets", path: "/tickets", operations: ["Tickets"], shows: (page) => page.getByRole("article", { name: /^Ticket / }).first().waitFor() },
  { name: "booking", path: `/bookings/${booking.bookingId}`, operations: ["Booking"], shows: (page) => heading(page, `Booking ${booking.code}`) },
  { name: "checkout", path: `/checkout/${booking.bookingId}`, operations: ["Checkout"], shows: (page) => heading(page, "You’re going!") },
  { name: "notifications", path: "/notifications", operations: ["NotificationList"], shows: (page) => page.getByRole("list", { name: "Notifications" }).waitFor() },
  { name: "account", path: "/account", operations: ["Account"], shows: (page) => heading(page, "Profile") },
  { name: "organise", path: "/organise", operations: ["Teams"], shows: (page) => heading(page, "Become an organiser") },
];
const team = () => {
  const home = `/organise/${organiser.slug}`;
  return [
    { name: "events of a team", path: home, operations: ["TeamEvents"], shows: (page) => heading(page, "Your events") },
    { name: "edit", path: `${home}/events/${offer.id}`, operations: ["EditEvent", "EditOrganizer"], shows: (page) => page.getByLabel("Title").waitFor() },
    { name: "sales", path: `${home}/events/${offer.id}/sales`, operations: ["Sales"], shows: (page) => heading(page, `Sales of “${offer.title}”`) },
    { name: "check-in", path: `${home}/events/${offer.id}/check-in`, operations: ["CheckInLists"], shows: (page) => page.getByLabel("Ticket code").waitFor() },
  ];
};

/** Each screen waits in its own shape, says what went wrong, and recovers by its button. */
async function goesThroughItsStates(page, { name, path, operations, shows }) {
  let release;
  const released = new Promise((done) => {
    release = done;
  });
  await divert(page, operations, async (route) => {
    await released;
    await route.fulfill({ status: 503, contentType: "text/plain", body: "away" }).catch(() => undefined);
  });
  await page.goto(path);
  await page.locator('[aria-busy="true"], [aria-hidden="true"] span[style*="border-radius"]').first().waitFor();
  release();
  const alert = page.getByRole("alert").filter({ hasText: "not answering" }).first();
  await alert.waitFor().catch((error) => {
    throw new Error(`${name} does not say that it failed: ${error.message}`);
  });
  await page.unroute("**/graphql");
  await alert.getByRole("button", { name: "Try again" }).click();
  await shows(page);
}
const away = [/503/];

test("loading and failed: screens for everyone", async () => {
  await visit(
    async (page) => {
      for (const screen of open()) await goesThroughItsStates(page, screen);
    },
    { tolerated: away },
  );
});

test("loading and failed: screens of a buyer", async () => {
  await visit(
    async (page) => {
      await signIn(page, buyer);
      for (const screen of own()) await goesThroughItsStates(page, screen);
    },
    { tolerated: away },
  );
});

test("loading and failed: screens of an organiser", async () => {
  await visit(
    async (page) => {
      await signIn(page, organiser);
      for (const screen of team()) await goesThroughItsStates(page, screen);
    },
    { tolerated: away },
  );
});

test("no network: the page says so, and what was typed stays", async () => {
  await visit(
    async (page, context) => {
      await page.goto("/sign-in");
      await page.getByLabel("E-mail address").fill("ada@example.org");
      await page.getByLabel("Password", { exact: true }).fill("a password that is long");
      await context.setOffline(true);
      await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("alert").filter({ hasText: "There is no connection to Marquee." }).waitFor();
      assert.equal(await page.getByLabel("E-mail address").inputValue(), "ada@example.org");
    },
    { tolerated: [/ERR_INTERNET_DISCONNECTED/] },
  );
});

test("signed out: each screen that needs someone says why and leads back", async () => {
  const home = `/organise/${organiser.slug}`;
  await visit(async (page) => {
    for (const path of ["/tickets", "/notifications", "/account", "/organise", `${home}/events/new`, `${home}/events/${offer.id}`, `${home}/events/${offer.id}/sales`, `${home}/events/${offer.id}/check-in`]) {
      await page.goto(path);
      await heading(page, "Sign in to see this");
      const link = page.getByRole("main").getByRole("link", { name: "Sign in" });
      assert.equal(new URL(await link.getAttribute("href"), page.url()).searchParams.get("next"), path);
    }
    await page.goto("/tickets");
    await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    await page.getByLabel("E-mail address").fill(buyer.email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").filter({ hasText: "do not go together" }).waitFor();
    await page.getByLabel("Password", { exact: true }).fill(buyer.password);
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("article", { name: /^Ticket / }).first().waitFor();
    assert.equal(new URL(page.url()).pathname, "/tickets");
  });
});

test("empty: a new account has nothing yet, in words", async () => {
  const fresh = await register("Newt Newcomer");
  await visit(async (page) => {
    await signIn(page, fresh, "/tickets");
    await heading(page, "No tickets yet");
    await page.getByRole("button", { name: "Past" }).click();
    await heading(page, "Nothing here yet");
    await page.goto("/notifications");
    await heading(page, "Nothing new");
    await page.goto("/organise");
    await heading(page, "Become an organiser");
    await page.goto("/?q=zzzzzzzz");
    await heading(page, "Nothing on with these filters");
  });
});

test("no such thing: a sentence, and a way on", async () => {
  await visit(async (page) => {
    for (const [path, title] of [
      ["/nowhere", "This page is dark"],
      [`/events/${organiser.slug}/no-such-event`, "This event is not here"],
      ["/bookings/bkg_01aaaaaaaaaaaaaaaaaaaaaaaa", "We cannot show this booking"],
      ["/checkout/bkg_01aaaaaaaaaaaaaaaaaaaaaaaa", "We cannot show this booking"],
      [`/bookings/${booking.bookingId}`, "We cannot show this booking"],
      ["/checkout/new", "We cannot show this booking"],
    ]) {
      await page.goto(path);
      await heading(page, title);
    }
  });
});
