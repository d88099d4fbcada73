/** What is measured of an engine, and the tables of it: of one, or of several side by side. */
import type { EngineName } from '../core/config.js';

export interface LoadingFigures {
  /** The indexer's last line. */
  readonly summary: string;
  readonly clausesPerSecond: number;
  readonly charactersPerSecond: number;
  /** MB; null where it is not told, or no process of its own. */
  readonly indexerPeak: number | null;
  readonly enginePeak: number | null;
  readonly onDisk: number | null;
}

export interface QueryFigures {
  readonly name: string;
  readonly clauses: number;
  readonly documents: number;
  /** ms */
  readonly p50: number;
  readonly p99: number;
  /** Share of the time that is not the engine's. */
  readonly ours: number;
}

export interface EngineFigures {
  readonly engine: EngineName;
  /** null where an index that was there is asked. */
  readonly loading: LoadingFigures | null;
  readonly queries: readonly QueryFigures[];
}

export function loadingTable(engines: readonly EngineFigures[]): string[] {
  const row = (what: string, of: (loading: LoadingFigures) => string): string =>
    `| ${[what, ...engines.map(({ loading }) => (loading === null ? 'not loaded' : of(loading)))].join(' | ')} |`;
  return [
    ...head(['loading the corpora', ...engines.map(({ engine }) => engine)]),
    row('', ({ summary }) => summary),
    row('clauses a second', ({ clausesPerSecond }) => String(Math.round(clausesPerSecond))),
    row(
      'Chinese characters a second, the English texts read beside them',
      ({ charactersPerSecond }) => `${(charactersPerSecond / 1e6).toFixed(2)} M`,
    ),
    row('peak memory of the indexer', ({ indexerPeak }) => megabytes(indexerPeak)),
    row('peak memory of the engine, where it is a process of its own', ({ enginePeak }) =>
      megabytes(enginePeak),
    ),
    row('on disk', ({ onDisk }) => megabytes(onDisk)),
  ];
}

/** @throws TypeError where the engines were not asked the same. */
export function sideBySide(engines: readonly EngineFigures[]): string[] {
  const [first] = engines;
  const columns = engines.flatMap(({ engine }) => [`${engine} p50`, `${engine} p99`, `${engine} ours`]);
  return [
    ...head(['query', 'clauses', 'documents', ...columns]),
    ...(first?.queries ?? []).map(({ name, clauses, documents }) => {
      const found = engines.map(({ engine, queries }) => {
        const one = queries.find((query) => query.name === name);
        if (one?.clauses !== clauses || one.documents !== documents) {
          throw new TypeError(`${engine} finds ${one?.clauses} clauses for ${name}, and not ${clauses}.`);
        }
        return one;
      });
      const cells = found.flatMap(({ p50, p99, ours }) => [ms(p50), ms(p99), percent(ours)]);
      return `| ${[name, clauses, documents, ...cells].join(' | ')} |`;
    }),
  ];
}

export function head(columns: readonly string[]): string[] {
  return [`| ${columns.join(' | ')} |`, `| ${columns.map(() => '---').join(' | ')} |`];
}

export function ms(value: number): string {
  if (value < 0.005) return '< 0.01';
  return value < 0.095 ? value.toFixed(2) : value.toFixed(1);
}

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

export async function timed<T>(run: () => Promise<T>): Promise<[number, T]> {
  const started = performance.now();
  const result = await run();
  return [performance.now() - started, result];
}

function megabytes(value: number | null): string {
  return value === null ? 'not told' : `${Math.round(value)} MB`;
}
