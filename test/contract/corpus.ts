/** The documents that the engines' contract is told in. */
import type { SmallDocument } from './small-documents.js';

export const PLAN: SmallDocument = {
  id: 'plan',
  title: '北京市算力发展方案',
  number: '京政发〔2023〕14号',
  cities: ['北京'],
  bodies: ['北京市人民政府', '北京市经济和信息化局'],
  type: '方案',
  status: '现行',
  publishedOn: '2023-05-30',
  clauses: [
    { text: '一、主要任务', kind: 'heading' },
    { text: '（一）推动数据共享，支持5G应用。', headings: [1], themes: ['数据'] },
    { text: '（二）建设算力中心；农业除外。', headings: [1], themes: ['算力', '数据'] },
    { text: '二、保障措施', kind: 'heading' },
    { text: '实施“揭榜挂帅”。', headings: [4] },
    { text: 'Computing Power Plan of Beijing', kind: 'title', language: 'en' },
    { text: 'Support AI café.', language: 'en' },
  ],
};
export const NEWS: SmallDocument = {
  id: 'news',
  title: '人工智能启动活动',
  printed: false,
  cities: ['北京', '天津'],
  bodies: ['广州市发展和改革委员会'],
  type: '新闻',
  publishedOn: '2021-06-09',
  clauses: ['各地发展算力，15G网络。', '𠮷野家与𠮷林。', { text: '数据要素', themes: ['数据'] }],
};
export const LAW: SmallDocument = {
  id: 'law',
  title: '養犬管理條例',
  number: '公告〔2020〕5号',
  cities: ['上海'],
  type: '条例',
  status: '废止',
  publishedOn: '2020-01-01',
  clauses: ['第一条 为了规范养犬。', '第二条 個人養犬，應當登記。', '第三条 "OR" NEAR(a b) * ^x: y--'],
};
export const UNDATED: SmallDocument = {
  id: 'undated',
  title: '说明',
  clauses: ['数据与算力。', '数据与算力。'],
};
export const ALL = ['law-0', 'law-1', 'law-2', 'law-3', 'news-0', 'news-1', 'news-2']
  .concat(['plan-0', 'plan-1', 'plan-2', 'plan-3', 'plan-4', 'plan-5', 'plan-6', 'plan-7'])
  .concat(['undated-0', 'undated-1', 'undated-2']);
export const CORPUS = [PLAN, NEWS, LAW, UNDATED];
