/** IANA zones and currencies to choose from. */
import { chosenLocale } from "./locale.ts";

/** Every zone the browser knows, and `current` even if it does not. */
export function zoneOptions(current: string): { value: string; label: string }[] {
  const zones = new Set([current, ...(typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : []), "UTC"]);
  return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

const CURRENCIES = ["EUR", "USD", "GBP", "CHF", "JPY", "SEK", "NOK", "DKK", "PLN", "CZK", "CAD", "AUD", "NZD", "KWD"];

/** The currencies events are sold in, by name. */
export function currencyOptions(): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(chosenLocale().tag, { type: "currency" });
  return CURRENCIES.map((code) => ({ value: code, label: `${code}, ${names.of(code) ?? code}` }));
}
