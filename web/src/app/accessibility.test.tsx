import { screen } from "@testing-library/react";
import axe from "axe-core";
import { expect, it } from "vitest";
import { renderApp } from "../testing/renderApp.tsx";

// Colours are judged in a real browser; jsdom paints nothing.
it.each([
  ["/", "What’s on"],
  ["/events/lantern/night-bus-orchestra", "Night Bus Orchestra"],
  ["/checkout/new?occurrence=occ_1a&line=tty_1a:2", "Checkout"],
  ["/tickets", "My tickets"],
  ["/sign-in", "Sign in"],
  ["/sign-up", "Create an account"],
  ["/organise/lantern/events/new", "New event"],
  ["/nowhere", "This page is dark"],
])("%s has no violation axe can find", async (path, heading) => {
  const { container } = renderApp(path, path.startsWith("/organise") ? { as: "usr_ada" } : {});
  await screen.findByRole("heading", { level: 1, name: heading });
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
});
