/** Starts the client in the page. */
import "@fontsource-variable/bricolage-grotesque";
import "@fontsource-variable/inter";
import "./theme/tokens.css";
import "./theme/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createApolloClient } from "./apollo/client.ts";
import { Session } from "./apollo/session.ts";
import { App } from "./app/App.tsx";

const session = new Session();
void session.start();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has an element called root");
createRoot(root).render(
  <StrictMode>
    <App session={session} client={createApolloClient(session)} />
  </StrictMode>,
);
