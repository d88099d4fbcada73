/**
 * What a notice, an opinion or a plan says that it is about: 现就X通知如下, 为加强X，…提出如下意见, 决定开展X. Parts of a title,
 * `关于`, the matter, `的`, its type; the matter is a stretch of the text.
 */
export type Parts = readonly string[];

/** 现就X有关事项通知如下. */
const ANNOUNCES =
  /(?:现就|现将|现对|就)([^。；：:《》，,]{0,80}?(?:《[^《》]{2,80}》[^。；：:《》，,]{0,60}?)?)[，,]?(通知|公告|通告|通报|函复|批复|公布|公示)(?:如下|[：:])/u;
const ANNOUNCES_ONLY =
  /(?:事项|事宜|如下|要求|问题)[^。；：:，,]{0,6}(通知|公告|通告|通报|公示)(?:如下)?[：:。]|(?:作|发|特)(?:出)?(?:如下)?(通知|公告|通告)|明确(?:有关|如下|以下)?(?:事项|要求|内容)?(?:如下)?[：:]/u;
/** What says only that something follows. */
const NAMES_NOTHING =
  /(?:的?(?:有关|相关|具体|主要|几个|若干)(?:工作)?(?:具体)?(?:事项|事宜|情况|要求|安排|内容|工作)|的?(?:具体)?事宜|的?如下事项|的?有关)$/u;
const ABBREVIATION = /[（(]以下(?:简|统)?称[^（()）]{1,40}[）)]/gu;

const KIND =
  '(行动计划|实施方案|工作方案|行动方案|推进方案|方案|管理办法|实施办法|暂行办法|办法|实施细则|细则|发展规划|规划|规定|计划|若干措施|政策措施|措施|实施意见|指导意见|若干意见|意见|纲要|标准|指引|指南|条例|预案|工作要点|要点|规则|制度|规范)';
/** 提出如下实施意见, 制定如下工作方案, 现就X，提出意见. */
const SETS_OUT = new RegExp(
  `(?:现就([^。，,；《》]{4,60}?)[，,]?)?(?:(?:提出|制定|制订|出台|推出)了?(?:如下|以下)|现(?:就[^。，,；《》]{4,60}?[，,]?)?提出)[^。，,；]{0,4}?${KIND}(?:如下)?[：:。，,]`,
  'u',
);
/** 制定本办法. */
const THIS = new RegExp(`(?:制定|制订|编制|出台|印发|起草)了?本${KIND}`, 'u');

/** 决定在全省开展X; 定于8月中旬举办X; 现公布X. */
const DECIDES =
  /(?:决定|定于|拟于|拟|研究确定|(?<!现)将|继续|现)(?:[^。；：:]{0,60}?)(组织开展|启动实施|联合开展|开展|举办|举行|实施|启动|调整|成立|设立|建立|授予|表彰|取消|废止|追加|延长|推广|撤销|命名|恢复|停止|变更|组建|发布|公布)(?!了|的|之日|以来|后)([^，,。；：:]{4,60})/u;

/** Words that a purpose begins with; the first are what a title says, the others what any text wants. */
const AIMS =
  /^(?:第一条\s?)?(?:为了?)?((?:更好)?(?:进一步(?:加强|规范|做好|完善|推进|推动|促进|深化|加快|支持|优化|健全|强化|落实|提升|提高|改进完善|加大|扩大)|切实(?:加强|做好)|加快|加强|推进|推动|促进|规范|做好|完善|支持|深化|建立|健全|优化|强化|积极稳妥做好|全面推进|扎实做好|认真做好|深入推进|深入实施|认真抓好|抓好)[^，,。；：:]{4,46})$/u;
const WISHES =
  /^(?:第一条\s?)?为了?((?:进一步|切实|积极|全面|充分|有效|提高|提升|保障|鼓励|扩大|确保|维护|宣传|认真|落实好|更好)[^，,。；：:]{4,46})$/u;
const SAYS_NOTHING =
  /^(?:进一步|切实|认真|深入|全面|积极|扎实)?(?:学习|宣传贯彻|贯彻|落实(?:党|中央|国家|省|国务院|习近平)|完整、准确)|发挥|积极性|精神|意义|作用$|领导$|大局/u;

/** So many of its pairs of characters. */
const ALIKE = 0.55;

export function announced(text: string): Parts | null {
  const notice = ANNOUNCES.exec(text);
  const kind = notice === null ? kindOf(text) : kindWord(notice[2]);
  const matter = tidy(notice?.[1] ?? '');
  if (notice !== null && matter.length >= 4 && isMatter(matter))
    return [...about(withFullNames(text, matter)), kind ?? '通知'];
  if (kind === null) return null;
  const before = text.slice(0, notice?.index ?? text.length);
  const cited = carriedOut(before);
  const own = decided(before) ?? aimOf(before);
  const done = own === null ? (cited ?? wishOf(before)) : sameMatter(own, cited) ? cited : own;
  return done === null ? null : [...about(withFullNames(text, done)), kind];
}

function tidy(matter: string): string {
  return matter
    .replace(ABBREVIATION, '')
    .replace(/^关于/u, '')
    .replace(NAMES_NOTHING, '')
    .replace(/(?:的|等|及|和|与)$/u, '');
}

/** 为加强X，…提出如下意见; 为规范X，制定本办法. */
export function setOut(text: string): Parts | null {
  const match = SETS_OUT.exec(text);
  const own = THIS.exec(text);
  const named = match?.[1];
  const kind = match?.[2] ?? own?.[1];
  if (kind === undefined) return null;
  const before = text.slice(0, (match ?? own)?.index ?? 0);
  const cited = kind === '实施意见' ? carriedOut(before) : null;
  const matter =
    (named === undefined ? null : tidy(named)) ??
    cited ??
    aimOf(before) ??
    carriedOut(before) ??
    wishOf(before);
  return matter === null ? null : [...about(matter), kind];
}

/** 为贯彻落实《国务院关于X的意见》: what is carried out is X. */
function carriedOut(text: string): string | null {
  const cited =
    /《[^《》〈]{0,120}?关于(?!印发|转发|发布)([^《》〈]{4,80}?)(?:的通知)?的(?:通知|[^《》]{0,4}意见|决定)》/u.exec(
      text,
    );
  return cited?.[1] ?? null;
}

/** A notice about what one from above is about has its name: 进一步落实缓缴政策, of 《关于做好缓缴政策实施工作的通知》. */
function sameMatter(own: string, cited: string | null): cited is string {
  if (cited === null || (/\d{4}年/u.test(own) && !/\d{4}年/u.test(cited))) return false;
  const pairs = [...own].slice(1).map((character, index) => `${[...own][index]}${character}`);
  return pairs.filter((pair) => cited.includes(pair)).length >= pairs.length * ALIKE;
}

/** 各市人民政府：…成立X: what is addressed and decides something is a notice. */
export function addressed(text: string, isAddressed: boolean): Parts | null {
  const done = isAddressed ? decided(text) : null;
  const kind = /^(?:授予|表彰|奖励|命名)/u.test(done ?? '') ? '决定' : '通知';
  return done === null ? null : [...about(done), kind];
}

function decided(text: string): string | null {
  const match = DECIDES.exec(text);
  if (match === null) return null;
  const matter = tidy(`${match[1]}${match[2]}`);
  return isMatter(matter) ? matter : null;
}

const aimOf = (text: string): string | null => firstOf(text, AIMS);
const wishOf = (text: string): string | null => firstOf(text, WISHES);

function firstOf(text: string, words: RegExp): string | null {
  for (const piece of text.replace(ABBREVIATION, '').split(/[，,。；;\n]/u)) {
    const aim = words.exec(piece.trim())?.[1];
    if (aim !== undefined && !SAYS_NOTHING.test(aim) && isMatter(aim)) return aim;
  }
  return null;
}

const about = (matter: string): Parts => ['关于', matter, '的'];
const kindOf = (text: string): string | null => {
  const match = ANNOUNCES_ONLY.exec(text);
  return match === null ? null : kindWord(match[1] ?? match[2]);
};
const kindWord = (word: string | undefined): string =>
  word === '函复' ? '复函' : word === '公布' ? '公告' : (word ?? '通知');

/** Brackets that close, nothing that only points. */
function isMatter(words: string): boolean {
  if (/(?:基础上|之[前后日]|以来|期间|建成后)$/u.test(words)) return false;
  if (/^(?:上述|以上|此|其|该|本|有关|相关|具体)/u.test(words)) return false;
  return ['（）', '()', '“”', '《》'].every(([open = '', close = '']) => closes(words, open, close));
}

function closes(words: string, open: string, close: string): boolean {
  let depth = 0;
  for (const character of words) {
    if (character === open) depth += 1;
    if (character === close) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** 《规则》 → 《中小学教育惩戒规则(试行)》, where the text says （以下简称《规则》） behind it. */
function withFullNames(text: string, matter: string): string {
  const short = /《([^《》]{2,8})》/u.exec(matter)?.[1];
  if (short === undefined) return matter;
  for (const match of text.matchAll(
    /《([^《》]{6,80})》[^。《]{0,60}?(?:简称|称)[：“《]{0,2}([^》”）)]{2,8})/gu,
  ))
    if (match[2] === short) return matter.replace(short, () => match[1] ?? short);
  return matter;
}
