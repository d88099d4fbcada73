/** A configuration for real servers, and the place for an index that the contract asks for. */
import { type Config, readConfig } from '../../core/config.js';
import { openEngine } from '../../engine/open.js';
import { openIndexBuild } from '../../engine/open-build.js';
import type { EngineUnderTest } from '../contract/engine-under-test.js';
import { wipe } from './administration.js';
import type { Server } from './real-servers.js';

export interface Settings {
  readonly key?: string;
  readonly masterKey?: string;
  readonly keyFile?: string;
  /** ms */
  readonly deadline?: number;
  readonly partial?: 'answer' | 'refuse';
}

/** As the environment says it to the indexer (with the master key) and to the server (with its own). */
export function environmentOf(servers: readonly Server[], settings: Settings = {}): Record<string, string> {
  const {
    key,
    keyFile,
    masterKey = servers[0]?.masterKey ?? '',
    deadline = 2000,
    partial = 'answer',
  } = settings;
  return {
    SEARCH_ENGINE: 'meilisearch',
    MEILI_URL: servers.map(({ url }) => url).join(','),
    MEILI_MASTER_KEY: masterKey,
    ...(key === undefined ? {} : { MEILI_KEY: key }),
    ...(keyFile === undefined ? {} : { MEILI_KEY_FILE: keyFile }),
    SEARCH_DEADLINE: String(deadline),
    PARTIAL: partial,
  };
}

export function configOf(servers: readonly Server[], settings: Settings = {}): Config {
  return readConfig(environmentOf(servers, settings));
}

/** What a server is told: no master key. */
export function readerOf(servers: readonly Server[], settings: Settings & { readonly key: string }): Config {
  return configOf(servers, { ...settings, masterKey: '' });
}

export function placeOn(
  servers: readonly Server[],
  settings: Settings & { readonly key: string },
): EngineUnderTest {
  const [writer, reader] = [configOf(servers, settings), readerOf(servers, settings)];
  return {
    build: (options) => openIndexBuild(writer, options),
    open: () => openEngine(reader),
    dispose: async () => {
      await Promise.all(servers.map(wipe));
    },
  };
}
