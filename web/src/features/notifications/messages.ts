/** Texts of notifications. */
import { defineMessages, plural } from "../../lib/messages.ts";

export const notificationMessages = defineMessages({
  en: {
    title: "Notifications",
    bell: (unread: number) => (unread > 0 ? `Notifications, ${plural(unread, { one: "# unread", other: "# unread" })}` : "Notifications"),
    close: "Close",
    all: "See all notifications",
    markAll: "Mark all as read",
    unread: "Unread",
    emptyTitle: "Nothing new",
    empty: "News about your bookings and your events turns up here.",
    signedOut: "Notifications are kept with your account.",
    more: "Load older ones",
    arrived: (title: string) => `New: ${title}`,
  },
});
