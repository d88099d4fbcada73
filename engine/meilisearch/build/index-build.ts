/**
 * An index in Meilisearch, built beside the one that serves, or brought up to date.
 *
 * Before anything is written: every server answers, no other run is at work, and what a dead one left is gone.
 */
import type { MeilisearchConfig } from '../../../core/config.js';
import { PolicyError } from '../../../core/errors.js';
import type { BuildOptions, IndexBuild } from '../../index-build.js';
import { LIVE, NEXT } from '../records/settings.js';
import { versionWarning } from '../wire/engine-version.js';
import { cancelTasks, deleteIndex } from '../wire/indexes.js';
import { ensureKey } from '../wire/keys.js';
import { joinNetwork } from '../wire/network.js';
import { patientServer } from '../wire/patient.js';
import { type EngineServer, openServers, orPolicyError } from '../wire/servers.js';
import { type BuildLock, takeBuildLock } from './build-lock.js';
import type { BuildRun } from './build-run.js';
import { openRebuild } from './rebuild.js';
import { openUpdate, type Update } from './update.js';

const PATIENCE = 60_000; // ms that a server may be away in the middle of a load
const FIRST_ANSWER = 5000; // ms; whoever is not there at the start is not waited for
const PARTING = 5000; // ms for leaving things tidy

/**
 * @throws PolicyError `engine_unavailable` where a server is away; `engine_key_refused`; `index_busy` while another run is at
 *         work; `index_out_of_date` for an update of an index of another schema; `index_write_failed`.
 */
export async function openMeilisearchBuild(
  config: MeilisearchConfig,
  options: BuildOptions,
): Promise<IndexBuild> {
  const tell = options.tell ?? (() => undefined);
  const stopped = new AbortController();
  const plain = openServers(config.urls, config.masterKey);
  const withPatience = (wait: number, signal: AbortSignal): readonly EngineServer[] =>
    plain.map((server) => patientServer(server, { wait, signal, tell }));
  const servers = withPatience(PATIENCE, stopped.signal);
  let lock: BuildLock | null = null;
  let update: Update | null = null;
  let isOpen = true;

  const leave = async (): Promise<void> => {
    isOpen = false;
    stopped.abort(stoppedError());
    await update?.close().catch(() => undefined);
    const parting = withPatience(PARTING, AbortSignal.timeout(2 * PARTING));
    await Promise.allSettled(
      parting.map(async (server) => {
        await cancelTasks(server, [NEXT]);
        await deleteIndex(server, NEXT);
      }),
    );
    await lock?.release(parting[0]).catch(() => undefined);
  };

  try {
    const engineVersions = await orPolicyError('indexer', () => readVersions(plain, tell));
    const [first] = servers;
    lock = await orPolicyError('indexer', () => takeBuildLock(first as EngineServer, tell));
    const run: BuildRun = { servers, lock, engineVersions, options, tell, signal: stopped.signal };
    const work = await orPolicyError('indexer', async () => {
      await Promise.all(
        servers.map(async (server) => {
          await cancelTasks(server, [NEXT, LIVE]);
          await deleteIndex(server, NEXT);
        }),
      );
      const key = await ensureKey(servers, config, tell);
      await joinNetwork(servers, key);
      update = options.mode === 'update' ? await openUpdate(run) : null;
      return (
        update ?? { existing: new Map(), before: { documents: 0, clauses: 0 }, ...(await openRebuild(run)) }
      );
    });
    return {
      existing: work.existing,
      before: work.before,
      add: (documents) => orPolicyError('indexer', () => work.add(documents)),
      remove: (ids) => orPolicyError('indexer', () => work.remove(ids)),
      async commit() {
        const status = await orPolicyError('indexer', () => work.commit());
        isOpen = false;
        await update?.close().catch(() => undefined);
        await lock?.release().catch(() => undefined);
        return status;
      },
      async abandon() {
        if (isOpen) await leave();
      },
    };
  } catch (error) {
    if (lock) await leave();
    throw error;
  }
}

/** Of every server, or the first that is away says so. */
async function readVersions(
  servers: readonly EngineServer[],
  tell: (message: string) => void,
): Promise<ReadonlyMap<string, string>> {
  const versions = await Promise.all(
    servers.map(async ({ name, client }): Promise<[string, string]> => {
      const signal = AbortSignal.timeout(FIRST_ANSWER);
      const { pkgVersion } = (await client.get('version', { signal })) as { pkgVersion: string };
      return [name, pkgVersion];
    }),
  );
  const warnings = new Set(versions.map(([, version]) => versionWarning(version)));
  for (const warning of warnings) if (warning !== null) tell(warning);
  return new Map(versions);
}

function stoppedError(): PolicyError {
  return new PolicyError('index_write_failed', 'The build was stopped.', 'Run it again.');
}
