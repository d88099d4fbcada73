/** A page's links name files that lie beside it: the two know each other, and the annex has from its notice what it does not print. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../../core/model.js';
import parseBatch from '../../indexer/parse-worker.js';
import { listFiles } from '../../indexer/read/list-files.js';
import { readDocuments } from '../../indexer/read/read.js';
import { tieAnnexes } from '../../indexer/read/tie-annexes.js';

const root = mkdtempSync(join(tmpdir(), 'zhengsou-annexes-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const page = (links: string): string => `<html><head><title>通知</title></head><body><div class="article">
<h1>河北省教育厅关于做好课后服务工作的通知</h1><p>冀教基〔2023〕5号</p>
<p>各市教育局：现就做好中小学课后服务工作有关事项通知如下，请结合实际认真贯彻执行，切实保障学生和家长的权益。</p>
<p>${links}</p><p>河北省教育厅</p><p>2023年5月30日</p></div></body></html>`;
const TABLE = '学校,名额\n第一小学,120\n第二小学,80\n';

async function documentsOf(name: string, files: Readonly<Record<string, string>>) {
  const folder = join(root, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const listed = await listFiles([folder], folder);
  const annexes = await tieAnnexes(listed.files);
  const documents = [];
  for await (const read of readDocuments(listed.files, { annexes }))
    if (!('error' in read)) documents.push(read);
  const begun = new Int32Array(new SharedArrayBuffer(4));
  const parsed = await parseBatch({ documents, indexedAt: '2026-11-28T00:00:00Z', begun });
  return new Map(
    parsed.map((one): [string, PolicyDocument] => {
      if ('code' in one) throw new Error(one.message);
      return [one.document.file.path, one.document];
    }),
  );
}

describe('an annex', () => {
  it('and the page that links to it know each other; it has body, number and day from there', async () => {
    const found = await documentsOf('plain', {
      'notice.html': page('<a href="./files/../名额表.csv">附件：名额表</a>'),
      '名额表.csv': TABLE,
      'other.csv': TABLE,
    });
    const [notice, annex, other] = ['notice.html', '名额表.csv', 'other.csv'].map((path) => found.get(path));
    expect(notice?.attachments).toEqual([{ id: annex?.id, name: '名额表.csv' }]);
    expect(annex).toMatchObject({
      attachmentOf: notice?.id,
      issuingBodies: ['河北省教育厅'],
      documentNumber: { text: '冀教基〔2023〕5号' },
      signedOn: '2023-05-30',
      provenance: { issuingBodies: 'derived', documentNumber: 'derived', signedOn: 'derived' },
    });
    expect(other).toMatchObject({ attachmentOf: null, attachments: [], documentNumber: null });
  });

  it.each([
    ['as it is', '<a href="表 1.csv">'],
    ['with %', '<a href=%E8%A1%A8%201.csv>'],
    ['at the site', "<a target=_blank href='https://www.hebei.gov.cn/upload/表 1.csv?v=2'>"],
    ['with a character of HTML', '<a HREF="&#34920; 1.csv">'],
  ])('is found by its name, however it is written: %s', async (name, link) => {
    const found = await documentsOf(name, { 'n.htm': page(`${link}附件</a>`), '表 1.csv': TABLE });
    expect(found.get('表 1.csv')?.attachmentOf).toBe(found.get('n.htm')?.id);
  });

  it('is no page, and nobody’s of a list of files', async () => {
    const names = Array.from({ length: 60 }, (_, i) => `t${i}.csv`);
    const links = names.map((name) => `<a href="${name}">${name}</a>`).join('');
    const found = await documentsOf('list', {
      'n.html': page(`<a href="m.html">附件</a>${links}`),
      'm.html': page(''),
      ...Object.fromEntries(names.map((name) => [name, TABLE])),
    });
    expect([...found.values()].filter(({ attachmentOf }) => attachmentOf !== null)).toEqual([]);
  });
});
