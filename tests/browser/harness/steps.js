/** Steps that many journeys take, by the names and roles a person goes by. */
import assert from "node:assert/strict";

export const CARDS = {
  success: "4242424242424242",
  declined: "4000000000000002",
  bankAsks: "4000002500003155",
  slow: "4000000000000077",
};

/** Waits until someone sees a text. */
export function sees(page, text) {
  return page.getByText(text).filter({ visible: true }).first().waitFor();
}

export function heading(page, name) {
  return page.getByRole("heading", { name }).first().waitFor();
}

/** Signs in by the form and waits for the bell, which only someone signed in has. */
export async function signIn(page, { email, password }, next = "/") {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: /^Notifications/ }).waitFor();
  await page.waitForURL((url) => url.pathname + url.search === next);
}

/** Chooses so many of a ticket on an event page and presses the button. */
export async function choose(page, name, quantity) {
  const more = page.getByRole("button", { name: `One more: ${name}` });
  for (let number = 0; number < quantity; number += 1) await more.click();
  await page.getByRole("button", { name: quantity === 1 ? "Get 1 ticket" : `Get ${String(quantity)} tickets` }).click();
}

/** Fills in the card form and pays. */
export async function payWith(page, number) {
  await page.getByLabel("Card number").fill(number);
  await page.getByLabel("Expiry date").fill("12/39");
  await page.getByLabel("Security code").fill("123");
  await page.getByRole("button", { name: /^Pay / }).click();
}

/** Marks the document, so that `sameDocument` can tell that it was never loaded again. */
export function mark(page) {
  return page.evaluate(() => {
    window.stillHere = true;
  });
}

export async function sameDocument(page) {
  assert.equal(await page.evaluate(() => window.stillHere === true), true, "the page was loaded again");
}

/** The list entry of one ticket type on an event page. */
export function ticketType(page, name) {
  return page.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });
}

/** A title nobody else has. */
export function unique(title) {
  return `${title} ${Math.random().toString(36).slice(2, 7)}`;
}
