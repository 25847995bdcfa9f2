/** The bell in the header with its live count, and the drawer it opens. */
import { lazy, Suspense, useState } from "react";
import { IconButton } from "../../components/Button.tsx";
import { Icon } from "../../components/Icon.tsx";
import { notificationMessages as texts } from "./messages.ts";
import styles from "./NotificationBell.module.css";
import { useUnreadCount } from "./notifications.ts";

const NotificationDrawer = lazy(() => import("./NotificationDrawer.tsx"));

export default function NotificationBell() {
  const [open, setOpen] = useState(false);
  const [arrived, setArrived] = useState("");
  const unread = useUnreadCount(setArrived);
  return (
    <>
      <IconButton
        aria-label={texts.bell(unread)}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          setOpen(true);
          setArrived("");
        }}
      >
        <span className={styles.bell} key={unread}>
          <Icon name="bell" size={22} />
          {unread > 0 && (
            <span className={`${styles.count} figures`} aria-hidden="true" data-testid="unread-count">
              {unread > 99 ? "99+" : unread}
            </span>
          )}
        </span>
      </IconButton>
      <div role="status" className={arrived ? styles.toast : "visually-hidden"} onAnimationEnd={() => { setArrived(""); }}>
        {arrived && texts.arrived(arrived)}
      </div>
      <Suspense>
        {open && (
          <NotificationDrawer
            onClose={() => {
              setOpen(false);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
