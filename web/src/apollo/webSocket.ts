/** The sockets subscriptions run on: one for the visitor, one more for each guest booking that is open. */
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { createClient, type Client } from "graphql-ws";
import type { Session } from "./session.ts";

/** The server's close code for a token that has run out. */
const FORBIDDEN = 4403;

/** Opens sockets as they are needed and tells when one is back after a loss. */
export class Sockets {
  #links = new Map<string, { link: GraphQLWsLink; client: Client }>();

  constructor(
    private readonly session: Session,
    private readonly onReconnect: () => void,
  ) {
    let previous = session.status();
    session.subscribe(() => {
      const status = session.status();
      if (previous !== "starting" && status !== previous) this.#reopen();
      previous = status;
    });
  }

  /** The link whose socket carries this guest token, or none. */
  link(guest: string | undefined): GraphQLWsLink {
    const key = guest ?? "";
    let found = this.#links.get(key);
    if (!found) {
      const client = this.#connect(guest);
      found = { client, link: new GraphQLWsLink(client) };
      this.#links.set(key, found);
    }
    return found.link;
  }

  #connect(guest: string | undefined): Client {
    const session = this.session;
    const url = new URL("/graphql", location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    let renew = false;
    let connections = 0;
    return createClient({
      url: url.href,
      lazyCloseTimeout: 3_000,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      retryWait: async (retries) => {
        const milliseconds = Math.min(500 * 2 ** retries, 15_000) * (0.7 + Math.random() * 0.6);
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
      },
      connectionParams: async () => {
        if (renew) {
          renew = false;
          await session.refresh();
        }
        const token = await session.token();
        return { ...(token && { authorization: `Bearer ${token}` }), ...(guest && { "marquee-guest": guest }) };
      },
      on: {
        connected: () => {
          connections += 1;
          if (connections > 1) this.onReconnect();
        },
        closed: (event) => {
          if ((event as CloseEvent).code === FORBIDDEN) renew = true;
        },
      },
    });
  }

  /** Someone else is here now: every socket comes back with the new token. */
  #reopen(): void {
    for (const { client } of this.#links.values()) client.terminate();
  }
}
