/**
 * Counts the trigrams that `indexer/clean/damage/likelihood.ts` weighs repairs with, and writes its table.
 *
 *     node dist/bench/build-trigrams.js ../shared/data/damage/cases.jsonl ../shared/data/corpora ../shared/data/policies
 *
 * The lines that those cases were made from are left out, so that figures on them are honest.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { convert } from '../core/text/convert.js';
import { hashOf, SLOT_BYTES } from '../indexer/clean/damage/likelihood.js';
import { listFiles } from '../indexer/read/list-files.js';
import { readDocuments } from '../indexer/read/read.js';

/** 1.4 MB at a load of 0.85. */
const SLOTS = 480_000;
const ENTRIES = Math.floor(SLOTS * 0.85);
const BIGRAMS = 90_000;

const [cases = '', ...folders] = process.argv.slice(2);
const leftOut = truthsOf(readFileSync(cases, 'utf8'));
const counts = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
const contexts = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];

for await (const read of readDocuments((await listFiles(folders)).files)) {
  if ('error' in read) continue;
  for (const line of read.text.split('\n')) {
    if (line.length > 2 && !leftOut.has(key(line))) count(convert(line));
  }
}
writeFileSync(new URL('../../indexer/clean/damage/trigrams.bin', import.meta.url), tableOf());

function count(line: string): void {
  for (let at = 0; at < line.length; at += 1) {
    for (let order = 0; order <= 2 && at - order >= 0; order += 1) {
      const gram = line.slice(at - order, at + 1);
      counts[order]?.set(gram, (counts[order]?.get(gram) ?? 0) + 1);
      const context = gram.slice(0, -1);
      contexts[order]?.set(context, (contexts[order]?.get(context) ?? 0) + 1);
    }
  }
}

function tableOf(): Uint8Array {
  const table = new Uint8Array(SLOTS * SLOT_BYTES);
  let left = ENTRIES;
  for (const [order, most] of [ENTRIES, BIGRAMS, ENTRIES].entries()) {
    const kept = [...(counts[order] ?? [])]
      .sort(([, one], [, other]) => other - one)
      .slice(0, Math.min(most, left));
    left -= kept.length;
    for (const [gram, times] of kept) {
      const probability = times / (contexts[order]?.get(gram.slice(0, -1)) ?? times);
      insert(table, gram, Math.min(255, Math.max(1, Math.round(-Math.log(probability) * 16))));
    }
  }
  return table;
}

function insert(table: Uint8Array, gram: string, value: number): void {
  const { place, mark } = hashOf(gram, SLOTS);
  let slot = place;
  while ((table[slot * SLOT_BYTES + 2] ?? 0) !== 0) slot = (slot + 1) % SLOTS;
  table.set([mark & 0xff, mark >> 8, value], slot * SLOT_BYTES);
}

function truthsOf(jsonl: string): Set<string> {
  const lines = jsonl.split('\n').filter((line) => line !== '');
  return new Set(lines.map((line) => key((JSON.parse(line) as { readonly truth: string }).truth)));
}

/** What punctuation and script leave of a line: damage and its truth differ in these. */
function key(line: string): string {
  return convert(line)
    .replace(/[^\p{Script=Han}]/gu, '')
    .slice(0, 40);
}
