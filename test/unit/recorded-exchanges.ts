/** What was asked of a real server of Meilisearch, and what it answered: `exchanges.json`, where it is there. */
import { existsSync, readFileSync } from 'node:fs';

export interface Exchange {
  readonly name: string;
  readonly request: { readonly path: string; readonly body: object | string | null };
  readonly response: {
    readonly status: number;
    readonly contentType: string | null;
    readonly body: unknown;
  };
}

const file = new URL('../../../shared/data/meilisearch/exchanges.json', import.meta.url);
export const isRecorded = existsSync(file);
export const exchanges: readonly Exchange[] = isRecorded
  ? JSON.parse(readFileSync(file, 'utf8')).exchanges
  : [];

export function answerOf(name: string): unknown {
  const exchange = exchanges.find((one) => one.name === name);
  if (exchange === undefined) throw new Error(`No exchange is called ${JSON.stringify(name)}.`);
  return exchange.response.body;
}
