/** What a file is, its bytes decide; its ending only where they do not. */
import { describe, expect, it } from 'vitest';
import { formatOfBytes } from '../../indexer/read/sniff.js';
import { zipOf } from './zip-of.js';

const part = (name: string, content = ''): Buffer =>
  zipOf([
    { name: 'x' + '/y', content: '' },
    { name, content },
  ]);
const compound = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(2000),
    Buffer.from(`${stream}\0`, 'utf16le'),
    Buffer.alloc(100),
  ]);
const PAGE = '<!DOCTYPE html><html><body>页</body></html>';
const MHTML =
  'From: <Saved by Blink>\r\nSubject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n';
const utf16 = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

describe('a file', () => {
  it.each<readonly [name: string, bytes: string | Buffer, format: string | null]>([
    // by its ending, where the bytes are text
    ['a.txt', '正文', 'text'],
    ['a.markdown', '# 标题', 'text'],
    ['a.csv', '标题,正文', 'csv'],
    ['a.json', '[]', 'json'],
    ['a.jsonl', '{}', 'jsonl'],
    ['a.htm', '正文', 'html'],
    // by its bytes, whatever it is called
    ['a.doc', PAGE, 'html'],
    ['a.xls', '<table><tr><td>1</td></tr></table>', 'html'],
    ['a.txt', PAGE, 'html'],
    ['a', `\ufeff\n <!-- saved from url=(0014)about:internet -->\n${PAGE}`, 'html'],
    ['a.html', utf16(PAGE), 'html'],
    ['a.doc', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', 'html'],
    ['a.html', MHTML, 'mhtml'],
    ['a.doc', MHTML, 'mhtml'],
    ['a.doc', '{\\rtf1\\ansi 正文}', 'rtf'],
    ['a.txt', '%PDF-1.7', 'pdf'],
    ['a.bin', '\n\n%PDF-1.4', 'pdf'],
    ['a.doc', part('word/document.xml'), 'docx'],
    ['a.xls', part('xl/workbook.xml'), 'xlsx'],
    ['.xlsx', part('xl/workbook.xml'), 'xlsx'],
    ['a.odt', zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]), 'odt'],
    ['a.zip', zipOf([{ name: 'mimetype', content: 'application/epub+zip' }]), 'epub'],
    ['a.zip', part('正文.txt'), 'zip'],
    ['a.wps', compound('WordDocument'), 'doc'],
    ['a.doc', compound('Workbook'), 'xls'],
    ['a.docx', compound('EncryptedPackage'), 'doc'],
    ['a.xlsx', compound('EncryptedPackage'), 'xls'],
    ['a.bin', 'WARC/1.0\r\n', 'warc'],
    // a text that speaks of a page
    ['a.md', '<html> is a tag', 'text'],
    ['a.txt', '<p>正文</p>', 'text'],
    ['a.json', '"<html>"', 'json'],
    // none that we read
    ['a.png', Buffer.from('89504e470d0a1a0a', 'hex'), null],
    ['a.ppt', compound('PowerPoint Document'), null],
    ['a.js', 'let a;', null],
    ['a.gz', Buffer.from('1f8b0800', 'hex'), null],
  ])('%s beginning %j is %s', async (name, bytes, format) => {
    expect(await formatOfBytes(name, Buffer.from(bytes as string))).toBe(format);
  });
});
