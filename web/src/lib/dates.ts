/**
 * Times: an instant is always shown with the zone it is told in. The event's zone comes first; the visitor's is added
 * when the clocks differ at that instant.
 */
import { TZDate } from "@date-fns/tz/date";
import { chosenLocale } from "./locale.ts";

/** The visitor's own IANA zone. */
export function visitorZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(chosenLocale().tag, { ...options, timeZone: zone });
    formats.set(key, found);
  }
  return found;
}

/** "Fri 12 Dec 2026" in the given zone. */
export function formatDay(instant: string, zone: string): string {
  return format(zone, { weekday: "short", day: "numeric", month: "short", year: "numeric" }).format(new Date(instant));
}

/** "Friday 12 December 2026" in the given zone. */
export function formatLongDay(instant: string, zone: string): string {
  return format(zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(new Date(instant));
}

/** "19:30" in the given zone. */
export function formatTime(instant: string, zone: string): string {
  return format(zone, { hour: "numeric", minute: "2-digit" }).format(new Date(instant));
}

/** "12 Dec, 19:30" in the given zone. */
export function formatMoment(instant: string, zone: string = visitorZone()): string {
  return format(zone, { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" }).format(new Date(instant));
}

/** The zone as people say it at that instant: "CET", "GMT+9". */
export function zoneName(instant: string, zone: string): string {
  const parts = format(zone, { timeZoneName: "short" }).formatToParts(new Date(instant));
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/** The parts a calendar leaf shows. */
export function dayParts(instant: string, zone: string): { weekday: string; day: string; month: string } {
  const date = new Date(instant);
  return {
    weekday: format(zone, { weekday: "short" }).format(date),
    day: format(zone, { day: "numeric" }).format(date),
    month: format(zone, { month: "short" }).format(date),
  };
}

/** "19:30–22:00 CET", or without the end when there is none. */
export function formatHours(startsAt: string, endsAt: string | null | undefined, zone: string): string {
  const end = endsAt ? `–${formatTime(endsAt, zone)}` : "";
  return `${formatTime(startsAt, zone)}${end} ${zoneName(startsAt, zone)}`;
}

/** The same moment on the visitor's clock, or null when both clocks agree. */
export function visitorTime(startsAt: string, zone: string, own: string = visitorZone()): string | null {
  const instant = new Date(startsAt).getTime();
  if (new TZDate(instant, zone).getTimezoneOffset() === new TZDate(instant, own).getTimezoneOffset()) return null;
  const day = formatDay(startsAt, own);
  const when = day === formatDay(startsAt, zone) ? formatTime(startsAt, own) : `${day}, ${formatTime(startsAt, own)}`;
  return `${when} ${zoneName(startsAt, own)}`;
}

/** The instant a calendar day ("2026-12-01") begins in a zone; with `plusDays`, that many days later. */
export function startOfDay(day: string, zone: string, plusDays = 0): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const date = new TZDate(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + plusDays, zone);
  return Number.isNaN(date.getTime()) ? null : new Date(date.getTime()).toISOString();
}

/** Today's date on the calendar of a zone: "2026-12-01". */
export function today(zone: string, plusDays = 0): string {
  const now = new TZDate(Date.now() + plusDays * 86_400_000, zone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What is odd about a wall-clock time in a zone: skipped or repeated when clocks change; null when nothing is. */
export function wallClockTrouble(local: string, zone: string): "skipped" | "repeated" | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(local);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
  const date = new TZDate(year, month - 1, day, hour, minute, zone);
  if (date.getHours() !== hour || date.getMinutes() !== minute) return "skipped";
  for (const shift of [-3_600_000, 3_600_000]) {
    const other = new TZDate(date.getTime() + shift, zone);
    if (other.getHours() === hour && other.getMinutes() === minute && other.getDate() === day) return "repeated";
  }
  return null;
}

/** How long ago or ahead, in words: "5 minutes ago". */
export function formatAgo(instant: string, now: number): string {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
  const words = new Intl.RelativeTimeFormat(chosenLocale().tag, { numeric: "auto" });
  const size = Math.abs(seconds);
  if (size < 60) return words.format(seconds, "second");
  if (size < 3600) return words.format(Math.round(seconds / 60), "minute");
  if (size < 86_400) return words.format(Math.round(seconds / 3600), "hour");
  return words.format(Math.round(seconds / 86_400), "day");
}
