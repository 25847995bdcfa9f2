/** Light, dark, or what the system says: chosen by the visitor and kept on this device. */
import { useSyncExternalStore } from "react";
import { readStored, writeStored } from "../lib/storage.ts";

export type Mode = "system" | "light" | "dark";

const KEY = "marquee.theme";
const listeners = new Set<() => void>();
const system = globalThis.matchMedia?.("(prefers-color-scheme: dark)");

function chosenMode(): Mode {
  const stored = readStored(KEY);
  return stored === "light" || stored === "dark" ? stored : "system";
}

function apply(): void {
  const mode = chosenMode();
  document.documentElement.dataset["theme"] = mode === "system" ? (system?.matches ? "dark" : "light") : mode;
  for (const listener of listeners) listener();
}

system?.addEventListener("change", apply);

/** The visitor's choice. */
export function useMode(): Mode {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, chosenMode);
}

/** Changes and keeps the choice. */
export function chooseMode(mode: Mode): void {
  writeStored(KEY, mode === "system" ? null : mode);
  apply();
}
