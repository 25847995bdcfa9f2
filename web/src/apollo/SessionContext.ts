/** The session as React sees it. */
import { createContext, use, useSyncExternalStore } from "react";
import type { Session, SessionStatus } from "./session.ts";

/** Provided once, by the application. */
export const SessionContext = createContext<Session | null>(null);

/** The session of this tab. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error("SessionContext is provided by the application");
  return session;
}

/** Who is here: still being found out, a stranger, or someone signed in. */
export function useSessionStatus(): SessionStatus {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.status);
}
