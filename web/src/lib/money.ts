/** Money: integers in the smallest unit with the currency's exponent, never a float until it is shown. */
import { graphql } from "../gql/index.ts";
import { chosenLocale } from "./locale.ts";

/** What every amount on the wire is made of. */
export const MoneyValue = graphql(`
  fragment MoneyValue on Money {
    amountMinor
    currency
    exponent
  }
`);

/** An amount as the API gives it. */
export interface Money {
  amountMinor: number;
  currency: string;
  exponent: number;
}

/** "€24.00", "¥1,200": by the rules of the visitor's region, with as many decimals as the currency has. */
export function formatMoney(money: Money): string {
  return new Intl.NumberFormat(chosenLocale().tag, {
    style: "currency",
    currency: money.currency,
    minimumFractionDigits: money.exponent,
    maximumFractionDigits: money.exponent,
  }).format(money.amountMinor / 10 ** money.exponent);
}

/** How many decimals a currency has by ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyExponent(currency: string): number {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** Reads "12.50" or "12,50" as smallest units; null when it is not an amount the currency can express. */
export function parseAmount(text: string, exponent: number): number | null {
  const match = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text.trim());
  if (!match) return null;
  const fraction = match[2] ?? "";
  if (fraction.length > exponent) return null;
  return Number(match[1]) * 10 ** exponent + Number(fraction.padEnd(exponent, "0") || "0");
}

/** The plain figure of an amount, for a form field: "12.50". */
export function amountText(amountMinor: number, exponent: number): string {
  return (amountMinor / 10 ** exponent).toFixed(exponent);
}
