/** Joins a printed title to one line: 工业和信息化部 公安部关于…, the white space between joint bodies kept as one space. */
import { toSimplified } from '../../../core/text/script.js';
import { readBodies } from '../bodies/body-names.js';
import { joined } from '../printed.js';

/** What the bodies stand before. A title that names a plan first, in 《》, has none. */
const VERB =
  /关于|印发|转发|批转|发布|公布|公告|通告|令(?=$|[（(第])|等[一二三四五六七八九十\d]*(?:个)?(?:部门|单位|部委)/u;
/** Parts of a name that white space broke, no names: 国务院 / 办公厅. */
const UNIT_ALONE = /^(?:办公厅|办公室|秘书处|委员会|综合司|[\u4e00-\u9fff]{1,3}司)/u;

/** White space of broken lines goes, also inside a name; only that between two whole names is printed text. */
export function joinedTitle(printed: string): string {
  const title = joined(printed);
  const verb = VERB.exec(toSimplified(printed));
  if (verb === null || verb.index === 0) return title;
  const names = printed.slice(0, verb.index).trim().split(/\s+/u);
  if (names.length < 2 || names.some((name) => name === '')) return title;
  const rest = joined(printed.slice(verb.index));
  const separate = names.every(
    (name, index) => (index === 0 || !UNIT_ALONE.test(toSimplified(name))) && readBodies(name)?.length === 1,
  );
  return separate ? `${names.join(' ')}${rest}` : title;
}
