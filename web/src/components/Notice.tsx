/** A sentence the visitor should not miss, with its tone in an icon as well as in colour. */
import type { ReactNode, Ref } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import styles from "./Notice.module.css";

export type Tone = "info" | "success" | "warn" | "danger";

const icons: Record<Tone, IconName> = { info: "info", success: "check", warn: "clock", danger: "warning" };

export function Notice({ tone = "info", title, live, children, action, ref }: { tone?: Tone; title?: string; live?: "polite" | "assertive"; children?: ReactNode; action?: ReactNode; ref?: Ref<HTMLDivElement> }) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={live === "assertive" ? "alert" : live === "polite" ? "status" : undefined} ref={ref} tabIndex={ref ? -1 : undefined}>
      <Icon name={icons[tone]} />
      <div className={styles.body}>
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
        {action && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  );
}
