/**
 * English texts of law: Article 17-1 alone on its line, then its lines; or Article 17 and its first words in one line;
 * Chapter and Section headings; bare numbers.
 */
import { linesOf } from './lines.js';
import { type Block, type Level, RANK } from './numbering.js';

const ARTICLE = /^Article\s+(\d+)(?:\s*-\s*\d+)?(?:\s*[.:：])?$/i;
/** Its text begins with a capital, a digit or a sign: `Article 3 applies` is a mention. */
const ARTICLE_AND_TEXT = /^(?:Article|ARTICLE)\s+(\d+)(?:\s*-\s*\d+)?(?:\s*[.:：])?(?=\s+[^\sa-z])/;
const BARE = /^(\d{1,4})(?:-\d{1,3})?$/;
const DIVISION =
  /^(part|book|chapter|section|sub-?section|item)\s*(?:[-–—]\s*)?\(?((?:[ivxlc]+|[ⅰ-ⅿ]|\d+|[a-z]+)(?:-\d+)?)\b\)?/i;
const DIVISIONS: ReadonlyMap<string, Level> = new Map<string, Level>([
  ['part', 'part'],
  ['book', 'part'],
  ['chapter', 'chapter'],
  ['section', 'section'],
  ['subsection', 'subsection'],
  ['item', 'division'],
]);

/** Every line before the first article and every `#` line stands alone; what follows an article is its own. */
export function englishBlocks(text: string, from: number, to: number): Block[] {
  const lines = linesOf(text, from, to);
  const hasArticles = lines.some(
    ({ start, end }) => end - start < 40 && ARTICLE.test(text.slice(start, end)),
  );
  const inLine =
    !hasArticles && lines.some(({ start, end }) => ARTICLE_AND_TEXT.test(text.slice(start, end)));
  const form = hasArticles ? ARTICLE : inLine ? ARTICLE_AND_TEXT : BARE;
  let previous = 0;
  return lines.map(({ start, end, hashes }): Block => {
    const line = text.slice(start, end);
    const printed = end - start <= 200 ? line : '';
    const match = form.exec(inLine ? line : printed);
    const number = Number(match?.[1] ?? Number.NaN);
    const follows = number === previous + 1 || (number === previous && match?.[0].includes('-'));
    if (match !== null && (hasArticles || (inLine && previous === 0) || follows)) {
      previous = number;
      const shown = match[0].replace(/\s{0,32}-\s{0,32}/, '-').replace(/\s{0,32}[.:：]$/, '');
      const label = { start, end: start + match[0].length, level: 'article', ordinal: number } as const;
      return {
        ...{ start, end, rank: RANK.article, role: 'auto' },
        label: { ...label, printed: shown.replace(/\s+/, ' ') },
      };
    }
    const division = DIVISION.exec(printed);
    const level = DIVISIONS.get(division?.[1]?.toLowerCase().replace('-', '') ?? '');
    if (division !== null && level !== undefined && (hashes > 0 || isTitle(printed))) {
      const stop = start + division[0].length;
      const label = { start, end: stop, level, ordinal: 0, printed: division[0].replace(/\s+/g, ' ') };
      return { start, end, label, rank: RANK[level], role: 'heading' };
    }
    if (hashes > 0) return { start, end, label: null, rank: RANK.unnumbered, role: 'heading' };
    return { start, end, label: null, rank: null, role: 'auto' };
  });
}

/** Chapter II Rights and Duties, not 'Section 3 applies to …': short, and no sentence. */
function isTitle(line: string): boolean {
  return (
    line.length <= 80 &&
    !/[.;:,]$/.test(line) &&
    /^(?:chapter|part|book|section)\s+(?:[IVXLC]+|\d+)\b/i.test(line)
  );
}
