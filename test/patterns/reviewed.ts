/**
 * Patterns that take n² steps, each with the bound of what it reads. They are tried on 500 characters, the others on
 * 5,000. A cubic or exponential one has no place here.
 */
export interface Reviewed {
  readonly file: string;
  /** The beginning of its source. */
  readonly source: string;
  readonly because: string;
}

const ACT = 'A line of a history is read up to 1,000 characters.';

export const REVIEWED: readonly Reviewed[] = [
  {
    file: 'indexer/describe/bodies/issuing-bodies.ts',
    source: '(?:(?:于|在)?(?:近日',
    because: 'It reads the 120 characters before a verb.',
  },
  {
    file: 'indexer/describe/bodies/signature.ts',
    source: '\\s{1,32}(?=',
    because: 'It reads the 600 characters before a date.',
  },
  { file: 'indexer/describe/dates/history.ts', source: '(?:审判委员会', because: ACT },
  { file: 'indexer/describe/dates/history.ts', source: '(.*?)第[', because: ACT },
  { file: 'indexer/describe/dates/history.ts', source: '(?:令|公告|通告|文件)?', because: ACT },
  { file: 'indexer/describe/dates/history.ts', source: '(?:审议)?', because: ACT },
  {
    file: 'indexer/describe/title/title-words.ts',
    source:
      '(?:答记者问|政策问答|说明书|白皮书|倡议书|修正案|通知|意见|决定|决议|命令|公告|公示|通告|公报|通报|议案|批复',
    because: 'It reads what may be a title, 260 characters.',
  },
  {
    file: 'server/query/understand-query.ts',
    source: '^[\\s，。、；',
    because: 'A query has 500 characters at most.',
  },
  {
    file: 'indexer/describe/dates/history.ts',
    source: '第?[（(',
    because: 'It reads the 120 characters behind a date.',
  },
];

export function reviewOf({
  file,
  source,
}: {
  readonly file: string;
  readonly source: string;
}): Reviewed | undefined {
  return REVIEWED.find((one) => one.file === file && source.startsWith(one.source));
}
