/**
 * Taiwan's laws as the Ministry of Justice prints them: 第 17-1 條 alone on its line, then the article's lines
 * (項 without numbers, 款 一、, 目 （一）); in orders without articles a bare number alone on its line.
 */

import { BANKERS_NUMERALS, NUMERALS, parseNumeral } from '../../core/text/numerals.js';
import { linesOf } from './lines.js';
import { type Block, type Label, type Level, RANK } from './numbering.js';

const ARTICLE = new RegExp(
  `^第\\s*(\\d+|[${NUMERALS}]+)(?:\\s*-\\s*\\d+)?\\s*條(?:\\s*之\\s*(?:\\d+|[${NUMERALS}]+))?$`,
);
const BARE = /^(\d{1,4})(?:-\d{1,3})?$/;
const DIVISION = new RegExp(
  `^第\\s*([${NUMERALS}]+|\\d+)\\s*([編章節款目])(?:\\s*之\\s*[${NUMERALS}]{1,3}(?=\\s|$))?(?![${NUMERALS}])`,
);
const NAMED = new RegExp(`^([甲乙丙丁戊己庚辛壬癸]|[${BANKERS_NUMERALS}]{1,3})(?=[、\\s])`);
const DIVISIONS: ReadonlyMap<string, Level> = new Map<string, Level>([
  ['編', 'part'],
  ['章', 'chapter'],
  ['節', 'section'],
  ['款', 'subsection'],
  ['目', 'division'],
]);

/** Articles and headings of a law of Taiwan; null when the text is none. Whatever follows an article is its own. */
export function taiwanBlocks(text: string, from: number, to: number): Block[] | null {
  const lines = linesOf(text, from, to).map((line) => ({
    ...line,
    printed: line.end - line.start <= 80 ? text.slice(line.start, line.end) : '',
  }));
  const hasArticles = lines.some(({ printed }) => ARTICLE.test(printed));
  const opening = lines.find(({ hashes, printed }) => hashes === 0 && !DIVISION.test(printed))?.printed;
  if (!hasArticles && opening !== '1') return null;
  const form = hasArticles ? ARTICLE : BARE;

  let previous = 0;
  const blocks: Block[] = [];
  // A wrapped line may begin with 第五款之規定: without marks, a heading stands right above an article or a heading.
  const marked = lines.some(({ hashes }) => hashes > 0);
  const divides = (index: number): boolean => {
    const { hashes, printed } = lines[index] ?? { hashes: 0, printed: '' };
    if (hashes > 0) return true;
    if (marked || !hasArticles || !DIVISION.test(printed) || /[，。；：]/.test(printed)) return false;
    const below = lines[index + 1]?.printed ?? '';
    return ARTICLE.test(below) || DIVISION.test(below);
  };
  for (const [index, { start, end, hashes, printed }] of lines.entries()) {
    const number = parseNumeral(form.exec(printed)?.[1] ?? '');
    // Bare numbers must rise one by one: a number in a table is none of them.
    if (
      number !== null &&
      (hasArticles || number === previous + 1 || (number === previous && printed.includes('-')))
    ) {
      previous = number;
      blocks.push({
        start,
        end,
        label: label('article', start, end, number, printed),
        rank: RANK.article,
        role: 'auto',
      });
    } else {
      blocks.push(
        (divides(index) ? headingOf(text, start, end, printed, hashes) : null) ?? {
          start,
          end,
          label: null,
          rank: null,
          role: 'auto',
        },
      );
    }
  }
  return blocks;
}

function headingOf(text: string, start: number, end: number, printed: string, hashes: number): Block | null {
  const division = DIVISION.exec(printed);
  const level = DIVISIONS.get(division?.[2] ?? '');
  if (division !== null && level !== undefined) {
    const ordinal = parseNumeral(division[1] ?? '') ?? 0;
    const stop = start + division[0].length;
    return {
      start,
      end,
      label: label(level, start, stop, ordinal, division[0]),
      rank: RANK[level],
      role: 'heading',
    };
  }
  if (hashes === 0) return null;
  const [name] = NAMED.exec(text.slice(start, start + 5)) ?? [];
  const named = name === undefined ? null : label('unnumbered', start, start + name.length, 0, name);
  return { start, end, label: named, rank: RANK.unnumbered, role: 'heading' };
}

function label(level: Level, start: number, end: number, ordinal: number, printed: string): Label {
  return { level, start, end, ordinal, printed: printed.replace(/\s/g, '') };
}
