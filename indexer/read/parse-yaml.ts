/**
 * YAML → a value, as far as metadata is written in it. The only file that knows yaml.
 *
 * The library composes values by recursion: what is nested some thousand deep overflows the stack, and if a pattern is first
 * compiled there, the process ends, with all other documents in it. It also compares each key of a map with all before it.
 * So the tokens, which it makes without recursion, are measured first.
 */
import { Parser, parse, YAMLParseError } from 'yaml';
import { malformed } from './given-metadata.js';

/** Fields nested more than 100 deep are left out by their name (nested.ts); past this even that is too much to ask. */
const DEEPEST = 500;
const MOST_ENTRIES = 5000;
/** No metadata has so many anchors and tags; of repeated ones the time to tell what is wrong is the square. */
const MOST_MARKS = 1000;

/** @throws PolicyError `malformed_document` where it is no YAML, or past one of the bounds. */
export function parseYaml(yaml: string, where: string): unknown {
  const fault = marksFault(yaml) ?? treeFault(yaml);
  if (fault !== null) throw malformed(where, `its metadata ${fault}`, 'Write plain values, a field a line.');
  try {
    // Without its own places: it looks for that of each of its errors, in a time that is the square of their number.
    return parse(yaml, { prettyErrors: false, logLevel: 'error' });
  } catch (cause) {
    throw malformed(
      where,
      `its metadata is no YAML: ${saidOf(cause, yaml)}`,
      'Write `field: value`, a field a line.',
      cause,
    );
  }
}

function saidOf(cause: unknown, yaml: string): string {
  const said = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
  if (!(cause instanceof YAMLParseError)) return said;
  return `${said} (line ${yaml.slice(0, cause.pos[0]).split('\n').length})`;
}

function marksFault(yaml: string): string | null {
  const isMany = (pattern: RegExp): boolean => (yaml.match(pattern)?.length ?? 0) > MOST_MARKS;
  return isMany(/[&!]/gu) && isMany(/(?<![^\s[{,])[&!]/gu)
    ? `has more than ${MOST_MARKS} anchors and tags`
    : null;
}

/** Of a token of the library, what is looked at; any of it may be missing. */
interface Node {
  readonly value?: unknown;
  readonly items?: readonly { readonly key?: unknown; readonly value?: unknown }[];
}

function treeFault(yaml: string): string | null {
  let entries = 0;
  for (const document of new Parser().parse(yaml)) {
    const open: { readonly node: Node; readonly depth: number }[] = [{ node: document as Node, depth: 0 }];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      const { node, depth } = one;
      if (depth > DEEPEST) return `is nested more than ${DEEPEST} deep`;
      entries += node.items?.length ?? 0;
      if (entries > MOST_ENTRIES) return `has more than ${MOST_ENTRIES} fields and items`;
      const parts = (node.items ?? []).flatMap(({ key, value }) => [key, value]);
      for (const below of [node.value, ...parts]) {
        if (typeof below === 'object' && below !== null) open.push({ node: below, depth: depth + 1 });
      }
    }
  }
  return null;
}
