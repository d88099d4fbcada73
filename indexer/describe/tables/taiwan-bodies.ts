/**
 * Central bodies of Taiwan that the tables of the mainland do not have, in Simplified, with what they were called before.
 *
 * As of 2026-11. Sources: 行政院組織法 (2022, 2023) and the acts of the five branches. Names that both sides have (教育部, 财政部,
 * 国防部, 农业部, 劳动部, 科技部) are in the mainland's table: the text says whose they are.
 */

/** Space between them. */
export const TAIWAN_BODIES = [
  '总统府 行政院 立法院 司法院 考试院 监察院 国家安全会议 国史馆 中央研究院',
  '内政部 法务部 经济部 环境部 卫生福利部 数位发展部 侨务委员会 大陆委员会 海洋委员会 客家委员会 原住民族委员会',
  '国家发展委员会 国家科学及技术委员会 金融监督管理委员会 国军退除役官兵辅导委员会 核能安全委员会 公平交易委员会',
  '国家通讯传播委员会 中央选举委员会 国家运输安全调查委员会 个人资料保护委员会 行政院公共工程委员会 行政院主计总处',
  '行政院人事行政总处 国立故宫博物院 不当党产处理委员会 铨叙部 考选部 审计部 公务人员保障暨培训委员会 惩戒法院 最高行政法院',
  // What they were called before
  '行政院农业委员会 行政院环境保护署 行政院卫生署 行政院劳工委员会 行政院国家科学委员会 行政院文化建设委员会 行政院新闻局',
  '行政院经济建设委员会 行政院研究发展考核委员会 行政院大陆委员会 行政院海岸巡防署 行政院体育委员会 行政院人事行政局',
  '行政院原子能委员会 行政院金融监督管理委员会 行政院原住民族委员会 行政院客家委员会 行政院消费者保护委员会 行政院主计处',
  '行政院国军退除役官兵辅导委员会 行政院公平交易委员会 行政院青年辅导委员会 行政院飞航安全委员会 蒙藏委员会',
].join(' ');
