/**
 * Every pattern of the house: those written as literals, read from the sources, and those built of tables, caught as
 * their modules are loaded. So no list has to be kept.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { ROOT, SOURCES } from '../source-files.js';

export interface HousePattern {
  /** Relative to the root. */
  readonly file: string;
  /** From 1; of a built one null, for it is known by its file and its source. */
  readonly line: number | null;
  readonly source: string;
  readonly flags: string;
}

interface Node {
  readonly type?: string;
  readonly start?: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
}

/** @param source  Of the file, in place of what is on disk. */
export function literalsOf(file: string, source = readFileSync(join(ROOT, file), 'utf8')): HousePattern[] {
  return nodesOf(file, source).flatMap(({ regex, start = 0 }) =>
    regex === undefined
      ? []
      : [{ file, line: lineAt(source, start), source: regex.pattern, flags: regex.flags }],
  );
}

/** How many patterns a file builds with `new RegExp`, and in which lines. */
export function builtIn(file: string, source = readFileSync(join(ROOT, file), 'utf8')): number[] {
  if (!source.includes('RegExp(')) return [];
  return nodesOf(file, source)
    .filter(({ type, callee }) => /^(?:New|Call)Expression$/u.test(type ?? '') && callee?.name === 'RegExp')
    .map(({ start = 0 }) => lineAt(source, start));
}

/** Loads the modules that build patterns, and keeps what they build. One that is built later, of what a text says, is not seen. */
export async function builtPatterns(files: readonly string[]): Promise<HousePattern[]> {
  const found: HousePattern[] = [];
  const Original = globalThis.RegExp;
  const Watched = new Proxy(Original, {
    construct(target, [pattern, flags]: [string | RegExp, string?]) {
      const built = new target(pattern, flags);
      const file = builder(files, new Error().stack ?? '');
      if (file !== undefined) found.push({ file, line: null, source: built.source, flags: built.flags });
      return built;
    },
  });
  globalThis.RegExp = Watched;
  try {
    for (const file of files) await import(join(ROOT, file));
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
}

/** The innermost of our files in the stack: those that import it stand below. */
function builder(files: readonly string[], stack: string): string | undefined {
  const places = files.map((file) => ({ file, at: stack.indexOf(`/${file}`) })).filter(({ at }) => at >= 0);
  return places.sort((one, other) => one.at - other.at)[0]?.file;
}

export async function housePatterns(): Promise<HousePattern[]> {
  const literals = SOURCES.flatMap((file) => literalsOf(file));
  const built = await builtPatterns(SOURCES.filter((file) => builtIn(file).length > 0));
  const distinct = new Map(
    [...literals, ...built].map((pattern) => [
      `${pattern.file} /${pattern.source}/${pattern.flags}`,
      pattern,
    ]),
  );
  return [...distinct.values()];
}

function nodesOf(file: string, source: string): Node[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const nodes: Node[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value) nodes.push(value as Node);
    for (const below of Object.values(value)) walk(below);
  };
  walk(program);
  return nodes;
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
