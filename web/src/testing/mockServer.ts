/** A Marquee in memory behind real HTTP and a real socket, for `npm run dev:mock`. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { ViteDevServer } from "vite";
import { graphql } from "graphql";
import { useServer as serveSocket } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { MockMarquee } from "./mockMarquee.ts";

async function body(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

function json(response: ServerResponse, value: unknown): void {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(value));
}

/** Answers what a running Marquee would, on the server Vite has. */
export function serveMock(server: ViteDevServer): void {
  const marquee = new MockMarquee();
  const bearer = (header: string | undefined) => header?.replace("Bearer token-", "") ?? null;

  server.middlewares.use((request, response, next) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const intent = /^\/sandbox\/intents\/([^/]+)\/confirm$/.exec(url.pathname)?.[1];
    const bank = /^\/sandbox\/3ds\/([^/]+)$/.exec(url.pathname)?.[1];
    if (url.pathname === "/graphql" && request.method === "POST") {
      void (async () => {
        const { query, variables, operationName } = JSON.parse(await body(request)) as { query: string; variables?: Record<string, unknown>; operationName?: string };
        const cookie = /marquee_refresh=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
        const contextValue = {
          user: operationName === "TokenRefresh" ? (cookie ?? null) : bearer(request.headers.authorization),
          guest: (request.headers["marquee-guest"] as string | undefined) ?? null,
          signedIn: (user: string | null) => {
            response.setHeader("set-cookie", user ? `marquee_refresh=${user}; Path=/graphql; HttpOnly; SameSite=Lax` : "marquee_refresh=; Path=/graphql; Max-Age=0");
          },
        };
        json(response, await graphql({ schema: marquee.schema, source: query, variableValues: variables, operationName, contextValue }));
      })();
    } else if (intent) {
      void (async () => {
        const { cardNumber } = JSON.parse(await body(request)) as { cardNumber: string };
        if (cardNumber === "4000000000000077") {
          setTimeout(() => {
            marquee.settle(intent, "SUCCEEDED");
          }, 8_000);
        }
        json(response, marquee.confirmIntent(intent, cardNumber));
      })();
    } else if (bank) {
      const decision = url.searchParams.get("decision");
      if (decision) {
        marquee.settle(bank, decision === "authorise" ? "SUCCEEDED" : "FAILED", decision === "authorise" ? null : "authentication_failed");
        response.writeHead(303, { location: `/checkout/${marquee.payment(bank)?.booking.id ?? ""}/return` }).end();
      } else response.end(`<!doctype html><a href="?decision=authorise">Authorise</a> <a href="?decision=refuse">Refuse</a>`);
    } else next();
  });

  const sockets = new WebSocketServer({ noServer: true });
  serveSocket(
    {
      schema: marquee.schema,
      context: ({ connectionParams }) => ({
        user: bearer(connectionParams?.["authorization"] as string | undefined),
        guest: (connectionParams?.["marquee-guest"] as string | undefined) ?? null,
      }),
    },
    sockets,
  );
  server.httpServer?.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!request.url?.startsWith("/graphql")) return;
    sockets.handleUpgrade(request, socket, head, (opened) => {
      sockets.emit("connection", opened, request);
    });
  });
}
