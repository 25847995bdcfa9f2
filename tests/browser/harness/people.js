/**
 * People with a browser. Each has a context of their own, is watched for what nobody may ever see (errors in the
 * console, requests to other origins, answers of 500), and leaves a picture behind when a test fails.
 */
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { ORIGIN } from "./graph.js";

const FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(" ");
const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };
/** Long, for a machine that builds something meanwhile. */
const PATIENCE_MILLISECONDS = 30_000;

export const SCREENSHOTS = new URL("../screenshots/", import.meta.url).pathname;

/** Opens one browser for a test file; gives back `visit`. */
export function house() {
  let browser;
  before(async () => {
    browser = await chromium.launch({ executablePath: process.env.MARQUEE_CHROMIUM ?? "/usr/bin/chromium", headless: true, args: FLAGS });
  });
  after(() => browser.close());
  return (act, options) => visit(browser, act, options);
}

function watch(page, complaints) {
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (["data:", "blob:"].includes(url.protocol)) return;
    if (url.origin !== ORIGIN) complaints.push(`left the origin: ${request.method()} ${request.url()}`);
  });
  page.on("websocket", (socket) => {
    if (new URL(socket.url()).host !== new URL(ORIGIN).host) complaints.push(`left the origin: ${socket.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${String(response.status())}: ${response.url()}`);
  });
}

/**
 * Someone visits, does what `act` says, and leaves; afterwards there must be nothing to complain about but what
 * `tolerated` names. Options: `theme` "light" or "dark", `phone`, `zone`, `tolerated`.
 */
async function visit(browser, act, { theme = "light", phone = false, zone = "Europe/London", tolerated = [] } = {}) {
  const context = await browser.newContext({
    baseURL: ORIGIN,
    locale: "en-GB",
    timezoneId: zone,
    colorScheme: theme,
    reducedMotion: "reduce",
    viewport: phone ? PHONE : DESKTOP,
    isMobile: phone,
    hasTouch: phone,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const complaints = [];
  context.on("page", (page) => watch(page, complaints));
  const page = await context.newPage();
  try {
    await act(page, context);
    const left = complaints.filter((complaint) => !tolerated.some((pattern) => pattern.test(complaint)));
    assert.deepEqual(left, [], "nothing to complain about");
  } catch (error) {
    mkdirSync(`${SCREENSHOTS}failed`, { recursive: true });
    const file = `${SCREENSHOTS}failed/${String(Date.now())}-${String(process.pid)}.png`;
    await page.screenshot({ path: file, fullPage: true }).catch(() => undefined);
    error.message += `\n  at ${page.url()}, picture: ${file}${complaints.length > 0 ? `\n  complaints: ${complaints.join("; ")}` : ""}`;
    throw error;
  } finally {
    await context.close();
  }
}
