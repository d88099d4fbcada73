/**
 * npm run bench [-- --ranking | --english | --extraction | --files | --clauses | --quoted | --loading | --memory | --load | --sizes | --pictures] [--engine sqlite,meilisearch] [--reuse]
 *
 * What README's numbers come from. Without an option: speed, size and memory over the corpora, of each engine that is named
 * (the embedded one, where none is), side by side where there are several. All of them read `../shared/data` and say so
 * where it is absent.
 *
 * A Meilisearch is that of MEILI_URL where MEILI_MASTER_KEY is given, else one of the PATH, started for the run. `--reuse`
 * asks the index that is there, instead of loading one. `--loading` compares a load with a plain client's and always
 * starts its own. Exit code 2: there is none, or not the index that is wanted.
 */
import { parseArgs } from 'node:util';
import { PolicyError } from '../core/errors.js';
import { runClauses } from './clauses.js';
import { runEngineSpeed } from './engine-speed.js';
import { runEnglish } from './english.js';
import { runExtraction } from './extraction.js';
import { type EngineFigures, loadingTable, sideBySide } from './figures.js';
import { runFiles } from './files.js';
import { runLoading } from './loading.js';
import { runMemory } from './memory.js';
import { runPictures } from './pictures.js';
import { runQuoted } from './quoted.js';
import { runRanking } from './ranking.js';
import { openResults } from './results.js';
import { runSizes } from './sizes.js';
import { runSpeed } from './speed.js';

type Engine = EngineFigures['engine'];

const BENCHES = {
  ranking: runRanking,
  english: runEnglish,
  extraction: runExtraction,
  files: runFiles,
  clauses: runClauses,
  quoted: async () => {
    for (const engine of engines) await runQuoted(engine, reuse);
  },
  loading: runLoading,
  memory: () => runMemory(Number(values.minutes ?? 10)),
  // Where it is not asked for, autocannon need not be there.
  load: async () => (await import('./load.js')).runLoad(Number(values.minutes ?? 5), values.data),
  pictures: runPictures,
  sizes: () => runSizes(values.times.split(',').map(Number), values.folder ?? null),
} as const;

const { values } = parseArgs({
  options: {
    ranking: { type: 'boolean' },
    english: { type: 'boolean' },
    extraction: { type: 'boolean' },
    files: { type: 'boolean' },
    clauses: { type: 'boolean' },
    quoted: { type: 'boolean' },
    loading: { type: 'boolean' },
    memory: { type: 'boolean' },
    load: { type: 'boolean' },
    pictures: { type: 'boolean' },
    sizes: { type: 'boolean' },
    times: { type: 'string', default: '1,8' },
    folder: { type: 'string' },
    minutes: { type: 'string' },
    data: { type: 'string' },
    engine: { type: 'string', default: 'sqlite' },
    reuse: { type: 'boolean', default: false },
  },
});
const { reuse } = values;
const engines = [...new Set(values.engine.split(','))].filter(isEngine);
try {
  if (values.engine.split(',').some((name) => !isEngine(name))) {
    throw new PolicyError(
      'invalid_request',
      `There is no engine ${values.engine}.`,
      'Take sqlite, meilisearch, or both with a comma.',
    );
  }
  const chosen = (Object.keys(BENCHES) as (keyof typeof BENCHES)[]).filter((name) => values[name] === true);
  if (chosen.length === 0) await runSpeeds();
  for (const name of chosen) await BENCHES[name]();
} catch (error) {
  if (!(error instanceof PolicyError)) throw error;
  process.stderr.write(`${error.message}\n  ${error.remedy}\n`);
  process.exitCode = 2;
}

async function runSpeeds(): Promise<void> {
  const write = openResults('Side by side');
  const figures: EngineFigures[] = [];
  // The one that may be refused first.
  for (const engine of engines.toSorted()) {
    figures.push(await (engine === 'sqlite' ? runSpeed() : runEngineSpeed(reuse)));
  }
  if (figures.length < 2) return;
  figures.reverse();
  write([
    'Inside the server, milliseconds, all six facets counted; `ours` is the share that is not the engine’s.',
    '',
    ...loadingTable(figures),
    '',
    ...sideBySide(figures),
  ]);
}

function isEngine(name: string): name is Engine {
  return name === 'sqlite' || name === 'meilisearch';
}
