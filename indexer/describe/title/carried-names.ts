/** The names in 《》 that a text passes on: 现将《甲》《乙》印发给你们; 《甲》已经省政府同意，现予公布. */
import type { Parts } from './announced.js';

const IN_BRACKETS = /《[^《》]{3,120}(?:《[^《》]{2,80}》[^《》]{0,60})?》/gu;
const NOTE = /^[（(][^（()）]{1,80}[）)]/u;
const BEHIND =
  /^(?:[^。《]{0,60}?(?:现|现予|予以|予|现将其|一并|联合)(印发|转发|发布|公布|下发)|[^。，《]{0,30}?(印发|转发)(?:给?你们|给|如下|各)|[。，,]\s?(?:经[^。，]{2,30}，)?现(?:将其|予以|予|一并)?(印发|转发|发布|公布|下发))/u;
const BEHIND_NOW = /^[^。《]{0,40}?(印发|转发|发布|公布|下发)/u;
const BEFORE = /(?:现|决定|现予|一并)(印发|转发|发布|公布|下发)$/u;
/** A name that is only cited: 按照《…》规定. */
const CITES = /(?:根据|按照|依据|依照|落实|贯彻|遵照|执行|学习)[^，。]{0,20}$/u;
const NAMES = 6;

export function passedOn(text: string, isAddressed: boolean): Parts | null {
  const names = [...text.matchAll(IN_BRACKETS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (let first = 0; first < names.length; first += 1) {
    const { start } = names[first] ?? { start: 0 };
    let last = first;
    let end = withNote(text, names[first]?.end ?? 0);
    while (last - first < NAMES && /^[、，和及]?$/u.test(text.slice(end, names[last + 1]?.start ?? -1))) {
      last += 1;
      end = withNote(text, names[last]?.end ?? end);
    }
    const before = text.slice(Math.max(0, start - 30), start);
    const rest = text.slice(end, end + 90);
    const behind = BEHIND.exec(rest);
    const now = /(?:现将|将|把)[^，。《]{0,16}$/u.test(before) ? BEHIND_NOW.exec(rest)?.[1] : undefined;
    const word = BEFORE.exec(before)?.[1] ?? now ?? behind?.[1] ?? behind?.[2] ?? behind?.[3];
    if (word !== undefined && !CITES.test(before))
      return title(text.slice(start, names[last]?.end ?? end), word, isAddressed);
    first = last;
  }
  return ofPlainName(text);
}

const withNote = (text: string, end: number): number =>
  end + (NOTE.exec(text.slice(end, end + 90))?.[0].length ?? 0);

function title(names: string, verb: string, isAddressed: boolean): Parts {
  const kind = isAddressed || /印发|转发|下发/u.test(verb) ? '通知' : '公告';
  return ['关于', verb === '下发' ? '印发' : verb, names, '的', kind];
}

/** 现将X申报评审条件印发你们: a name without 《》. */
function ofPlainName(text: string): Parts | null {
  const match =
    /(?:现将|制定了|制订了|形成了)([^。，,；《》：:]{6,80}?)(?:，现)?(印发|转发)(?:给?你们|给)/u.exec(text) ??
    /(?:现将|现)([^。，,；《》：:]{4,60}?)(?:予以|予)(公布|公告)/u.exec(text);
  if (match?.[1] === undefined || /^(?:有关|相关|其|名单|结果)/u.test(match[1])) return null;
  const verb = match[2] === '公告' ? '公布' : (match[2] ?? '印发');
  return ['关于', verb, match[1], '的', '通知'];
}
