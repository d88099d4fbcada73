/** The words that names of bodies are built of, as alternatives of patterns: matters, departments, endings. */
import { MATTERS, MATTERS_IN_FULL, VERTICAL_BODIES } from '../../../core/tables/local-departments.js';

export const either = (names: Iterable<string>): string =>
  [...names].sort((a, b) => b.length - a.length).join('|');

export const MATTER = either([...MATTERS.keys(), ...MATTERS_IN_FULL.split(' ')]);
export const VERTICAL = VERTICAL_BODIES.split(' ').join('|');

/** A county or a zone that the tables do not have, by its ending. */
export const COUNTY = '[\\u4e00-\\u9fff]{1,7}?(?:自治县|自治旗|新区|矿区|林区|特区|县|区|旗|市|镇|乡|街道)';

export const DEPARTMENT = `(?:${MATTER})(?:工作)?(?:厅|局|委员会|委|办公室|办|部|总队|中心)`;
export const GOVERNMENT =
  '人民政府|议会|人大常委会|人民代表大会常务委员会|人民代表大会|政协|高级人民法院|中级人民法院|人民法院|人民检察院|监察委员会|委员会|委';
export const UNIT = '办公厅|办公室|综合司|秘书处|政府办公厅|政府办公室';

/** Endings that a body outside the tables may have. */
export const ENDING =
  '领导小组办公室|领导小组|指挥部办公室|指挥部|工作组|委员会|联席会议办公室|联席会议|协调小组|小组办公室|小组|办公厅|办公室|委|局|厅|署|院|处|部|中心|总队|支队|学会|协会|联合会|总工会|工会|商会|总会|银行|分行|支行|公司|集团|大学|学院|管委会|法院|检察院|联合社|研究所|研究院|博物馆|图书馆|基金会|红十字会|海关|区公所|大队|议会';

/** Branches that are called by their place and this. */
export const REGULATOR =
  '银保监局|银监局|保监局|证监局|金融监管局|通信管理局|邮政管理局|能源监管办|能监办|煤矿安全监察局|矿山安全监察局|地震局|气象局|烟草专卖局';

/** What a branch of a vertical body ends in: 国家税务总局昆山市税务局. */
export const BRANCH =
  '税务局|分行|支行|中心支行|监管局|监督管理局|调查总队|调查队|分局|监管分局|专员办事处|海关|海事局|管理局';
