/** The first step for someone who is not signed in: who gets the tickets. The hold is placed when that is known. */
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { Link, useLocation, useNavigate, useSearchParams } from "react-router";
import { Button } from "../../components/Button.tsx";
import { useSessionStatus } from "../../apollo/SessionContext.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { TextField } from "../../components/fields.tsx";
import { Actions, Form } from "../../components/Form.tsx";
import { Page } from "../../components/Page.tsx";
import { SkeletonLines } from "../../components/Skeleton.tsx";
import { graphql, readFragment } from "../../gql/index.ts";
import { useHoldPlace } from "../../lib/holdPlace.ts";
import { chosenLocale } from "../../lib/locale.ts";
import { MoneyValue, type Money } from "../../lib/money.ts";
import { readStored, writeStored } from "../../lib/storage.ts";
import { Steps } from "./components/Steps.tsx";
import { Summary } from "./components/Summary.tsx";
import { checkoutMessages as texts } from "./messages.ts";

const NewCheckout = graphql(`
  query NewCheckout($occurrenceId: ID!) {
    occurrence(id: $occurrenceId) {
      id
      startsAt
      timeZone
      venue {
        id
        name
        address {
          city
        }
      }
      event {
        id
        slug
        title
        currency
        organizer {
          id
          slug
        }
        ticketTypes {
          id
          name
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
      }
    }
  }
`);

/** Reads "tty_1:2" lines out of an address, ignoring what makes no sense. */
export function readLines(search: URLSearchParams): { productId: string; quantity: number }[] {
  return search.getAll("line").flatMap((text) => {
    const match = /^([\w-]+):(\d{1,2})$/.exec(text);
    const quantity = Number(match?.[2]);
    return match?.[1] && quantity > 0 ? [{ productId: match[1], quantity }] : [];
  });
}

export default function NewCheckoutPage() {
  const [search] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const signedIn = useSessionStatus() === "signedIn";
  const occurrenceId = search.get("occurrence") ?? "";
  const lines = readLines(search);
  const { data, error, refetch } = useQuery(NewCheckout, { variables: { occurrenceId }, skip: occurrenceId === "" });
  const [name, setName] = useState(readStored("marquee.contact.name", "session") ?? "");
  const [email, setEmail] = useState(readStored("marquee.contact.email", "session") ?? "");
  const [fields, setFields] = useState<Record<string, string>>({});
  const [problems, setProblems] = useState<string[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const { hold, loading } = useHoldPlace();

  const occurrence = data?.occurrence;
  if (occurrenceId === "" || lines.length === 0 || (data && !occurrence)) {
    return (
      <Page title={texts.title} width="narrow">
        <EmptyState
          title={texts.missingTitle}
          action={
            <Button component={Link} to="/">
              {texts.toDiscover}
            </Button>
          }
        >
          {texts.brokenLink}
        </EmptyState>
      </Page>
    );
  }
  if (!occurrence) {
    return (
      <Page title={texts.title} width="narrow">
        {error ? (
          <FailureNotice
            error={error}
            onRetry={() => {
              void refetch();
            }}
          />
        ) : (
          <SkeletonLines count={4} height="4rem" />
        )}
      </Page>
    );
  }

  const event = occurrence.event;
  const chosen = lines.flatMap((line) => {
    const type = event.ticketTypes.find((one) => one.id === line.productId);
    if (!type) return [];
    const unit: Money | null = type.price.__typename === "FixedPrice" ? readFragment(MoneyValue, type.price.amount) : null;
    return [{ id: type.id, name: type.name, quantity: line.quantity, total: unit && { ...unit, amountMinor: unit.amountMinor * line.quantity } }];
  });
  const priced = chosen.flatMap((line) => (line.total ? [line.total] : []));
  const total = priced[0] ? { ...priced[0], amountMinor: priced.reduce((sum, one) => sum + one.amountMinor, 0) } : null;
  const back = `/events/${event.organizer?.slug ?? "-"}/${event.slug}?date=${occurrence.id}`;

  const submit = async () => {
    const missing: Record<string, string> = {};
    if (!signedIn && name.trim() === "") missing["name"] = texts.nameMissing;
    if (!signedIn && !/^\S+@\S+\.\S+$/.test(email.trim())) missing["email"] = texts.emailMissing;
    setFields(missing);
    setProblems([]);
    setFailure(null);
    if (Object.keys(missing).length > 0) return;
    writeStored("marquee.contact.name", name, "session");
    writeStored("marquee.contact.email", email, "session");
    try {
      const result = await hold(
        { occurrenceId, lines, ...(!signedIn && { contact: { name: name.trim(), email: email.trim(), locale: chosenLocale().tag } }) },
        (id) => chosen.find((line) => line.id === id)?.name ?? texts.someProduct,
      );
      if ("bookingId" in result) void navigate(`/checkout/${result.bookingId}`, { replace: true });
      else setProblems(result.problems);
    } catch (thrown) {
      setFailure(thrown);
    }
  };

  return (
    <Page title={texts.title} width="narrow">
      <Steps at="details" free={total === null} />
      <Summary
        title={event.title}
        startsAt={occurrence.startsAt}
        timeZone={occurrence.timeZone}
        place={[occurrence.venue?.name, occurrence.venue?.address.city].filter(Boolean).join(", ")}
        lines={chosen}
        total={total}
      />
      {failure !== null && <FailureNotice error={failure} />}
      <Form
        label={texts.details}
        problems={[...Object.values(fields), ...problems]}
        onSubmit={() => {
          void submit();
        }}
      >
        {signedIn ? (
          <p>{texts.signedInHold}</p>
        ) : (
          <>
            <div>
              <h2>{texts.whoTitle}</h2>
              <p className="muted">{texts.who}</p>
            </div>
            <TextField label={texts.name} name="name" autoComplete="name" value={name} onChange={setName} error={fields["name"]} required />
            <TextField label={texts.email} name="email" type="email" autoComplete="email" hint={texts.emailHint} value={email} onChange={setEmail} error={fields["email"]} required />
          </>
        )}
        <Actions>
          <Button type="submit" size="large" fullWidth disabled={loading}>
            {loading ? texts.holding : texts.hold}
          </Button>
        </Actions>
        <p className="small">
          <Link to={back}>{texts.back}</Link>
          {!signedIn && (
            <>
              {" · "}
              {texts.haveAccount} <Link to={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`}>{texts.signIn}</Link>
            </>
          )}
        </p>
      </Form>
    </Page>
  );
}
