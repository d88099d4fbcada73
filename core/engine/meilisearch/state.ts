/**
 * What an index says of itself, as a server has it.
 */
import { z } from 'zod';
import { RequestRefused } from './client.js';
import { type Asker, outOfDate } from './failure.js';
import { IndexState, isCurrentSchema, STATE_ID } from './records.js';
import { type EngineServer, orPolicyError } from './servers.js';
import { SCHEMA } from './settings.js';

/**
 * @returns null where the server has no such index.
 * @throws PolicyError `index_out_of_date` where it is of another schema; `engine_unavailable`, `engine_key_refused`.
 */
export async function readState(
  { client, url }: EngineServer,
  index: string,
  asker: Asker,
  signal?: AbortSignal,
): Promise<IndexState | null> {
  const found = await orPolicyError(asker, async () => {
    try {
      return await client.get(`indexes/${index}/documents/${STATE_ID}`, signal ? { signal } : {});
    } catch (error) {
      const code = error instanceof RequestRefused ? error.refusal.code : '';
      if (code === 'index_not_found' || code === 'document_not_found') return null;
      throw error;
    }
  });
  if (found === null) return null;
  const schema = z.object({ schema: z.int() }).safeParse(found).data?.schema ?? 0;
  const state = IndexState.safeParse(found);
  if (!isCurrentSchema({ schema }) || !state.success) throw outOfDate(url, schema, SCHEMA);
  return state.data;
}
