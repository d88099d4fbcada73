import { describe, expect, it } from 'vitest';
import { THEMES, themeLabels } from '../../core/themes.js';
import { themesOf } from '../../indexer/describe/themes.js';

describe('themesOf', () => {
  it.each([
    // text                                                          themes, the clearest first
    ['提升算力资源统筹供给能力，建设人工智能公共算力中心。', ['算力', '人工智能']],
    ['推進人工智慧產業發展，保護個人資料。', ['人工智能', '网络与数据安全']],
    ['加强自动驾驶道路测试，完善车联网。', ['智能网联汽车']],
    ['养犬人应当携带养犬登记证。', ['城市治理']],
    ['推动IPv6规模化部署、5G试商用。', ['5G与通信网络']],
    ['用人单位应当与劳动者订立劳动合同。', ['就业与劳动']],
    ['中小企業得申請融資擔保。', ['中小企业', '金融']],
    // words that only look like a signal
    ['由公安机关给予批评教育。', []],
    ['由行业主管部门负责。', []],
    ['MAIN street, 15Gb', []],
    ['本办法自发布之日起施行。', []],
    ['', []],
    // a word that a long text only mentions is no theme of it
    [`${'本条所称期间以日计算。'.repeat(200)}人工智能`, []],
  ])('%s', (text, themes) => {
    expect(themesOf(text)).toEqual(themes);
  });

  it('never gives more than three', () => {
    expect(themesOf(THEMES.map(({ strong }) => strong).join(' '))).toHaveLength(3);
  });
});

describe('the table of themes', () => {
  it('has twenty at least, each once, each in three languages', () => {
    expect(THEMES.length).toBeGreaterThanOrEqual(20);
    expect(new Set(THEMES.map(({ key }) => key)).size).toBe(THEMES.length);
    for (const { key } of THEMES) {
      const labels = themeLabels.get(key);
      expect([labels?.['zh-Hans'], labels?.['zh-Hant'], labels?.en].every(Boolean)).toBe(true);
    }
  });
});
