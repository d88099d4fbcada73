/**
 * npm run bench [-- --ranking | --extraction | --clauses | --quoted] [--engine meilisearch [--reuse]]
 *
 * What README's numbers come from. Without an option: speed, size and memory over the corpora. All of them read
 * `../shared/data` and say so where it is absent.
 */
import { parseArgs } from 'node:util';
import { runClauses } from './clauses.js';
import { runEngineSpeed } from './engine-speed.js';
import { runExtraction } from './extraction.js';
import { runQuoted } from './quoted.js';
import { runRanking } from './ranking.js';
import { runSpeed } from './speed.js';

const BENCHES = {
  ranking: runRanking,
  extraction: runExtraction,
  clauses: runClauses,
  quoted: runQuoted,
} as const;

const { values } = parseArgs({
  options: {
    ranking: { type: 'boolean' },
    extraction: { type: 'boolean' },
    clauses: { type: 'boolean' },
    quoted: { type: 'boolean' },
    engine: { type: 'string', default: 'sqlite' },
    reuse: { type: 'boolean' },
  },
});
const { engine } = values;
if (engine !== 'sqlite' && engine !== 'meilisearch') {
  process.stderr.write(`There is no engine ${engine}.\n  Take sqlite or meilisearch.\n`);
  process.exit(2);
}
const reuse = values.reuse === true;
const chosen = (Object.keys(BENCHES) as (keyof typeof BENCHES)[]).filter((name) => values[name] === true);
if (chosen.length === 0) await (engine === 'sqlite' ? runSpeed() : runEngineSpeed(reuse));
for (const name of chosen) await BENCHES[name]({ engine, reuse });
