/** Answers that were given under load, held against those of a plain engine on the same file. */
import { openEngine } from '../engine/open.js';
import { answerHere } from '../server/answer/answers.js';
import type { AnySearchAnswer } from '../server/api.js';
import { SearchRequest } from '../server/request.js';

/** Of a search: how it was asked, and what was found. */
export interface Sample {
  readonly parameters: Readonly<Record<string, string>>;
  /** Of the index. */
  readonly version: string;
  readonly found: string;
}

export interface Compared {
  readonly checked: number;
  /** What was asked where another answer was given. */
  readonly wrong: readonly string[];
  /** Answers of an index that is none of those named. */
  readonly ofNone: number;
}

const FIRST = 10;

/** null where it is no search. */
export function sampleOf(path: string, body: string): Sample | null {
  const { pathname, searchParams } = new URL(path, 'http://localhost');
  if (pathname !== '/api/search') return null;
  const answer = JSON.parse(body) as AnySearchAnswer;
  return {
    parameters: Object.fromEntries(searchParams),
    version: answer.index.version,
    found: foundIn(answer),
  };
}

/** @param folders  Of indexes. */
export async function compareSamples(
  samples: readonly Sample[],
  folders: readonly string[],
): Promise<Compared> {
  const wrong: string[] = [];
  let checked = 0;
  for (const dataFolder of folders) {
    const engine = openEngine({ engine: 'sqlite', dataFolder });
    const answers = answerHere(engine);
    const { version } = await engine.status();
    for (const sample of samples.filter((one) => one.version === version)) {
      const { answer } = await answers.search(SearchRequest.parse(sample.parameters));
      checked += 1;
      if (foundIn(answer) !== sample.found) wrong.push(JSON.stringify(sample.parameters));
    }
    await engine.close();
  }
  return { checked, wrong, ofNone: samples.length - checked };
}

function foundIn(answer: AnySearchAnswer): string {
  const { total, documents } = answer;
  const first =
    'groups' in answer
      ? answer.groups.map((group) => `${group.document.id} ${group.total}`)
      : answer.hits.map(({ clause }) => clause.id);
  return JSON.stringify([total, documents, first.slice(0, FIRST)]);
}
