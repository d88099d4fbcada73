/**
 * What describing gets right: on the policy texts of ../shared/data/policies, of what each text itself says; on the
 * 19,161 document numbers printed on government sites, each set in the head of a notice; and on the five seeds.
 *
 * A title is right when it is the one known, punctuation, width, script and white space aside. Sites leave out the bodies
 * before 关于 or give a notice the name of the plan in its 《》: that counts as right and is told apart in the table.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DocumentNumber } from '../core/model.js';
import { convert } from '../core/text/convert.js';
import { findDocumentNumbers, parseDocumentNumber } from '../core/text/document-number.js';
import { clean } from '../indexer/clean/clean.js';
import { fullBodyName } from '../indexer/describe/bodies/full-name.js';
import { describe } from '../indexer/describe/describe.js';
import type { Description } from '../indexer/model.js';
import { type JudgedTitle, printTitles } from './extraction-titles.js';
import { rawDocument } from './raw-document.js';
import { SEED_TABLE } from './seed-table.js';

const DATA = resolve('../shared/data');
const SEEDS = resolve('seeds');

interface Truth {
  readonly file: string;
  readonly title?: string;
  readonly titleInText?: boolean;
  readonly publishedOn?: string;
  readonly publishedOnInText?: boolean;
  readonly signedOn?: string;
  readonly signedOnInText?: boolean;
  readonly documentNumber?: string;
  readonly documentNumberInText?: boolean;
  readonly issuingBodies?: readonly string[];
  readonly issuingBodiesInText?: readonly boolean[];
}

type Verdict = 'exact' | 'right' | 'wrong';

interface Score {
  said: number;
  exact: number;
  right: number;
  readonly wrong: string[];
}

/** Shares that issue 3 asks for. */
const FIELDS = {
  title: 0.95,
  documentNumber: 0.97,
  publishedOn: 0.9,
  signedOn: 0.93,
  issuingBodies: 0.88,
} as const;
type Field = keyof typeof FIELDS;

export async function runExtraction(): Promise<void> {
  if (!existsSync(DATA)) {
    console.log(`No data in ${DATA}: nothing to measure.`);
    return;
  }
  policies();
  printedNumbers();
  seeds();
}

/** Reads a text file as the indexer does. */
function describeFile(path: string): Description {
  const text = readFileSync(path, 'utf8');
  const raw = rawDocument(text, { id: path, path });
  return describe({ raw, cleaned: clean(text, { kind: 'text' }) });
}

function policies(): void {
  const truths = readFileSync(resolve(DATA, 'eval/policy-metadata.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Truth);
  const scores = Object.fromEntries(
    Object.keys(FIELDS).map((field) => [field, { said: 0, exact: 0, right: 0, wrong: [] }]),
  ) as unknown as Record<Field, Score>;
  const titles: JudgedTitle[] = [];
  for (const truth of truths) {
    const found = describeFile(resolve(DATA, 'policies', truth.file));
    titles.push({
      file: truth.file,
      known: truth.title ?? null,
      isPrinted: truth.titleInText === true,
      ours: found.title,
      derived: found.provenance.title === 'derived',
    });
    for (const [field, verdict, what] of judge(truth, found)) {
      const score = scores[field];
      score.said += 1;
      if (verdict === 'exact') score.exact += 1;
      if (verdict === 'wrong') score.wrong.push(`${truth.file}  ${what}`);
      else score.right += 1;
    }
  }
  console.log(`\n${truths.length} policy texts, of what the text itself says\n`);
  console.log('field            said  right  share  asked  to the letter');
  for (const [field, asked] of Object.entries(FIELDS)) {
    const { said, right, exact } = scores[field as Field];
    console.log(
      `${field.padEnd(16)} ${String(said).padStart(4)}  ${String(right).padStart(5)}  ${share(right, said)}  ${share(asked, 1)}  ${share(exact, said)}`,
    );
  }
  for (const field of Object.keys(FIELDS) as Field[]) {
    console.log(`\n${field}: wrong\n${scores[field].wrong.map((line) => `  ${line}`).join('\n')}`);
  }
  printTitles(titles);
}

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`.padStart(5);

function* judge(truth: Truth, found: Description): Generator<readonly [Field, Verdict, string]> {
  if (truth.titleInText === true && truth.title !== undefined) {
    yield [
      'title',
      sameTitle(truth.title, found.title),
      `${found.title} (${found.provenance.title}) ≠ ${truth.title}`,
    ];
  }
  for (const field of ['publishedOn', 'signedOn'] as const) {
    const day = truth[field];
    if (truth[`${field}InText`] === true && day !== undefined)
      yield [field, found[field] === day ? 'exact' : 'wrong', `${found[field]} ≠ ${day}`];
  }
  if (truth.documentNumberInText === true && truth.documentNumber !== undefined) {
    yield [
      'documentNumber',
      sameNumber(truth.documentNumber, found.documentNumber),
      `${found.documentNumber?.text} ≠ ${truth.documentNumber}`,
    ];
  }
  if (truth.issuingBodies !== undefined && truth.issuingBodiesInText?.every(Boolean) === true) {
    yield [
      'issuingBodies',
      sameBodies(truth.issuingBodies, found.issuingBodies),
      `${found.issuingBodies} ≠ ${truth.issuingBodies}`,
    ];
  }
}

const letters = (text: string): string => convert(text.normalize('NFKC')).replace(/[^\p{L}\p{N}]/gu, '');

export function sameTitle(known: string, ours: string): Verdict {
  const [a, b] = [letters(known), letters(ours)];
  if (a === b) return 'exact';
  const longer = b.length > a.length;
  return (longer ? b.endsWith(a) || b.includes(a) : a.endsWith(b) && b.length * 2 > a.length)
    ? 'right'
    : 'wrong';
}

/** Known numbers are as printed: with dirt, sometimes inside a title. */
export function sameNumber(printed: string, ours: DocumentNumber | null): Verdict {
  const known = parseDocumentNumber(printed) ?? findDocumentNumbers(printed).at(-1)?.number;
  if (known === undefined || ours === null) return 'wrong';
  if (known.text === ours.text) return 'exact';
  return known.year === ours.year &&
    known.serial === ours.serial &&
    (known.issuerCode === '' || ours.issuerCode.endsWith(known.issuerCode))
    ? 'right'
    : 'wrong';
}

/** 科技司 in a site's table is the ministry's; right is its full name. */
export function sameBodies(known: readonly string[], ours: readonly string[]): Verdict {
  const full = known.map(fullBodyName);
  if (full.length !== ours.length) return 'wrong';
  if (full.every((body) => ours.includes(body))) return 'exact';
  return full.every((body) => ours.some((own) => own.endsWith(body))) ? 'right' : 'wrong';
}

/** Each number as printed, under the title of a notice that cites another number in its text. */
function printedNumbers(): void {
  const printed = readFileSync(resolve(DATA, 'eval/document-numbers.csv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(',').slice(3).join(','))
    .filter((number) => number !== '');
  const missed: string[] = [];
  for (const number of printed) {
    const text = `关于做好有关工作的通知\n${number}\n各有关单位：\n按照《关于加强管理的通知》（国发〔2020〕3号）要求，现就有关事项通知如下：\n一、做好工作。\n二、加强领导。`;
    const raw = rawDocument(text);
    const found = describe({ raw, cleaned: clean(text, { kind: 'text' }) }).documentNumber;
    const digits = number.normalize('NFKC').match(/\d+/gu)?.map(Number).join(' ');
    const ours =
      found === null ? null : [found.year, Number(found.serial)].filter((part) => part !== null).join(' ');
    if (found === null || digits !== ours) missed.push(`${number} → ${found?.text ?? 'none'}`);
  }
  console.log(
    `\n${printed.length} printed document numbers: ${printed.length - missed.length} found and parsed whole, ${share(printed.length - missed.length, printed.length)} (99% asked)`,
  );
  for (const line of missed.slice(0, 100)) console.log(`  ${line}`);
}

function seeds(): void {
  console.log('\nthe five seeds');
  const files = readdirSync(SEEDS);
  for (const [id, expected] of SEED_TABLE) {
    const file = files.find((name) => name.startsWith(id));
    if (file === undefined) continue;
    const found = describeFile(resolve(SEEDS, file));
    const whole = { ...expected, signedOn: null, effectiveOn: null };
    const wrong = Object.entries(whole).filter(
      ([field, value]) => JSON.stringify(found[field as keyof Description]) !== JSON.stringify(value),
    );
    console.log(
      `  ${id} ${wrong.length === 0 ? 'right' : wrong.map(([field, value]) => `${field}: ${JSON.stringify(found[field as keyof Description])} ≠ ${JSON.stringify(value)}`).join('; ')}  ${found.title}`,
    );
  }
}
