/** GraphiQL, bundled: served to browsers that open `/graphql` as a page. */
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";

const url = new URL("/graphql", location.href);
const socket = new URL(url);
socket.protocol = url.protocol === "https:" ? "wss:" : "ws:";

const fetcher = createGraphiQLFetcher({
  url: url.href,
  headers: { "apollo-require-preflight": "true" },
  wsClient: createClient({ url: socket.href }),
});

const welcome = `# Marquee's graph. Try it: what is on, and how much of it is left.
query WhatIsOn {
  events(first: 5) {
    nodes {
      title
      priceFrom { amountMinor currency }
      nextOccurrence { startsAt timeZone availability { state remaining } }
    }
  }
}
`;

const root = document.getElementById("graphiql");
if (!root) throw new Error("graphiql/index.html has an element called graphiql");
createRoot(root).render(<GraphiQL fetcher={fetcher} defaultQuery={welcome} />);
