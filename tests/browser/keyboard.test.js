/** Without a mouse: the skip link, the order of tabbing, and where the focus goes when the screen changes. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { demoOrganiser, eventually, putOnSale } from "./harness/graph.js";
import { house } from "./harness/people.js";
import { heading, unique } from "./harness/steps.js";

const visit = house();
/** More presses of Tab than any sensible page needs. */
const ENOUGH = 60;
let offer;
before(async () => {
  offer = await putOnSale(await demoOrganiser(), { title: unique("By Hand"), tickets: [{ name: "Pit", priceMinor: 1_200, capacity: 40 }] });
});

/** What has the focus, by name and whether one can see that it has. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    // The search has one frame around its icon and its field; a card is marked whole by the link that covers it.
    const styles = [getComputedStyle(element), getComputedStyle(element.parentElement), getComputedStyle(element.closest("article") ?? element)];
    const box = element.getBoundingClientRect();
    return {
      tag: element.tagName.toLowerCase(),
      id: element.id,
      name: element.getAttribute("aria-label") ?? element.textContent.trim(),
      // A date field marks the part of it that has the focus.
      marked: element.type === "date" || styles.some((style) => style.outlineStyle !== "none" || style.boxShadow !== "none"),
      visible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0,
    };
  });
}

async function tabTo(page, name) {
  for (let press = 0; press < ENOUGH; press += 1) {
    await page.keyboard.press("Tab");
    // The skip link slides in.
    const at = await eventually("the focus to be on the screen", async () => {
      const now = await focused(page);
      return now.visible && now;
    });
    assert.ok(at.visible && at.marked, `the focus can be seen on ${at.tag} “${at.name}”`);
    if (name.test(at.name)) return;
  }
  assert.fail(`Tab never reached ${String(name)}`);
}

test("the skip link comes first and skips", async () => {
  await visit(async (page) => {
    await page.goto(offer.path);
    await heading(page, offer.title);
    await page.keyboard.press("Tab");
    assert.equal((await focused(page)).name, "Skip to content");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "main" || location.hash === "#main");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.getElementById("main").contains(document.activeElement)), true);
  });
});

test("from the list to a held ticket by keyboard alone", async () => {
  await visit(async (page) => {
    await page.goto(`/?q=${encodeURIComponent(offer.title)}`);
    await page.getByText("1 event", { exact: true }).waitFor();
    await tabTo(page, new RegExp(`^${offer.title}$`));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: offer.title }).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "main");
    await tabTo(page, /^One more: Pit$/);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Space");
    await tabTo(page, /^Get 2 tickets$/);
    await page.keyboard.press("Enter");
    await heading(page, "Where do the tickets go?");
    await page.waitForFunction(() => document.activeElement?.id === "main");
    await tabTo(page, /^Hold tickets and continue$/);
    await page.keyboard.press("Enter");
    const summary = page.getByRole("alert").filter({ hasText: "There are 2 problems" });
    await summary.waitFor();
    assert.equal(await summary.evaluate((element) => element === document.activeElement || element.contains(document.activeElement)), true, "the focus moved to the problems");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Kay Board");
    await page.keyboard.press("Tab");
    await page.keyboard.type("kay@people.example");
    await page.keyboard.press("Enter");
    await page.getByRole("timer").waitFor();
  });
});

test("dates are chosen by arrow keys, menus and dialogs close by Escape and give the focus back", async () => {
  await visit(async (page) => {
    await page.goto("/");
    const button = page.getByRole("button", { name: "Account and appearance" });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitemradio", { name: /Dark/ }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("menuitemradio").first().waitFor({ state: "detached" });
    assert.equal((await focused(page)).name, "Account and appearance");
    await page.keyboard.press("Enter");
    await page.getByRole("menuitemradio", { name: /Dark/ }).click();
    await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  });
});
