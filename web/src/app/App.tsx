/** The application: what every screen stands in. */
import type { ApolloClient } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { BrowserRouter } from "react-router";
import type { Session } from "../apollo/session.ts";
import { SessionContext } from "../apollo/SessionContext.ts";
import { AppRoutes } from "./AppRoutes.tsx";
import { Shell } from "./Shell.tsx";

export function App({ session, client }: { session: Session; client: ApolloClient }) {
  return (
    <SessionContext value={session}>
      <ApolloProvider client={client}>
        <BrowserRouter>
          <Shell>
            <AppRoutes />
          </Shell>
        </BrowserRouter>
      </ApolloProvider>
    </SessionContext>
  );
}
