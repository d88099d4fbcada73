import { describe, expect, it } from 'vitest';
import { clean } from '../../indexer/clean/clean.js';

const named = (text: string): string[] =>
  clean(text, { kind: 'jsonl' }).warnings.flatMap(({ code, message }) =>
    code === 'mojibake' ? [message] : [],
  );
const NOTICE =
  '成都市人民政府办公厅关于加快人工智能产业发展的通知\n各区（市）县政府：\n为贯彻落实国家部署，现通知如下。';
const utf8 = Buffer.from(NOTICE);

describe('text that was read in a wrong encoding', () => {
  it.each([
    ['UTF-8 read as GBK', new TextDecoder('gbk').decode(utf8)],
    [
      'UTF-8 read as GBK',
      `某市通知\n${new TextDecoder('gb18030').decode(Buffer.from('各区（市）县政府：'))}`,
    ],
    ['UTF-8 read as GBK', new TextDecoder('gbk').decode(Buffer.from('成都市'))],
    ['UTF-8 read as Latin-1', utf8.toString('latin1')],
    ['UTF-8 read as Latin-1', new TextDecoder('windows-1252').decode(utf8)],
    ['UTF-8 read as Latin-1', 'Geschäft 2023'.replace('ä', 'Ã¤')],
    ['lost already', '关于锟斤拷锟斤拷的通知'],
    ['lost already', 'ï»¿关于加强管理的通知'],
  ])('is named: %s', (cause, text) => {
    expect(named(text)).toHaveLength(1);
    expect(named(text)[0]).toContain(cause);
  });

  it.each([
    NOTICE,
    '鋼鐵、鐘錶、鑽石、銀行與鐵路公司，鎮公所錄取名單。',
    'café naïve Ångström à la carte',
    'Résumé, façade, £100, 25 °C',
    '浠水县人民政府、涓江鎴',
  ])('is not seen in %j', (text) => {
    expect(named(text)).toEqual([]);
  });
});
