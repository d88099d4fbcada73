/**
 * Whether the server's key can do more than search and read our indexes. A key cannot ask what it may do; so it is tried,
 * with requests that would change nothing: they are refused for the key, or for what is wrong with them.
 */
import { z } from 'zod';
import { PolicyError } from '../../../core/errors.js';
import { LIVE, OURS } from '../records/settings.js';
import { RequestRefused } from './client.js';
import { type EngineServer, orPolicyError } from './servers.js';

type Method = 'get' | 'post' | 'patch' | 'delete';

/** Each must be answered with 403. */
// biome-ignore format: a table
const FORBIDDEN: readonly (readonly [what: string, method: Method, path: string])[] = [
  ['list and read all keys',   'get',   'keys'],
  ['make keys',                'post',  'keys'],
  ['write documents',          'post',  `indexes/${LIVE}/documents`],
  ['delete documents',         'post',  `indexes/${LIVE}/documents/delete`],
  ['change settings',          'patch', `indexes/${LIVE}/settings`],
  ['make indexes',             'post',  'indexes'],
  ['delete indexes',           'delete', 'indexes/policy_!'],
  ['swap indexes',             'post',  'swap-indexes'],
  ['read the queue of tasks',  'get',   'tasks'],
  ['change the network',       'patch', 'network'],
  ['change what is switched on', 'patch', 'experimental-features'],
  ['search indexes of others', 'post',  'indexes/not_ours/search'],
];

const LISTED = 'authorized indexes are [';

/** The refusal of an index that is not ours says which ones the key is for. */
function isOfOthersToo(message: string): boolean {
  const start = message.indexOf(LISTED);
  const end = start === -1 ? -1 : message.indexOf(']', start);
  const listed = end === -1 ? 'null' : message.slice(start + LISTED.length - 1, end + 1);
  const patterns = z.array(z.string()).safeParse(JSON.parse(listed)).data ?? [];
  return patterns.some((pattern) => !pattern.startsWith(OURS.slice(0, -1)));
}

/** No body of any of these requests: a number, which is never what they want. */
const NONSENSE = 0;

/** @throws PolicyError `engine_key_too_strong` that says what it can do; `engine_unavailable`. */
export async function refuseStrongKey({ client, url }: EngineServer, signal: AbortSignal): Promise<void> {
  const allowed = await Promise.all(
    FORBIDDEN.map(async ([what, method, path]) => ((await isForbidden(method, path)) ? null : what)),
  );
  const can = allowed.filter((what) => what !== null);
  if (can.length === 0) return;
  throw new PolicyError(
    'engine_key_too_strong',
    `The key in MEILI_KEY can do more than it should at ${url}: ${can.join(', ')}.`,
    `Set MEILI_KEY to the key that \`npm run index -- <path>… --engine meilisearch\` makes: search and read, ${OURS} only. The master key is for the indexer alone.`,
  );

  async function isForbidden(method: Method, path: string): Promise<boolean> {
    return orPolicyError('server', async () => {
      try {
        if (method === 'get' || method === 'delete') await client[method](path, { signal });
        else await client[method](path, NONSENSE, { signal });
        return false;
      } catch (error) {
        if (!(error instanceof RequestRefused) || error.refusal.kind !== 'answered') throw error;
        // No key at all is a key that is refused, and told as that.
        if (error.refusal.status === 401) throw error;
        return error.refusal.status === 403 && !isOfOthersToo(error.refusal.message);
      }
    });
  }
}
