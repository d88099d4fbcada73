/**
 * Short names of bodies → their full ones, made of the tables that issuing bodies are recognised by.
 *
 * ```
 * 工信部   →  工业和信息化部
 * 发改委   →  发展和改革委员会  发展改革委     (of the nation or of a province: 国家 is left out where it was not typed)
 * 人社厅   →  人力资源和社会保障厅
 * ```
 */
import { MATTERS } from '../../tables/local-departments.js';
import { NATIONAL_BODIES } from '../../tables/national-bodies.js';
import type { ExpansionRow } from './expansion-table.js';

const LARGEST = /^(?:国家|中国|中华|国务院)/u;
const ORIGIN = 'tables of bodies';

/** Short names of departments of provinces, cities and counties, as they are said. */
const LOCAL = `
  科技厅 科技局 科委 工信厅 工信局 经信厅 经信局 经信委 人社厅 人社局 发改局 住建厅 住建局 住建委 卫健委 卫健局 市场监管局 国资委
  文旅厅 文旅局 交通厅 交通局 交通委 教委 商委 农委 建委 应急厅 应急局 医保局 药监局 林草局 城管局 机关事务局 退役军人厅 金融监管局
`;
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['厅', '厅'],
  ['局', '局'],
  ['委', '委员会'],
]);

export function bodyAbbreviations(): readonly ExpansionRow[] {
  const national = NATIONAL_BODIES.flatMap(({ name, short }) =>
    short
      .split(' ')
      .filter((one) => one !== '')
      .map((from) => rowOf(from, [name, ...short.split(' ')])),
  );
  const local = LOCAL.trim()
    .split(/\s+/)
    .map((from) => {
      const matter = MATTERS.get(from.slice(0, -1)) ?? from.slice(0, -1);
      return rowOf(from, [`${matter}${ENDINGS.get(from.slice(-1)) ?? ''}`]);
    });
  return [...national, ...local].filter(({ to }) => to.length > 0);
}

/** Without what holds `from`: its clauses are found by that already. */
function rowOf(from: string, names: readonly string[]): ExpansionRow {
  const asTyped = LARGEST.test(from) ? names : names.map((name) => name.replace(LARGEST, ''));
  const to = [...new Set(asTyped)].filter((name) => name.length > 2 && !name.includes(from));
  return { from, to: to.slice(0, 4), kind: 'abbreviation', origin: ORIGIN };
}
