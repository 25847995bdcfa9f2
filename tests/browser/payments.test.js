/** Cards that do not simply pay: the bank asks, the bank refuses, the bank takes its time. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { demoOrganiser, holdAsGuest, putOnSale } from "./harness/graph.js";
import { house } from "./harness/people.js";
import { CARDS, heading, mark, payWith, sameDocument, sees, unique } from "./harness/steps.js";

const visit = house();
let offer;
before(async () => {
  offer = await putOnSale(await demoOrganiser(), { title: unique("The Bank Asks"), tickets: [{ name: "Stalls", priceMinor: 1_900, capacity: 60 }] });
});

/** A guest's checkout with a hold, opened as the mailed link would open it. */
async function checkout(page) {
  const { bookingId, guestToken } = await holdAsGuest(offer, { Stalls: 1 });
  await page.goto(`/bookings/${bookingId}#guest=${guestToken}`);
  await page.getByRole("link", { name: "Finish booking" }).click();
  await page.getByLabel("Card number").waitFor();
}

test("the bank asks, and the buyer comes back to a confirmed booking", async () => {
  await visit(async (page) => {
    await checkout(page);
    await payWith(page, CARDS.bankAsks);
    await page.waitForURL(/\/sandbox\/3ds\//);
    await page.getByRole("button", { name: "Authorise" }).click();
    await heading(page, "You’re going!");
  });
});

test("the bank refuses, and the hold stays", async () => {
  await visit(async (page) => {
    await checkout(page);
    await payWith(page, CARDS.bankAsks);
    await page.getByRole("button", { name: "Refuse" }).click();
    await page.getByRole("alert").filter({ hasText: "Your bank did not confirm the payment." }).waitFor();
    await page.getByRole("timer").waitFor();
    await payWith(page, CARDS.success);
    await heading(page, "You’re going!");
  });
});

test("a slow bank: nobody is invited to pay twice, and the page moves on by itself", async () => {
  await visit(async (page) => {
    await checkout(page);
    await mark(page);
    await payWith(page, CARDS.slow);
    await sees(page, "We are checking with your bank");
    await page.getByRole("button", { name: /^Pay / }).waitFor({ state: "detached" });
    await heading(page, "You’re going!");
    await sameDocument(page);
  });
});

test("what is missing on a card form is said beside the field and above the form", async () => {
  await visit(async (page) => {
    await checkout(page);
    await page.getByLabel("Card number").fill("4242");
    await page.getByRole("button", { name: /^Pay / }).click();
    await page.getByRole("alert").filter({ hasText: "There are 3 problems" }).waitFor();
    const field = page.getByLabel("Card number");
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    const described = await field.evaluate((element) => (element.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent).join(" "));
    assert.match(described, /Enter the card number: 12 to 19 digits\./);
  });
});
