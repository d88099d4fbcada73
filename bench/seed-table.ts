/** What is right for the five seeds: their issue's table. */
import type { Description } from '../indexer/model.js';

/** Seed → the fields that are judged; what is absent must be null. */
export const SEED_TABLE: readonly (readonly [string, Partial<Description>])[] = [
  [
    '000',
    {
      publishedOn: '2021-06-09',
      cities: ['北京'],
      issuingBodies: ['北京市经济和信息化局'],
      type: '新闻',
      source: null,
    },
  ],
  [
    '001',
    {
      title: '北京市加快建设具有全球影响力的人工智能创新策源地实施方案（2023-2025年）',
      publishedOn: '2023-05-30',
      cities: ['北京'],
      issuingBodies: ['北京市人民政府'],
      type: '方案',
      source: {
        name: '央视网',
        url: 'https://news.cctv.com/2023/05/30/ARTIAT3VP7LotXNdd11mCBSd230530.shtml',
      },
    },
  ],
  [
    '002',
    {
      title: '國家人工智能先導區增至8個為何選中這5個城市',
      publishedOn: '2021-02-23',
      cities: ['北京', '天津', '杭州', '广州', '成都'],
      issuingBodies: ['工业和信息化部'],
      type: '新闻',
      source: { name: '第一财经', url: null },
    },
  ],
  [
    '003',
    {
      title: '工信部宣布新增5個國家人工智能創新應用先導區',
      publishedOn: '2021-02-20',
      cities: ['北京', '天津', '杭州', '广州', '成都'],
      issuingBodies: ['工业和信息化部'],
      type: '新闻',
      source: { name: '中国证券报', url: null },
    },
  ],
  [
    '004',
    {
      title: '成都市加快人工智能产业发展推进方案(2019—2022年)',
      publishedOn: '2019-02-16',
      cities: ['成都'],
      issuingBodies: ['成都市人民政府办公厅'],
      type: '方案',
      source: null,
    },
  ],
];
