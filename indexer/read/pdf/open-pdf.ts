/**
 * A PDF → what is printed on each of its pages, and where. The only file that knows unpdf, which is pdf.js.
 *
 * No script in it runs, nothing is fetched, no image is unpacked. Coordinates are points, from the page's upper left corner, as the page is
 * turned for reading.
 */
import { getDocumentProxy } from 'unpdf';
import { PolicyError } from '../../../core/errors.js';
import { streamFault } from './bounded-streams.js';
import { cMapOf } from './character-maps.js';
import { asMatrix, type Matrix, within } from './matrix.js';
import { withoutRadicals } from './radicals.js';
import { type Rule, rulesOf } from './rules.js';

/** Characters that were set together, without a gap. */
export interface PrintedRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of the font, in points. */
  readonly size: number;
}

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  /** In the order in which they were set. */
  readonly runs: readonly PrintedRun[];
  /** What is set aslant: a watermark. */
  readonly slanted: readonly string[];
  /** Lines that are drawn: the borders of tables. */
  rules(): Promise<readonly Rule[]>;
}

export interface OpenPdf {
  readonly pageCount: number;
  /** As the maker's program wrote it: often the name of a file, or of the program. */
  readonly title: string;
  page(number: number): Promise<PrintedPage>;
  /** What a page holds in memory; it must not be asked for again. */
  close(): Promise<void>;
}

type PdfProxy = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<PdfProxy['getPage']>>;

const OPTIONS = {
  verbosity: 0,
  isEvalSupported: false,
  enableXfa: false,
  useSystemFonts: true,
  disableFontFace: true,
  useWorkerFetch: false,
  useWasm: false,
  /** Images are told by their size, and left. */
  maxImageSize: 1,
  cMapUrl: 'maps/',
  cMapPacked: false,
  standardFontDataUrl: 'fonts/',
  BinaryDataFactory: mapFactory,
} as const;

/** pdf.js hands over buffers by it; Node has it from version 21 on. */
if (!('transferToFixedLength' in ArrayBuffer.prototype)) {
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value: function transferToFixedLength(this: ArrayBuffer, length = this.byteLength) {
      const moved = new ArrayBuffer(length);
      new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return moved;
    },
    configurable: true,
    writable: true,
  });
}

/** pdf.js makes one with `new`, and asks it for character maps and fonts: maps are made here, fonts are drawn nowhere. */
function mapFactory() {
  return {
    fetch: async ({ kind, filename }: { readonly kind: string; readonly filename: string }) => {
      const map = kind === 'cMapUrl' ? cMapOf(filename) : null;
      if (map === null) throw new Error(`${filename} is not at hand`);
      return new TextEncoder().encode(map);
    },
  };
}

/**
 * @throws PolicyError `password_needed`, `unreadable_file` (cut off, no PDF).
 */
export async function openPdf(bytes: Uint8Array, name: string): Promise<OpenPdf> {
  const pdf = await opened(bytes, name);
  return {
    pageCount: pdf.numPages,
    title: await titleOf(pdf),
    page: (number) => readPage(pdf, number, name),
    close: async () => {
      await pdf.loadingTask.destroy().catch(() => undefined);
    },
  };
}

async function opened(bytes: Uint8Array, name: string): Promise<PdfProxy> {
  const fault = await streamFault(bytes);
  if (fault !== null) throw damaged(name, fault);
  try {
    return await getDocumentProxy(new Uint8Array(bytes), OPTIONS); // a copy: it is handed over
  } catch (error) {
    throw error instanceof Error && error.name === 'PasswordException'
      ? locked(name, error)
      : damaged(name, error);
  }
}

async function titleOf(pdf: PdfProxy): Promise<string> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const title = (info as { readonly Title?: unknown }).Title;
  return typeof title === 'string' ? withoutRadicals(title.slice(0, 1000).toWellFormed()) : '';
}

async function readPage(pdf: PdfProxy, number: number, name: string): Promise<PrintedPage> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    return printedPage(
      page,
      items.flatMap((item) => ('str' in item ? [item] : [])),
    );
  } catch (error) {
    throw damaged(name, error);
  }
}

interface SetText {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}

/** A page on which most of the text runs down or up the sheet is turned until it reads. */
function printedPage(page: PdfPage, items: readonly SetText[]): PrintedPage {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const sheet = asMatrix(transform);
  const texts = items.filter(({ str }) => /\S/u.test(str));
  const turns = texts.map((item) => turnOf(within(sheet, asMatrix(item.transform))));
  const turn = mostFrequent(turns, texts);
  const matrix = within(UPRIGHT[turn](width, height), sheet);
  const isTurned = turn % 2 === 1;
  return {
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    runs: texts.filter((_, index) => turns[index] === turn).map((item) => setRun(item, matrix)),
    slanted: texts.filter((_, index) => turns[index] !== turn).map(({ str }) => plain(str)),
    rules: () => rulesOf(page, matrix),
  };
}

function setRun({ str, width, transform }: SetText, matrix: Matrix): PrintedRun {
  const [a, b, c, d, left, baseline] = within(matrix, asMatrix(transform));
  const size = Math.hypot(c, d);
  const stretch = Math.hypot(a, b) / (Math.hypot(transform[0] ?? 1, transform[1] ?? 0) || 1);
  return { text: plain(str), left, right: left + width * stretch, baseline, size };
}

function plain(text: string): string {
  return withoutRadicals(text.replaceAll('\0', '').toWellFormed());
}

type Turn = 0 | 1 | 2 | 3;

/** Matrices that turn a sheet so that text of each direction runs from left to right. */
const UPRIGHT: Readonly<Record<Turn, (width: number, height: number) => Matrix>> = {
  0: () => [1, 0, 0, 1, 0, 0],
  1: (width) => [0, -1, 1, 0, 0, width],
  2: (width, height) => [-1, 0, 0, -1, width, height],
  3: (_, height) => [0, 1, -1, 0, height, 0],
};

/** How often a quarter to the right; null: aslant. */
function turnOf([a, b]: Matrix): Turn | null {
  const length = Math.hypot(a, b);
  if (Math.min(Math.abs(a), Math.abs(b)) > length * 0.05) return null;
  if (Math.abs(a) > Math.abs(b)) return a > 0 ? 0 : 2;
  return b > 0 ? 1 : 3;
}

function mostFrequent(turns: readonly (Turn | null)[], texts: readonly SetText[]): Turn {
  const counts = [0, 0, 0, 0];
  turns.forEach((turn, index) => {
    if (turn !== null) counts[turn] = (counts[turn] ?? 0) + (texts[index]?.str.length ?? 0);
  });
  return counts.indexOf(Math.max(...counts)) as Turn;
}

function locked(name: string, cause: unknown): PolicyError {
  return new PolicyError(
    'password_needed',
    `${name} opens with a password only.`,
    'Save it without one: open it with the password and print it to a new PDF.',
    { cause },
  );
}

function damaged(name: string, cause: unknown): PolicyError {
  const fault = cause instanceof Error ? cause.message.slice(0, 200).replace(/\.$/u, '') : String(cause);
  return new PolicyError(
    'unreadable_file',
    `${name} cannot be read as a PDF: ${fault}.`,
    'Get the file from its source again: it is cut off, or no PDF.',
    { cause },
  );
}
