/**
 * Which tokens some texts have, as bits: what holds none that was met holds nothing of those texts. A token that was not met is
 * taken for one that was now and then, where two fall on one bit; never the other way round.
 */
import type { Phrase } from '../../../core/text/analyze.js';
import type { Tokens } from '../../entry.js';

export interface MetTokens {
  add(tokens: Pick<Tokens, 'grams' | 'characters'>): void;
  /** From here on it has met everything. */
  addAll(): void;
  /** Whether the phrase may be contained in one of the texts. */
  mayHold(phrase: Phrase): boolean;
}

/** 2 MB; of the million distinct grams of all Chinese policy one bit in sixteen is set. */
const BITS = 24;
const SPACE = 0x20;
/** Of FNV-1a, in 32 bits, folded to fewer. @see Fowler, Noll and Vo, "The FNV hash" */
const [OFFSET, PRIME] = [0x811c9dc5, 0x01000193];

export function openMetTokens(): MetTokens {
  const bits = new Uint8Array(2 ** (BITS - 3));

  /** Tokens with single spaces between them. */
  const addEach = (tokens: string): void => {
    let hash = OFFSET;
    for (let at = 0; at <= tokens.length; at += 1) {
      const unit = at === tokens.length ? SPACE : tokens.charCodeAt(at);
      if (unit !== SPACE) {
        hash = Math.imul(hash ^ unit, PRIME);
        continue;
      }
      const bit = bitOf(hash);
      bits[bit >> 3] = (bits[bit >> 3] as number) | (1 << (bit & 7));
      hash = OFFSET;
    }
  };
  const isMet = (token: string): boolean => {
    let hash = OFFSET;
    for (let at = 0; at < token.length; at += 1) hash = Math.imul(hash ^ token.charCodeAt(at), PRIME);
    const bit = bitOf(hash);
    return ((bits[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
  };

  return {
    add({ grams, characters }) {
      addEach(grams);
      addEach(characters);
    },
    addAll: () => void bits.fill(0xff),
    mayHold: ({ tokens }) => tokens.every(isMet),
  };
}

function bitOf(hash: number): number {
  return (hash ^ (hash >>> BITS)) & (2 ** BITS - 1);
}
