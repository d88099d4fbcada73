/** Whether a key of body, year and number would be that of two documents. */
import { describe, expect, it } from 'vitest';
import type { EngineAnswers } from '../../server/answer/engine-answers.js';
import { sharesNumber } from '../../server/answer/shared-number.js';
import type { SearchRequest } from '../../server/request.js';
import { makeDocument, NOTICE } from './cite-cases.js';

const BODY = '国务院';
const NUMBER = '国发〔2025〕11号';

/** What bears or mentions the number, as a search finds it. */
function answering(
  found: readonly {
    readonly id: string;
    readonly documentNumber: string | null;
    readonly issuingBodies: string[];
  }[],
): { readonly answers: EngineAnswers; readonly asked: SearchRequest[] } {
  const asked: SearchRequest[] = [];
  const search = (request: SearchRequest): Promise<unknown> => {
    asked.push(request);
    return Promise.resolve({ answer: { hits: found.map((document) => ({ document })) }, version: null });
  };
  return { answers: { search } as unknown as EngineAnswers, asked };
}

const own = { id: NOTICE.id, documentNumber: NUMBER, issuingBodies: [BODY] };

describe('a number that another document has too', () => {
  it.each([
    ['the document alone', [own], false],
    ['a copy of it', [own, { ...own, id: 'copy' }], true],
    ['what only mentions it', [own, { ...own, id: 'other', documentNumber: '国发〔2024〕1号' }], false],
    ['another body', [own, { ...own, id: 'other', issuingBodies: ['国务院办公厅'] }], false],
  ])('%s: %s', async (_, found, isShared) => {
    const { answers, asked } = answering(found);
    expect(await sharesNumber(answers, NOTICE)).toBe(isShared);
    expect(asked.map(({ q }) => q)).toEqual([NUMBER]);
  });

  it('is not looked for where there is none', async () => {
    const { answers, asked } = answering([]);
    expect(await sharesNumber(answers, makeDocument({ issuingBodies: [BODY] }))).toBe(false);
    expect(asked).toEqual([]);
  });
});
