import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../engine/open.js';
import { data, fingerprint, run, write } from './command.js';

describe('npm run index -- --update', () => {
  const index = data('update-index');
  const ids = async (): Promise<string[]> => {
    const engine = openEngine({ engine: 'sqlite', dataFolder: index });
    const found = await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (id) => [id, await engine.document(id)] as const),
    );
    await engine.close();
    return found.flatMap(([id, document]) => (document ? [`${id}: ${document.clauses.at(-1)?.text}`] : []));
  };
  const text = (word: string): string => `关于${word}的通知\n\n一、${word}工作。\n\n二、${word}要求。`;
  let folder: string;

  beforeAll(async () => {
    folder = write('update', { 'a.txt': text('甲'), 'b.txt': text('乙'), 'c.txt': text('丙') });
    await run([folder, '--data', index]);
  });

  it('changes nothing, byte for byte, where nothing changed', async () => {
    const before = fingerprint(index);
    const { code, stdout, stderr } = await run([folder, '--data', index, '--update']);
    expect(stderr).toContain('0 added, 0 replaced, 0 removed, 3 unchanged');
    expect(stdout).toMatch(/^3 documents, \d+ clauses, 0 skipped/);
    expect(code).toBe(0);
    expect(fingerprint(index)).toBe(before);
  });

  it('adds, replaces and removes', async () => {
    writeFileSync(join(folder, 'b.txt'), text('戊'));
    writeFileSync(join(folder, 'd.txt'), text('丁'));
    rmSync(join(folder, 'c.txt'));
    const { code, stdout, stderr } = await run([folder, '--data', index, '--update']);
    expect(stderr).toContain('1 added, 1 replaced, 1 removed, 1 unchanged');
    expect(stdout).toMatch(/^3 documents/);
    expect(code).toBe(0);
    expect(await ids()).toEqual(['a: 二、甲要求。', 'b: 二、戊要求。', 'd: 二、丁要求。']);
  });

  describe('a page and its annex', () => {
    const page = (body: string): string =>
      `<html><body><h1>关于印发名单的通知</h1><p>京政发〔2024〕5号</p><p>各区人民政府，市政府各委、办、局：</p><p>现将${body}印发给你们，请认真组织实施。各单位要按照职责分工，加强协调配合，确保各项工作落实到位。</p><p>执行中遇到的问题，请及时向市人民政府报告，由市人民政府办公厅会同有关部门研究解决。</p><p><a href="list.csv">附件</a></p></body></html>`;
    const tiedIndex = data('tied-index');
    let tied: string;
    const update = async (): Promise<readonly unknown[]> => {
      const { stderr } = await run([tied, '--data', tiedIndex, '--update']);
      const engine = openEngine({ engine: 'sqlite', dataFolder: tiedIndex });
      const [notice, annex] = await engine.documents(['page-html-f2df9ef3', 'list-csv-8d128aff']);
      await engine.close();
      return [/\d+ added.*/.exec(stderr)?.[0], notice?.attachments.length, annex?.documentNumber?.text];
    };

    it('are tied when the annex comes, though the page has not changed', async () => {
      tied = write('tied', { 'page.html': page('名单') });
      expect(await update()).toEqual(['1 added, 0 replaced, 0 removed, 0 unchanged', 0, undefined]);
      writeFileSync(join(tied, 'list.csv'), '姓名,单位\n张三,甲厂\n李四,乙厂\n');
      expect(await update()).toEqual(['1 added, 1 replaced, 0 removed, 0 unchanged', 1, '京政发〔2024〕5号']);
    });

    it('stay as they are, until the notice says of its annex what it did not', async () => {
      expect(await update()).toEqual(['0 added, 0 replaced, 0 removed, 2 unchanged', 1, '京政发〔2024〕5号']);
      writeFileSync(join(tied, 'page.html'), page('最终名单').replace('5号', '66号'));
      expect(await update()).toEqual([
        '0 added, 2 replaced, 0 removed, 0 unchanged',
        1,
        '京政发〔2024〕66号',
      ]);
    });
  });

  it('keeps a document whose file can no longer be read', async () => {
    writeFileSync(join(folder, 'd.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]));
    const { code } = await run([folder, '--data', index, '--update']);
    expect(code).toBe(1);
    expect(await ids()).toContain('d: 二、丁要求。');
  });

  it('leaves documents from other paths alone', async () => {
    const other = write('other', { 'c.txt': text('己') });
    const { stderr } = await run([other, '--data', index, '--update']);
    expect(stderr).toContain('1 added, 0 replaced, 0 removed, 0 unchanged');
    expect(await ids()).toHaveLength(4);
  });
});
