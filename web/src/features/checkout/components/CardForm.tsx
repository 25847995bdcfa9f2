/** The card form of the sandbox provider. Card data goes to the provider's address only, never through GraphQL. */
import { useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { TextField } from "../../../components/fields.tsx";
import { Actions, Form, Row } from "../../../components/Form.tsx";
import { serverTime } from "../../../lib/serverClock.ts";
import { checkoutMessages as texts } from "../messages.ts";
import styles from "./CardForm.module.css";

/** What the provider wants to know. */
export interface Card {
  cardNumber: string;
  expiryMonth: number;
  expiryYear: number;
  cvc: string;
}

/** Reads the form; sentences by field where something is missing. */
export function readCard(number: string, expiry: string, cvc: string, now: Date): { card: Card } | { errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const cardNumber = number.replace(/[\s-]/g, "");
  if (!/^\d{12,19}$/.test(cardNumber)) errors["cardNumber"] = texts.cardMissing;
  const match = /^(0?[1-9]|1[0-2])\s*[/-]?\s*(\d{2}|\d{4})$/.exec(expiry.trim());
  const expiryMonth = Number(match?.[1]);
  const expiryYear = Number(match?.[2]) + (match?.[2]?.length === 2 ? 2000 : 0);
  if (!match) errors["expiry"] = texts.expiryWrong;
  else if (expiryYear * 12 + expiryMonth - 1 < now.getFullYear() * 12 + now.getMonth()) errors["expiry"] = texts.expiryPast;
  if (!/^\d{3,4}$/.test(cvc.trim())) errors["cvc"] = texts.cvcWrong;
  return Object.keys(errors).length > 0 ? { errors } : { card: { cardNumber, expiryMonth, expiryYear, cvc: cvc.trim() } };
}

function groupDigits(text: string): string {
  return text
    .replace(/\D/g, "")
    .slice(0, 19)
    .replace(/(\d{4})(?=\d)/g, "$1 ");
}

function groupExpiry(text: string, before: string): string {
  const digits = text
    .replace(/[^\d/]/g, "")
    .replace(/\/+/g, "/")
    .slice(0, 7);
  return /^\d{2}$/.test(digits) && before.length < digits.length ? `${digits}/` : digits;
}

export function CardForm({ amount, busy, problems, onPay }: { amount: string; busy: boolean; problems: readonly string[]; onPay: (card: Card) => void }) {
  const [number, setNumber] = useState("");
  const [expiry, setExpiry] = useState("");
  const [cvc, setCvc] = useState("");
  const [errors, setErrors] = useState<Record<string, string>>({});
  return (
    <Form
      label={texts.payTitle}
      problems={[...Object.values(errors), ...problems]}
      onSubmit={() => {
        const read = readCard(number, expiry, cvc, new Date(serverTime()));
        setErrors("errors" in read ? read.errors : {});
        if ("card" in read) onPay(read.card);
      }}
    >
      <h2>{texts.payTitle}</h2>
      <TextField
        label={texts.cardNumber}
        name="cardNumber"
        autoComplete="cc-number"
        inputMode="numeric"
        value={number}
        error={errors["cardNumber"]}
        onChange={(value) => {
          setNumber(groupDigits(value));
        }}
      />
      <Row>
        <TextField
          label={texts.expiry}
          name="expiry"
          hint={texts.expiryHint}
          autoComplete="cc-exp"
          inputMode="numeric"
          value={expiry}
          error={errors["expiry"]}
          onChange={(value) => {
            setExpiry(groupExpiry(value, expiry));
          }}
        />
        <TextField
          label={texts.cvc}
          name="cvc"
          hint={texts.cvcHint}
          autoComplete="cc-csc"
          inputMode="numeric"
          maxLength={4}
          value={cvc}
          error={errors["cvc"]}
          onChange={(value) => {
            setCvc(value.replace(/\D/g, ""));
          }}
        />
      </Row>
      <Actions>
        <Button type="submit" size="large" fullWidth disabled={busy}>
          {busy ? texts.paying : texts.payNow(amount)}
        </Button>
      </Actions>
      <details className={styles.cards}>
        <summary>{texts.testCards}</summary>
        <p className="small">{texts.testCardsNote}</p>
        <ul>
          {texts.testCard.map(([card, effect]) => (
            <li key={card}>
              <button
                type="button"
                className="figures"
                onClick={() => {
                  setNumber(card);
                  if (!expiry) setExpiry(`12/${String((new Date(serverTime()).getFullYear() + 2) % 100)}`);
                  if (!cvc) setCvc("123");
                }}
              >
                {card}
              </button>{" "}
              {effect}
            </li>
          ))}
        </ul>
      </details>
    </Form>
  );
}
