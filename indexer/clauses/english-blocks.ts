/** English texts of law: Article 17-1 alone on its line, then its lines; Chapter and Section headings; bare numbers. */
import { linesOf } from './lines.js';
import { type Block, type Level, RANK } from './numbering.js';

const ARTICLE = /^Article\s+(\d+)(?:\s*-\s*\d+)?(?:\s*[.:：])?$/i;
const BARE = /^(\d{1,4})(?:-\d{1,3})?$/;
const DIVISION =
  /^(part|book|chapter|section|sub-?section|item)\s*[-–—]?\s*\(?((?:[ivxlc]+|[ⅰ-ⅿ]|\d+|[a-z]+)(?:-\d+)?)\b\)?/i;
const DIVISIONS: Readonly<Record<string, Level>> = {
  ...{ part: 'part', book: 'part', chapter: 'chapter', section: 'section' },
  ...{ subsection: 'subsection', item: 'division' },
};

/** Every line before the first article and every `#` line stands alone; what follows an article is its own. */
export function englishBlocks(text: string, from: number, to: number): Block[] {
  const lines = linesOf(text, from, to);
  const hasArticles = lines.some(
    ({ start, end }) => end - start < 40 && ARTICLE.test(text.slice(start, end)),
  );
  const form = hasArticles ? ARTICLE : BARE;
  let previous = 0;
  return lines.map(({ start, end, hashes }): Block => {
    const printed = end - start <= 200 ? text.slice(start, end) : '';
    const number = Number(form.exec(printed)?.[1] ?? Number.NaN);
    if (
      hasArticles ? number >= 0 : number === previous + 1 || (number === previous && printed.includes('-'))
    ) {
      previous = number;
      const shown = printed.replace(/\s*-\s*/, '-').replace(/\s*[.:：]$/, '');
      return {
        ...{ start, end, rank: RANK.article, role: 'auto' },
        label: { start, end, level: 'article', ordinal: number, printed: shown.replace(/\s+/, ' ') },
      };
    }
    const division = DIVISION.exec(printed);
    const level = DIVISIONS[division?.[1]?.toLowerCase().replace('-', '') ?? ''];
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
