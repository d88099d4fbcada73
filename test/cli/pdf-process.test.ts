/** PDFs are read in a process of their own: whatever a file does to it, the run goes on, and nothing is left behind. */
import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProcessLimits } from '../../core/process-apart.js';
import { madePdf, prose } from '../unit/made-pdf.js';
import { data, run, write } from './command.js';

const built = (name: string): URL => new URL(`../../dist/${name}`, import.meta.url);
const { openPdfProcess } = (await import(
  built('indexer/read-pdf-apart.js').href
)) as typeof import('../../indexer/read-pdf-apart.js');

const READER = new URL('../unit/threads/reader.mjs', import.meta.url);
/** A busy machine takes a while to eat what a file may have. */
const LIMITS: ProcessLimits = { milliseconds: 30_000, megabytes: 250 };
const open = (limits = LIMITS): ReturnType<typeof openPdfProcess> => openPdfProcess(READER, limits);
let pdf = open();
afterEach(() => {
  pdf.close();
  pdf = open();
});

const read = async (name: string): Promise<{ readonly pid: number; readonly before: number }> => {
  const { text } = await pdf.read(Buffer.from(name), name);
  const [pid = 0, before = 0] = text.split(' ').map(Number);
  return { pid, before };
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('the process that reads PDFs', () => {
  it('is one for many files', async () => {
    const first = await read('reads.pdf');
    expect(await read('reads.pdf')).toEqual({ pid: first.pid, before: 1 });
  });

  it.each([
    ['aborts.pdf', LIMITS, /^aborts\.pdf needs more than the 250 MB that a file may have, or is damaged\.$/u],
    ['eats-heap.pdf', LIMITS, /^eats-heap\.pdf needs more than the 250 MB/u],
    ['eats-memory.pdf', LIMITS, /^eats-memory\.pdf needs more than the 250 MB/u],
    ['hangs.pdf', { ...LIMITS, milliseconds: 3000 }, /^hangs\.pdf takes more than 3 seconds to be read\.$/u],
  ])(
    'dies over %s, which is named, and the next file gets a new one',
    async (name, limits, message) => {
      pdf.close();
      pdf = open(limits);
      const before = await read('reads.pdf');
      await expect(read(name)).rejects.toMatchObject({
        code: 'unreadable_file',
        message: expect.stringMatching(message),
        remedy: expect.stringMatching(/print it to a new PDF/u),
      });
      const after = await read('reads.pdf');
      expect(after.before).toBe(0);
      expect(after.pid).not.toBe(before.pid);
      expect(isAlive(before.pid)).toBe(false);
    },
    60_000,
  );

  it('is a new one where the last file left much in memory: the next would pay for it', async () => {
    const { pid } = await read('leaves-much.pdf');
    expect(await read('reads.pdf')).not.toMatchObject({ pid });
  });

  it('is no cause to blame a file for a fault of ours', async () => {
    await expect(read('throws.pdf')).rejects.toThrow('failed in a process of its own');
    expect((await read('reads.pdf')).before).toBe(0);
  });

  // What stops a run at the terminal is sent to both; a parent that is killed tells nobody.
  it.each(['SIGINT', 'SIGKILL'] as const)(
    'ends with the process that opened it (%s), even over a file that hangs',
    async (signal) => {
      const script = `
      import { openPdfProcess } from '${built('indexer/read-pdf-apart.js').href}';
      const pdf = openPdfProcess(new URL('${READER.href}'), { milliseconds: 60000, megabytes: 250 });
      const { text } = await pdf.read(Buffer.alloc(0), 'reads.pdf');
      console.log(text.split(' ')[0]);
      await pdf.read(Buffer.alloc(0), 'hangs.pdf');`;
      const parent = spawn(process.execPath, ['--input-type=module', '-e', script]);
      const pid = await new Promise<number>((resolve) =>
        parent.stdout.once('data', (line) => resolve(Number(line))),
      );
      expect(isAlive(pid)).toBe(true);
      parent.kill(signal);
      await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
    },
    30_000,
  );
});

const good = (word: string): Buffer => madePdf([{ texts: prose([`关于${word}的通知`, `第一条 ${word}。`]) }]);

/** A map of characters whose ranges are a billion codes, in a stream that is packed as few are: pdf.js ends its process over it. */
function endlessMap(): Buffer {
  const code = (value: number): string => `<${value.toString(16).padStart(8, '0')}>`;
  const ranges = Array.from({ length: 60 }, (_, at) => {
    const low = at * 0x1000000;
    return `${code(low)} ${code(low + 0xfffff0)} 0`;
  });
  const space = '1 begincodespacerange <00000000> <ffffffff> endcodespacerange';
  const map = `begincmap ${space} ${ranges.length} begincidrange ${ranges.join(' ')} endcidrange endcmap`;
  const stream = `${Buffer.from(map).toString('hex')}>`;
  const object = `99 0 obj\n<</Type/CMap/Filter/ASCIIHexDecode/Length ${stream.length}>>\nstream\n${stream}\nendstream\nendobj\n`;
  const text = good('丁').toString('latin1').replace('/Encoding/UniGB-UCS2-H', '/Encoding 99 0 R');
  return Buffer.from(text.replace(/xref[\s\S]*trailer/u, `${object}trailer`), 'latin1');
}

describe('a run', () => {
  it('goes on where a PDF ends the process that reads it, and names it', async () => {
    const folder = write('ending', { 'a.pdf': good('甲'), 'b.pdf': endlessMap(), 'c.pdf': good('丙') });
    const { code, stdout, stderr } = await run([folder, '--data', data('ending-index')]);
    expect(stdout).toMatch(/^2 documents, \d+ clauses, 1 skipped/u);
    expect(stderr).toMatch(
      /b\.pdf needs more than the 1024 MB that a file may have, or is damaged\.\n {2}Open it/u,
    );
    expect(code).toBe(1);
  }, 120_000);

  it('reads PDFs, and names those that are none', async () => {
    const folder = write('pdfs', {
      'a.pdf': good('甲'),
      'b.pdf': good('乙').subarray(0, 300),
      'c.pdf': good('丙'),
    });
    const { code, stdout, stderr } = await run([folder, '--data', data('pdfs-index')]);
    expect(stdout).toMatch(/^2 documents, \d+ clauses, 1 skipped/u);
    expect(stderr).toContain('b.pdf');
    expect(code).toBe(1);
  }, 60_000);

  it('explains PDFs', async () => {
    const folder = write('explained', { 'a.pdf': good('甲') });
    const { stdout, code } = await run([folder, '--explain']);
    expect(stdout).toContain('关于甲的通知');
    expect(code).toBe(0);
  }, 60_000);
});
