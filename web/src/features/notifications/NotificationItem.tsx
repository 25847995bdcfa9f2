/** One notification: what happened, when, and where it leads. */
import { Link } from "react-router";
import { readFragment, type FragmentType } from "../../gql/index.ts";
import { formatAgo } from "../../lib/dates.ts";
import { serverTime } from "../../lib/serverClock.ts";
import { notificationMessages as texts } from "./messages.ts";
import { NotificationItem_notification } from "./notifications.ts";
import styles from "./NotificationItem.module.css";

/** A link of the API as an address of this client. */
export function localPath(deepLink: string): string {
  try {
    const url = new URL(deepLink, location.origin);
    return url.pathname + url.search + url.hash;
  } catch {
    return "/notifications";
  }
}

export function NotificationItem({ notification: reference, onOpen }: { notification: FragmentType<typeof NotificationItem_notification>; onOpen: (id: string, unread: boolean) => void }) {
  const notification = readFragment(NotificationItem_notification, reference);
  const unread = notification.readAt === null;
  return (
    <Link
      to={localPath(notification.deepLink)}
      className={styles.item}
      data-unread={unread || undefined}
      onClick={() => {
        onOpen(notification.id, unread);
      }}
    >
      <span className={styles.title}>
        {unread && <span className="visually-hidden">{texts.unread}: </span>}
        {notification.title}
      </span>
      <span>{notification.body}</span>
      <time dateTime={notification.createdAt} className="muted small">
        {formatAgo(notification.createdAt, serverTime())}
      </time>
    </Link>
  );
}
