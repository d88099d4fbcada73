/** The parts of an office file, by name, and how they name each other. */
import { PolicyError } from '../../core/errors.js';
import { type Document, parseMarkup } from './parse-markup.js';
import { openZip } from './unzip.js';
import { findElement, isElement, ownText } from './walk-tree.js';

export interface OfficePackage {
  /** Null where there is no such part. */
  bytes(name: string): Buffer | null;
  xml(name: string): Document | null;
  /** What a part's relation of that id leads to, as a part's name; null where there is none, or it leads out of the file. */
  target(from: string, id: string): string | null;
  /** All of that kind, within the file. */
  relations(from: string, kind: string): readonly Relation[];
  /** The first relation of that kind (the end of its type: `/footnotes`). */
  targetOfKind(from: string, kind: string): string | null;
}

export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** What we read; pictures, fonts and macros are not even unpacked. */
const READ = /\.(?:xml|rels|mht|mhtml|html?|xhtml|rtf|txt|docx)$/i;
/** Of one part: 3,000 pages of text are a tenth of it. */
const LARGEST_PART = 48 * 1024 * 1024;
const LARGEST_PACKAGE = 96 * 1024 * 1024;

/** @throws PolicyError `unreadable_file` (no archive, cut off, a bomb), `password_needed`. */
export async function openPackage(bytes: Uint8Array, isRead = READ): Promise<OfficePackage> {
  const parts = new Map<string, Buffer>();
  let unpacked = 0;
  for await (const entry of openZip(bytes)) {
    const name = entry.name.replace(/^\/+/, '');
    if (!isRead.test(name) || parts.has(name)) continue;
    if (entry.isEncrypted) throw passwordNeeded();
    unpacked += entry.size;
    if (unpacked > LARGEST_PACKAGE) throw tooLarge();
    parts.set(name, await entry.read(LARGEST_PART));
  }
  return packageOf(parts);
}

function packageOf(parts: ReadonlyMap<string, Buffer>): OfficePackage {
  const relations = new Map<string, readonly Relation[]>();
  const xml = (name: string): Document | null => {
    const part = parts.get(name);
    return part === undefined ? null : parseMarkup(xmlText(part), 'xml');
  };
  const relationsOf = (from: string): readonly Relation[] => {
    const known = relations.get(from);
    if (known !== undefined) return known;
    const slash = from.lastIndexOf('/') + 1;
    const read = readRelations(xml(`${from.slice(0, slash)}_rels/${from.slice(slash)}.rels`), from);
    relations.set(from, read);
    return read;
  };
  return {
    bytes: (name) => parts.get(name) ?? null,
    xml,
    target: (from, id) => relationsOf(from).find((relation) => relation.id === id)?.target ?? null,
    relations: (from, kind) => relationsOf(from).filter(({ type }) => type.endsWith(kind)),
    targetOfKind: (from, kind) => relationsOf(from).find(({ type }) => type.endsWith(kind))?.target ?? null,
  };
}

function readRelations(part: Document | null, from: string): readonly Relation[] {
  const root = part?.children.find(isElement);
  return (root?.children ?? []).filter(isElement).flatMap(({ attribs }) => {
    const { Id: id, Type: type, Target: target } = attribs;
    if (id === undefined || type === undefined || target === undefined) return [];
    return attribs.TargetMode === 'External' ? [] : [{ id, type, target: partName(target, from) }];
  });
}

/** `../media/a.xml` beside `word/document.xml` → `media/a.xml`. */
export function partName(target: string, from: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** As its properties say it; empty where they do not. */
export function titleOf(parts: OfficePackage): string {
  const part =
    parts.xml(parts.targetOfKind('', '/core-properties') ?? 'docProps/core.xml') ?? parts.xml('meta.xml');
  const title = part === null ? null : findElement(part, ({ name }) => name === 'dc:title');
  return title === null ? '' : ownText(title);
}

/** XML of office files is UTF-8, or UTF-16 with a mark. */
export function xmlText(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

export function passwordNeeded(): PolicyError {
  return new PolicyError(
    'password_needed',
    'The file is protected by a password.',
    'Open it with its password and save a copy without one.',
  );
}

function tooLarge(): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `Its parts have more than ${LARGEST_PACKAGE / 1024 / 1024} MB when they are unpacked.`,
    'Split it into several files, or save its text alone.',
  );
}
