/**
 * Tables whose borders are drawn: lines across and down that meet, and the cells between them. A cell over several columns or rows is in
 * each of them.
 */

import { disjointSets } from './disjoint-sets.js';
import { linesOf, type PrintedLine } from './lines.js';
import type { PrintedRun } from './open-pdf.js';
import { joined } from './paragraphs.js';
import type { Rule } from './rules.js';

export interface RuledTable extends Rule {
  readonly grid: readonly (readonly string[])[];
}

/** Points: lines nearer are one, drawn twice or broken. */
const SAME = 3;
/** Of a border, how much must be drawn. */
const DRAWN = 0.6;
const MOST_CELLS = 20_000;
const MOST_RULES = 5000;
/** A cell with more characters holds a text, and the table is the layout of a page. */
const LONGEST_CELL = 600;

/** @returns  From top to bottom. */
export function ruledTables(rules: readonly Rule[], runs: readonly PrintedRun[]): readonly RuledTable[] {
  const found = meeting(rules).flatMap((own) => {
    const across = own.filter(isAcross);
    const down = own.filter((rule) => !isAcross(rule));
    const ys = places(across.map(({ top, bottom }) => (top + bottom) / 2));
    const xs = places(down.map(({ left, right }) => (left + right) / 2));
    if (xs.length < 3 || ys.length < 3 || xs.length * ys.length > MOST_CELLS) return [];
    const box = { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
    const inside = runs.filter((run) => isInside(run, box));
    if (inside.length === 0) return [];
    const grid = gridOf({ xs, ys, across, down }, inside);
    if (grid === null) return [];
    return grid.flat().some((text) => text.length > LONGEST_CELL) ? [] : [{ ...box, grid }];
  });
  return found.sort((one, other) => one.top - other.top);
}

export function isInside({ left, right, baseline, size }: PrintedRun, box: Rule): boolean {
  const [x, y] = [(left + right) / 2, baseline - size * 0.35];
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

const isAcross = ({ left, right, top, bottom }: Rule): boolean => right - left >= bottom - top;

/** Rules that touch each other, directly or by way of others: a frame around a table that stands apart is none of it. */
function meeting(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  if (rules.length > MOST_RULES) return [];
  const sets = disjointSets(rules.length);
  const inOrder = [...rules].sort((one, other) => one.left - other.left);
  for (const [at, rule] of inOrder.entries()) {
    for (let next = at + 1; next < inOrder.length; next += 1) {
      const other = inOrder[next] as Rule;
      if (other.left > rule.right + SAME) break;
      if (touches(rule, other)) sets.merge(at, next);
    }
  }
  return groupsOf(inOrder, sets.find);
}

function touches(one: Rule, other: Rule): boolean {
  return (
    one.left <= other.right + SAME &&
    other.left <= one.right + SAME &&
    one.top <= other.bottom + SAME &&
    other.top <= one.bottom + SAME
  );
}

function places(values: readonly number[]): readonly number[] {
  const inOrder = [...values].sort((one, other) => one - other);
  return inOrder.filter((value, at) => at === 0 || value - (inOrder[at - 1] ?? 0) > SAME);
}

interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

function gridOf(lattice: Lattice, runs: readonly PrintedRun[]): RuledTable['grid'] | null {
  const { xs, ys } = lattice;
  const width = xs.length - 1;
  const cellOf = mergedCells(lattice);
  if (!areRectangles(cellOf, width)) return null;
  const held = new Map<number, PrintedRun[]>();
  for (const run of runs) {
    const column = placeOf(xs, (run.left + run.right) / 2);
    const row = placeOf(ys, run.baseline - run.size * 0.35);
    const cell = cellOf[row * width + column] ?? 0;
    held.set(cell, [...(held.get(cell) ?? []), run]);
  }
  const texts = new Map([...held].map(([cell, own]) => [cell, cellText(linesOf(own))] as const));
  return ys
    .slice(1)
    .map((_, row) => xs.slice(1).map((__, column) => texts.get(cellOf[row * width + column] ?? 0) ?? ''));
}

/** Of each square of the lattice, the first square of the cell that it is in: those without a border between them are one. */
function mergedCells({ xs, ys, across, down }: Lattice): readonly number[] {
  const width = xs.length - 1;
  const height = ys.length - 1;
  const sets = disjointSets(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const [x0, x1, y0, y1] = [xs[column] ?? 0, xs[column + 1] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0];
      if (column + 1 < width && !isDrawn(down, x1, y0, y1, 'down')) sets.merge(at, at + 1);
      if (row + 1 < height && !isDrawn(across, y1, x0, x1, 'across')) sets.merge(at, at + width);
    }
  }
  return Array.from({ length: width * height }, (_, at) => sets.find(at));
}

/** What reaches round others is no cell, but the room between tables in a frame. */
function areRectangles(cellOf: readonly number[], width: number): boolean {
  const squares = new Map<number, number[]>();
  for (const [at, cell] of cellOf.entries()) squares.set(cell, [...(squares.get(cell) ?? []), at]);
  return [...squares.values()].every((own) => {
    const rows = own.map((at) => Math.floor(at / width));
    const columns = own.map((at) => at % width);
    const span = (places: readonly number[]): number => Math.max(...places) - Math.min(...places) + 1;
    return span(rows) * span(columns) === own.length;
  });
}

function isDrawn(
  rules: readonly Rule[],
  at: number,
  from: number,
  to: number,
  way: 'across' | 'down',
): boolean {
  let drawn = 0;
  for (const { left, right, top, bottom } of rules) {
    const place = way === 'down' ? (left + right) / 2 : (top + bottom) / 2;
    if (Math.abs(place - at) > SAME) continue;
    const [start, end] = way === 'down' ? [top, bottom] : [left, right];
    drawn = Math.max(drawn, Math.min(end, to) - Math.max(start, from));
  }
  return drawn >= (to - from) * DRAWN;
}

function placeOf(borders: readonly number[], value: number): number {
  const at = borders.findIndex((border) => border > value);
  return Math.max(0, (at === -1 ? borders.length : at) - 1);
}

function cellText(lines: readonly PrintedLine[]): string {
  return lines.map(({ text }) => text).reduce((text, next) => joined(text, next), '');
}

function groupsOf(rules: readonly Rule[], groupOf: (at: number) => number): readonly (readonly Rule[])[] {
  const groups = new Map<number, Rule[]>();
  for (const [at, rule] of rules.entries())
    groups.set(groupOf(at), [...(groups.get(groupOf(at)) ?? []), rule]);
  return [...groups.values()];
}
