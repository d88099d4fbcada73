/** A real engine whose troubles are told to it: out of reach, silent until its deadline, slow, or without some of its parts. */

import { type ErrorCode, PolicyError } from '../../core/errors.js';
import type { SearchEngine } from '../../engine/engine.js';

export type Trouble =
  | { readonly kind: 'none' }
  /** Every question fails at once. */
  | { readonly kind: 'refuses'; readonly code: ErrorCode }
  /** Every question fails when its deadline is over. */
  | { readonly kind: 'hangs' }
  /** Every question is answered, but late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Some parts do not answer: proposals, texts and counts are without `lost`. */
  | { readonly kind: 'partial'; readonly missing: readonly string[]; readonly lost?: readonly string[] };

export interface TroubledEngine extends SearchEngine {
  trouble: Trouble;
  /** Questions asked so far. */
  asked: number;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** @param deadline  ms that each question may take. */
export function troubledEngine(engine: SearchEngine, deadline: number): TroubledEngine {
  const ask = async <Answer>(question: () => Promise<Answer>): Promise<Answer> => {
    troubled.asked += 1;
    const { trouble } = troubled;
    if (trouble.kind === 'refuses') throw new PolicyError(trouble.code, 'It refuses.', 'Mend it.');
    if (trouble.kind === 'hangs') {
      await wait(deadline);
      throw new PolicyError('engine_unavailable', 'It hangs.', 'Start it.');
    }
    if (trouble.kind === 'slow') await wait(trouble.ms);
    return question();
  };
  const missing = (): { missing?: readonly string[] } =>
    troubled.trouble.kind === 'partial' ? { missing: troubled.trouble.missing } : {};
  const isLost = (id: string): boolean =>
    troubled.trouble.kind === 'partial' && (troubled.trouble.lost ?? []).includes(id);

  const troubled: TroubledEngine = {
    name: engine.name,
    trouble: { kind: 'none' },
    asked: 0,
    status: () => ask(async () => ({ ...(await engine.status()), ...missing() })),
    search: (query) => ask(async () => ({ ...(await engine.search(query)), ...missing() })),
    hitsIn: (query, groups, most) => ask(() => engine.hitsIn(query, groups, most)),
    frequencies: (phrases) => ask(() => engine.frequencies(phrases)),
    known: (texts) => ask(() => engine.known(texts)),
    clauses: (ids) => ask(() => engine.clauses(ids.filter((id) => !isLost(id)))),
    catalogue: () => ask(async () => (await engine.catalogue()).filter(({ id }) => !isLost(id))),
    suggestions: () => ask(() => engine.suggestions()),
    documents: (ids) => ask(() => engine.documents(ids.filter((id) => !isLost(id)))),
    document: (id, stretch) => ask(async () => (isLost(id) ? null : engine.document(id, stretch))),
    raw: (id) => ask(async () => (isLost(id) ? null : engine.raw(id))),
    close: () => engine.close(),
  };
  return troubled;
}
