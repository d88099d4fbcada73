/**
 * A recipe of CONTRIBUTING as data: its steps, as they are worded there, and how the house shows that one is done.
 *
 * The house is what a recipe reads of it, so that a house with something planted in it is one too.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../source-files.js';

export interface House {
  /** The text of a file; empty where there is none. */
  read(path: string): string;
  /** Paths of all files below a folder. */
  files(folder: string): readonly string[];
}

/** `text` behind the first `behind` of a file; without `behind`, the whole of a file that is new. */
export interface Edit {
  readonly path: string;
  readonly behind?: string;
  readonly text: string;
}

export interface Step {
  /** What stands bold at the head of the step in CONTRIBUTING. */
  readonly name: string;
  isDone(house: House, name: string): boolean;
  /** The step, done for the recipe's `planted`. */
  readonly edits: readonly Edit[];
}

export interface Recipe {
  /** In CONTRIBUTING. */
  readonly heading: string;
  /** All that any step already knows of, so that what was only begun is among them. */
  names(house: House): readonly string[];
  /** A name that the house does not have. */
  readonly planted: string;
  readonly steps: readonly Step[];
}

export const HOUSE: House = {
  read(path) {
    const file = join(ROOT, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  },
  files: (folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path}`)
      .sort(),
};

/** Names of the steps that are not done. */
export function undone({ steps }: Recipe, house: House, name: string): readonly string[] {
  return steps.filter((step) => !step.isDone(house, name)).map((step) => step.name);
}

/** @throws where what an edit is to stand behind is not there: the recipe's tests are as old as the house. */
export function withEdits(house: House, edits: readonly Edit[]): House {
  const changed = new Map<string, string>();
  for (const { path, behind = '', text } of edits) {
    const before = changed.get(path) ?? house.read(path);
    const at = before.indexOf(behind);
    if (at < 0) throw new Error(`${path} has no ${JSON.stringify(behind)} to plant anything behind.`);
    changed.set(path, before.slice(0, at + behind.length) + text + before.slice(at + behind.length));
  }
  return {
    read: (path) => changed.get(path) ?? house.read(path),
    files: (folder) => [
      ...new Set([
        ...house.files(folder),
        ...[...changed.keys()].filter((path) => path.startsWith(`${folder}/`)),
      ]),
    ],
  };
}
