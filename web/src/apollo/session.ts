/**
 * The session: the access token, kept in memory only, and its renewal through the httpOnly refresh cookie.
 * Knows nothing of Apollo's cache; the client listens and clears what belongs to someone else.
 */
import { print } from "graphql";
import { graphql } from "../gql/index.ts";
import { readStored, writeStored } from "../lib/storage.ts";

/** `starting` until the cookie, if there is one, has been tried. */
export type SessionStatus = "starting" | "anonymous" | "signedIn";

const TokenRefresh = graphql(`
  mutation TokenRefresh {
    tokenRefresh(input: { useCookie: true }) {
      accessToken
      accessTokenExpiresAt
      errors {
        __typename
      }
    }
  }
`);

/** Says that a refresh cookie was set here, so that strangers cause no refresh on every visit. */
const HINT = "marquee.session";
/** A token this close to its end is renewed before use, in milliseconds. */
const MARGIN_MILLISECONDS = 20_000;
/** How long before its end a token is renewed unasked, in milliseconds. */
const AHEAD_MILLISECONDS = 60_000;

interface RefreshAnswer {
  data?: { tokenRefresh?: { accessToken: string | null; accessTokenExpiresAt: string | null } | null } | null;
}

/** Lifetime of a token in milliseconds by its own claims, so that a wrong clock here does not matter. */
function lifetimeOf(token: string, expiresAt: string | null): number {
  try {
    const claims = JSON.parse(atob((token.split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/"))) as { iat: number; exp: number };
    if (claims.exp > claims.iat) return (claims.exp - claims.iat) * 1000;
  } catch {
    // Not a JWT we can read: believe the payload.
  }
  return expiresAt ? Math.max(Date.parse(expiresAt) - Date.now(), 0) : 300_000;
}

/** One visitor's session in this tab. */
export class Session {
  #token: string | null = null;
  #expiresAt = 0;
  #status: SessionStatus = "starting";
  #listeners = new Set<() => void>();
  #refreshing: Promise<boolean> | null = null;
  #started: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly fetcher: typeof fetch = (...args) => fetch(...args)) {
    globalThis.addEventListener("storage", (event) => {
      if (event.key !== HINT) return;
      if (event.newValue === null) this.#become("anonymous");
      else if (this.#status === "anonymous") void this.refresh();
    });
  }

  /** Tries the cookie once; resolves when it is known who is here. */
  start(): Promise<void> {
    this.#started ??= (async () => {
      if (readStored(HINT) === null || !(await this.refresh())) this.#become("anonymous");
    })();
    return this.#started;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly status = (): SessionStatus => this.#status;

  /** A token that is good for the next request, or null for a stranger. */
  async token(): Promise<string | null> {
    await this.start();
    if (this.#token !== null && Date.now() > this.#expiresAt - MARGIN_MILLISECONDS) await this.refresh();
    return this.#token;
  }

  /** Takes over the token of a sign-in. */
  adopt(token: string, expiresAt: string | null): void {
    const lifetime = lifetimeOf(token, expiresAt);
    this.#token = token;
    this.#expiresAt = Date.now() + lifetime;
    this.#started ??= Promise.resolve();
    writeStored(HINT, "1");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), Math.max(lifetime - AHEAD_MILLISECONDS, lifetime / 2));
    this.#become("signedIn");
  }

  /** Renews the token by the cookie; false when nobody is signed in any more. One renewal at a time, across tabs too. */
  refresh(): Promise<boolean> {
    this.#refreshing ??= this.#exchange().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  /** Forgets the token; the server has ended, or will end, the session. */
  end(): void {
    this.#become("anonymous");
    writeStored(HINT, null);
  }

  async #exchange(): Promise<boolean> {
    const send = async (): Promise<boolean> => {
      let answer: RefreshAnswer;
      try {
        const response = await this.fetcher("/graphql", {
          method: "POST",
          credentials: "same-origin",
          headers: { "content-type": "application/json", "apollo-require-preflight": "true" },
          body: JSON.stringify({ operationName: "TokenRefresh", query: print(TokenRefresh), variables: {} }),
        });
        answer = (await response.json()) as RefreshAnswer;
      } catch {
        // The network is away, not the session: keep what there is and try again with the next request.
        return this.#token !== null;
      }
      const renewed = answer.data?.tokenRefresh;
      if (!renewed?.accessToken) {
        if (renewed) this.end();
        return false;
      }
      this.adopt(renewed.accessToken, renewed.accessTokenExpiresAt);
      return true;
    };
    const locks = (navigator as { locks?: LockManager }).locks;
    return locks ? locks.request("marquee.refresh", send) : send();
  }

  #become(status: SessionStatus): void {
    if (status !== "signedIn") {
      this.#token = null;
      clearTimeout(this.#timer);
    }
    if (status === this.#status) return;
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}
