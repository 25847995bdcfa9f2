/** Browser storage that may be missing, full or forbidden: every call still works, it only forgets. */

/** The stored text, or null. */
export function readStored(key: string, area: "local" | "session" = "local"): string | null {
  try {
    return (area === "local" ? localStorage : sessionStorage).getItem(key);
  } catch {
    return null;
  }
}

/** Stores a text; null removes it. */
export function writeStored(key: string, value: string | null, area: "local" | "session" = "local"): void {
  try {
    const storage = area === "local" ? localStorage : sessionStorage;
    if (value === null) storage.removeItem(key);
    else storage.setItem(key, value);
  } catch {
    // A private window without storage: nothing is kept across pages, nothing breaks.
  }
}
