import type { Span } from '../../core/model.js';

/** Metadata at the head of a text is short; a `---` far below is a rule between paragraphs. */
const MAX_LENGTH = 64 * 1024;

/**
 * Finds YAML front matter: `---` on the first line, a `field:` on the next that is not blank or a comment,
 * `---` or `...` on a line of its own below.
 *
 * @returns  Both fences and the line end after them, or null. `yaml` is what stands between.
 */
export function findFrontMatter(text: string): (Span & { readonly yaml: string }) | null {
  if (!text.startsWith('---')) return null;
  const head = text.slice(0, MAX_LENGTH);
  const opening = /^---[ \t]*\r?\n/u.exec(head);
  if (opening === null) return null;
  if (
    !/^(?:[ \t]*(?:#[^\n]*)?\r?\n)*["']?[\p{L}_][^\n:]{0,60}:(?:[ \t\r\n]|$)/u.test(
      head.slice(opening[0].length),
    )
  ) {
    return null;
  }
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/mu.exec(head.slice(opening[0].length));
  if (closing === null) return null;
  const yamlEnd = opening[0].length + closing.index;
  return { start: 0, end: yamlEnd + closing[0].length, yaml: head.slice(opening[0].length, yamlEnd) };
}
