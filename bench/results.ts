/** What a run has found, into its file: a section each, so that one can be measured again without the others. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

export const MEILISEARCH_RESULTS = 'bench/RESULTS-MEILISEARCH.md';

const TITLE = `# Speed of Meilisearch

Written by \`npm run bench -- --engine meilisearch\`, a section by each of its options. Machines are noisy: compare within one
section.`;

/** The load is that of the machine when the run began: what others did on it. */
export function openResults(heading: string): (lines: readonly string[]) => void {
  const [load = 0] = loadavg();
  const [first] = cpus();
  const machine = `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, load of the machine before it ${load.toFixed(1)}`;
  return (lines) => {
    process.stdout.write(`${lines.join('\n')}\n`);
    const section = `## ${heading}\n\nOn ${machine}.\n\n${lines.join('\n')}`;
    const written = existsSync(MEILISEARCH_RESULTS) ? readFileSync(MEILISEARCH_RESULTS, 'utf8') : '';
    const sections = written.split(/^(?=## )/m).slice(1);
    const others = sections.map((one) => one.trim());
    const place = others.findIndex((one) => one.startsWith(`## ${heading}\n`));
    if (place === -1) others.push(section);
    else others[place] = section;
    writeFileSync(MEILISEARCH_RESULTS, `${[TITLE, ...others].join('\n\n')}\n`);
  };
}
