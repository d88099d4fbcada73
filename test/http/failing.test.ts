/** An engine in trouble, seen over HTTP: nothing is said that is not so, nobody waits for ever, and it passes by itself. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ErrorCode, PolicyError } from '../../core/errors.js';
import { cached } from '../../server/answer/cache.js';
import { clock, type Patience, within } from '../../server/answer/deadline.js';
import type { DocumentAnswer, Problem, SearchAnswer } from '../../server/api.js';
import { checkEngine } from '../../server/http/check-engine.js';
import type { Log } from '../../server/http/log.js';
import { understandQuery } from '../../server/query/understand-query.js';
import { indexSeeds, isBuilt, NOT_BUILT, type Served, serve } from './serve-seeds.js';
import { type TroubledEngine, troubledEngine } from './troubled-engine.js';

const DEADLINE = 400; // ms
const LATE = 300; // ms that an answer may come after it

describe.skipIf(!isBuilt)(`an engine in trouble (${isBuilt ? 'seeds' : NOT_BUILT})`, () => {
  let served: Served;
  let engine: TroubledEngine;
  let documentId: string;
  let clauseId: string;
  let word = 0;
  /** Asked by nobody before, so that no cache knows it. */
  const fresh = (): string => {
    word += 1;
    return `/api/search?q=${encodeURIComponent(`人工智能 ${word}`)}`;
  };

  const usual = (): Patience => ({ until: clock() + DEADLINE + 100 });
  const start = (partial: 'answer' | 'refuse'): Promise<Served> =>
    serve(indexSeeds(), {
      before: (real) => {
        engine = troubledEngine(real, DEADLINE);
        return engine;
      },
      wrap: (answers, asked) =>
        cached(answers, async (one) => (await within(asked, one).status()).version, usual),
      usual,
      partial,
    });

  beforeAll(async () => {
    understandQuery('人工智能'); // loads the dictionary, which takes longer than this deadline
    served = await start('answer');
    const [hit] = (await served.search({ q: '算力' })).hits;
    documentId = hit?.document.id ?? '';
    clauseId = hit?.clause.id ?? '';
  });
  afterAll(() => served.close());
  beforeEach(() => {
    engine.trouble = { kind: 'none' };
  });

  const json = async <Answer>(path: string): Promise<{ response: Response; body: Answer; ms: number }> => {
    const started = performance.now();
    const response = await served.get(path);
    const body = (await response.json()) as Answer;
    return { response, body, ms: performance.now() - started };
  };

  describe('with a part missing', () => {
    beforeEach(() => {
      engine.trouble = { kind: 'partial', missing: ['shard-2'] };
    });

    it('says which, and is not kept: not here, not by a browser', async () => {
      const path = fresh();
      const { response, body } = await json<SearchAnswer>(path);
      expect(response.status).toBe(200);
      expect(body.partial).toEqual({ missing: ['shard-2'] });
      expect(body.hits.length).toBeGreaterThan(0);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('etag')).toBeNull();
      engine.trouble = { kind: 'none' };
      const whole = await json<SearchAnswer>(path);
      expect(whole.body).not.toHaveProperty('partial');
      expect(whole.response.headers.get('etag')).not.toBeNull();
    });

    it('still gives whole answers that it has', async () => {
      const path = fresh();
      engine.trouble = { kind: 'none' };
      await json(path);
      engine.trouble = { kind: 'partial', missing: ['shard-2'] };
      expect((await json<SearchAnswer>(path)).body).not.toHaveProperty('partial');
    });

    it('says so too where only the texts of hits do not come', async () => {
      const path = fresh();
      const { hits } = (await json<SearchAnswer>(path)).body;
      const lost = hits.slice(0, 1).map(({ clause }) => clause.id);
      const { search } = engine;
      engine.search = async (query) => {
        const { missing: _none, ...whole } = await search(query);
        return whole;
      };
      engine.trouble = { kind: 'partial', missing: ['shard-3'], lost };
      const { body } = await json<SearchAnswer>(path);
      engine.search = search;
      expect(body.hits).toHaveLength(hits.length - 1);
      expect(body.partial).toEqual({ missing: ['shard-3'] });
    });

    it.each(['documents/D', 'documents/D/raw', 'documents/D/citation', 'clauses/C/citation'])(
      'does not say of %s that it is nowhere',
      async (what) => {
        const path = `/api/${what.replace('D', documentId).replace('C', clauseId)}`;
        expect((await served.get(path)).status).toBe(200);
        engine.trouble = { kind: 'partial', missing: ['shard-2'], lost: [documentId, clauseId] };
        const { response, body } = await json<Problem>(path);
        expect(response.status).toBe(503);
        expect(body).toMatchObject({ type: 'urn:zhengsou:problem:answer_incomplete' });
        expect(body.detail).toContain('shard-2');
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      },
    );

    it('is partly ready, or not ready where partial answers are refused', async () => {
      const { response, body } = await json('/readyz');
      expect(response.status).toBe(200);
      expect(body).toMatchObject({ status: 'partial', missing: ['shard-2'], documents: 5 });
      const [kept, other] = [engine, await start('refuse')];
      engine.trouble = { kind: 'partial', missing: ['shard-2'] };
      const refused = await other.get('/readyz');
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('shard-2') });
      await other.close();
      engine = kept;
    });
  });

  describe('that cannot be asked', () => {
    it.each<[ErrorCode, boolean]>([
      // what it throws          whether to try again is of use
      ['engine_unavailable', true],
      ['answer_incomplete', true],
      ['index_busy', true],
      ['index_missing', false],
      ['index_out_of_date', false],
      ['index_damaged', false],
      ['engine_key_refused', false],
      ['engine_key_too_strong', false],
    ])('%s is a 503 with its remedy, and over when it is over', async (code, passes) => {
      engine.trouble = { kind: 'refuses', code };
      for (const path of [fresh(), '/readyz', `/api/documents/${documentId}`]) {
        const { response, body } = await json<Problem>(path);
        expect(response.status).toBe(503);
        expect(response.headers.get('retry-after') !== null).toBe(passes);
        expect(response.headers.get('cache-control')).toBe('no-store');
        expect(body).toMatchObject({ type: `urn:zhengsou:problem:${code}`, remedy: 'Mend it.' });
      }
      expect((await served.get('/healthz')).status).toBe(200);
      engine.trouble = { kind: 'none' };
      expect((await served.get(fresh())).status).toBe(200);
      expect((await json('/readyz')).body).toMatchObject({ status: 'ready' });
      expect((await json<DocumentAnswer>(`/api/documents/${documentId}`)).response.status).toBe(200);
    });
  });

  describe('that hangs', () => {
    it.each<[string, TroubledEngine['trouble'], boolean]>([
      ['asked for the first time', { kind: 'hangs' }, false],
      ['that was answered, version unknown', { kind: 'hangs' }, true],
      ['of many slow questions', { kind: 'slow', ms: 0.7 * DEADLINE }, false],
    ])('answers a search %s within one deadline', async (_name, trouble, isKept) => {
      const path = fresh();
      if (isKept) {
        await json(path);
        await new Promise((resolve) => setTimeout(resolve, 1050)); // longer than a version is trusted
      }
      engine.trouble = trouble;
      const { response, ms } = await json<Problem>(path);
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).not.toBeNull();
      expect(ms).toBeGreaterThan(DEADLINE / 2);
      expect(ms).toBeLessThan(DEADLINE + LATE);
      engine.trouble = { kind: 'none' };
      expect((await served.get(path)).status).toBe(200);
    });

    it('is not ready, within one deadline', async () => {
      engine.trouble = { kind: 'hangs' };
      const { response, ms } = await json('/readyz');
      expect(response.status).toBe(503);
      expect(ms).toBeLessThan(DEADLINE + LATE);
    });

    it('is asked nothing more when the time is over', async () => {
      engine.trouble = { kind: 'slow', ms: 0.7 * DEADLINE };
      await json(fresh());
      const { asked } = engine;
      await new Promise((resolve) => setTimeout(resolve, DEADLINE));
      expect(engine.asked).toBe(asked);
    });
  });
});

describe('before it listens', () => {
  const failing = (code: ErrorCode): TroubledEngine => {
    const never = (): never => {
      throw new TypeError('not asked');
    };
    const status = () => Promise.reject(new PolicyError(code, `It is ${code}.`, 'Mend it.'));
    const reading = { clauses: never, catalogue: never, documents: never, document: never, raw: never };
    const rest = {
      search: never,
      hitsIn: never,
      known: never,
      frequencies: never,
      ...reading,
      suggestions: never,
    };
    return { name: 'sqlite', trouble: { kind: 'none' }, asked: 0, status, close: async () => {}, ...rest };
  };

  const noting = (said: object[]): Log => {
    const note = (entry: object, message?: string): void => void said.push({ ...entry, message });
    return { info: note, warn: note, error: note };
  };

  it('refuses a key that can do more than search', async () => {
    const said: object[] = [];
    const check = checkEngine(failing('engine_key_too_strong'), noting(said));
    await expect(check).rejects.toMatchObject({ code: 'engine_key_too_strong', remedy: 'Mend it.' });
    expect(said).toEqual([]);
  });

  it.each<ErrorCode>(['engine_unavailable', 'index_missing', 'engine_key_refused', 'answer_incomplete'])(
    'tells %s and starts',
    async (code) => {
      const said: object[] = [];
      await checkEngine(failing(code), noting(said));
      expect(said).toEqual([{ code, remedy: 'Mend it.', message: `It is ${code}.` }]);
    },
  );
});
