/** The frame of a screen: its title for the tab and its heading. */
import { useEffect, type ReactNode } from "react";
import styles from "./Page.module.css";

/** Names the tab. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === "Marquee" ? title : `${title} · Marquee`;
  }, [title]);
}

export function Page({ title, lead, aside, width = "wide", children }: { title: string; lead?: ReactNode; aside?: ReactNode; width?: "wide" | "narrow"; children: ReactNode }) {
  usePageTitle(title);
  return (
    <div className={width === "narrow" ? styles.narrow : styles.wide}>
      <div className={styles.head}>
        <div>
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {aside}
      </div>
      {children}
    </div>
  );
}
