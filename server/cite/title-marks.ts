/**
 * 《》 around a title, with the marks inside it turned: 《关于印发〈…〉的通知》.
 *
 * Marks alternate with each level, 《〈《…》〉》. A mark without a partner is left as it is.
 *
 * @see GB/T 15834-2011, 4.13.3.3: within 《》, 〈〉.
 */
const OPENING = '《〈';
const CLOSING = '》〉';

export function markTitle(title: string): string {
  const pairs = pairMarks(title);
  // A title that is printed in its marks as a whole has them already.
  const bare = pairs.get(0)?.partner === title.length - 1 ? title.slice(1, -1) : title;
  const inner = bare === title ? pairs : pairMarks(bare);
  const turned = [...bare.split('')].map((unit, index) => {
    const mark = inner.get(index);
    if (mark === undefined) return unit;
    const marks = mark.partner > index ? OPENING : CLOSING;
    return marks[mark.depth % 2] ?? unit;
  });
  return `《${turned.join('')}》`;
}

/** For each paired mark its partner's offset and its depth, counted from 1: the title's own marks are depth 0. */
function pairMarks(title: string): ReadonlyMap<number, { readonly partner: number; readonly depth: number }> {
  const open: number[] = [];
  const pairs = new Map<number, { partner: number; depth: number }>();
  for (let index = 0; index < title.length; index += 1) {
    const character = title.charAt(index);
    if (OPENING.includes(character)) open.push(index);
    if (!CLOSING.includes(character)) continue;
    const start = open.pop();
    if (start === undefined) continue;
    pairs.set(start, { partner: index, depth: open.length + 1 });
    pairs.set(index, { partner: start, depth: open.length + 1 });
  }
  return pairs;
}

const REPUBLIC = '中华人民共和国';
/** Where the name is no prefix of a law's but part of a treaty party or of the body that made the text. */
const PART_OF_A_NAME = /^(?:(?:政府)?[和与同]|(?:国务院|.{1,12}(?:部|委员会|总局|总署|署|局))关于)/;

/** 中华人民共和国民法典 → 民法典, as 《法学引注手册》 allows for laws and regulations. */
export function shortLawTitle(title: string): string {
  const rest = title.startsWith(REPUBLIC) ? title.slice(REPUBLIC.length) : '';
  return rest === '' || PART_OF_A_NAME.test(rest) ? title : rest;
}
