/**
 * Repairs a text before it is described: page furniture is cut off, pinyin taken out, lost line breaks are given
 * back, damage is flagged. The steps stand in one list, in order; each is a file.
 *
 * A text given in JSON or JSONL is no web page: of it only what is invisible, white space, pinyin and damage are touched. Of a page,
 * a Word or a PDF file its reader has said what is furniture, and where lines end: the rest is looked for.
 */
import type { CleanedText } from '../model.js';
import { cutContents } from './cut-contents.js';
import { cutFrontMatter } from './cut-front-matter.js';
import { cutLead } from './cut-lead.js';
import { cutPageMarks } from './cut-page-marks.js';
import { cutRecordLabels } from './cut-record-labels.js';
import { cutRepeatedText } from './cut-repeated-text.js';
import { cutRunOn } from './cut-run-on.js';
import { repairDamage } from './damage/repair-damage.js';
import { cutOut, type Draft, type Excision, type Step } from './draft.js';
import { dropInvisible } from './drop-invisible.js';
import { cutFurniture } from './furniture/cut-furniture.js';
import { joinFragments } from './join-fragments.js';
import { joinWrapped } from './join-wrapped.js';
import { restoreLostBreaks } from './lost-breaks.js';
import { mapText } from './mapped-text.js';
import { nameMojibake } from './name-mojibake.js';
import { readHtml } from './read-html.js';
import { readMarkdown } from './read-markdown.js';
import { removePinyin } from './remove-pinyin.js';
import { splitAtSpaces } from './split-at-spaces.js';
import { tidyLines } from './tidy-lines.js';

export type TextKind = 'text' | 'jsonl' | 'file';

export interface CleanOptions {
  readonly kind: TextKind;
  readonly isMarkdown?: boolean;
  /** What the file itself says is none of the document: in order, not overlapping; offsets into the raw text. */
  readonly furniture?: readonly Excision[];
}

const STEPS: Readonly<Record<TextKind, readonly Step[]>> = {
  text: [
    cutFrontMatter,
    nameMojibake,
    readHtml,
    dropInvisible,
    tidyLines,
    removePinyin,
    cutRecordLabels,
    cutRunOn,
    restoreLostBreaks,
    tidyLines,
    cutContents,
    cutPageMarks,
    joinWrapped,
    cutFurniture,
    tidyLines,
    cutLead,
    splitAtSpaces,
    joinFragments,
    cutRepeatedText,
    tidyLines,
    repairDamage,
  ],
  file: [
    dropInvisible,
    tidyLines,
    removePinyin,
    cutRecordLabels,
    cutContents,
    cutPageMarks,
    cutFurniture,
    tidyLines,
    cutLead,
    cutRepeatedText,
    tidyLines,
    repairDamage,
  ],
  jsonl: [
    nameMojibake,
    readHtml,
    dropInvisible,
    tidyLines,
    cutContents,
    cutPageMarks,
    tidyLines,
    joinWrapped,
    removePinyin,
    repairDamage,
  ],
};

/**
 * ```
 * 首页 > 正文                    cut: breadcrumb
 * 先導(dǎo)區(qū)通知          →   先導區通知
 * 【打印】【关闭】                cut: share
 * ```
 *
 * @param raw  Decoded, well-formed; any line ends. As Markdown it is read where its file is called so.
 * @returns    One paragraph a line; empty where nothing but furniture was there.
 */
export function clean(raw: string, { kind, isMarkdown = false, furniture = [] }: CleanOptions): CleanedText {
  const start: Draft = {
    mapped: mapText(raw),
    cuts: [],
    damage: [],
    warnings: [],
    pinyinRemoved: 0,
    flattened: false,
  };
  const steps = isMarkdown ? [cutFrontMatter, readMarkdown, ...STEPS[kind]] : STEPS[kind];
  const { mapped, cuts, damage, warnings } = steps.reduce(
    (draft, step) => step(draft),
    cutOut(start, furniture),
  );
  return {
    text: mapped.text,
    toRaw: mapped.toRaw,
    cuts: [...cuts].sort((one, other) => one.start - other.start),
    damage,
    warnings,
  };
}
