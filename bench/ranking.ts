/**
 * How well a question finds what answers it, on two sets side by side: 1,235 questions of laypeople over 57,536 statutory
 * articles, and 66 queries of researchers over 583 policy texts. Writes `bench/RANKING.md`. Beside it what each part of the
 * ranking is worth, what tuning it would bring, and what the whole dictionary of the segmenter would.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDictionary } from '../core/text/segment.js';
import type { SearchEngine } from '../engine/engine.js';
import { openEngine } from '../engine/open.js';
import { indexInto, requireData } from './corpora.js';
import {
  type AskedSet,
  askAllAcross,
  askAllProduct,
  askAllProposals,
  countNotFound,
  cutsOf,
  policySet,
  statuteSet,
} from './ranking-asked.js';
import type { PolicyScores, StatuteScores } from './ranking-measures.js';
import { type Figures, type Measured, pageOf } from './ranking-page.js';
import { PARTS, type Part, TUNED, tune, WHOLE } from './ranking-parts.js';
import { type Asked, inOrder, withoutGoingOn } from './ranking-roads.js';
import { POLICIES, readPolicyQuestions, readStatutes, SETS } from './ranking-sets.js';

const PAGE = fileURLToPath(new URL('../../bench/RANKING.md', import.meta.url)); // from dist/bench

interface Sets {
  readonly policies: AskedSet<PolicyScores>;
  readonly statutes: AskedSet<StatuteScores>;
}

export async function runRanking(): Promise<void> {
  requireData(...SETS);
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-ranking-'));
  const engines: SearchEngine[] = [];
  const open = async (name: string, path: string): Promise<SearchEngine> => {
    const { summary } = await indexInto(join(folder, name), [path]);
    console.log(summary);
    const engine = openEngine({ engine: 'sqlite', dataFolder: join(folder, name) });
    engines.push(engine);
    return engine;
  };
  try {
    const { articles, laws, questions } = readStatutes();
    const input = join(folder, 'statutes.jsonl');
    writeFileSync(input, laws);
    const policyQuestions = readPolicyQuestions();
    const sets: Sets = {
      policies: policySet(await open('policies', POLICIES), policyQuestions),
      statutes: statuteSet(await open('statutes', input), questions),
    };
    const page = pageOf({
      ...{ articles, policyQuestions },
      policyTexts: (await sets.policies.engine.status()).documents,
      notFound: await countNotFound(sets.policies.engine, policyQuestions),
      ...(await measureAll(sets)),
    });
    writeFileSync(PAGE, page);
    console.log(page);
  } finally {
    for (const engine of engines) await engine.close();
    rmSync(folder, { recursive: true });
  }
}

async function measureAll(sets: Sets): Promise<Pick<Figures, 'roads' | 'parts' | 'tuning' | 'cutOtherwise'>> {
  const { policies, statutes } = sets;
  const product: Measured = {
    name: 'the product',
    policies: await policies.score(await askAllProduct(policies)),
    statutes: await statutes.score(await askAllProduct(statutes)),
  };
  const notWidened: Measured = {
    name: 'the product, `expand=off`',
    policies: await policies.score(await askAllProduct(policies, 'off')),
    statutes: await statutes.score(await askAllProduct(statutes, 'off')),
  };
  const across: Measured = {
    name: 'the product, without everyday words of one half of the questions',
    policies: await policies.score(await askAllAcross(policies)),
    statutes: await statutes.score(await askAllAcross(statutes)),
  };
  const asked = await propose(sets);
  const parts: Measured[] = [];
  for (const part of PARTS) parts.push(await measure(part, sets, asked));
  const tuned: (readonly PolicyScores[])[] = [];
  for (const weights of TUNED) {
    tuned.push(await policies.score(asked.policies.map((one) => inOrder(one, weights))));
  }

  const cuts = [policies, statutes].map(cutsOf);
  loadDictionary('whole'); // for good: nothing of the part is asked after this
  const [ofPolicies = 0, ofStatutes = 0] = [policies, statutes].map(
    (set, place) => cutsOf(set).filter((cut, i) => cut !== cuts[place]?.[i]).length,
  );
  const whole = await measure(WHOLE, sets, await propose(sets));
  return {
    parts,
    roads: [product, notWidened, across, { ...whole, name: 'the whole below, with the whole dictionary' }],
    tuning: tune(tuned),
    cutOtherwise: { policies: ofPolicies, statutes: ofStatutes },
  };
}

type Proposed = Readonly<Record<keyof Sets, readonly Asked[]>>;

async function propose({ policies, statutes }: Sets): Promise<Proposed> {
  return { policies: await askAllProposals(policies), statutes: await askAllProposals(statutes) };
}

async function measure({ name, weights, goesOn }: Part, sets: Sets, asked: Proposed): Promise<Measured> {
  const order = (list: readonly Asked[]) =>
    list.map((one) => inOrder(goesOn ? one : withoutGoingOn(one), weights));
  return {
    name,
    policies: await sets.policies.score(order(asked.policies)),
    statutes: await sets.statutes.score(order(asked.statutes)),
  };
}
