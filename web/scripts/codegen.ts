/**
 * Generates `src/gql` from `../schema/api.graphql` and the client's documents: `npm run codegen`.
 * With `--check` it writes nothing and fails when what is committed is not what would be generated.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { codegen } from "@graphql-codegen/core";
import { preset } from "@graphql-codegen/client-preset";
import * as fragmentMatcher from "@graphql-codegen/fragment-matcher";
import { buildSchema, parse, specifiedRules, validate, type DocumentNode } from "graphql";
import { findDocuments } from "./documents.ts";

const web = dirname(import.meta.dirname);
const output = join(web, "src/gql/");
const schemaText = readFileSync(join(web, "../schema/api.graphql"), "utf8");
const schema = parse(schemaText);
const schemaAst = buildSchema(schemaText, { assumeValid: true });

const documents = findDocuments(join(web, "src")).map((found) => ({
  location: relative(web, found.file),
  rawSDL: found.text,
  document: parse(found.text),
}));

const everything: DocumentNode = {
  kind: "Document" as DocumentNode["kind"],
  definitions: documents.flatMap((found) => found.document.definitions),
};
const mistakes = validate(schemaAst, everything, specifiedRules.filter((rule) => rule.name !== "NoUnusedFragmentsRule"));
if (mistakes.length > 0) {
  for (const mistake of mistakes) console.error(mistake.toString());
  process.exit(1);
}

const sections = await preset.buildGeneratesSection({
  baseOutputDir: output,
  schema,
  schemaAst,
  documents,
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    strictScalars: true,
    scalars: {
      DateTime: "string",
      LocalDateTime: "string",
      TimeZone: "string",
      CurrencyCode: "string",
      Long: "number",
      UUID: "string",
      URL: "string",
      Markdown: "string",
    },
  },
  presetConfig: { fragmentMasking: { unmaskFunctionName: "readFragment" } },
  plugins: [],
  pluginMap: {},
  pluginContext: {},
});

const files = new Map<string, string>();
for (const section of sections) {
  files.set(section.filename, await codegen({ ...section, schemaAst }));
}
const possibleTypes = join(output, "possibleTypes.ts");
files.set(
  possibleTypes,
  await codegen({
    filename: possibleTypes,
    schema,
    schemaAst,
    documents: [],
    config: { apolloClientVersion: 3, useExplicitTyping: false },
    plugins: [{ fragmentMatcher: { apolloClientVersion: 3 } }],
    pluginMap: { fragmentMatcher },
  }),
);

let stale = false;
for (const [file, text] of files) {
  const current = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (current === text) continue;
  stale = true;
  if (process.argv.includes("--check")) console.error(`${relative(web, file)} is stale: run npm run codegen`);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${relative(web, file)}`);
  }
}
if (stale && process.argv.includes("--check")) process.exit(1);
