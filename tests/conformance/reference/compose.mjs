// The composers that ours is compared with, as JSON lines: in {"id", "composer"?, "subgraphs": [{"name", "url"?, "sdl"}]},
// out {"id", "ok", "codes", "hints", "supergraph", "api"} or {"id", "broken"}, which is "syntax" where a text is no GraphQL document. Their messages are never passed on.
import readline from 'node:readline';
import { composeServices } from '@apollo/composition';
import { printSchema } from '@apollo/federation-internals';
import { composeServices as composeWithGuild } from '@theguild/federation-composition';
import { GraphQLError, parse } from 'graphql';

const codesOf = (errors) => errors.map((error) => error.extensions?.code ?? 'NONE').sort();

function apollo(services) {
  const result = composeServices(services);
  if (result.errors?.length) return { ok: false, codes: codesOf(result.errors) };
  const api = printSchema(result.schema.toAPISchema());
  const hints = (result.hints ?? []).map((hint) => hint.definition.code).sort();
  return { ok: true, hints, supergraph: result.supergraphSdl, api };
}

function guild(services) {
  const result = composeWithGuild(services);
  if (result.errors?.length) return { ok: false, codes: codesOf(result.errors) };
  return { ok: true, hints: [], supergraph: result.supergraphSdl, api: result.publicSdl };
}

function answer({ composer = 'apollo', subgraphs }) {
  let services;
  try {
    services = subgraphs.map(({ name, url, sdl }) => ({ name, url: url ?? `http://${name}`, typeDefs: parse(sdl) }));
  } catch (error) {
    if (error instanceof GraphQLError) return { broken: 'syntax' };
    throw error;
  }
  return composer === 'guild' ? guild(services) : apollo(services);
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const question = JSON.parse(line);
  let reply;
  try {
    reply = answer(question);
  } catch (error) {
    reply = { broken: error?.extensions?.code ?? error?.constructor?.name ?? 'unknown' };
  }
  process.stdout.write(`${JSON.stringify({ id: question.id, ...reply })}\n`);
}
