/** Renders the whole client at an address against a Marquee in memory. */
import { ApolloLink, Observable } from "@apollo/client";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { execute, OperationTypeNode, print, parse, subscribe, type ExecutionResult } from "graphql";
import { createApolloClient, type RequestContext } from "../apollo/client.ts";
import { Session } from "../apollo/session.ts";
import { App } from "../app/App.tsx";
import { MockMarquee, type MockViewer } from "./mockMarquee.ts";

function mockLink(marquee: MockMarquee, session: Session): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        let over = false;
        let iterator: AsyncIterator<ExecutionResult> | undefined;
        void (async () => {
          const token = await session.token();
          const contextValue: MockViewer = {
            user: token?.replace("token-", "") ?? null,
            guest: (operation.getContext() as RequestContext).guest ?? null,
          };
          const request = { schema: marquee.schema, document: parse(print(operation.query)), variableValues: operation.variables, contextValue, operationName: operation.operationName ?? null };
          if (operation.operationType !== OperationTypeNode.SUBSCRIPTION) {
            const result = await execute(request);
            if (over) return;
            observer.next(JSON.parse(JSON.stringify(result)) as never);
            observer.complete();
            return;
          }
          const stream = await subscribe(request);
          if (!(Symbol.asyncIterator in stream)) {
            observer.next(stream as never);
            return;
          }
          iterator = stream[Symbol.asyncIterator]();
          for (;;) {
            const message = await iterator.next();
            if (message.done || over) return;
            observer.next(JSON.parse(JSON.stringify(message.value)) as never);
          }
        })().catch((error: unknown) => {
          observer.error(error);
        });
        return () => {
          over = true;
          void iterator?.return?.();
        };
      }),
  );
}

/** `as`: who is signed in. The answer holds the Marquee behind the screen, to change it and to look at it. */
export function renderApp(path: string, { as, marquee = new MockMarquee() }: { as?: string; marquee?: MockMarquee } = {}) {
  window.history.replaceState(null, "", path);
  const session = new Session(() => Promise.reject(new Error("tests sign in directly")));
  if (as) session.adopt(`token-${as}`, new Date(Date.now() + 600_000).toISOString());
  else void session.start();
  const client = createApolloClient(session, mockLink(marquee, session));
  const view = render(<App session={session} client={client} />);
  return { marquee, session, client, user: userEvent.setup({ delay: null }), ...view };
}
