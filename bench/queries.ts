/** What is asked of every engine over the corpora. */

/** Asked before, so that what is opened once is open. */
export const WARM = '预热';
export const CHINESE_CHARACTERS = 42_000_000; // of the two files; some 46 M more are English

export const QUERIES: readonly (readonly [name: string, parameters: Record<string, string | string[]>])[] = [
  ['管理', { q: '管理' }],
  ['法', { q: '法' }],
  ['规定', { q: '规定' }],
  ['行政处罚', { q: '行政处罚' }],
  ['环境 保护', { q: '环境 保护' }],
  ['养犬', { q: '养犬' }],
  ['数据安全', { q: '数据安全' }],
  ['股东会', { q: '股东会' }],
  ['科技创新', { q: '科技创新' }],
  ['人工智能', { q: '人工智能' }],
  ['"下列情形之一"', { q: '"下列情形之一"' }],
  ['資訊安全 (Traditional)', { q: '資訊安全' }],
  ['管理 -罚款', { q: '管理 -罚款' }],
  ['-罚款', { q: '-罚款' }],
  ['税', { q: '税' }],
  ['5G', { q: '5G' }],
  ['personal data', { q: 'personal data' }],
  ['北京 养犬', { q: '北京 养犬' }],
  ['管理, two cities, a year', { q: '管理', city: ['北京', '上海'], year: '2020' }],
  ['谁可以成为个体工商户 (any)', { q: '谁可以成为个体工商户', match: 'any' }],
  ['everything, newest first', { q: '', sort: 'newest' }],
];
