/** `npm run dev:mock`: the client against a Marquee in memory, without a server. */
import type { Plugin } from "vite";
import type * as MockServer from "../src/testing/mockServer.ts";

export function mockApi(): Plugin {
  return {
    name: "marquee:mock-api",
    async configureServer(server) {
      // Loaded through Vite, so that all of it shares one copy of graphql.
      const { serveMock } = (await server.ssrLoadModule("/src/testing/mockServer.ts")) as typeof MockServer;
      serveMock(server);
    },
  };
}
