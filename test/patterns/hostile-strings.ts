/**
 * Strings that a backtracking pattern may stall on: one that it matches, broken off anywhere, and then a run of one or
 * two characters, or of a piece of what it matches, that does not end as the pattern wants.
 */
import fc from 'fast-check';

/** Blanks, brackets, digits, signs and labels that policy texts and queries are full of. */
const UNITS = [
  ...[
    ' ',
    '\t',
    '\u3000',
    '\u200b',
    '\u00ad',
    '\n',
    ' \n',
    '\u3000\t',
    '(',
    '）',
    '《',
    '〔',
    '“',
    '-',
    '/',
    '>',
  ],
  ...[
    '1',
    '一',
    '十',
    '2010年',
    '12 ',
    '号',
    '局',
    '令',
    '字第1',
    '国〔',
    '第1',
    '一、',
    '（一）',
    '(jǐn)',
    '，',
    '。',
  ],
  ...[':', 'a', 'A ', 'Article 1 ', '中', '市', '省人民政府', '关于', '通知'],
];

/** What stands behind the run, so that a match that has come so far fails. */
const TAIL = '\u0001';
const MOST_PREFIXES = 8;
const MOST_OWN = 10;
/** Without any of these a pattern looks at no more than its own length, wherever it begins. */
const REPEATS = /[*+]|\{\d+,\d*\}/u;

const known = new Map<string, readonly string[]>();

/** Strings of about `length` characters for one pattern, the same in each run, in the same order for each length. */
export function* hostileStrings(source: string, length: number): Generator<string> {
  for (const unit of UNITS) yield run(unit, length) + TAIL;
  if (!REPEATS.test(source)) return;
  const matched = matchedBy(source);
  const prefixes = firstOf(new Set(matched.flatMap(beginnings)), MOST_PREFIXES);
  const own = firstOf(new Set(matched.flatMap((text) => [...text].concat(text))), MOST_OWN);
  for (const unit of UNITS)
    for (const prefix of prefixes.slice(0, 2)) yield prefix + run(unit, length) + TAIL;
  for (const unit of own) {
    yield run(unit, length);
    yield run(unit, length) + TAIL;
    for (const prefix of prefixes) yield prefix + run(unit, length) + TAIL;
  }
  // Two runs beside each other: 局局局   2010   号.
  const few = [...own.slice(0, 3), ' ', '\u3000', '1'];
  for (const one of few) {
    for (const other of few) {
      if (one !== other) yield run(one, length / 2) + run(other, length / 2) + TAIL;
    }
    yield run(`${one} `, length) + TAIL;
  }
}

function run(unit: string, length: number): string {
  return unit.repeat(Math.max(1, Math.floor(length / Math.max(1, unit.length))));
}

function firstOf(values: Iterable<string>, count: number): string[] {
  return [...values].slice(0, count);
}

function beginnings(text: string): string[] {
  const characters = [...text].slice(0, 24);
  return characters.map((_, index) => characters.slice(0, index + 1).join(''));
}

/** A few strings that the pattern matches; short ones, which are hard enough. */
function matchedBy(source: string): readonly string[] {
  let found = known.get(source);
  if (found === undefined) {
    const plain = withoutLooking(source)
      .replace(/\[\^\\S[^\]]*\]/gu, ' ') // what is neither \S nor \s is nothing, and looked for without end
      .replace(/\[\^/gu, '[^\\s')
      .replace(/\\p\{[^}]*\}|\\P\{[^}]*\}|\\u\{[^}]*\}/gu, '中')
      .replace(/\\[bB]|\(\?<\w+>(?=\))|\\k<\w+>/gu, '');
    found = sample(plain);
    known.set(source, found);
  }
  return found;
}

/** Empty for the few patterns that are beyond fast-check: the runs are tried on these alone. */
function sample(source: string): string[] {
  try {
    const strings = fc.stringMatching(new RegExp(source, 'u'), { size: 'xsmall' });
    return [...new Set(fc.sample(strings, { numRuns: 6, seed: 14 }))].filter((text) => text !== '');
  } catch {
    return [];
  }
}

/** Lookahead and lookbehind say what stands beside a match: `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)` go. */
function withoutLooking(source: string): string {
  let kept = '';
  let inClass = false;
  const groups: boolean[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const piece = source.charAt(at) === '\\' ? source.slice(at, at + 2) : source.charAt(at);
    const looking = !inClass && piece === '(' && /^\(\?<?[=!]/u.test(source.slice(at, at + 4));
    if (!inClass && piece === '(') groups.push(looking);
    if (!groups.includes(true)) kept += piece;
    if (!inClass && piece === ')') groups.pop();
    if (piece === '[') inClass = true;
    if (piece === ']') inClass = false;
    at += piece.length - 1;
  }
  return kept;
}
