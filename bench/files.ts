/**
 * What the readers of other formats get right, on the files of ../shared/data/files, against what is known of each: whether every
 * phrase that must be found stands in a clause, whether the furniture of pages is gone, the fields, and the files that must be
 * skipped with a reason. Half of the files (by a hash of their names) is shown apart: readers are tuned on the other.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fold } from '../core/text/fold.js';
import { toSimplified } from '../core/text/script.js';
import { parseDocument } from '../indexer/parse-document.js';
import { listFiles } from '../indexer/read/list-files.js';
import { readDocuments } from '../indexer/read/read.js';
import { readRaw } from '../indexer/read/read-raw.js';
import { sameBodies, sameNumber, sameTitle } from './extraction.js';

const DATA = resolve('../shared/data');

interface Truth {
  readonly file: string;
  readonly kind: string;
  readonly title?: string;
  readonly documentNumber?: string;
  readonly signedOn?: string;
  readonly publishedOn?: string;
  readonly issuingBodies?: readonly string[];
  readonly must_contain?: readonly string[];
  readonly furniture_examples: readonly string[];
  readonly negative?: string;
}

type Parsed = ReturnType<typeof parseDocument>;
interface Outcome {
  readonly documents: readonly Parsed[];
  readonly errors: readonly { readonly code: string; readonly message: string }[];
}

/** Shares that are asked for. */
const ASKED = {
  'must contain': 0.98,
  'furniture gone': 0.95,
  title: 0.95,
  'document number': 0.97,
  'signed on': 0.92,
  'published on': 0.88,
  bodies: 0.9,
  'negatives skipped': 1,
} as const;
type Measure = keyof typeof ASKED;

export async function runFiles(): Promise<void> {
  const folder = resolve(DATA, 'files');
  if (!existsSync(folder)) {
    console.log(`No data in ${folder}: nothing to measure.`);
    return;
  }
  const truths = readFileSync(resolve(DATA, 'files-truth/truth.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Truth);
  const started = performance.now();
  const outcomes = await readAll(folder);
  const seconds = (performance.now() - started) / 1000;
  const judged = truths.flatMap((truth) =>
    judge(truth, outcomes.get(truth.file) ?? { documents: [], errors: [] }).map((one) => ({
      ...one,
      file: truth.file,
      apart: isApart(truth.file),
    })),
  );
  for (const { measure, file, isRight, found } of judged) {
    if (!isRight) console.log(`${measure}  ${file}  ${found}`);
  }
  console.log('\n| measure | asked | all | one half | other half |\n| --- | --- | --- | --- | --- |');
  for (const measure of Object.keys(ASKED) as Measure[]) {
    const of = judged.filter((one) => one.measure === measure);
    const parts = [of, of.filter(({ apart }) => !apart), of.filter(({ apart }) => apart)];
    console.log(`| ${measure} | ${percent(ASKED[measure])} | ${parts.map(share).join(' | ')} |`);
  }
  console.log(`\n${truths.length} files, ${seconds.toFixed(1)} s on one thread.`);
}

async function readAll(folder: string): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, { documents: Parsed[]; errors: Outcome['errors'][number][] }>();
  const of = (path: string): { documents: Parsed[]; errors: Outcome['errors'][number][] } => {
    const file = path.slice(path.indexOf('data/files/') + 'data/files/'.length).split('#')[0] ?? '';
    const archive = /^[^/]+\.zip(?=\/)/u.exec(file)?.[0] ?? file;
    const known = outcomes.get(archive) ?? { documents: [], errors: [] };
    outcomes.set(archive, known);
    return known;
  };
  const { files, skipped } = await listFiles([folder]);
  for (const { path, error } of skipped) of(path).errors.push(error);
  for await (const read of readDocuments(files)) {
    if ('error' in read) {
      of(read.path).errors.push(read.error);
      continue;
    }
    try {
      of(read.path).documents.push(parseDocument(await readRaw(read), '2026-11-28T00:00:00.000Z'));
    } catch (error) {
      const { code = 'fault', message } = error as { code?: string; message: string };
      of(read.path).errors.push({ code, message });
    }
  }
  return outcomes;
}

interface Judged {
  readonly measure: Measure;
  readonly isRight: boolean;
  readonly found: string;
}

function judge(truth: Truth, { documents, errors }: Outcome): readonly Judged[] {
  if (truth.negative !== undefined) {
    const found = documents[0]?.document.title ?? errors[0]?.code ?? 'nothing';
    return [{ measure: 'negatives skipped', isRight: documents.length === 0 && errors.length > 0, found }];
  }
  const clauses = documents.flatMap((one) => one.clauses).map(({ text }) => squeezed(text));
  const judged: Judged[] = [];
  const missing = (truth.must_contain ?? []).filter(
    (phrase) => !clauses.some((clause) => clause.includes(squeezed(phrase))),
  );
  const failure = errors[0] === undefined ? '' : ` (${errors[0].code}: ${errors[0].message})`;
  judged.push({
    measure: 'must contain',
    isRight: missing.length === 0 && documents.length > 0,
    found: missing.join(' | ') + failure,
  });
  if (truth.furniture_examples.length > 0) {
    const left = truth.furniture_examples.filter((phrase) =>
      clauses.some((clause) => clause.includes(squeezed(phrase))),
    );
    judged.push({ measure: 'furniture gone', isRight: left.length === 0, found: left.join(' | ') });
  }
  if (documents.length !== 1) return judged;
  const document = documents[0]?.document;
  if (document === undefined) return judged;
  const field = (measure: Measure, known: string | undefined, ours: string | null, same: boolean): void => {
    if (known !== undefined) judged.push({ measure, isRight: same, found: `${ours}  known: ${known}` });
  };
  const { title, documentNumber, signedOn, publishedOn, issuingBodies } = truth;
  field('title', title, document.title, sameTitle(title ?? '', document.title) !== 'wrong');
  const number = document.documentNumber;
  const isNumber = documentNumber === number?.text || sameNumber(documentNumber ?? '', number) !== 'wrong';
  field('document number', documentNumber, number?.text ?? null, isNumber);
  const sameDay = (known: string | undefined, ours: string | null): boolean =>
    known !== undefined && (ours ?? '').startsWith(known);
  // What is known of laws is their last amendment; signedOn is the first 通过, and amendments are history.
  const isAmendment = document.history.some(({ on }) => sameDay(signedOn, on));
  field('signed on', signedOn, document.signedOn, sameDay(signedOn, document.signedOn) || isAmendment);
  field('published on', publishedOn, document.publishedOn, sameDay(publishedOn, document.publishedOn));
  const ours = document.issuingBodies;
  const areBodies = sameBodies(issuingBodies ?? [], ours) !== 'wrong';
  field('bodies', issuingBodies?.join('、'), ours.join('、'), areBodies);
  return judged;
}

function squeezed(text: string): string {
  return fold(toSimplified(text)).replaceAll(/[\s\p{P}\p{S}]/gu, '');
}

function isApart(file: string): boolean {
  return (createHash('sha256').update(basename(file)).digest()[0] ?? 0) % 2 === 1;
}

function share(judged: readonly { readonly isRight: boolean }[]): string {
  const right = judged.filter(({ isRight }) => isRight).length;
  return `${right} of ${judged.length} (${percent(judged.length === 0 ? 1 : right / judged.length)})`;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(0)} %`;
}
