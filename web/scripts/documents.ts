/**
 * Finds every `graphql(`…`)` in the sources: the operations and fragments the client consists of.
 * Shared by the code generator (types) and by the Vite plugin (what the browser runs), so that the two cannot disagree.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, parse, visit, type DocumentNode, type FragmentDefinitionNode } from "graphql";

/** One tagged template: where it stands and what it says. */
export interface FoundDocument {
  file: string;
  start: number;
  end: number;
  text: string;
}

const TAG = /\bgraphql\(\s*`([^`]*)`,?\s*\)/g;

/** The tagged templates of one file's text, in order. */
export function documentsOf(file: string, source: string): FoundDocument[] {
  return [...source.matchAll(TAG)].map((match) => ({
    file,
    start: match.index,
    end: match.index + match[0].length,
    text: match[1] ?? "",
  }));
}

/** The tagged templates of every source file under `root`, tests and generated files left out. */
export function findDocuments(root: string): FoundDocument[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("gql/") && !name.includes(".test."))
    .sort()
    .flatMap((name) => {
      const file = join(root, name);
      return documentsOf(file, readFileSync(file, "utf8"));
    });
}

/** Every fragment of the client by name. */
export function fragmentsOf(documents: FoundDocument[]): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const found of documents) {
    for (const definition of parse(found.text, { noLocation: true }).definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    }
  }
  return fragments;
}

/** The document of one tagged template together with every fragment it reaches. */
export function completeDocument(text: string, fragments: Map<string, FragmentDefinitionNode>): DocumentNode {
  const own = parse(text, { noLocation: true });
  const definitions = [...own.definitions];
  const present = new Set(definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [d.name.value] : [])));
  for (let index = 0; index < definitions.length; index += 1) {
    const definition = definitions[index];
    if (!definition) continue;
    visit(definition, {
      FragmentSpread(spread) {
        const name = spread.name.value;
        if (present.has(name)) return;
        const fragment = fragments.get(name);
        if (!fragment) throw new Error(`there is no fragment called ${name}`);
        present.add(name);
        definitions.push(fragment);
      },
    });
  }
  return { kind: Kind.DOCUMENT, definitions };
}
