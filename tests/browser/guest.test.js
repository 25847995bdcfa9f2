/** A guest books a free event with nothing but an address, and comes back by the link in the mail. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { before, test } from "node:test";
import { demoOrganiser, mailTo, putOnSale } from "./harness/graph.js";
import { house } from "./harness/people.js";
import { choose, heading, sees, ticketType, unique } from "./harness/steps.js";

const visit = house();
let offer;
before(async () => {
  offer = await putOnSale(await demoOrganiser(), { title: unique("Open Rehearsal"), tickets: [{ name: "Seat", priceMinor: 0, capacity: 40 }] });
});

test("a guest books a free event by e-mail and opens the booking by the mailed link", async () => {
  const email = `gustav.${randomUUID().slice(0, 8)}@people.example`;
  await visit(async (page) => {
    await page.goto(offer.path);
    await ticketType(page, "Seat").getByText("Free").first().waitFor();
    await choose(page, "Seat", 2);
    await heading(page, "Where do the tickets go?");
    await page.getByRole("button", { name: "Hold tickets and continue" }).click();
    await page.getByRole("alert").filter({ hasText: "Enter your name." }).waitFor();
    await page.getByLabel("Name").fill("Gustav Guest");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "Hold tickets and continue" }).click();
    await page.getByRole("timer").waitFor();
    await sees(page, "These tickets are free. Nothing to pay.");
    await page.getByRole("button", { name: "Confirm booking" }).click();
    await heading(page, "You’re going!");
    await sees(page, `A mail with your tickets is on its way to ${email}.`);
    await page.getByRole("link", { name: "Show tickets" }).click();
    await page.getByRole("img", { name: /^QR code of ticket / }).nth(1).waitFor();
    await page.getByRole("link", { name: "My tickets" }).click();
    await sees(page, "Booked on this device without an account");
  });
  const mail = await mailTo(email, (one) => one.text.includes("#guest="));
  const link = /http\S+#guest=\S+/.exec(mail.text)[0];
  await visit(async (page) => {
    await page.goto(link);
    await page.getByRole("img", { name: /^QR code of ticket / }).nth(1).waitFor();
    await page.waitForURL((url) => url.hash === "");
    await sees(page, "Gustav Guest");
  });
  await visit(async (page) => {
    await page.goto(link.split("#")[0]);
    await heading(page, "We cannot show this booking");
    assert.equal(await page.getByRole("img", { name: /^QR code/ }).count(), 0);
  });
});
