import type { Config, MeilisearchConfig } from '../core/config.js';

/** Of the configuration, what an engine is opened by. */
export type EngineConfig = Pick<Config, 'engine' | 'dataFolder'> & Partial<Pick<Config, 'meilisearch'>>;

export function meilisearchOf({ meilisearch }: EngineConfig): MeilisearchConfig {
  if (meilisearch === undefined) throw new TypeError('Meilisearch is configured nowhere.');
  return meilisearch;
}
