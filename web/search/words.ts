/** A query written anew from what was understood of it, without one of its words. Pure. */
import type { Understood } from '../../server/api.js';

export interface Part extends Understood {
  /** Stood before the next in one run, which was cut between them. */
  readonly joined: boolean;
}

/**
 * What is looked for, in order. What is not (`ignored`) does nothing, and is not written again; but for words that were too
 * many: they are looked for as soon as others are dropped.
 */
export function partsOf(q: string, understood: readonly Understood[]): readonly Part[] {
  const used = understood.filter((part) => !part.ignored || /\b32\b/.test(part.reason ?? ''));
  return used.map((part, index) => {
    const next = used[index + 1];
    const run = part.kind === 'word' && next?.kind === 'word' ? part.text + next.text : '';
    return { ...part, joined: run !== '' && q.includes(run) };
  });
}

export function withoutPart(parts: readonly Part[], index: number): string {
  // What stood on both sides of it is two words now.
  const before = parts
    .slice(0, index)
    .map((part, at) => (at === index - 1 ? { ...part, joined: false } : part));
  return written([...before, ...parts.slice(index + 1)]);
}

function written(parts: readonly Part[]): string {
  return parts
    .map((part) => `${one(part)}${part.joined ? '' : ' '}`)
    .join('')
    .trim();
}

function one({ kind, text, alternatives }: Pick<Understood, 'kind' | 'text' | 'alternatives'>): string {
  if (kind === 'either' && alternatives) return alternatives.map(one).join('|');
  if (kind === 'phrase') return quoted(text);
  if (kind === 'excluded') return `-${/[\s|]/.test(text) ? quoted(text) : text}`;
  return text;
}

function quoted(text: string): string {
  return text.includes('"') ? `“${text}”` : `"${text}"`;
}
