/** What a screen says when there is nothing to show, and the way on. */
import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <div className={styles.bulbs} aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
      </div>
      <h2>{title}</h2>
      {children && <p className="muted">{children}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
