import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CitationAnswer, DocumentAnswer } from '../../server/api.js';
import { indexSeeds, isBuilt, NOT_BUILT, type Served, serve } from './serve-seeds.js';

describe.skipIf(!isBuilt)(`citations over the seeds (${isBuilt ? 'real index' : NOT_BUILT})`, () => {
  let served: Served;
  let documentId: string;
  let clauseId: string;
  beforeAll(async () => {
    served = await serve(indexSeeds());
    const [hit] = (await served.search({ q: '"揭榜挂帅"' })).hits;
    documentId = hit?.document.id ?? '';
    clauseId = hit?.clause.id ?? '';
  });
  afterAll(() => served.close());

  it('cites a clause and a document', async () => {
    const clause = await served.get(`/api/clauses/${clauseId}/citation`);
    expect(clause.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await clause.text()).toContain('揭榜挂帅');
    const document = await served.get(`/api/documents/${documentId}/citation?style=bibtex&lang=en`);
    expect(await document.text()).toMatch(/^@/);
  });

  it('gives what a citation is made of, beside its text', async () => {
    const ask = async (path: string): Promise<CitationAnswer> => {
      const response = await served.get(path);
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      return (await response.json()) as CitationAnswer;
    };
    const path = `/api/clauses/${clauseId}/citation?style=markdown`;
    const { text, parts } = await ask(`${path}&parts=on`);
    expect(text).toBe(await (await served.get(`${path}&parts=off`)).text());
    expect(parts?.quotation.join('')).toContain('揭榜挂帅');
    expect(parts?.link).toMatch(/^https:/);
    expect((await ask(`/api/documents/${documentId}/citation?style=ris&parts=on`)).parts).toBeNull();
  });

  it('is of the day that the reader says, else of the day in the time zone', async () => {
    const path = `/api/documents/${documentId}/citation?style=ris`;
    expect(await (await served.get(`${path}&accessed=2024-02-29`)).text()).toContain('Y2  - 2024/02/29\r\n');
    const day = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' }).replaceAll('-', '/');
    expect(await (await served.get(path)).text()).toContain(`Y2  - ${day}`);
  });

  it('calls a clause by its document and where it stands in it', async () => {
    const { clauses } = (await (await served.get(`/api/documents/${documentId}`)).json()) as DocumentAnswer;
    const keyOf = async (path: string): Promise<string> => {
      const text = await (await served.get(`${path}/citation?style=bibtex`)).text();
      return /^@\w+\{([^,]+),/.exec(text)?.[1] ?? '';
    };
    const ordinal = clauses.findIndex(({ id }) => id === clauseId);
    expect(ordinal).toBeGreaterThan(0);
    expect(await keyOf(`/api/clauses/${clauseId}`)).toBe(
      `${await keyOf(`/api/documents/${documentId}`)}-${ordinal}`,
    );
  });

  it('quotes the stretch that was chosen', async () => {
    const text = await (await served.get(`/api/clauses/${clauseId}/citation?quote=0-4`)).text();
    expect(text).toMatch(/^“[^”]{1,4}” ——/);
  });

  it.each([
    ['bibtex', 'application/x-bibtex; charset=utf-8', '.bib'],
    ['ris', 'application/x-research-info-systems; charset=utf-8', '.ris'],
    ['csl-json', 'application/vnd.citationstyles.csl+json; charset=utf-8', '.json'],
    ['apa', 'text/plain; charset=utf-8', '.txt'],
    ['markdown', 'text/markdown; charset=utf-8', '.md'],
  ])('sends %s as a file', async (style, mediaType, extension) => {
    const path = `/api/documents/${documentId}/citation?style=${style}`;
    const response = await served.get(`${path}&download=1`);
    expect(response.headers.get('content-type')).toBe(mediaType);
    const disposition = response.headers.get('content-disposition') ?? '';
    const [, name = ''] =
      /^attachment; filename="citation\.\w+"; filename\*=UTF-8''([\w%.~-]+)$/.exec(disposition) ?? [];
    expect(decodeURIComponent(name)).toMatch(/^\p{Script=Han}/u);
    expect(name.endsWith(extension)).toBe(true);
    expect(await response.text()).toBe(await (await served.get(path)).text());
    expect((await served.get(path)).headers.get('content-disposition')).toBeNull();
  });
});
