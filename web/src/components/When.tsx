/** When something takes place: in its own zone, and on the visitor's clock if that differs. */
import { formatHours, formatLongDay, formatDay, visitorTime } from "../lib/dates.ts";
import { componentMessages as texts } from "./messages.ts";

export function When({ startsAt, endsAt, timeZone, short = false }: { startsAt: string; endsAt?: string | null | undefined; timeZone: string; short?: boolean }) {
  const own = visitorTime(startsAt, timeZone);
  return (
    <time dateTime={startsAt} className="figures">
      {short ? formatDay(startsAt, timeZone) : formatLongDay(startsAt, timeZone)}, {formatHours(startsAt, endsAt, timeZone)}
      {own && <span className="muted small"> ({texts.yourTime(own)})</span>}
    </time>
  );
}
