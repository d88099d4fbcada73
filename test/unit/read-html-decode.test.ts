import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodePage } from '../../indexer/read/html/decode-html.js';

const TEXT = '国务院关于同意建立联席会议制度的批复，请认真贯彻执行。';
const BIG5 = '少年及家事法院組織法所定事件之處理，依本法之規定。';
const page = (text: string, charset: string | null = null): string =>
  `<html><head>${charset === null ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`}<title>甲</title></head><p>${text}</p>`;
const STYLES = `<style>${'p{color:red}'.repeat(10_000)}</style>`;

describe('the encoding of a page', () => {
  it.each<readonly [what: string, bytes: Uint8Array, encoding: string, text: string]>([
    ['UTF-8', iconv.encode(page(TEXT), 'utf-8'), 'utf-8', TEXT],
    ['UTF-8 with a mark', iconv.encode(page(TEXT), 'utf-8', { addBOM: true }), 'utf-8', TEXT],
    ['GBK, declared', iconv.encode(page(TEXT, 'gb2312'), 'gbk'), 'gb18030', TEXT],
    ['GBK, not declared', iconv.encode(page(TEXT), 'gbk'), 'gb18030', TEXT],
    ['GBK, declared as UTF-8', iconv.encode(page(TEXT, 'utf-8'), 'gbk'), 'gb18030', TEXT],
    ['UTF-8, declared as GBK', iconv.encode(page(TEXT, 'gbk'), 'utf-8'), 'utf-8', TEXT],
    ['GBK behind long styles', iconv.encode(STYLES + page(TEXT), 'gbk'), 'gb18030', TEXT],
    ['Big5', iconv.encode(page(BIG5, 'big5'), 'big5'), 'big5', BIG5],
    ['Big5, not declared', iconv.encode(page(BIG5), 'big5'), 'big5', BIG5],
    ['UTF-16 with a mark', iconv.encode(page(TEXT), 'utf-16le', { addBOM: true }), 'utf-16le', TEXT],
    ['UTF-16 without one', iconv.encode(page(TEXT), 'utf-16le'), 'utf-16le', TEXT],
    ['UTF-16 the other way round', iconv.encode(page(TEXT), 'utf-16be'), 'utf-16be', TEXT],
    [
      'Latin letters',
      iconv.encode('<meta charset="windows-1252"><p>“Café” – £5</p>', 'win1252'),
      'windows-1252',
      '“Café” – £5',
    ],
  ])('%s', (_, bytes, encoding, text) => {
    const decoded = decodePage(bytes);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain(text);
    expect(decoded.warnings).toEqual([]);
  });

  it.each([
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0)],
    ['nothing', new Uint8Array()],
    [
      'an encoding that there is not',
      Buffer.from('<meta charset="x-none"><p>\u00ff\u00fe\u00fd\u00ff\u00ff</p>', 'latin1'),
    ],
  ])('%s: named', (_, bytes) => {
    expect(() => decodePage(bytes)).toThrow(expect.objectContaining({ code: 'unreadable_file' }));
  });
});
