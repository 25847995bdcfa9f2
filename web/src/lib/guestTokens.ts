/** Guest tokens: what lets someone without an account see the booking they made, kept on this device by booking. */
import { readStored, writeStored } from "./storage.ts";

const KEY = "marquee.guests";

function readAll(): Record<string, string> {
  try {
    const value: unknown = JSON.parse(readStored(KEY) ?? "{}");
    return typeof value === "object" && value !== null ? (value as Record<string, string>) : {};
  } catch {
    return {};
  }
}

/** The token that opens a booking, if this device has it. */
export function guestToken(bookingId: string): string | undefined {
  return readAll()[bookingId];
}

/** Keeps the token of a booking on this device. */
export function keepGuestToken(bookingId: string, token: string): void {
  writeStored(KEY, JSON.stringify({ ...readAll(), [bookingId]: token }));
}

/** Takes a token out of a link's fragment (`#guest=TOKEN`), keeps it, and gives back whether there was one. */
export function adoptGuestToken(bookingId: string, fragment: string): boolean {
  const token = new URLSearchParams(fragment.replace(/^#/, "")).get("guest");
  if (!token) return false;
  keepGuestToken(bookingId, token);
  return true;
}

/** The bookings this device holds tokens for, the newest last. */
export function guestBookings(): string[] {
  return Object.keys(readAll());
}
