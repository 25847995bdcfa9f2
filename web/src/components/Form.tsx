/** A form that sums up its problems above itself and moves the focus there. */
import { useEffect, useRef, type ReactNode } from "react";
import styles from "./Form.module.css";
import { componentMessages as texts } from "./messages.ts";
import { Notice } from "./Notice.tsx";

export function Form({ label, problems, onSubmit, children }: { label: string; problems: readonly string[]; onSubmit: () => void; children: ReactNode }) {
  const summary = useRef<HTMLDivElement>(null);
  const signature = problems.join("\n");
  useEffect(() => {
    if (signature) summary.current?.focus();
  }, [signature]);
  return (
    <form
      aria-label={label}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {problems.length > 0 && (
        <Notice tone="danger" live="assertive" title={texts.problems(problems.length)} ref={summary}>
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Notice>
      )}
      {children}
    </form>
  );
}

/** Fields side by side where there is room. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

/** The buttons of a form. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
