import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../indexer/clean/clean.js';
import { type Edit, mapText } from '../../indexer/clean/mapped-text.js';

const seed = (name: string): string => {
  const folder = new URL('../../seeds/', import.meta.url);
  const file = readdirSync(folder).find((found) => found.startsWith(name)) ?? name;
  return readFileSync(new URL(file, folder), 'utf8');
};

/** Edits of a text of a given length: sorted, not overlapping. */
const edits = (length: number): fc.Arbitrary<Edit[]> =>
  fc
    .array(fc.tuple(fc.nat(length), fc.nat(length), fc.string({ maxLength: 3 })), { maxLength: 8 })
    .map((drawn) => {
      const ordered = drawn
        .map(([one, other, insert]) => ({ start: Math.min(one, other), end: Math.max(one, other), insert }))
        .sort((one, other) => one.start - other.start || one.end - other.end);
      let last = 0;
      return ordered.filter(({ start, end }) => {
        if (start < last) return false;
        last = end;
        return true;
      });
    });

describe('mapped text', () => {
  const edited = fc.string({ maxLength: 40 }).chain((raw) =>
    edits(raw.length).chain((first) => {
      const once = mapText(raw).edit(first);
      return edits(once.text.length).map((second) => ({
        raw,
        first,
        once,
        second,
        twice: once.edit(second),
      }));
    }),
  );

  it('is the identity before any edit', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (raw, one, other) => {
        const start = Math.min(one, other, raw.length);
        const end = Math.min(Math.max(one, other), raw.length);
        expect(mapText(raw).toRaw({ start, end })).toEqual({ start, end });
      }),
    );
  });

  it('leads back in range and never backwards', () => {
    fc.assert(
      fc.property(edited, ({ raw, twice: { text, toRaw } }) => {
        let [before, beforeEnd] = [0, 0];
        for (let at = 0; at < text.length; at += 1) {
          const { start, end } = toRaw({ start: at, end: at + 1 });
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThanOrEqual(Math.max(start, beforeEnd));
          expect(end).toBeLessThanOrEqual(raw.length);
          [before, beforeEnd] = [start, end];
        }
      }),
    );
  });

  it('leads two edits back as one would after the other', () => {
    fc.assert(
      fc.property(edited, ({ once, second, twice }) => {
        const alone = mapText(once.text).edit(second);
        expect(twice.text).toBe(alone.text);
        for (let at = 0; at < twice.text.length; at += 1) {
          const middle = alone.toRaw({ start: at, end: at + 1 });
          if (middle.end > middle.start) {
            expect(twice.toRaw({ start: at, end: at + 1 })).toEqual(once.toRaw(middle));
          }
        }
      }),
    );
  });

  it('leads a character that was not touched back to itself', () => {
    fc.assert(
      fc.property(edited, ({ raw, once }) => {
        for (let at = 0; at < once.text.length; at += 1) {
          const { start, end } = once.toRaw({ start: at, end: at + 1 });
          if (end - start === 1 && raw[start] === once.text[at]) return true;
        }
        return true;
      }),
    );
  });

  it('takes 10,000 edits of a long text in well under a second', () => {
    const mapped = mapText('政策文本'.repeat(1_000_000));
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      start: at * 300,
      end: at * 300 + 2,
      insert: '\n',
    }));
    const started = performance.now();
    const result = mapped.edit(many).edit(many);
    expect(result.text.length).toBe(4_000_000 - 20_000);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('clean: white space and pinyin', () => {
  it.each([
    // as it came                                             cleaned
    ['\ufeff 甲 \r\n\r\n\u3000\u3000乙\u200b\u2028丙\t\f', '甲\n乙\n丙'],
    ['先導(dǎo)區(qū)', '先導區'],
    ['(濱海新區(qū))', '(濱海新區)'],
    ['長（zhǎng）官，長(cháng)度', '長官，長度'],
    [
      '高性能处理器(CPU)、产业沙箱(Sandbox)、(FCA)、天津(濱海新區)',
      '高性能处理器(CPU)、产业沙箱(Sandbox)、(FCA)、天津(濱海新區)',
    ],
    ['總(cù)和', '總(cù)和'], // no reading of 總
    // printed as nothing, inside what is read
    ['2023\u2060年6月30\u00ad日', '2023年6月30日'],
    ['（\u200b一）明\u200e确\u202a人\u202c员\ufeff。', '（一）明确人员。'],
    ['第\u0001一\u007f条', '第一条'],
    ['专家\u{1f469}\u200d\u{1f4bb}\u200d二', '专家\u{1f469}\u200d\u{1f4bb}\u200d二'], // a joiner of emoji is part of them
    ['甲\u200d乙', '甲乙'],
    ['', ''],
  ])('%j', (raw, text) => {
    expect(clean(raw, { kind: 'text' }).text).toBe(text);
    expect(clean(raw, { kind: 'jsonl' }).text).toBe(text);
  });

  it.each([
    // text                                                                cleaned: a break only where it is certain
    ['甲。　　一、总体要求　　坚持。　　（一）乙', '甲。\n一、总体要求\n坚持。\n（一）乙'],
    [
      '第一章　总　　则　　第一条　甲。　　第二条　乙。　　丙',
      '第一章　总　　则\n第一条　甲。\n第二条　乙。\n丙',
    ],
    ['姓名　　职务', '姓名　　职务'],
    ['甲。\t乙。 | 丙。  丁', '甲。\n乙。\n丙。\n丁'],
    ['工业和信息化部\n2019\n年\n8\n月\n30\n日', '工业和信息化部\n2019年8月30日'],
    ['依据《\n著作权法\n》第五条\n，不适用', '依据《著作权法》第五条，不适用'],
    ['甲。\n2019年\n3月试行', '甲。\n2019年3月试行'],
  ])('%j', (raw, text) => {
    expect(clean(raw, { kind: 'text' }).text).toBe(text);
  });

  it('leads what was joined over something invisible back to both sides of it', () => {
    const raw = '在（\u200b一）下';
    const { text, toRaw } = clean(raw, { kind: 'text' });
    expect(text).toBe('在（一）下');
    expect(toRaw({ start: 1, end: 4 })).toEqual({ start: 1, end: 5 });
    expect(toRaw({ start: 2, end: 3 })).toEqual({ start: 3, end: 4 });
  });

  it('cuts no furniture from text given in JSONL', () => {
    const raw = '首页 > 正文\n## 第一章\n正文。\n【打印】';
    expect(clean(raw, { kind: 'jsonl' })).toMatchObject({ text: raw, cuts: [] });
  });

  it('cuts front matter', () => {
    const { text, cuts } = clean('---\ntitle: 甲\n---\n# 乙\n正文。', { kind: 'text' });
    expect(text).toBe('# 乙\n正文。');
    expect(cuts).toMatchObject([{ rule: 'front-matter', start: 0 }]);
  });

  it('loses nothing: what is not in the text is in the cuts, and every character leads back to itself', () => {
    const lines = fc.constantFrom(
      '首页',
      '【打印】',
      '>',
      '某市关于算力的通知',
      '一、总则。',
      '版权所有',
      '　　',
      '2024-03-05 09:12',
      '来源：新华社',
      '责任编辑：甲',
      '各县：',
    );
    const unmarked = fc.string().map((drawn) => drawn.replace(/[<&]/gu, '')); // markup is no text: clean-html.test.ts
    fc.assert(
      fc.property(fc.array(fc.oneof(lines, unmarked), { maxLength: 30 }), (parts) => {
        const raw = parts.join('\n');
        const { text, toRaw, cuts } = clean(raw, { kind: 'text' });
        const packed = (part: string): number => part.replace(/[\s\u00ad\u200b-\u200f\u2060]+/gu, '').length;
        expect(packed(text) + cuts.reduce((sum, cut) => sum + packed(cut.text), 0)).toBe(packed(raw));
        for (let at = 0; at < text.length; at += 1) {
          const { start } = toRaw({ start: at, end: at + 1 });
          if (text[at] !== '\n') expect(raw[start]).toBe(text[at]);
        }
      }),
    );
  });
});

describe('the seeds', () => {
  it.each([
    // seed  pinyin  lines  forbidden in the cleaned text
    ['002', 569, 34, /首頁|飛象網|ICP|聲明:|相關新聞|編 輯/],
    ['003', 178, 7, /掃一掃|證券日報|來源|ICP|[āáǎàēéěèīíǐìōóǒòūúǔù]/],
  ])('%s', (name, pinyin, lines, forbidden) => {
    const { text, warnings } = clean(seed(name), { kind: 'text' });
    expect(warnings[0]?.message).toMatch(new RegExp(`^${pinyin} readings`));
    expect(text.split('\n').length).toBe(lines);
    expect(text).not.toMatch(forbidden);
  });

  it('gives 001 its 47 paragraphs and 004 its 45 lines, without a break inside the title', () => {
    expect(clean(seed('001'), { kind: 'text' }).text.split('\n').length).toBe(47);
    const lines = clean(seed('004'), { kind: 'text' }).text.split('\n');
    expect(lines.length).toBe(45);
    expect(lines[1]).toBe('成都市加快人工智能产业发展推进方案 (2019—2022年)');
    expect(lines.filter((line) => line.startsWith('◆')).length).toBe(14);
  });
});

const policies = new URL('../../../shared/data/policies/', import.meta.url);

describe.skipIf(!existsSync(policies))(
  'the 583 policy texts (skipped where ../shared/data is absent)',
  () => {
    it('keeps no menu, button or foot of a page', () => {
      const furniture =
        /^(?:首页|设为首页|加入收藏|【打印】|【关闭】|【返回顶部】|.{0,20}版权所有.{0,20}|.*ICP备\d.*|浏览次数：.*|.*公网安备.*|扫一扫.*|当前位置.*|.*官方微信“.*|Public domain|【法宝引证码】.*)$/u;
      const left = readdirSync(policies).flatMap((name) => {
        const { text } = clean(readFileSync(new URL(name, policies), 'utf8'), { kind: 'text' });
        return text.split('\n').filter((line) => furniture.test(line));
      });
      expect(left).toEqual([]);
    });
  },
);
