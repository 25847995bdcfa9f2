/** A state in one word, with a shape beside the colour. */
import styles from "./StatusPill.module.css";

export function StatusPill({ tone, children }: { tone: "good" | "waiting" | "bad" | "plain"; children: string }) {
  return <span className={`${styles.pill} ${styles[tone]}`}>{children}</span>;
}
