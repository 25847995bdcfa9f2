import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import type { ProxyOptions } from "vite";
import { defineConfig } from "vitest/config";
import { inlineDocuments } from "./scripts/inlineDocuments.ts";
import { mockApi } from "./scripts/mockApi.ts";

const server = "http://127.0.0.1:4000";

/** What the development server hands on to a running Marquee. */
const proxied: Record<string, ProxyOptions> = {
  "/graphql": { target: server, ws: true },
  "/sandbox": { target: server },
  "/ics": { target: server },
  "/dev": { target: server },
  "/.well-known": { target: server },
};

export default defineConfig(({ mode }) => ({
  plugins: [inlineDocuments("src"), react(), ...(mode === "mock" ? [mockApi()] : [])],
  // GraphiQL is only ever built: its workers are not for the development server to bundle ahead.
  optimizeDeps: { entries: ["index.html"], exclude: ["graphiql", "@graphiql/react", "@graphiql/toolkit", "monaco-editor"] },
  server: {
    // The schema stands beside this folder.
    fs: { allow: [".."] },
    proxy: mode === "mock" ? {} : proxied,
  },
  build: {
    target: "es2023",
    manifest: true,
    sourcemap: false,
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      input: { main: resolve("index.html"), graphiql: resolve("graphiql/index.html") },
      // GraphiQL marks its modules for a compiler that we do not run.
      checks: { moduleLevelDirective: false },
    },
  },
  worker: { format: "es" as const },
  test: {
    // Tools that Node loads by itself find this file; the client must find the same one.
    alias: [{ find: /^graphql$/, replacement: resolve("node_modules/graphql/index.js") }],
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    css: false,
    include: ["src/**/*.test.{ts,tsx}"],
    testTimeout: 60_000,
  },
}));
