/** Step three: where it is. A venue used before can be chosen again. */
import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { FailureNotice } from "../../../components/FailureNotice.tsx";
import { SelectField, TextField } from "../../../components/fields.tsx";
import { Actions, Form, Row } from "../../../components/Form.tsx";
import { graphql, readFragment, type FragmentType } from "../../../gql/index.ts";
import { OrganiseEventError } from "../errors.ts";
import { organiseMessages as texts } from "../messages.ts";
import { useOrganiseForm } from "../useOrganiseForm.ts";

export const VenueStep_venue = graphql(`
  fragment VenueStep_venue on Venue {
    id
    name
    timeZone
    capacity
    version
    address {
      lines
      city
      countryCode
    }
  }
`);

const VenueUpsert = graphql(`
  mutation VenueUpsert($input: VenueUpsertInput!) {
    venueUpsert(input: $input) {
      venue {
        ...VenueStep_venue
      }
      errors {
        ...OrganiseEventError
      }
    }
  }
`);

const NEW = "new";
const NONE = "none";

interface Props {
  organizerId: string;
  timeZone: string;
  online: boolean;
  /** The venue of an event that exists; it can be edited, not exchanged. */
  fixed?: FragmentType<typeof VenueStep_venue> | null | undefined;
  known: readonly FragmentType<typeof VenueStep_venue>[];
  created: boolean;
  busy: boolean;
  onChosen: (venueId: string | null) => void;
}

export function VenueStep({ organizerId, timeZone, online, fixed, known: knownReferences, created, busy, onChosen }: Props) {
  const known = readFragment(VenueStep_venue, knownReferences);
  const own = readFragment(VenueStep_venue, fixed);
  const [choice, setChoice] = useState(own ? own.id : online ? NONE : (known[0]?.id ?? NEW));
  const [name, setName] = useState(own?.name ?? "");
  const [street, setStreet] = useState(own?.address.lines.join(", ") ?? "");
  const [city, setCity] = useState(own?.address.city ?? "");
  const [country, setCountry] = useState(own?.address.countryCode ?? "");
  const [capacity, setCapacity] = useState(own?.capacity === null || own?.capacity === undefined ? "" : String(own.capacity));
  const [upsert] = useMutation(VenueUpsert);
  const form = useOrganiseForm(["name", "lines", "city", "countryCode", "capacity"]);
  const editing = own !== null && own !== undefined;
  const entering = editing || choice === NEW;

  const submit = async () => {
    if (!entering) {
      onChosen(choice === NONE ? null : choice);
      return;
    }
    let id: string | null = null;
    const done = await form.submit(
      {
        name: name.trim() === "" && texts.venueNameMissing,
        city: city.trim() === "" && texts.cityMissing,
        countryCode: !/^[A-Za-z]{2}$/.test(country.trim()) && texts.countryWrong,
        capacity: capacity !== "" && !/^\d{1,6}$/.test(capacity) && texts.numberWrong,
      },
      async () => {
        const { data } = await upsert({
          variables: {
            input: {
              ...(own && { id: own.id, version: own.version }),
              organizerId,
              name: name.trim(),
              lines: street.trim() === "" ? [] : [street.trim()],
              city: city.trim(),
              countryCode: country.trim().toUpperCase(),
              timeZone: own?.timeZone ?? timeZone,
              ...(capacity !== "" && { capacity: Number(capacity) }),
            },
          },
        });
        id = readFragment(VenueStep_venue, data?.venueUpsert.venue)?.id ?? null;
        return readFragment(OrganiseEventError, data?.venueUpsert.errors ?? []);
      },
    );
    if (done) onChosen(id);
  };

  return (
    <Form
      label={texts.step.venue}
      problems={form.problems}
      onSubmit={() => {
        void submit();
      }}
    >
      {form.failure !== null && <FailureNotice error={form.failure} />}
      {created && <p className="muted">{texts.venueFixed}</p>}
      {!created && (
        <SelectField
          label={texts.venueChoice}
          name="venueId"
          value={choice}
          onChange={setChoice}
          options={[
            ...known.map((venue) => ({ value: venue.id, label: `${venue.name}, ${venue.address.city}` })),
            { value: NEW, label: texts.newVenue },
            ...(online ? [{ value: NONE, label: texts.noVenue }] : []),
          ]}
        />
      )}
      {entering && (
        <>
          <TextField label={texts.venueName} name="venueName" value={name} onChange={setName} error={form.fields["name"]} required />
          <TextField label={texts.street} name="street" autoComplete="off" value={street} onChange={setStreet} error={form.fields["lines"]} />
          <Row>
            <TextField label={texts.city} name="city" value={city} onChange={setCity} error={form.fields["city"]} required />
            <TextField label={texts.country} name="countryCode" value={country} onChange={setCountry} error={form.fields["countryCode"]} maxLength={2} required />
            <TextField label={texts.venueCapacity} name="capacity" inputMode="numeric" value={capacity} onChange={setCapacity} error={form.fields["capacity"]} />
          </Row>
        </>
      )}
      <Actions>
        <Button type="submit" disabled={form.busy || busy}>
          {form.busy || busy ? texts.saving : created ? texts.next : texts.createDraft}
        </Button>
      </Actions>
    </Form>
  );
}
