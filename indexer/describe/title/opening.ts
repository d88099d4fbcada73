/** The first sentences of a text that prints no title: there it says what it is, before its sections begin. */
import { toTraditional } from '../../../core/text/convert.js';
import { scriptOf } from '../../../core/text/script.js';
import type { TextEnds } from '../text-ends.js';

/** What a text says of itself, it says within so many characters. */
const REACH = 1500;

export interface Opening {
  /** In Simplified, without number and addressee, up to its first section. */
  readonly text: string;
  /** It has an addressee: 各市人民政府：. */
  readonly isAddressed: boolean;
  /** A stretch of it as it is printed, and words of ours, in the script of the text. */
  inItsScript(words: string): string;
}

const NUMBER = /^[^。\n]{0,16}[〔[［（(【]\d{4}[〕\]］）)】]\s{0,2}第?\d{1,5}[号號][）)]?\s{0,8}/u;
const ADDRESSEE =
  /^(?!为|根据|按照|依据|现)[^。：:]{2,400}?(?:厅|局|委|政府|办公室|单位|部门|会|校|院|公司|企业|中心|机构|处|社|同志|专家)[^。：:，]{0,12}[：:]\s{0,8}/u;
const ADDRESSEE_LINE = /^(?![^\n]{0,400}(?:如下|现就|现将))[^。\n]{2,400}[：:](?=\n)\s{0,8}/u;
const GREETING = /^(?:各位|同志们|主席)[^。：:！\n]{0,30}?[：:！，]\s{0,8}/u;
const SECTION = /(?:^|[\n。：:；])\s{0,8}(?:一、|第一章|第二条|（一）|\(一\))/u;

export function openingOf({ cleaned, head }: TextEnds): Opening {
  const number = NUMBER.exec(head)?.[0].length ?? 0;
  const rest = head.slice(number, number + REACH);
  const addressee = (ADDRESSEE_LINE.exec(rest) ?? ADDRESSEE.exec(rest))?.[0].length ?? 0;
  const greeting = GREETING.exec(rest.slice(addressee))?.[0].length ?? 0;
  const start = number + addressee + greeting;
  const text = head.slice(start, start + REACH);
  const section = SECTION.exec(text);
  // A text that begins with its first section has no opening but that.
  const end = section === null || section.index < 20 ? text.length : section.index + 1;
  const printed = cleaned.text.slice(start, start + REACH);
  const isTraditional = scriptOf(cleaned.text) === 'hant';
  return {
    text: text.slice(0, end),
    isAddressed: addressee > 0,
    inItsScript(words) {
      if (!isTraditional) return words;
      const at = text.indexOf(words);
      return at === -1 ? toTraditional(words) : printed.slice(at, at + words.length);
    },
  };
}
