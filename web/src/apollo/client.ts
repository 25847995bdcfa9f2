/** The Apollo client: the chain of links from a component to the network, and what happens when the visitor changes. */
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, Observable, ServerError } from "@apollo/client";
import { SetContextLink } from "@apollo/client/link/context";
import { ErrorLink } from "@apollo/client/link/error";
import { RetryLink } from "@apollo/client/link/retry";
import { OperationTypeNode } from "graphql";
import { createCache } from "./cache.ts";
import { announceReconnect } from "./live.ts";
import type { Session } from "./session.ts";

declare module "@apollo/client" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merges into Apollo's own declaration
  interface DefaultContext extends RequestContext {}
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Apollo is told of default options
  namespace ApolloClient {
    // eslint-disable-next-line @typescript-eslint/no-namespace -- see above
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: "all";
      }
      interface Query {
        errorPolicy: "all";
      }
      interface Mutate {
        errorPolicy: "none";
      }
    }
  }
}

/** What a caller may say about a request. */
export interface RequestContext {
  /** The guest token that opens the booking in question. */
  guest?: string | undefined;
  /** A mutation with an idempotency key may be sent again when the network fails. */
  idempotent?: boolean;
}

/** Sends subscriptions over a socket; the socket's code is loaded with the first one. */
function subscriptionLink(session: Session): ApolloLink {
  const sockets = import.meta.env.MODE === "test" ? null : import("./webSocket.ts").then((module) => new module.Sockets(session, announceReconnect));
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        let inner: { unsubscribe(): void } | undefined;
        let closed = false;
        void sockets?.then((opened) => {
          if (closed) return;
          const guest = (operation.getContext() as RequestContext).guest;
          inner = opened.link(guest).request(operation).subscribe(observer);
        });
        return () => {
          closed = true;
          inner?.unsubscribe();
        };
      }),
  );
}

/** A token may be refused although it looked good: renew it once and send the request again. */
function renewalLink(session: Session): ErrorLink {
  return new ErrorLink(({ error, operation, forward }) => {
    const refused = CombinedGraphQLErrors.is(error)
      ? error.errors.some((one) => one.extensions?.["code"] === "UNAUTHENTICATED")
      : ServerError.is(error) && error.statusCode === 401;
    const context = operation.getContext() as { renewed?: boolean };
    if (!refused || context.renewed || session.status() !== "signedIn") return;
    operation.setContext({ renewed: true });
    return new Observable((observer) => {
      let inner: { unsubscribe(): void } | undefined;
      void session.refresh().then((renewed) => {
        if (!renewed) session.end();
        inner = forward(operation).subscribe(observer);
      });
      return () => inner?.unsubscribe();
    });
  });
}

/** The links from the client to the network. */
export function networkLink(session: Session): ApolloLink {
  const headers = new SetContextLink(async (previous) => {
    const token = await session.token();
    const { guest } = previous as RequestContext;
    return {
      headers: {
        ...(previous as { headers?: Record<string, string> }).headers,
        "apollo-require-preflight": "true",
        ...(token && { authorization: `Bearer ${token}` }),
        ...(guest && { "marquee-guest": guest }),
      },
    };
  });
  const retry = new RetryLink({
    delay: { initial: 300, max: 4_000, jitter: true },
    attempts: {
      max: 4,
      retryIf: (error, operation) => {
        if (CombinedGraphQLErrors.is(error)) return false;
        if (ServerError.is(error) && error.statusCode < 500) return false;
        return operation.operationType === OperationTypeNode.QUERY || (operation.getContext() as RequestContext).idempotent === true;
      },
    },
  });
  const http = new HttpLink({ uri: "/graphql", credentials: "same-origin" });
  return ApolloLink.split(
    (operation) => operation.operationType === OperationTypeNode.SUBSCRIPTION,
    subscriptionLink(session),
    ApolloLink.from([retry, renewalLink(session), headers, http]),
  );
}

/** A client for this session. `link` replaces the network in tests. */
export function createApolloClient(session: Session, link: ApolloLink = networkLink(session)): ApolloClient {
  const client = new ApolloClient({
    cache: createCache(),
    link,
    defaultOptions: {
      watchQuery: { errorPolicy: "all", fetchPolicy: "cache-and-network", nextFetchPolicy: "cache-first" },
      query: { errorPolicy: "all" },
      mutate: { errorPolicy: "none" },
    },
    devtools: { enabled: import.meta.env.DEV },
  });
  let previous = session.status();
  session.subscribe(() => {
    const status = session.status();
    // What was read as one person must not be seen as another.
    if (previous !== "starting" && status !== previous) void client.resetStore().catch(() => undefined);
    previous = status;
  });
  return client;
}
