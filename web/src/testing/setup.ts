/** What every test runs in: a clean document, and the parts of a browser that jsdom lacks. */
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
  window.history.replaceState(null, "", "/");
});

// Screens are loaded when first visited, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 20_000 });

window.scrollTo = () => undefined;
window.matchMedia = (query) =>
  ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList;
Object.defineProperty(navigator, "languages", { value: ["en-GB", "en"] });
