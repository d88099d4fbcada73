/** The five seeds, indexed by the built command, served over real HTTP by the app under test. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type NetworkConfig, readConfig } from '../../core/config.js';
import type { SearchEngine } from '../../engine/engine.js';
import { openEngine } from '../../engine/open.js';
import { type Answers, answerHere } from '../../server/answer/answers.js';
import { PATIENT, type Patience } from '../../server/answer/deadline.js';
import type { SearchAnswer } from '../../server/api.js';
import { createApp } from '../../server/http/app.js';
import { type HttpLimits, openHttpServer } from '../../server/http/http-server.js';
import { SEEDS_INDEX } from '../seeds-index.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const COMMAND = join(ROOT, 'dist/indexer/cli.js');

/** `npm test` builds first; `npx vitest` alone does not. */
export const isBuilt = existsSync(COMMAND);
export const NOT_BUILT = 'dist/ is not built: npm run build:node';

export interface Served {
  readonly folder: string;
  readonly port: number;
  readonly logged: readonly object[];
  get(path: string, options?: RequestInit): Promise<Response>;
  search(parameters: Readonly<Record<string, string | readonly string[]>>): Promise<SearchAnswer>;
  close(): Promise<void>;
}

/** @returns the folder of an index of the seeds: a copy of the one that was made before all tests. */
export function indexSeeds(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-http-'));
  const made = process.env[SEEDS_INDEX];
  if (made === undefined) indexSeedsAnew(folder);
  else cpSync(made, folder, { recursive: true });
  return folder;
}

export function indexSeedsAnew(folder: string): void {
  execFileSync(process.execPath, [COMMAND, 'seeds', '--data', folder], { cwd: ROOT, stdio: 'pipe' });
}

export interface ServeOptions {
  /** What stands before the embedded engine of the folder. */
  readonly before?: (engine: SearchEngine) => SearchEngine;
  /** What stands before its answers. */
  readonly wrap?: (answers: Answers, engine: SearchEngine) => Answers;
  readonly usual?: () => Patience;
  readonly partial?: 'answer' | 'refuse';
  readonly network?: Partial<NetworkConfig>;
  /** To be less than they are. */
  readonly http?: Partial<HttpLimits>;
}

/** @param folder  Of an index, or of none; removed when closed. */
export async function serve(
  folder: string,
  {
    before = (engine) => engine,
    wrap = (answers) => answers,
    usual = () => PATIENT,
    partial = 'answer',
    http = {},
    network = {},
  }: ServeOptions = {},
): Promise<Served> {
  const logged: object[] = [];
  const note = (entry: object): void => void logged.push(entry);
  const engine = before(openEngine({ engine: 'sqlite', dataFolder: folder }));
  const app = createApp({
    engine,
    usual,
    partial,
    answers: wrap(answerHere(engine), engine),
    webFolder: join(folder, 'web'),
    dataFolder: folder,
    accessTimeZone: 'Asia/Shanghai',
    log: { info: note, warn: note, error: note },
    network: { ...readConfig({}).network, ...network },
  });
  const server = await new Promise<Server>((resolve) => {
    const listening = openHttpServer(app, http).listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const get = (path: string, options?: RequestInit): Promise<Response> => fetch(origin + path, options);
  return {
    ...{ folder, port, logged, get },
    async search(parameters) {
      const query = new URLSearchParams();
      for (const [name, values] of Object.entries(parameters)) {
        for (const value of [values].flat()) query.append(name, value);
      }
      const response = await get(`/api/search?${query}`);
      if (response.status !== 200) throw new Error(await response.text());
      return (await response.json()) as SearchAnswer;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
