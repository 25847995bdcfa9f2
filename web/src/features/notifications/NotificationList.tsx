/** The list as the drawer and the page show it. */
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { SkeletonLines } from "../../components/Skeleton.tsx";
import { notificationMessages as texts } from "./messages.ts";
import { NotificationItem } from "./NotificationItem.tsx";
import { useMarkRead, useNotifications } from "./notifications.ts";

export function NotificationList({ onOpen }: { onOpen?: () => void }) {
  const { data, error, refetch, fetchMore } = useNotifications();
  const markRead = useMarkRead();
  const connection = data?.me?.notifications;
  if (error && !connection) {
    return (
      <FailureNotice
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  }
  if (!connection) return <SkeletonLines count={4} />;
  const nodes = connection.edges.map((edge) => edge.node);
  if (nodes.length === 0) return <EmptyState title={texts.emptyTitle}>{texts.empty}</EmptyState>;
  const unread = nodes.filter((node) => node.readAt === null).map((node) => node.id);
  return (
    <div style={{ display: "grid", gap: "0.75rem" }}>
      {((data.me?.unreadNotificationCount ?? 0) > 0 || unread.length > 0) && (
        <div>
          <Button
            size="small"
            variant="outlined"
            onClick={() => {
              markRead({ all: true, shown: unread }).catch(() => undefined);
            }}
          >
            {texts.markAll}
          </Button>
        </div>
      )}
      <ul style={{ listStyle: "none", padding: 0 }} aria-label={texts.title}>
        {nodes.map((node) => (
          <li key={node.id}>
            <NotificationItem
              notification={node}
              onOpen={(id, isUnread) => {
                if (isUnread) markRead({ ids: [id] }).catch(() => undefined);
                onOpen?.();
              }}
            />
          </li>
        ))}
      </ul>
      {connection.pageInfo.hasNextPage && (
        <div>
          <Button
            variant="outlined"
            onClick={() => {
              void fetchMore({ variables: { after: connection.pageInfo.endCursor ?? null } });
            }}
          >
            {texts.more}
          </Button>
        </div>
      )}
    </div>
  );
}
