import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { PolicyError } from '../../core/errors.js';
import { decode } from '../../indexer/read/encoding.js';

const hans = '各区人民政府，市政府各委、办、局：现将《关于加快发展的若干意见》印发给你们，请认真贯彻执行。';
const hant =
  '第一條　為規範政府資訊公開，保障人民知的權利，特制定本法。本法所稱政府機關，指中央、地方各級機關。';

describe('decode: what the bytes are', () => {
  it.each([
    // bytes                                                             text    encoding
    ['UTF-8', Buffer.from(hans), hans, 'utf-8'],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${hans}`), hans, 'utf-8'],
    ['UTF-8 with emoji', Buffer.from(`${hans}😀`), `${hans}😀`, 'utf-8'],
    ['ASCII', Buffer.from('An Act\n'), 'An Act\n', 'utf-8'],
    ['UTF-16LE with BOM', Buffer.from(`\ufeff${hans}`, 'utf16le'), hans, 'utf-16le'],
    ['UTF-16BE with BOM', Buffer.from(`\ufeff${hans}`, 'utf16le').swap16(), hans, 'utf-16be'],
    ['GB18030, Simplified', iconv.encode(hans, 'gb18030'), hans, 'gb18030'],
    ['GB18030, Traditional', iconv.encode(hant, 'gb18030'), hant, 'gb18030'],
    ['GB18030, four bytes', iconv.encode(`${hans}㐂`, 'gb18030'), `${hans}㐂`, 'gb18030'],
    ['Big5', iconv.encode(hant, 'big5'), hant, 'big5'],
    ['Big5, a short notice', iconv.encode('本府公告。', 'big5'), '本府公告。', 'big5'],
  ])('%s', (_name, bytes, text, encoding) => {
    expect(decode(bytes)).toEqual({ text, encoding, warnings: [] });
  });

  it('reads mostly right UTF-8 with U+FFFD and counts what it replaced', () => {
    const bytes = Buffer.concat([Buffer.from(hans), Buffer.from([0xff, 0xe4]), Buffer.from(hans)]);
    const { text, encoding, warnings } = decode(bytes);
    expect(encoding).toBe('utf-8');
    expect(text).toBe(`${hans}\ufffd\ufffd${hans}`);
    expect(warnings).toMatchObject([
      { code: 'invalid_bytes', message: expect.stringMatching(/^2 invalid places/) },
    ]);
  });

  it('replaces half a surrogate pair of UTF-16', () => {
    const { text, warnings } = decode(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x42, 0x53]));
    expect(text).toBe('\ufffd卂');
    expect(warnings).toMatchObject([{ code: 'invalid_bytes' }]);
  });

  it.each([
    // refused                                             because
    ['nothing', Buffer.alloc(0), /is empty/],
    ['white space', Buffer.from(' \n\u3000\n'), /nothing but white space/],
    ['a PDF', Buffer.from('%PDF-1.7\n政策'), /a PDF/],
    ['a Word file', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), /Word/],
    ['NUL bytes', Buffer.from([0xe6, 0x94, 0xbf, 0, 1, 2]), /binary data/],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 500 }, (_, at) => ((at * 73) % 254) + 1)),
      /no text|none of/,
    ],
  ])('refuses %s with a remedy', (_name, bytes, because) => {
    const error = refused(() => decode(bytes));
    expect(error.code).toBe('unreadable_file');
    expect(error.message).toMatch(because);
    expect(error.remedy).not.toBe('');
  });

  it('gives well-formed text for any bytes, or a PolicyError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          return !/\p{Surrogate}/u.test(decode(bytes).text);
        } catch (error) {
          return error instanceof PolicyError;
        }
      }),
    );
  });
});

function refused(run: () => unknown): PolicyError {
  try {
    run();
  } catch (error) {
    if (error instanceof PolicyError) return error;
  }
  throw new Error('It was not refused.');
}
