/** A venue without a map: name, address to copy, room. */
import { CopyButton } from "../../../components/CopyButton.tsx";
import { graphql, readFragment, type FragmentType } from "../../../gql/index.ts";
import { chosenLocale } from "../../../lib/locale.ts";
import { eventMessages as texts } from "../messages.ts";

export const VenueFacts_venue = graphql(`
  fragment VenueFacts_venue on Venue {
    id
    name
    capacity
    address {
      lines
      city
      countryCode
    }
  }
`);

function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(chosenLocale().tag, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

export function VenueFacts({ venue: reference }: { venue: FragmentType<typeof VenueFacts_venue> }) {
  const venue = readFragment(VenueFacts_venue, reference);
  const lines = [...venue.address.lines, venue.address.city, countryName(venue.address.countryCode)];
  return (
    <div style={{ display: "grid", gap: "0.75rem", justifyItems: "start" }}>
      <address style={{ fontStyle: "normal" }}>
        <strong>{venue.name}</strong>
        {lines.map((line, index) => (
          <span key={index} style={{ display: "block" }}>
            {line}
          </span>
        ))}
      </address>
      {venue.capacity !== null && venue.capacity !== undefined && <p className="muted small">{texts.capacity(venue.capacity)}</p>}
      <CopyButton text={[venue.name, ...lines].join(", ")} label={texts.copyAddress} />
    </div>
  );
}
