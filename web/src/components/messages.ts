/** Texts of the shared components. */
import { defineMessages, plural } from "../lib/messages.ts";

export const componentMessages = defineMessages({
  en: {
    retry: "Try again",
    signIn: "Sign in",
    signUp: "Create an account",
    signedOutTitle: "Sign in to see this",
    close: "Close",
    loading: "Loading…",
    free: "Free",
    available: "Available",
    left: (count: number) => plural(count, { one: "# left", other: "# left" }),
    fewLeft: "Few left",
    heldByOthers: "All held right now",
    soldOut: "Sold out",
    closed: "Sales closed",
    checking: "Checking…",
    fewer: (name: string) => `One fewer: ${name}`,
    more: (name: string) => `One more: ${name}`,
    quantity: (name: string) => `Number of ${name}`,
    copied: "Copied",
    copy: "Copy",
    qr: (code: string) => `QR code of ticket ${code}`,
    problems: (count: number) => plural(count, { one: "There is a problem", other: "There are # problems" }),
    policyNone: "No refunds. If the event is cancelled you get all your money back.",
    policyFull: (hours: number | null) =>
      hours && hours > 0 ? `Full refund if you cancel at least ${duration(hours)} before the start.` : "Full refund if you cancel before the start.",
    policyTier: (percent: number, hours: number) => `${String(percent)} % back if you cancel at least ${duration(hours)} before the start`,
    policyTierRest: "After that there is no refund. If the event is cancelled you get all your money back.",
    policyCase: "The organiser decides on refunds case by case. If the event is cancelled you get all your money back.",
    yourTime: (time: string) => `${time} for you`,
  },
});

function duration(hours: number): string {
  if (hours >= 48 && hours % 24 === 0) return plural(hours / 24, { one: "# day", other: "# days" });
  return plural(hours, { one: "# hour", other: "# hours" });
}
