/** What each parameter does, for people; what it may be, its schema in `request.ts` says. */
import { FACETS } from '../../core/model.js';
import { QUERY_LENGTH } from '../request.js';

export interface ParameterText {
  readonly description: string;
  readonly example?: unknown;
  /** What its schema knows and cannot say. */
  readonly schema?: Readonly<Record<string, unknown>>;
}

const OF_FACET: ReadonlyMap<string, readonly [what: string, example: string]> = new Map([
  ['city', ['place of the issuing bodies', '北京']],
  ['year', ['year of publication', '2023']],
  ['theme', ['theme of the clause', '算力']],
  ['issuingBody', ['issuing body, by its full name', '北京市人民政府']],
  ['type', ['kind of document', '方案']],
  ['status', ['whether it is in force: 现行, 已修改, 废止, 失效, 征求意见', '现行']],
]);

export const PARAMETER_TEXTS: ReadonlyMap<string, ParameterText> = new Map<string, ParameterText>([
  [
    'q',
    {
      description: 'What is looked for. Any text is a question; an empty one browses.',
      example: '算力',
      schema: { maxLength: QUERY_LENGTH },
    },
  ],
  ...FACETS.flatMap((facet): [string, ParameterText][] => {
    const [what = facet, example = ''] = OF_FACET.get(facet) ?? [];
    return [
      [facet, { description: `Only this ${what}; given more than once, any of them.`, example: [example] }],
      [
        `not.${facet}`,
        { description: `Not this ${what}; given more than once, none of them.`, example: [example] },
      ],
    ];
  }),
  [
    'missing',
    {
      description: 'Only documents that have no value there (of `theme`: clauses).',
      example: ['documentNumber'],
    },
  ],
  [
    'document.from',
    { description: 'The ordinal of the first clause, from 0; `next` of the answer before.', example: 10 },
  ],
  ['count', { description: 'How many clauses, at most.', example: 5 }],
  ['from', { description: 'The first day, inclusive.', example: '2021-01-01' }],
  ['to', { description: 'The last day, inclusive.', example: '2023-12-31' }],
  ['date', { description: 'The date that `from`, `to` and the order by date speak of.' }],
  ['document', { description: 'The id of a document: its clauses alone.', example: '001_481ff7906f0af67b' }],
  [
    'match',
    {
      description:
        '`all`: every word; `any`: one of them; `auto`: all, and where that is too little, any after them.',
    },
  ],
  ['sort', { description: 'Best first, or by date.' }],
  ['group', { description: '`document`: the page is one of documents, each with its best clauses.' }],
  [
    'scope',
    { description: '`title`: only titles and document numbers are searched; goes with `group=document`.' },
  ],
  ['page', { description: 'Which page, from 1. page × size is at most 10,000.' }],
  ['size', { description: 'Clauses a page (20 if it is left out), or documents (10, at most 50).' }],
  ['script', { description: 'What texts are shown in: as published, Simplified or Traditional.' }],
  ['expand', { description: '`off`: only what was typed is looked for, not what texts call it too.' }],
  [
    'without',
    {
      description: 'Leaves out one of the words that were added: its `to` in `query.expanded`.',
      example: ['人工智能'],
    },
  ],
  [
    'explain',
    { description: '`on`: the answer says what each word finds alone and what each filter costs.' },
  ],
  ['limit', { description: 'How many suggestions.' }],
  [
    'contains',
    {
      description: 'What the value holds, in either script, as an abbreviation, in pinyin or its initials.',
      example: 'gxb',
    },
  ],
  ['style', { description: 'The style of the citation.', example: 'gbt7714-2015' }],
  ['lang', { description: 'The language of the words between.' }],
  ['parts', { description: '`on`: JSON, with what the citation is made of.' }],
  [
    'accessed',
    { description: 'The day that the reader saw it; today if it is left out.', example: '2026-08-22' },
  ],
  ['download', { description: '`1`: sent as a file.' }],
  [
    'pinpoint',
    {
      description: 'A paragraph of an article, and an item of it: 款.项.',
      schema: { pattern: '^\\d+(\\.\\d+)?$' },
    },
  ],
  [
    'quote',
    {
      description: 'The stretch of the clause that is quoted, start-end, in UTF-16 code units.',
      example: '0-12',
    },
  ],
]);
