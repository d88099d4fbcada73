/**
 * The table that government sites print above a text: 索引号, 发文机关, 成文日期, 标题, 发文字号 … Cut with its values, which
 * `describe` reads from the cuts.
 */
import type { Unit } from './units.js';

const LABELS =
  `索引号 索取号 信息索引号 主题分类 主题词 主题类别 发文机关 发文机构 发文单位 发布机构 发布单位 发布机关 公开机构 公开部门 制发机关 制定机关 颁布单位
成文日期 成文时间 生成日期 生成时间 发布日期 发布时间 发文日期 发文时间 印发日期 公布日期 公开日期 颁布日期 标题 名称 文件名称 信息名称 公文名称 发文字号 文号 文件号 发文文号 文件编号
公文种类 文种 体裁分类 组配分类 分类 信息分类 信息类别 公开类别 所属主题 服务对象 有效性 时效性 效力状态 文件状态 施行日期 实施日期 生效日期 废止日期 失效日期 有效期 有效期限 公开方式 公开形式
公开程序 公开时限 公开范围 公开属性 公开责任部门 责任部门 责任处室 内容概述 关键词 关键字 语种 效力级别 法规类别 统一编号 统一登记号 登记号`
    .split(/\s+/u)
    .map((label) => [...label].join(String.raw`\s*`))
    .join('|');

const LABELLED = new RegExp(`^[【\\[]?(${LABELS})[】\\]]?\\s*[:：]\\s*(.*)$`, 'su');
const BARE_LABEL = new RegExp(`^[【\\[]?(${LABELS})[】\\]]?$`, 'u');
/** These stand alone: no policy text has such a line. */
const ALONE = /^(?:【?法宝引证码】?|【?原文链接】?\s*[:：]|索\s*引\s*号\s*[:：])/u;
/** Labels of one table stand no further apart than this. */
const MAX_GAP = 12;
/** A value may take two lines; in a page that was flattened it runs on over spaces until the next label. */
const MAX_VALUE_LINES = 2;

/** Marks the units of such a table; at least two labels make one (three where no colon shows them). */
export function markMetadata(units: readonly Unit[]): void {
  const labels = units.flatMap((unit, index) => {
    if (unit.rule !== null && unit.rule !== 'dateline') return [];
    const match = LABELLED.exec(unit.text);
    if (match !== null) return [{ index, value: match[2] ?? '', bare: false }];
    return BARE_LABEL.test(unit.text) ? [{ index, value: '', bare: true }] : [];
  });
  for (const unit of units) if (ALONE.test(unit.text)) unit.rule = 'metadata';
  for (const block of blocksOf(labels)) {
    const bare = block.filter((label) => label.bare).length;
    if (block.length < 2 || (bare > 0 && block.length < 3)) continue;
    for (const [order, label] of block.entries()) {
      mark(units, label, block[order + 1]?.index ?? null);
    }
  }
}

interface Label {
  readonly index: number;
  readonly value: string;
  readonly bare: boolean;
}

function blocksOf(labels: readonly Label[]): Label[][] {
  const blocks: Label[][] = [];
  for (const label of labels) {
    const last = blocks.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && label.index - before.index <= MAX_GAP) last.push(label);
    else blocks.push([label]);
  }
  return blocks;
}

function mark(units: readonly Unit[], label: Label, next: number | null): void {
  const own = label.index + (label.value === '' ? 2 : 1);
  const reach = units[label.index]?.isPiece === true ? MAX_GAP : MAX_VALUE_LINES;
  const isNear = next !== null && next - label.index <= reach + 1 && units[next]?.rule !== 'dateline';
  const end = isNear ? next : Math.min(own, next ?? own);
  for (let index = label.index; index < end; index += 1) {
    const unit = units[index];
    // A sentence or a salutation is no value: the table has ended, or has a hole.
    if (unit === undefined || (index > label.index && /。|[:：]$/u.test(unit.text))) return;
    if (index > label.index && next === null && unit.text.length > 20) return;
    unit.rule = 'metadata';
  }
}
