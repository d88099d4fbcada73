/**
 * A citation as it pastes into a word processor: quotation as a block, links as links.
 *
 * Reads what `plain` and `markdown` are made of (lines, `> `, `[title](address)`, bare addresses) and builds
 * nodes, never a string with markup in it: what a clause says stays text.
 */
const LINK = /\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)|https?:\/\/[^\s，。；）)>\]]+/g;

/** @returns HTML source, for the clipboard only. */
export function citationHtml(text: string): string {
  const root = document.createElement('div');
  let quote: HTMLElement | undefined;
  for (const line of text.split('\n')) {
    const quoted = /^>\s?/.exec(line)?.[0].length ?? 0;
    if (line.slice(quoted).trim() === '') continue;
    const paragraph = document.createElement('p');
    paragraph.append(...linked(line.slice(quoted)));
    if (quoted === 0) {
      quote = undefined;
    } else if (!quote) {
      quote = document.createElement('blockquote');
      root.append(quote);
    }
    (quote ?? root).append(paragraph);
  }
  return root.getHTML();
}

function linked(line: string): (string | Node)[] {
  const parts: (string | Node)[] = [];
  let at = 0;
  for (const found of line.matchAll(LINK)) {
    const link = document.createElement('a');
    link.href = found[2] ?? found[0];
    link.textContent = unescaped(found[1] ?? found[0]);
    parts.push(unescaped(line.slice(at, found.index)), link);
    at = found.index + found[0].length;
  }
  return [...parts, unescaped(line.slice(at))];
}

/** Markdown's `\*` is a `*` in HTML. */
function unescaped(text: string): string {
  return text.replace(/\\([\\`*_{}[\]()#+\-.!<>|~])/g, '$1');
}
