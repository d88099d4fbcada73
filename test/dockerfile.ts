/** The Dockerfile, as far as it is needed to do by hand what Docker would do. */
import { read } from './compose-file.js';

export interface Instruction {
  readonly keyword: string;
  readonly rest: string;
}

export interface Stage {
  readonly image: string;
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
}

export function readStages(text = read('Dockerfile')): readonly Stage[] {
  const instructions = text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, keyword = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
      return { keyword, rest };
    });
  const stages: { image: string; name: string | null; instructions: Instruction[] }[] = [];
  for (const instruction of instructions) {
    const from = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(instruction.rest);
    if (instruction.keyword === 'FROM') {
      stages.push({ image: from?.[1] ?? '', name: from?.[2] ?? null, instructions: [] });
    } else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

export function all(stage: Stage, keyword: string): readonly string[] {
  return stage.instructions.filter((one) => one.keyword === keyword).map(({ rest }) => rest);
}

/** The words of `CMD ["…"]` or of what follows `CMD` in a HEALTHCHECK; of a shell form nothing. */
export function wordsOf(rest: string): readonly string[] {
  const list = /\[.*\]$/.exec(rest)?.[0];
  return list === undefined ? [] : (JSON.parse(list) as string[]);
}

/** `ENV a=1 b=2` */
export function variablesOf(stage: Stage): Readonly<Record<string, string>> {
  const pairs = all(stage, 'ENV').flatMap((rest) => rest.split(/\s+/));
  return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
}

export interface Copy {
  /** The stage that it is copied from; null: from the context. */
  readonly from: string | null;
  readonly sources: readonly string[];
  readonly target: string;
}

export function copiesOf(stage: Stage): readonly Copy[] {
  return all(stage, 'COPY').map((rest) => {
    const words = rest.split(/\s+/);
    const from = words[0]?.startsWith('--from=') ? (words.shift()?.slice('--from='.length) ?? null) : null;
    return { from, sources: words.slice(0, -1), target: words.at(-1) ?? '' };
  });
}
