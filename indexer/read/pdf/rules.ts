/**
 * The straight lines that a page draws, for the borders of its tables: strokes, and filled rectangles that are thin.
 */
import { asMatrix, type Matrix, placed, within } from './matrix.js';

export interface Rule {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface OperatorPage {
  getOperatorList(): Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }>;
}

/** Numbers of pdf.js's own list of operators. */
const SAVE = 10;
const RESTORE = 11;
const TRANSFORM = 12;
const FORM_BEGIN = 74;
const FORM_END = 75;
const PATH = 91;
/** What is done with a path: its outline is drawn, its area is filled; all else only bounds what is drawn later (clipping). */
const STROKED: ReadonlySet<unknown> = new Set([20, 21, 24, 25, 26, 27]);
const FILLED: ReadonlySet<unknown> = new Set([22, 23]);
/** Of the pieces of a path, how many numbers each takes. */
const TAKES = [2, 2, 6, 4, 0] as const;

/** Thicker is an area, not a line. */
const THICKEST = 3;
/** Shorter is a dash, or a part of a drawing. */
const SHORTEST = 4;
/** A page of more is a drawing. */
const MOST = 20_000;

/** Horizontal and vertical ones only, in the order in which they are drawn. */
export async function rulesOf(page: OperatorPage, sheet: Matrix): Promise<readonly Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const found: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix = sheet;
  for (let at = 0; at < fnArray.length && found.length < MOST; at += 1) {
    const operator = fnArray[at];
    const args = argsArray[at] as readonly unknown[] | null;
    if (operator === SAVE || operator === FORM_BEGIN) saved.push(matrix);
    if (operator === RESTORE || operator === FORM_END) matrix = saved.pop() ?? sheet;
    if (operator === TRANSFORM) matrix = within(matrix, asMatrix((args ?? []) as readonly number[]));
    if (operator === FORM_BEGIN && Array.isArray(args?.[0]))
      matrix = within(matrix, asMatrix(args[0] as number[]));
    if (operator === PATH) found.push(...rulesOfPath(args, matrix));
  }
  return found.length < MOST ? found : [];
}

function rulesOfPath(args: readonly unknown[] | null, matrix: Matrix): readonly Rule[] {
  const [path] = (args?.[1] ?? []) as readonly (ArrayLike<number> | null | undefined)[];
  const [done] = args ?? [];
  if (path == null || !(STROKED.has(done) || FILLED.has(done))) return [];
  return piecesOf(path, matrix).flatMap((stroke) => toRules(stroke, STROKED.has(done)));
}

interface Stroke {
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** The strokes of a path, each from where its pen was put down; one with a curve in it is none. */
function piecesOf(path: ArrayLike<number>, matrix: Matrix): readonly Stroke[] {
  const strokes: Stroke[] = [];
  let points: (readonly [x: number, y: number])[] = [];
  let isStraight = true;
  const end = (): void => {
    if (isStraight && points.length > 1) strokes.push({ points });
    points = [];
    isStraight = true;
  };
  for (let at = 0; at < path.length; ) {
    const piece = path[at] ?? 0;
    const takes = TAKES[piece as 0 | 1 | 2 | 3 | 4];
    if (takes === undefined) break;
    if (piece === 0) end();
    if (piece === 2 || piece === 3) isStraight = false;
    if (takes > 0) points.push(placed(matrix, path[at + takes - 1] ?? 0, path[at + takes] ?? 0));
    if (piece === 4 && points[0] !== undefined) points.push(points[0]);
    at += 1 + takes;
  }
  end();
  return strokes;
}

function toRules({ points }: Stroke, isStroked: boolean): readonly Rule[] {
  const around = boxOf(points);
  if (isRule(around)) return [around];
  if (!isStroked) return [];
  return points
    .slice(1)
    .map((point, index) => boxOf([points[index] ?? point, point]))
    .filter(isRule);
}

function boxOf(points: readonly (readonly [x: number, y: number])[]): Rule {
  const across = points.map(([x]) => x);
  const down = points.map(([, y]) => y);
  return { left: least(across), right: most(across), top: least(down), bottom: most(down) };
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);

function isRule({ left, right, top, bottom }: Rule): boolean {
  const width = right - left;
  const height = bottom - top;
  return Math.min(width, height) <= THICKEST && Math.max(width, height) >= SHORTEST;
}
