/** Files kept beside the index: had as they came, as a download; where they are not kept, the reason. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentAnswer } from '../../server/api.js';
import { COMMAND, indexSeeds, isBuilt, NOT_BUILT, type Served, serve } from './serve-seeds.js';

const PAGE = '数据管理办法\n第一条 <script>alert(1)</script>为了规范数据，制定本办法。\n';

describe.skipIf(!isBuilt)(`GET /api/documents/{id}/file (${isBuilt ? 'as built' : NOT_BUILT})`, () => {
  let kept: Served;
  let notKept: Served;
  let texts: string;
  beforeAll(async () => {
    texts = mkdtempSync(join(tmpdir(), 'zhengsou-texts-'));
    const folder = mkdtempSync(join(tmpdir(), 'zhengsou-kept-'));
    mkdirSync(join(texts, '政策'));
    writeFileSync(join(texts, '政策', '办法.txt'), PAGE);
    const index = (): Buffer =>
      execFileSync(process.execPath, [COMMAND, texts, '--keep-files', '--data', folder], { stdio: 'pipe' });
    index();
    writeFileSync(join(texts, '政策', '办法.txt'), `${PAGE}第二条 数据应当安全。\n`);
    index(); // the file of before is nobody's now
    kept = await serve(folder);
    notKept = await serve(indexSeeds());
  });
  afterAll(async () => {
    rmSync(texts, { recursive: true, force: true });
    await Promise.all([kept.close(), notKept.close()]);
  });
  const idIn = async (served: Served): Promise<string> =>
    (await served.search({ size: '1' })).hits[0]?.document.id ?? '';

  it('sends the bytes as they came, never as a page', async () => {
    const response = await kept.get(`/api/documents/${await idIn(kept)}/file`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(`${PAGE}第二条 数据应当安全。\n`);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="file.txt"; filename*=UTF-8''${encodeURIComponent('办法.txt')}`,
    );
    expect(readdirSync(join(kept.folder, 'files'))).toHaveLength(1);
  });

  it('tells of each document its format, and whether its file is kept', async () => {
    for (const [served, isKept] of [
      [kept, true],
      [notKept, false],
    ] as const) {
      const response = await served.get(`/api/documents/${await idIn(served)}`);
      const { document } = (await response.json()) as DocumentAnswer;
      expect(document).toMatchObject({
        format: 'txt',
        attachments: [],
        attachmentOf: null,
        file: { kept: isKept, encoding: 'utf-8' },
      });
    }
    rmSync(join(kept.folder, 'files'), { recursive: true });
    const response = await kept.get(`/api/documents/${await idIn(kept)}`);
    expect(((await response.json()) as DocumentAnswer).document.file.kept).toBe(false);
  });

  it('says that a file is not kept, and how it would be', async () => {
    const response = await notKept.get(`/api/documents/${await idIn(notKept)}/file`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      type: 'urn:zhengsou:problem:file_not_kept',
      detail: expect.stringContaining('is not kept'),
    });
    expect((await kept.get('/api/documents/none/file')).status).toBe(404);
  });
});
