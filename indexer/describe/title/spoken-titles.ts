/** What replies, reports and resolutions say that they are, in the words that such texts open with. */
import type { Parts } from './announced.js';

/** 《关于X的请示》收悉。…批复如下; …号文收悉。…同意X */
export function ofReply(text: string): Parts | null {
  const received = /收悉/u.exec(text);
  if (received === null) return null;
  const kind = /批复如下|特此批复/u.test(text) ? '批复' : '复函';
  const agreed = /[，。、府究]\s?(同意[^。，,；]{6,60})[。，,；]/u.exec(text.slice(received.index))?.[1];
  const asked = /《[^《》]{0,60}?关于([^《》]{4,80})的(?:请示|函|报告)》/u.exec(
    text.slice(0, received.index),
  )?.[1];
  const matter = asked ?? agreed;
  return matter === undefined ? null : ['关于', matter, '的', kind];
}

/** 现在，我代表国务院，向大会作关于X的报告; 我受十二届中央委员会委托，向大会作报告. */
export function ofReport(text: string): Parts | null {
  const start = text.slice(0, 400);
  const congress = /中国共产党(第[^，。]{1,5}次)?全国代表大会/u.exec(start);
  if (congress?.index === 0 || /(?:代表|受)[^。]{0,24}中央委员会[^。]{0,30}作(?:政治)?报告/u.test(start))
    return [`在中国共产党${congress?.[1] ?? ''}全国代表大会上的报告`];
  if (!/我(?:现在)?(?:代表|受)|(?:代表|受)[^。]{0,24}国务院/u.test(start)) return null;
  const named = /(?:作|提出|报告)(关于[^。，《》]{4,60}的报告)/u.exec(start)?.[1];
  if (named !== undefined) return [named];
  return /(?:代表|受)[^。]{0,24}(?:国务院|人民政府)[^。]{0,60}(?:报告|审议)/u.test(start)
    ? ['政府工作报告']
    : null;
}

/** 第…届…第…次会议听取和审议了…报告。会议…决定批准这个报告. */
export function ofResolution(text: string): Parts | null {
  const start = text.slice(0, 600);
  const heard =
    /^([^。，]{6,40}会议)(?:听取|审议|审查)[^。]{2,60}?(?:所作的)?\s?(?:关于)?([^。，\s的]{2,40}报告)/u.exec(
      start,
    );
  if (heard?.[1] === undefined || !/(?:批准|同意)[^。]{0,12}报告/u.test(start)) return null;
  return [heard[1], '关于', heard[2] ?? '', '的', '决议'];
}

/** 现已形成国家标准《X》征求意见稿。…征求意见. */
export function ofConsultation(text: string): Parts | null {
  if (!/(?:公开|广泛|社会)[^。]{0,20}征求意见|征求[^。]{0,16}意见/u.test(text)) return null;
  const draft =
    /(?:形成|完成|起草|研究制定|组织编制|编制)了?((?:国家|行业|地方|团体)?(?:标准)?《[^《》]{4,80}》(?:[（(]?征求意见稿[）)]?)?)/u.exec(
      text,
    )?.[1];
  return draft === undefined ? null : ['关于', draft, '征求意见的', '通知'];
}
