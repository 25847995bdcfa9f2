// Times one composer over one folder of subgraphs: SDL strings to supergraph and API strings, satisfiability included.
// usage: node --stack-size=... bench.mjs PACKAGE FOLDER WARM_UPS ROUNDS
// Prints one line of JSON: {ok, version, milliseconds, processor_milliseconds, rounds, peak_kilobytes, problem?}. Milliseconds is
// the best of the rounds after those that warm up, once by the clock and once by what this thread had of a processor. When time
// runs out there are fewer rounds, and if need be the last of the warm-up counts.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parse } from 'graphql';

const [name, folder, warmUps, rounds] = process.argv.slice(2);
const PATIENCE = 90_000;

/** What each package calls its steps. */
const composers = {
  '@apollo/composition': async () => {
    const { composeServices } = await import('@apollo/composition');
    const { default: internals } = await import('@apollo/federation-internals');
    return (subgraphs) => {
      const result = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
      if (result.errors?.length) return { codes: result.errors.map((error) => error.extensions?.code) };
      return { supergraph: result.supergraphSdl, api: internals.printSchema(result.schema.toAPISchema()) };
    };
  },
  '@theguild/federation-composition': async () => {
    const { composeServices } = await import('@theguild/federation-composition');
    return (subgraphs) => {
      const result = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
      if (result.errors?.length) return { codes: result.errors.map((error) => error.extensions?.code) };
      return { supergraph: result.supergraphSdl, api: result.publicSdl };
    };
  },
};

/** The package's main file is somewhere below the folder that has its manifest. */
function versionOf(name) {
  let path = createRequire(import.meta.url).resolve(name);
  const root = path.slice(0, path.lastIndexOf(name) + name.length);
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}

/** What this thread had of a processor so far, where the system says; the clock elsewhere. */
function processorMilliseconds() {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

const subgraphs = readdirSync(folder)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => basename(file, '.graphql'))
  .map((name) => ({ name, url: `http://${name}`, sdl: readFileSync(join(folder, `${name}.graphql`), 'utf8') }));
const answer = { ok: false, version: versionOf(name) };
try {
  const compose = await composers[name]();
  const started = performance.now();
  let best = Infinity;
  let bestOfProcessor = Infinity;
  answer.rounds = 0;
  for (let round = 0; round < Number(warmUps) + Number(rounds); round += 1) {
    const began = performance.now();
    if (began - started > PATIENCE && best < Infinity) break;
    const processorBegan = processorMilliseconds();
    const { codes, supergraph, api } = compose(subgraphs);
    const took = performance.now() - began;
    const processorTook = processorMilliseconds() - processorBegan;
    if (codes) throw new Error(`refused: ${[...new Set(codes)].join(' ')}`);
    if (!supergraph || !api) throw new Error('gave nothing');
    if (round >= Number(warmUps) || performance.now() - started > PATIENCE) {
      best = Math.min(best, took);
      bestOfProcessor = Math.min(bestOfProcessor, processorTook);
      answer.rounds += 1;
    }
  }
  answer.ok = true;
  answer.milliseconds = best;
  answer.processor_milliseconds = bestOfProcessor;
} catch (error) {
  answer.problem = error.message.split('\n')[0].slice(0, 200);
}
answer.peak_kilobytes = process.resourceUsage().maxRSS;
console.log(JSON.stringify(answer));
