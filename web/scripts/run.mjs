// Runs one TypeScript script of this folder: `node scripts/run.mjs codegen --check`. Vite compiles it, so Node 20 will do.
import { runnerImport } from "vite";

await runnerImport(`${import.meta.dirname}/${process.argv[2]}.ts`, { configFile: false, logLevel: "error" });
