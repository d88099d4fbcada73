/** Letters that Meilisearch is asked for, shown as the tokens that they stand for. */
import { type EngineQuery, phrasesOf } from '../../engine/engine.js';
import { CONTEXT_MARK, tokenCode } from '../../engine/meilisearch/records/token-code.js';

/** `"算力 力中"` for a phrase in the own text, `"^算力"` for one in the context. */
export function readable(asked: EngineQuery): (text: string) => string {
  const tokens = new Map(
    [...asked.words.flatMap(phrasesOf), ...asked.excluded]
      .flatMap(({ tokens }) => tokens)
      .flatMap((token) => [
        [tokenCode(token), token] as const,
        [CONTEXT_MARK + tokenCode(token), `^${token}`] as const,
      ]),
  );
  return (text) => text.replace(/[a-z]+/g, (code) => tokens.get(code) ?? code);
}
