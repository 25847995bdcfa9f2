/** What the bell, the drawer and the page share: the list, marking as read, and what arrives. */
import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { useLiveUpdates } from "../../apollo/live.ts";
import { graphql } from "../../gql/index.ts";

export const NotificationItem_notification = graphql(`
  fragment NotificationItem_notification on Notification {
    id
    kind
    title
    body
    createdAt
    readAt
    deepLink
  }
`);

const NotificationList = graphql(`
  query NotificationList($first: Int!, $after: String) {
    me {
      id
      unreadNotificationCount
      notifications(first: $first, after: $after) {
        edges {
          cursor
          node {
            id
            readAt
            ...NotificationItem_notification
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const UnreadCount = graphql(`
  query UnreadCount {
    me {
      id
      unreadNotificationCount
    }
  }
`);

const NotificationReceived = graphql(`
  subscription NotificationReceived {
    notificationReceived {
      id
      title
    }
  }
`);

const MarkRead = graphql(`
  mutation NotificationsMarkRead($input: NotificationsMarkReadInput!) {
    notificationsMarkRead(input: $input) {
      user {
        id
        unreadNotificationCount
      }
      errors {
        __typename
        ... on UserError {
          code
          message
          path
        }
      }
    }
  }
`);

const ReadAt = graphql(`
  fragment NotificationReadAt on Notification {
    id
    readAt
  }
`);

const PAGE_SIZE = 20;

/** The list, newest first. */
export function useNotifications() {
  return useQuery(NotificationList, { variables: { first: PAGE_SIZE } });
}

/** How many are unread, live; `onArrival` hears of each new one. */
export function useUnreadCount(onArrival: (title: string) => void): number {
  const client = useApolloClient();
  const { data, refetch } = useQuery(UnreadCount);
  const reload = () => {
    refetch().catch(() => undefined);
    const listed = [...client.getObservableQueries("active")].some((query) => query.queryName === "NotificationList");
    if (listed) void client.refetchQueries({ include: ["NotificationList"] });
  };
  useLiveUpdates(NotificationReceived, {
    variables: {},
    onMessage: ({ notificationReceived }) => {
      if (notificationReceived) onArrival(notificationReceived.title);
      reload();
    },
    onGap: reload,
  });
  return data?.me?.unreadNotificationCount ?? 0;
}

/** Marks some, or all, as read. The list shows it at once; the count comes from the server. */
export function useMarkRead() {
  const client = useApolloClient();
  const [mutate] = useMutation(MarkRead, { context: { idempotent: true } });
  return async (which: { ids: string[] } | { all: true; shown: string[] }) => {
    const ids = "ids" in which ? which.ids : which.shown;
    const readAt = new Date().toISOString();
    const answer = await mutate({ variables: { input: "ids" in which ? { ids } : { all: true } } });
    if ((answer.data?.notificationsMarkRead.errors.length ?? 0) > 0) return;
    for (const id of ids) {
      client.cache.writeFragment({
        id: client.cache.identify({ __typename: "Notification", id }) ?? "",
        fragment: ReadAt,
        data: { __typename: "Notification", id, readAt },
      });
    }
  };
}
