import type { AskedWhole, Piece, Question } from './question.js';

/** Where a run was typed: a piece of the question, or one of its alternatives. */
export function pieceAt(
  { pieces }: Question,
  { piece, alternative }: AskedWhole['place'],
): Piece | undefined {
  const found = pieces?.[piece];
  if (alternative === undefined) return found;
  const [only] = found?.items ?? [];
  return only?.kind === 'either' ? only.alternatives[alternative] : undefined;
}
