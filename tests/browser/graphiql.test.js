/** The API as a browser sees it: GraphiQL, from our own files only. */
import { test } from "node:test";
import { house } from "./harness/people.js";

const visit = house();

test("GraphiQL loads, knows the schema and runs a query", async () => {
  await visit(async (page) => {
    await page.goto("/graphql");
    await page.getByText("query WhatIsOn").first().waitFor();
    await page.getByRole("button", { name: /^Execute query/ }).click();
    await page.getByText('"priceFrom"').first().waitFor();
    await page.getByText('"amountMinor"').first().waitFor();
  });
});
