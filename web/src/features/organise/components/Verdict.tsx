/** The whole screen says what to do with the guest in front: colour, icon and word; it stays until the next one. */
import { useEffect, useRef } from "react";
import { Icon, type IconName } from "../../../components/Icon.tsx";
import type { CheckInResult } from "../../../gql/graphql.ts";
import { organiseMessages as texts } from "../messages.ts";
import styles from "./Verdict.module.css";

export interface VerdictProps {
  result: CheckInResult;
  code: string;
  holder: string | null;
  product: string | null;
  since: string | null;
}

const looks: Record<CheckInResult, { tone: "green" | "amber" | "red"; icon: IconName; pattern: number[] }> = {
  ADMITTED: { tone: "green", icon: "check", pattern: [80] },
  ALREADY_ADMITTED: { tone: "amber", icon: "warning", pattern: [80, 60, 80] },
  UNKNOWN_TICKET: { tone: "red", icon: "cross", pattern: [250] },
  WRONG_EVENT: { tone: "red", icon: "stop", pattern: [250] },
  WRONG_DATE: { tone: "red", icon: "calendar", pattern: [250] },
  VOIDED: { tone: "red", icon: "stop", pattern: [250] },
};

export function Verdict({ result, code, holder, product, since, onNext }: VerdictProps & { onNext: () => void }) {
  const dialog = useRef<HTMLDivElement>(null);
  const { tone, icon, pattern } = looks[result];
  useEffect(() => {
    dialog.current?.querySelector("button")?.focus();
    if ("vibrate" in navigator) navigator.vibrate(pattern);
  }, [pattern]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves a dialog
    <div
      ref={dialog}
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="verdict"
      aria-describedby="verdict-facts"
      className={`${styles.verdict} ${styles[tone]}`}
      data-result={result}
      onKeyDown={(event) => {
        if (event.key === "Escape") onNext();
        if (event.key === "Tab") event.preventDefault();
      }}
    >
      <Icon name={icon} size={132} />
      <h2 id="verdict">{texts.result[result]}</h2>
      <div id="verdict-facts" className={`${styles.facts} figures`}>
        {holder && <p>{holder}</p>}
        {product && <p>{product}</p>}
        {code && <p>{code}</p>}
        {since && <p>{texts.since(since)}</p>}
        {texts.resultNote[result] && <p>{texts.resultNote[result]}</p>}
      </div>
      <button type="button" onClick={onNext}>
        {texts.nextGuest}
      </button>
    </div>
  );
}
