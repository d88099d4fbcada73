/** Texts whose every clause says of which version they are: an index of two of them would be seen. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '../../engine/open.js';
import { write } from '../cli/command.js';
import { query } from '../contract/small-documents.js';

/** Words, for a figure may stand beside another. */
const VERSIONS = ['甲子版', '乙丑版', '丙寅版', '丁卯版', '戊辰版', '己巳版', '庚午版', '辛未版'];
const CLAUSES = 11; // a document: its title, and ten

export const versionAt = (n: number): string => VERSIONS[n % VERSIONS.length] as string;

/** @returns the folder of one file of `documents` texts, all of this version. */
export function writeVersion(name: string, documents: number, version: string): string {
  const folder = write(name, {});
  const clauses = Array.from({ length: 10 }, (_, n) => `第${n + 1}条 ${version}的规定。`).join('\n\n');
  const lines = Array.from({ length: documents }, (_, n) =>
    JSON.stringify({ id: `law-${n}`, title: `${version}条例之${n}`, text: clauses }),
  );
  writeFileSync(join(folder, 'laws.jsonl'), lines.join('\n'));
  return folder;
}

/** What an index holds, of each version that it has clauses of: `{ 甲子版: 3300 }` for 300 documents of one. */
export async function versionsIn(folder: string): Promise<Readonly<Record<string, number>>> {
  const engine = openEngine({ engine: 'sqlite', dataFolder: folder }, { verify: true });
  try {
    const found: [string, number][] = [];
    for (const version of VERSIONS) {
      const { total } = await engine.search(query(version));
      if (total > 0) found.push([version, total]);
    }
    await new Promise((resolve) => setTimeout(resolve, 100)); // it is read through meanwhile
    const { clauses } = await engine.status();
    return Object.fromEntries([...found, ['all', clauses]]);
  } finally {
    await engine.close();
  }
}

export const wholeOf = (documents: number, version: string): Readonly<Record<string, number>> => ({
  [version]: documents * CLAUSES,
  all: documents * CLAUSES,
});
