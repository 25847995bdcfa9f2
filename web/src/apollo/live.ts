/** Live updates: a subscription as an effect, and the news that a socket was lost and is back. */
import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useEffectEvent } from "react";

const reconnectListeners = new Set<() => void>();

/** Tells every live screen that messages may have been missed. */
export function announceReconnect(): void {
  for (const listener of reconnectListeners) listener();
}

/** Calls back when messages may have been missed; gives back how to stop. */
export function onReconnect(listener: () => void): () => void {
  reconnectListeners.add(listener);
  return () => reconnectListeners.delete(listener);
}

/**
 * Follows a subscription while the component is mounted. What arrives is handed over as it is, and the caller decides
 * by revision or version whether it is news; `onGap` is called when messages may have been missed.
 */
export function useLiveUpdates<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  options: {
    variables: Variables;
    guest?: string | undefined;
    skip?: boolean;
    onMessage: (data: Data) => void;
    onGap?: () => void;
  },
): void {
  const client = useApolloClient();
  const onMessage = useEffectEvent(options.onMessage);
  const onGap = useEffectEvent(() => options.onGap?.());
  const variables = JSON.stringify(options.variables);
  const { guest, skip = false } = options;
  useEffect(() => {
    if (skip) return;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let running: { unsubscribe(): void } | undefined;
    const follow = (attempt: number) => {
      const again = () => {
        retry = setTimeout(() => {
          onGap();
          follow(attempt + 1);
        }, Math.min(2_000 * 2 ** attempt, 30_000));
      };
      running = client
        .subscribe({ query: document, variables: JSON.parse(variables) as Variables, fetchPolicy: "no-cache", context: { guest } })
        .subscribe({
          next: (result) => {
            if (result.data) onMessage(result.data);
            else if (result.error) again();
          },
          error: again,
        });
    };
    follow(0);
    const stopListening = onReconnect(() => {
      onGap();
    });
    return () => {
      clearTimeout(retry);
      running?.unsubscribe();
      stopListening();
    };
  }, [client, document, variables, guest, skip]);
}
