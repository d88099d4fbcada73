/**
 * What an index says of itself, as a server has it.
 */
import { z } from 'zod';
import { RequestRefused } from '../wire/client.js';
import { type Asker, outOfDate } from '../wire/failure.js';
import { type EngineServer, orPolicyError } from '../wire/servers.js';
import { IndexState, isCurrentSchema, STATE_ID } from './records.js';
import { SCHEMA } from './settings.js';

const OfSomeSchema = z.object({ schema: z.int() });

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
  return found === null ? null : parseState(url, found);
}

/** The record as it is stored → the state. @throws PolicyError `index_out_of_date` where it is of another schema. */
export function parseState(url: string, record: unknown): IndexState {
  const state = IndexState.safeParse(record);
  if (state.success && isCurrentSchema(state.data)) return state.data;
  throw outOfDate(url, OfSomeSchema.safeParse(record).data?.schema ?? 0, SCHEMA);
}
