/**
 * Examples that find something in this collection, whatever it holds. Pure: they are read off printed titles, for a title
 * is a clause and a search for what stands in it cannot come back empty; nothing is asked beforehand.
 */
import type { DocumentSummary } from '../../server/api.js';

const EXAMPLES = 3;
const LONGEST = 20; // characters of a quoted title: a longer one shows nothing more

export interface Example {
  readonly kind: 'excluded' | 'phrase' | 'documentNumber' | 'everyWord';
  readonly q: string;
}

/** @param documents  The newest, best first. */
export function examplesOf(documents: readonly DocumentSummary[]): readonly Example[] {
  const titled = documents
    .filter(({ titleOrigin }) => titleOrigin === 'printed')
    .map((document) => ({ document, words: wordsOf(document) }));
  const all = new Set(titled.flatMap(({ words }) => words));
  const candidates: Record<Example['kind'], readonly string[]> = {
    excluded: titled.flatMap(({ document: { title }, words: [word] }) => {
      const other = [...all].find((one) => !title.includes(one));
      return word && other ? `${word} -${other}` : [];
    }),
    documentNumber: titled.flatMap(({ document: { documentNumber } }) => documentNumber ?? []),
    phrase: titled.flatMap(
      ({ document: { title }, words: [word] }) => quoted(title) ?? (word ? `“${word}”` : []),
    ),
    everyWord: titled.flatMap(({ words: [one, two] }) => (one && two ? `${one} ${two}` : [])),
  };
  return (Object.entries(candidates) as [Example['kind'], readonly string[]][])
    .flatMap(([kind, [q]]) => (q === undefined ? [] : { kind, q }))
    .slice(0, EXAMPLES);
}

/** Of what is known about a document, that which its title prints as it stands. */
function wordsOf({ title, type, themes, cities }: DocumentSummary): readonly string[] {
  return [...themes, type ?? '', ...cities].filter((word) => word !== '' && title.includes(word));
}

/** The name in 《》, else a short title as a whole. */
function quoted(title: string): string | null {
  const name = /《([^《》]{4,20})》/.exec(title)?.[1] ?? title;
  return name.length <= LONGEST && !/["“”「」『』]/.test(name) ? `“${name}”` : null;
}
