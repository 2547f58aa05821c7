// The small part of Markdown in which the rules' pages are written, as data. Nothing here makes HTML: elements draw it
// by templates, so a page can hold no markup of its own.

export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: Inline }
  | { readonly kind: "paragraph"; readonly text: Inline }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly Inline[] }
  | { readonly kind: "code"; readonly info: readonly string[]; readonly text: string };

export type Inline = readonly { readonly kind: "text" | "code" | "strong"; readonly text: string }[];

const FENCE = /^(```+)\s*(.*)$/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/;

export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split(/\r?\n/);
  let next = 0;
  while (next < lines.length) {
    const line = lines[next] ?? "";
    const fence = FENCE.exec(line);
    const heading = HEADING.exec(line);
    if (line.trim() === "") {
      next += 1;
    } else if (fence !== null) {
      const end = endOfFence(lines, next + 1, fence[1] ?? "");
      blocks.push({ kind: "code", info: words(fence[2] ?? ""), text: lines.slice(next + 1, end).join("\n") });
      next = end + 1;
    } else if (heading !== null) {
      blocks.push({ kind: "heading", level: (heading[1] ?? "").length, text: inline(heading[2] ?? "") });
      next += 1;
    } else {
      const end = endOfParagraph(lines, next);
      blocks.push(ITEM.test(line) ? list(lines.slice(next, end)) : paragraph(lines.slice(next, end)));
      next = end;
    }
  }
  return blocks;
}

function endOfFence(lines: readonly string[], from: number, fence: string): number {
  const end = lines.findIndex((line, index) => index >= from && line.trim() === fence);
  return end === -1 ? lines.length : end;
}

function endOfParagraph(lines: readonly string[], from: number): number {
  const isList = ITEM.test(lines[from] ?? "");
  const end = lines.findIndex(
    (line, index) =>
      index > from && (line.trim() === "" || FENCE.test(line) || HEADING.test(line) || (!isList && ITEM.test(line))),
  );
  return end === -1 ? lines.length : end;
}

function paragraph(lines: readonly string[]): Block {
  return { kind: "paragraph", text: inline(join(lines)) };
}

function list(lines: readonly string[]): Block {
  const items: string[][] = [];
  for (const line of lines) {
    const item = ITEM.exec(line);
    if (item !== null) items.push([item[2] ?? ""]);
    else items[items.length - 1]?.push(line);
  }
  return {
    kind: "list",
    ordered: ITEM.exec(lines[0] ?? "")?.[1] !== undefined,
    items: items.map((item) => inline(join(item))),
  };
}

/** Lines wrapped in the source: a space between Latin words, none between Chinese characters. */
function join(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const separator = /[\u0021-\u024f]$/.test(text) || /^[\u0021-\u024f]/.test(line.trim()) ? " " : "";
    return text + separator + line.trim();
  });
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

function inline(text: string): Inline {
  return text
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/)
    .filter((part) => part !== "")
    .map((part) => {
      if (/^`[^`]+`$/.test(part)) return { kind: "code", text: part.slice(1, -1) };
      if (/^\*\*[^*]+\*\*$/.test(part)) return { kind: "strong", text: part.slice(2, -2) };
      return { kind: "text", text: part };
    });
}
