/**
 * Weighs what a first visit to discover and to an event downloads as script, and fails above the limit.
 * Reads `dist/.vite/manifest.json`, so it runs after the build.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** The most script a first load may bring, compressed, in bytes. */
const LIMIT_BYTES = 180 * 1024;

interface Chunk {
  file: string;
  imports?: string[];
}

const dist = new URL(`file://${import.meta.dirname}/../dist/`);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8")) as Record<string, Chunk>;

function reach(key: string, found: Set<string>): Set<string> {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`the manifest has no ${key}`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const next of chunk.imports ?? []) reach(next, found);
  return found;
}

let heavy = false;
for (const route of ["src/features/discover/DiscoverPage.tsx", "src/features/event/EventPage.tsx"]) {
  const files = reach(route, reach("index.html", new Set()));
  let bytes = 0;
  for (const file of files) {
    if (file.endsWith(".js")) bytes += gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
  }
  console.log(`${route}: ${(bytes / 1024).toFixed(1)} KB of compressed script in ${String(files.size)} files`);
  heavy ||= bytes > LIMIT_BYTES;
}
if (heavy) {
  console.error(`above the limit of ${String(LIMIT_BYTES / 1024)} KB`);
  process.exit(1);
}
