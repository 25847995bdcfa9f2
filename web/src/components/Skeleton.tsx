/** Grey shapes where something will be. One status says so to a screen reader. */
import type { CSSProperties, ReactNode } from "react";
import { componentMessages as texts } from "./messages.ts";
import styles from "./Skeleton.module.css";

export function Bone({ width = "100%", height = "1em", radius = 6 }: { width?: CSSProperties["width"]; height?: CSSProperties["height"]; radius?: number }) {
  return <span className={styles.bone} style={{ width, height, borderRadius: radius }} />;
}

/** Wraps the shapes of one screen. */
export function Skeleton({ children }: { children: ReactNode }) {
  return (
    <div role="status" aria-busy="true">
      <span className="visually-hidden">{texts.loading}</span>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

/** Lines of a list or a text. */
export function SkeletonLines({ count = 5, height = "3.5rem" }: { count?: number; height?: string }) {
  return (
    <Skeleton>
      <div style={{ display: "grid", gap: "0.75rem" }}>
        {Array.from({ length: count }, (_, index) => (
          <Bone key={index} height={height} radius={10} />
        ))}
      </div>
    </Skeleton>
  );
}
