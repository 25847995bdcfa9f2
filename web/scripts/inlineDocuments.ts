/**
 * A Vite plugin that puts each parsed document where its `graphql(`…`)` stands.
 * Without it every route would carry the operations of all others, because the generated lookup is one module.
 */
import { relative, resolve } from "node:path";
import type { Plugin } from "vite";
import { completeDocument, documentsOf, findDocuments, fragmentsOf } from "./documents.ts";

/** `root`: the folder whose sources are looked at. */
export function inlineDocuments(root: string): Plugin {
  const folder = resolve(root);
  let fragments = new Map<string, never>() as ReturnType<typeof fragmentsOf>;
  return {
    name: "marquee:inline-documents",
    enforce: "pre",
    buildStart() {
      fragments = fragmentsOf(findDocuments(folder));
    },
    watchChange() {
      fragments = fragmentsOf(findDocuments(folder));
    },
    transform(source, id) {
      const file = id.split("?")[0] ?? id;
      if (!/\.tsx?$/.test(file) || relative(folder, file).startsWith("..") || !source.includes("graphql(")) return null;
      if (fragments.size === 0) fragments = fragmentsOf(findDocuments(folder));
      const found = documentsOf(file, source);
      if (found.length === 0) return null;
      let code = source;
      for (const document of found.toReversed()) {
        const json = JSON.stringify(completeDocument(document.text, fragments));
        const lines = source.slice(document.start, document.end).split("\n").length - 1;
        code = `${code.slice(0, document.start)}(${json} as never)${"\n".repeat(lines)}${code.slice(document.end)}`;
      }
      return { code, map: null };
    },
  };
}
