/**
 * Takes out the pinyin that reprint sites put after characters: 先導(dǎo)區(qū) → 先導區.
 *
 * A bracket goes when it holds one tone-marked syllable that is a reading of the character before it, but for the tone. All others
 * stay: (FCA), (濱海新區), and a misfit, which `repair-damage` looks at. 20 million characters of law have not one such bracket.
 */
import type { Draft } from './draft.js';
import type { Edit } from './mapped-text.js';
import { isReadingButForTone } from './pronunciations.js';

const TONE_MARKED = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/u;

/** A pinyin syllable has at most six letters: zhuāng, shuǎng. */
export const PINYIN_BRACKET = /[（(]([a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zü]{0,5})[)）]/gu;

export function removePinyin(draft: Draft): Draft {
  const { text } = draft.mapped;
  if (!TONE_MARKED.test(text)) return draft;
  const edits: Edit[] = [];
  for (const match of text.matchAll(PINYIN_BRACKET)) {
    const before = characterBefore(text, match.index);
    if (before === '' || !isReadingButForTone(before, match[1] ?? '')) continue;
    edits.push({ start: match.index, end: match.index + match[0].length, insert: '' });
  }
  if (edits.length === 0) return draft;
  const message = `${edits.length} readings in brackets, put after characters by the site that carried the text, were taken out.`;
  return {
    ...draft,
    mapped: draft.mapped.edit(edits),
    pinyinRemoved: edits.length,
    warnings: [...draft.warnings, { code: 'pinyin_removed', message }],
  };
}

/** A whole Han character, supplementary ones included; empty where another stands before the bracket. */
function characterBefore(text: string, at: number): string {
  return /\p{Script=Han}$/u.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
}
