/**
 * Organisers' Markdown as elements, never as HTML: headings, lists, emphasis, links to http(s) and mail; all else is text.
 */
import { Fragment, type ReactNode } from "react";

const INLINE = /\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|`([^`]+)`|\[([^\]]+)\]\(((?:https?:|mailto:)[^)\s]+)\)/g;

function inline(text: string): ReactNode[] {
  const nodes: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    const [, strong, emphasis, code, label, href] = match;
    if (strong) nodes.push(<strong key={match.index}>{strong}</strong>);
    else if (emphasis) nodes.push(<em key={match.index}>{emphasis}</em>);
    else if (code) nodes.push(<code key={match.index}>{code}</code>);
    else if (href)
      nodes.push(
        <a key={match.index} href={href} rel="noopener nofollow ugc">
          {label}
        </a>,
      );
  }
  nodes.push(text.slice(end));
  return nodes;
}

function block(lines: string[]): ReactNode {
  const first = lines[0] ?? "";
  const heading = /^#{1,6}\s+(.*)$/.exec(first);
  if (heading) {
    return (
      <>
        <h3>{inline(heading[1] ?? "")}</h3>
        {lines.length > 1 && block(lines.slice(1))}
      </>
    );
  }
  if (lines.every((line) => /^\s*>/.test(line))) return <blockquote>{block(lines.map((line) => line.replace(/^\s*>\s?/, "")))}</blockquote>;
  if (lines.every((line) => /^\s*[-*+]\s+/.test(line))) {
    return (
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{inline(line.replace(/^\s*[-*+]\s+/, ""))}</li>
        ))}
      </ul>
    );
  }
  if (lines.every((line) => /^\s*\d+[.)]\s+/.test(line))) {
    return (
      <ol>
        {lines.map((line, index) => (
          <li key={index}>{inline(line.replace(/^\s*\d+[.)]\s+/, ""))}</li>
        ))}
      </ol>
    );
  }
  return <p>{inline(lines.join(" "))}</p>;
}

export function Markdown({ text }: { text: string }) {
  const blocks = text
    .replace(/\r\n?/g, "\n")
    .split(/\n\s*\n/)
    .map((part) => part.split("\n").filter((line) => line.trim() !== ""))
    .filter((lines) => lines.length > 0);
  return (
    <div style={{ display: "grid", gap: "0.875rem", paddingInlineStart: 0 }}>
      {blocks.map((lines, index) => (
        <Fragment key={index}>{block(lines)}</Fragment>
      ))}
    </div>
  );
}
