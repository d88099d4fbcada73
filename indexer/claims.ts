/**
 * Which document may have an id, and which documents of the index are no longer there.
 *
 * A document is replaced or removed only through the file that it came from; another file takes its id only where the
 * run looked for that file, or for the document in it, and found that it is gone.
 */
import type { IndexBuild } from '../engine/index-build.js';
import { openOrigins } from './origins.js';
import type { ListedFiles } from './read/list-files.js';
import type { ReadDocument } from './read/read.js';

export type Claim =
  | { readonly verdict: 'new' | 'replaces' | 'unchanged' }
  /** Whether the file that the document came from still has it is not known yet: asked again when all is read. */
  | { readonly verdict: 'later' }
  | { readonly verdict: 'taken'; readonly by: string; readonly inIndex: boolean };

/** Documents of the index that stay because of a path that could not be read. */
export interface HeldBack {
  /** As shown to people. */
  readonly path: string;
  readonly reason: 'absent' | 'empty' | 'unread';
  readonly documents: number;
}

export interface Claims {
  claim(input: Pick<ReadDocument, 'id' | 'path' | 'sha256' | 'origin'>): Claim;
  /** Of this file all or a part could not be read: what came from it stays. */
  unread(origin: string): void;
  /** All is read: from here on no claim is left for later. */
  readAll(): void;
  /** What no longer is where it came from, and what stays all the same. */
  settle(): { readonly gone: readonly string[]; readonly heldBack: readonly HeldBack[] };
}

type Keeper = Omit<HeldBack, 'documents'>;

/** @param tiedAnew  Origins of documents that are others by what they are tied to. */
export function openClaims(
  existing: IndexBuild['existing'],
  { files, named, skipped }: ListedFiles,
  tiedAnew: ReadonlySet<string> = new Set(),
): Claims {
  const origins = openOrigins();
  const places = new Map(files.map(({ origin }, place) => [origin, place]));
  const shown = new Map(files.map(({ origin, path }) => [origin, path]));
  const covered = new Set<string>();
  const keepers = new Map<string, Keeper>();
  const seen = new Map<string, string>(); // id → path
  let isAllRead = false;

  const unread = (origin: string, path: string): void => {
    if (!keepers.has(origin)) keepers.set(origin, { path, reason: 'unread' });
  };
  for (const { origin, path, error } of skipped) if (error.code !== 'part_of_page') unread(origin, path);
  const reached = new Set(files.flatMap(({ origin }) => [...origins.above(origin)]));
  for (const { path, absolute, isThere } of named) {
    if (isThere) covered.add(absolute);
    if (!isThere) keepers.set(absolute, { path, reason: 'absent' });
    else if (!reached.has(absolute) && !keepers.has(absolute)) {
      keepers.set(absolute, { path, reason: 'empty' });
    }
  }

  /** `null`: not among what this run answers for; `gone`: looked for, and if it was not found, it is gone. */
  const lookUp = (origin: string): Keeper | 'gone' | null => {
    let isCovered = false;
    for (const path of origins.above(origin)) {
      const keeper = keepers.get(path);
      if (keeper) return keeper;
      isCovered ||= covered.has(path);
    }
    return isCovered ? 'gone' : null;
  };

  const claimOf = (input: Parameters<Claims['claim']>[0]): Claim => {
    const by = seen.get(input.id);
    if (by !== undefined) return { verdict: 'taken', by, inIndex: false };
    const holder = existing.get(input.id);
    if (holder === undefined) return { verdict: 'new' };
    if (origins.isSame(holder.origin, input.origin)) {
      const isSame = holder.sha256 === input.sha256 && !tiedAnew.has(input.origin);
      return { verdict: isSame ? 'unchanged' : 'replaces' };
    }
    const taken = { verdict: 'taken', by: holder.origin, inIndex: true } as const;
    if (lookUp(holder.origin) !== 'gone') return taken;
    const place = [...origins.above(holder.origin)]
      .map((path) => places.get(path))
      .find((at) => at !== undefined);
    const isYetToCome = !isAllRead && place !== undefined && place > (places.get(input.origin) ?? 0);
    return { verdict: isYetToCome ? 'later' : 'replaces' };
  };

  return {
    claim(input) {
      const claim = claimOf(input);
      if (claim.verdict !== 'later' && claim.verdict !== 'taken') seen.set(input.id, input.path);
      return claim;
    },
    unread: (origin) => unread(origin, shown.get(origin) ?? origin),
    readAll() {
      isAllRead = true;
    },
    settle() {
      const gone: string[] = [];
      const held = new Map<Keeper, number>();
      const found = new Map<string, ReturnType<typeof lookUp>>(); // many documents come from one file
      for (const [id, { origin }] of existing) {
        if (seen.has(id)) continue;
        const keeper = found.has(origin) ? (found.get(origin) ?? null) : lookUp(origin);
        found.set(origin, keeper);
        if (keeper === 'gone') gone.push(id);
        else if (keeper !== null) held.set(keeper, (held.get(keeper) ?? 0) + 1);
      }
      return { gone, heldBack: [...held].map(([keeper, documents]) => ({ ...keeper, documents })) };
    },
  };
}
