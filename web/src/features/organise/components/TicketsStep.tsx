/** Step four: what people can buy. */
import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { FailureNotice } from "../../../components/FailureNotice.tsx";
import { CheckField, TextField } from "../../../components/fields.tsx";
import { Actions, Form, Row } from "../../../components/Form.tsx";
import { graphql, readFragment, type DocumentType, type FragmentType } from "../../../gql/index.ts";
import { amountText, currencyExponent, formatMoney, MoneyValue, parseAmount } from "../../../lib/money.ts";
import { OrganiseEventError } from "../errors.ts";
import { organiseMessages as texts } from "../messages.ts";
import { useOrganiseForm } from "../useOrganiseForm.ts";
import styles from "./steps.module.css";

export const TicketsStep_ticketType = graphql(`
  fragment TicketsStep_ticketType on TicketType {
    id
    name
    version
    position
    minPerBooking
    maxPerBooking
    visibility
    price {
      __typename
      ... on FixedPrice {
        amount {
          ...MoneyValue
        }
      }
      ... on FreePrice {
        free
      }
    }
    quotas {
      id
      capacity
    }
  }
`);

const TicketTypeUpsert = graphql(`
  mutation TicketTypeUpsert($input: TicketTypeUpsertInput!) {
    ticketTypeUpsert(input: $input) {
      ticketType {
        id
        name
        version
        position
        minPerBooking
        maxPerBooking
        visibility
        price {
          __typename
          ... on FixedPrice {
            amount {
              ...MoneyValue
            }
          }
          ... on FreePrice {
            free
          }
        }
      }
      errors {
        ...OrganiseEventError
      }
    }
  }
`);

type TicketType = DocumentType<typeof TicketsStep_ticketType>;

function TicketForm({ eventId, currency, type, onDone }: { eventId: string; currency: string; type: TicketType | null; onDone: (saved: boolean) => void }) {
  const exponent = currencyExponent(currency);
  const amount = type?.price.__typename === "FixedPrice" ? readFragment(MoneyValue, type.price.amount).amountMinor : 0;
  const [name, setName] = useState(type?.name ?? "");
  const [price, setPrice] = useState(type ? amountText(amount, exponent) : "");
  const [capacity, setCapacity] = useState(type ? String(type.quotas?.[0]?.capacity ?? "") : "");
  const [min, setMin] = useState(String(type?.minPerBooking ?? 1));
  const [max, setMax] = useState(String(type?.maxPerBooking ?? 10));
  const [hidden, setHidden] = useState(type?.visibility === "HIDDEN");
  const [upsert] = useMutation(TicketTypeUpsert);
  const form = useOrganiseForm(["name", "priceMinor", "capacity", "minPerBooking", "maxPerBooking"]);
  const number = (text: string) => /^\d{1,7}$/.test(text);
  return (
    <Form
      label={type ? texts.saveTicket : texts.addTicket}
      problems={form.problems}
      onSubmit={() => {
        const priceMinor = parseAmount(price === "" ? "0" : price, exponent);
        void form
          .submit(
            {
              name: name.trim() === "" && texts.nameMissing,
              priceMinor: priceMinor === null && texts.priceWrong(currency),
              capacity: !number(capacity) && (type === null || capacity !== "") && texts.capacityMissing,
              minPerBooking: !number(min) && texts.numberWrong,
              maxPerBooking: !number(max) && texts.numberWrong,
            },
            async () => {
              const { data } = await upsert({
                variables: {
                  input: {
                    ...(type && { id: type.id, version: type.version }),
                    eventId,
                    name: name.trim(),
                    priceMinor,
                    minPerBooking: Number(min),
                    maxPerBooking: Number(max),
                    visibility: hidden ? "HIDDEN" : "PUBLIC",
                    ...(capacity !== "" && { capacity: Number(capacity) }),
                  },
                },
              });
              return readFragment(OrganiseEventError, data?.ticketTypeUpsert.errors ?? []);
            },
          )
          .then((done) => {
            if (done) onDone(true);
          });
      }}
    >
      {form.failure !== null && <FailureNotice error={form.failure} />}
      <Row>
        <TextField label={texts.ticketName} name="ticketName" hint={texts.ticketNameHint} value={name} onChange={setName} error={form.fields["name"]} required />
        <TextField label={texts.price} name="price" inputMode="decimal" hint={texts.priceHint(currency)} value={price} onChange={setPrice} error={form.fields["priceMinor"]} />
        <TextField label={texts.ticketCapacity} name="ticketCapacity" inputMode="numeric" value={capacity} onChange={setCapacity} error={form.fields["capacity"]} required={type === null} />
      </Row>
      <Row>
        <TextField label={texts.min} name="minPerBooking" inputMode="numeric" value={min} onChange={setMin} error={form.fields["minPerBooking"]} />
        <TextField label={texts.max} name="maxPerBooking" inputMode="numeric" value={max} onChange={setMax} error={form.fields["maxPerBooking"]} />
      </Row>
      <CheckField label={texts.hidden} name="hidden" checked={hidden} onChange={setHidden} />
      <Actions>
        <Button type="submit" variant="outlined" disabled={form.busy}>
          {form.busy ? texts.saving : type ? texts.saveTicket : texts.addTicket}
        </Button>
        {type && (
          <Button
            variant="text"
            onClick={() => {
              onDone(false);
            }}
          >
            {texts.cancelEdit}
          </Button>
        )}
      </Actions>
    </Form>
  );
}

export function TicketsStep({ eventId, currency, ticketTypes: references, onSaved, onNext }: { eventId: string; currency: string; ticketTypes: readonly FragmentType<typeof TicketsStep_ticketType>[]; onSaved: () => void; onNext: () => void }) {
  const types = readFragment(TicketsStep_ticketType, references).toSorted((a, b) => a.position - b.position);
  const [editing, setEditing] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  return (
    <div className={styles.block}>
      <p className="muted">{texts.ticketsLead}</p>
      {types.length === 0 && <p>{texts.noTickets}</p>}
      <ul className={styles.tickets}>
        {types.map((type) =>
          editing === type.id ? (
            <li key={type.id}>
              <TicketForm
                key={type.version}
                eventId={eventId}
                currency={currency}
                type={type}
                onDone={(saved) => {
                  setEditing(null);
                  if (saved) onSaved();
                }}
              />
            </li>
          ) : (
            <li key={type.id}>
              <strong>{type.name}</strong>
              <span className="figures">{type.price.__typename === "FixedPrice" ? formatMoney(readFragment(MoneyValue, type.price.amount)) : texts.free}</span>
              <Button
                size="small"
                variant="outlined"
                aria-label={`${texts.edit}: ${type.name}`}
                onClick={() => {
                  setEditing(type.id);
                }}
              >
                {texts.edit}
              </Button>
            </li>
          ),
        )}
      </ul>
      {editing === null && (
        <TicketForm
          key={round}
          eventId={eventId}
          currency={currency}
          type={null}
          onDone={() => {
            setRound(round + 1);
            onSaved();
          }}
        />
      )}
      <Actions>
        <Button onClick={onNext} disabled={types.length === 0}>
          {texts.next}
        </Button>
      </Actions>
    </div>
  );
}
