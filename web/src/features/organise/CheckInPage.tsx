/** The door: pick a list, scan or type, and a whole screen of green, amber or red. Every guest counts once and only once. */
import { useMutation, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { Button } from "../../components/Button.tsx";
import { useLiveUpdates } from "../../apollo/live.ts";
import { useSessionStatus } from "../../apollo/SessionContext.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { SelectField, TextField } from "../../components/fields.tsx";
import { Actions, Form } from "../../components/Form.tsx";
import { Page } from "../../components/Page.tsx";
import { SignedOut } from "../../components/SignedOut.tsx";
import { SkeletonLines } from "../../components/Skeleton.tsx";
import { graphql, readFragment } from "../../gql/index.ts";
import type { CheckInInput, CheckInResult } from "../../gql/graphql.ts";
import { formatDay, formatTime, visitorZone } from "../../lib/dates.ts";
import { serverTime } from "../../lib/serverClock.ts";
import { Scanner } from "./components/Scanner.tsx";
import { Verdict, type VerdictProps } from "./components/Verdict.tsx";
import styles from "./CheckInPage.module.css";
import { describeOrganiseError, OrganiseCheckInError } from "./errors.ts";
import { organiseMessages as texts } from "./messages.ts";

const CheckInLists = graphql(`
  query CheckInLists($eventId: ID!) {
    event(id: $eventId) {
      id
      title
      checkInLists {
        id
        name
        expected
        checkedIn
        occurrence {
          id
          name
          startsAt
          timeZone
        }
      }
    }
  }
`);

const CheckIn = graphql(`
  mutation CheckIn($input: CheckInInput!) {
    checkIn(input: $input) {
      result
      record {
        id
        at
        result
        list {
          id
          expected
          checkedIn
        }
      }
      ticket {
        id
        code
        status
        holderName
        product {
          id
          name
        }
      }
      previous {
        id
        at
      }
      errors {
        ...OrganiseCheckInError
      }
    }
  }
`);

const CheckInActivity = graphql(`
  subscription CheckInActivity($listId: ID!) {
    checkInActivity(checkInListId: $listId) {
      sequence
      list {
        id
        expected
        checkedIn
      }
      record {
        id
        at
        result
      }
      ticket {
        id
        code
        holderName
      }
    }
  }
`);

const ListCounts = graphql(`
  fragment CheckInListCounts on CheckInList {
    id
    expected
    checkedIn
  }
`);

interface Scan {
  id: string;
  at: string;
  result: CheckInResult;
  code: string;
}

/** How many of the last scans are shown. */
const LAST_SCANS = 8;

function Door({ eventId }: { eventId: string }) {
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch, client } = useQuery(CheckInLists, { variables: { eventId }, fetchPolicy: "cache-and-network" });
  const [checkIn, { loading }] = useMutation(CheckIn, { context: { idempotent: true } });
  const [code, setCode] = useState("");
  const [problems, setProblems] = useState<string[]>([]);
  const [unsent, setUnsent] = useState<{ input: CheckInInput; error: unknown } | null>(null);
  const [verdict, setVerdict] = useState<VerdictProps | null>(null);
  const [scans, setScans] = useState<Scan[]>([]);
  const [lastSequence, setLastSequence] = useState(-1);
  const lists = data?.event?.checkInLists;
  const list = lists?.find((one) => one.id === search.get("list")) ?? lists?.[0];
  const listId = list?.id ?? "";

  const note = (scan: Scan) => {
    setScans((before) => [scan, ...before.filter((one) => one.id !== scan.id)].slice(0, LAST_SCANS));
  };
  useLiveUpdates(CheckInActivity, {
    variables: { listId },
    skip: listId === "",
    onMessage: ({ checkInActivity: activity }) => {
      if (!activity || activity.sequence <= lastSequence) return;
      setLastSequence(activity.sequence);
      client.cache.writeFragment({ id: client.cache.identify(activity.list) ?? "", fragment: ListCounts, data: activity.list });
      note({ ...activity.record, code: activity.ticket?.code ?? "" });
    },
    onGap: () => {
      refetch().catch(() => undefined);
    },
  });

  if (!lists) {
    return error ? (
      <FailureNotice
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    ) : data ? (
      <EmptyState title={texts.missingTitle}>{data.event ? texts.noPermission : texts.missing}</EmptyState>
    ) : (
      <SkeletonLines count={4} />
    );
  }
  if (!list) return <EmptyState title={texts.noListsTitle}>{texts.noLists}</EmptyState>;

  const send = async (input: CheckInInput) => {
    setProblems([]);
    setUnsent(null);
    try {
      const { data: answer } = await checkIn({ variables: { input } });
      const payload = answer?.checkIn;
      if (!payload) return;
      const errors = readFragment(OrganiseCheckInError, payload.errors);
      if (errors.some((one) => one.__typename !== "NotFoundError")) {
        setProblems(errors.map(describeOrganiseError));
        return;
      }
      setCode("");
      setVerdict({
        result: payload.result,
        code: payload.ticket?.code ?? input.code ?? "",
        holder: payload.ticket?.holderName ?? null,
        product: payload.ticket?.product?.name ?? null,
        since: payload.result === "ALREADY_ADMITTED" && payload.previous ? formatTime(payload.previous.at, list.occurrence?.timeZone ?? visitorZone()) : null,
      });
      if (payload.record) note({ ...payload.record, code: payload.ticket?.code ?? "" });
      else refetch().catch(() => undefined);
    } catch (thrown) {
      setUnsent({ input, error: thrown });
    }
  };
  const begin = (what: { code: string } | { qrPayload: string }) => {
    if (loading || verdict) return;
    void send({ listId: list.id, nonce: crypto.randomUUID(), scannedAt: new Date(serverTime()).toISOString(), ...what });
  };

  return (
    <>
      <SelectField
        label={texts.pickList}
        name="list"
        value={list.id}
        onChange={(id) => {
          setSearch({ list: id }, { replace: true });
          setScans([]);
          setLastSequence(-1);
        }}
        options={lists.map((one) => ({
          value: one.id,
          label: one.occurrence ? `${one.name}, ${formatDay(one.occurrence.startsAt, one.occurrence.timeZone)} ${formatTime(one.occurrence.startsAt, one.occurrence.timeZone)}` : one.name,
        }))}
      />
      <p className={`${styles.count} figures`} role="status">
        <strong data-testid="checked-in">{list.checkedIn}</strong> {texts.expected(list.checkedIn, list.expected).replace(/^\d+ /, "")}
      </p>
      <Scanner
        paused={verdict !== null || loading}
        onScan={(qrPayload) => {
          begin({ qrPayload });
        }}
      />
      <Form
        label={texts.check}
        problems={problems}
        onSubmit={() => {
          if (code.trim() === "") setProblems([texts.codeMissing]);
          else begin({ code: code.trim().toUpperCase() });
        }}
      >
        <TextField label={texts.codeLabel} name="code" hint={texts.codeHint} value={code} onChange={setCode} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        {unsent && (
          <>
            <FailureNotice error={unsent.error} />
            <p>{texts.unclear}</p>
          </>
        )}
        <Actions>
          {unsent ? (
            <Button
              size="large"
              fullWidth
              disabled={loading}
              onClick={() => {
                void send(unsent.input);
              }}
            >
              {texts.retry}
            </Button>
          ) : (
            <Button type="submit" size="large" fullWidth disabled={loading}>
              {loading ? texts.checking : texts.check}
            </Button>
          )}
        </Actions>
      </Form>
      <section aria-labelledby="activity">
        <h2 id="activity">{texts.activity}</h2>
        {scans.length === 0 ? (
          <p className="muted">{texts.noActivity}</p>
        ) : (
          <ul className={styles.scans}>
            {scans.map((scan) => (
              <li key={scan.id} className="figures">
                <time dateTime={scan.at}>{formatTime(scan.at, list.occurrence?.timeZone ?? visitorZone())}</time>
                <strong>{scan.code}</strong>
                <span className="muted">{texts.result[scan.result]}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {verdict && (
        <Verdict
          {...verdict}
          onNext={() => {
            setVerdict(null);
          }}
        />
      )}
    </>
  );
}

export default function CheckInPage() {
  const { organizerSlug = "", eventId = "" } = useParams();
  const status = useSessionStatus();
  return (
    <Page
      title={texts.checkInTitle}
      width="narrow"
      aside={
        <Button variant="text" component={Link} to={`/organise/${organizerSlug}`}>
          {texts.back}
        </Button>
      }
    >
      {status === "starting" && <SkeletonLines count={4} />}
      {status === "anonymous" && <SignedOut>{texts.signedOut}</SignedOut>}
      {status === "signedIn" && <Door eventId={eventId} />}
    </Page>
  );
}
