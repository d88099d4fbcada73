/**
 * What policy texts are about: the themes of a clause, their names in three languages, and the words that signal them.
 *
 * Reviewed by hand; a table, so that a reader who misses a theme can add a row. `strong` words each say the theme
 * by themselves; of `weak` words it takes three. Words are Simplified (Traditional forms are made of them); words of
 * Taiwan and Hong Kong stand beside those of the mainland. A word inside a longer listed word does not count again,
 * and `UNMEANT` are longer words that only look like a signal.
 */
import { canonicalName } from './text/canonical-name.js';
import { convert } from './text/convert.js';

interface Theme {
  /** The facet value: canonical Simplified. */
  readonly key: string;
  readonly hant: string;
  readonly en: string;
  /** Separated by spaces. */
  readonly strong: string;
  readonly weak: string;
}

/** 批评教育 is not about education. Separated by spaces. */
export const UNMEANT =
  '批评教育 教育引导 警示教育 宣传教育 说服教育 法治教育 法制教育 教育整顿 主题教育 安全教育 教育和惩罚 教育与惩罚 劳动教养 ' +
  '人民法院 人民检察院 公安机关 公安部门 科技部门 教育部门 教育行政部门 财政部门 金融监督管理 市场监督管理部门 市场监督管理局 卫生健康主管部门 ' +
  '人才市场 工商银行 农业银行 农业部门 住房和城乡建设 住房城乡建设 交通运输部门 交通运输主管部门 生态环境主管部门 生态环境部门 文化和旅游主管部门 ' +
  '应急管理部门 应急管理局 教育局 科技局 财政局 人力资源和社会保障 人力资源社会保障 社会保障部门 经济和信息化 国家安全机关 环境部 教育部 财政部 ' +
  '交通部 劳动部 农业部 卫生部 投资者关系 通信地址 通讯地址 通信方式 信息安全生产 再就业 仲裁裁决 行政许可证 税务机关 海关总署 财政部长 教育部长 ' +
  '行业主管 企业主管 事业主管 产业主体 行业主体 企业主体 作业主管 种子企业 就业规则 就学就业处 公共交通事故 司法行政部门 司法部';

export const THEMES: readonly Theme[] = [
  {
    key: '人工智能',
    hant: '人工智能',
    en: 'Artificial intelligence',
    strong:
      '人工智能 人工智慧 大模型 机器学习 深度学习 神经网络 自然语言处理 生成式 智能体 计算机视觉 类脑 具身智能 算法备案 算法推荐 深度合成 智能语音 语音识别 人脸识别 AI AIGC',
    weak: '智能化 算法 机器人 智慧化 语料 智能',
  },
  {
    key: '算力',
    hant: '算力',
    en: 'Computing power',
    strong: '算力 智算 超算 高性能计算 数据中心 东数西算 云计算 边缘计算 资料中心 云端运算',
    weak: '服务器 云平台 机柜 GPU 存算',
  },
  {
    key: '数据要素',
    hant: '數據要素',
    en: 'Data as a resource',
    strong:
      '数据要素 数据资源 公共数据 数据交易 数据开放 数据共享 数据确权 数据产权 数据流通 大数据 数据资产 数据集 数据治理 政务数据 数据标注 数据跨境 数据出境 开放资料',
    weak: '数据 数据库 资料库',
  },
  {
    key: '数字政府',
    hant: '數字政府',
    en: 'Digital government',
    strong:
      '数字政府 电子政务 政务服务 一网通办 一网通管 一网统管 互联网+政务 数字化转型办 电子证照 电子签章 电子公文 政务信息 政务公开 电子化政府 一件事一次办 政府网站',
    weak: '网上办理 在线办理 信息系统 信息平台 电子签名',
  },
  {
    key: '数字经济',
    hant: '數字經濟',
    en: 'Digital economy',
    strong:
      '数字经济 数字化转型 平台经济 电子商务 数字产业 跨境电商 区块链 元宇宙 虚拟现实 数字人民币 信息消费 直播带货 软件产业 软件和信息技术 互联网+',
    weak: '数字化 软件 软体 网络交易 网约',
  },
  {
    key: '智能网联汽车',
    hant: '智能網聯汽車',
    en: 'Connected and autonomous vehicles',
    strong:
      '智能网联 自动驾驶 无人驾驶 车联网 智能汽车 新能源汽车 车路云 车路协同 电动汽车 充电桩 换电 无人车 自驾车 智能驾驶 充电设施',
    weak: '汽车产业 整车 动力电池 道路测试',
  },
  {
    key: '低空经济',
    hant: '低空經濟',
    en: 'Low-altitude economy and drones',
    strong: '低空经济 无人机 无人驾驶航空器 低空飞行 通用航空 遥控无人机 低空空域 eVTOL',
    weak: '航空器 空域 适航 起降',
  },
  {
    key: '集成电路',
    hant: '積體電路',
    en: 'Integrated circuits',
    strong: '集成电路 积体电路 芯片 半导体 晶圆 光刻 流片 布图设计 第三代半导体 EDA',
    weak: '封装 封测 电子元器件 硅片',
  },
  {
    key: '智能制造与工业互联网',
    hant: '智能製造與工業互聯網',
    en: 'Smart manufacturing and the industrial internet',
    strong:
      '智能制造 工业互联网 智能工厂 数字化车间 数字车间 工业软件 工业大数据 两化融合 先进制造 制造业 工业机器人 数控机床 增材制造 智能装备 标识解析 灯塔工厂 智慧制造',
    weak: '技术改造 产业集群 产业链 装备 工业 生产线',
  },
  {
    key: '5G与通信网络',
    hant: '5G與通訊網絡',
    en: '5G and telecommunications',
    strong:
      '5G 6G 千兆光网 光纤 通信基础设施 移动通信 宽带 基站 物联网 卫星互联网 IPv6 电信业务 无线电 互联网接入 通信网络 电信网络 电信事业 宽频 频谱 卫星通信 窄带 电信基础设施',
    weak: '电信 通信 频率 通讯 信息基础设施',
  },
  {
    key: '网络与数据安全',
    hant: '網絡與數據安全',
    en: 'Cyber and data security',
    strong:
      '网络安全 数据安全 个人信息 个人资料 信息安全 资通安全 资讯安全 隐私保护 等级保护 关键信息基础设施 密码应用 商用密码 网络犯罪 个人隐私 网络攻击 网络信息安全',
    weak: '隐私 泄露 加密 漏洞 保密',
  },
  {
    key: '科技创新',
    hant: '科技創新',
    en: 'Science and technology',
    strong:
      '科技创新 技术创新 科技成果 科研机构 科学研究 揭榜挂帅 重点实验室 研发投入 技术攻关 关键核心技术 基础研究 技术转移 成果转化 产学研 高新技术 创新平台 科学技术 科技计划 研发机构 新型研发 科技企业孵化器 研究发展 科研院所 科创中心',
    weak: '研发 科技 科研 创新 实验室 孵化 研究',
  },
  {
    key: '知识产权',
    hant: '知識產權',
    en: 'Intellectual property',
    strong: '知识产权 智慧财产 著作权 专利 商标 版权 地理标志 植物新品种 集成电路布图 营业秘密 商业秘密',
    weak: '侵权 许可使用 发明 授权 专用权',
  },
  {
    key: '人才',
    hant: '人才',
    en: 'Talent',
    strong:
      '人才引进 人才培养 高层次人才 人才队伍 人才政策 人才计划 领军人才 青年人才 引才 人才服务 人才工程 技能人才 人才评价 专业人才 海外人才 人才发展 博士后 职称评审 人才公寓 高技能 人才强',
    weak: '人才 专家 职称 院士',
  },
  {
    key: '中小企业',
    hant: '中小企業',
    en: 'Small and medium-sized enterprises',
    strong:
      '中小企业 小微企业 中小微 专精特新 小巨人 个体工商户 民营企业 民营经济 微型企业 独角兽 瞪羚 非公有制经济 乡镇企业 私营企业',
    weak: '创业 企业培育 初创 企业家',
  },
  {
    key: '金融',
    hant: '金融',
    en: 'Finance',
    strong:
      '金融机构 商业银行 证券 期货 信贷 保险公司 保险业 信托 融资担保 普惠金融 绿色金融 银行业 上市公司 外汇 货币政策 反洗钱 存款 贷款 融资租赁 支付机构 票据 金融风险 金融服务 金融支持 资本市场 公司债 投信 银行法 信用合作社',
    weak: '金融 银行 融资 担保 利率 保险 资本 债券 股票',
  },
  {
    key: '财政与税收',
    hant: '財政與稅收',
    en: 'Public finance and taxation',
    strong:
      '税收 纳税 增值税 所得税 消费税 关税 财政预算 预算管理 转移支付 财政资金 专项资金 税率 减税 免税 印花税 房产税 地方政府债务 政府采购 预算案 决算 营业税 土地增值税 财政收入 财政补贴 税务 会计制度 国库 财政支出 公债 课税 税捐 奖补 规费',
    weak: '财政 预算 税 补贴 会计 经费 审计 资金',
  },
  {
    key: '投资与产业基金',
    hant: '投資與產業基金',
    en: 'Investment and industry funds',
    strong:
      '产业基金 投资基金 创业投资 风险投资 股权投资 招商引资 政府投资 固定资产投资 引导基金 天使投资 社会资本 投资项目 外商投资 政府和社会资本合作 民间投资 促进民间参与',
    weak: '投资 基金 招商 项目建设 重大项目',
  },
  {
    key: '营商环境',
    hant: '營商環境',
    en: 'Business environment',
    strong:
      '营商环境 放管服 简政放权 行政审批 证照分离 负面清单 公平竞争 企业开办 减证便民 商事制度 社会信用 信用体系 市场准入 告知承诺 减轻企业负担 涉企收费 惠企',
    weak: '审批 审批事项 办事 登记注册 企业服务 信用 市场主体',
  },
  {
    key: '市场监管',
    hant: '市場監管',
    en: 'Market regulation and standards',
    strong:
      '市场监管 反垄断 反不正当竞争 产品质量 消费者 消费者权益 计量 标准化 认证认可 价格监测 价格违法 广告 公平交易 特种设备 商品检验 强制性标准 国家标准 传销 招标投标 缺陷产品 质量监督 不正当竞争 垄断 度量衡',
    weak: '质量 标准 价格 检验 认证 经营者 抽查',
  },
  {
    key: '食品药品',
    hant: '食品藥品',
    en: 'Food and drugs',
    strong:
      '食品安全 食品生产 食品添加剂 药品 医疗器械 医疗器材 化妆品 疫苗 药物 药事 保健食品 食品卫生 麻醉药品 中药材 药店 食品经营 餐饮服务',
    weak: '食品 处方 药师 餐饮',
  },
  {
    key: '医疗卫生',
    hant: '醫療衛生',
    en: 'Health care',
    strong:
      '医疗机构 医疗卫生 公共卫生 医疗服务 传染病 疫情 医师 护士 分级诊疗 基层医疗 中医药 中医 健康中国 卫生健康 精神卫生 献血 职业病 母婴保健 全民健身 医院 护理 医药卫生 医疗法 医改 医疗质量 防疫 生物医药 诊疗',
    weak: '医疗 卫生 健康 病人 患者 临床 医药',
  },
  {
    key: '养老与托育',
    hant: '養老與托育',
    en: 'Care for the old and the young',
    strong:
      '养老服务 养老机构 养老院 老年人 老龄化 居家养老 长期护理 长期照顾 老人福利 托育 婴幼儿照护 未成年人 适老化 康养 银发 儿童福利 儿童保护 留守儿童 安养 少年福利 妇女权益 托儿',
    weak: '养老 老人 儿童 赡养 妇女 少年',
  },
  {
    key: '社会保障',
    hant: '社會保障',
    en: 'Social security',
    strong:
      '社会保险 社会保障 医疗保险 医保 养老保险 失业保险 工伤保险 生育保险 最低生活保障 低保 社会救助 残疾人 身心障碍 社会福利 特困人员 救助 抚恤 优抚 退役军人 慈善 扶贫 脱贫 国民年金 劳工保险 劳保 公教人员保险 全民健康保险 退休金 抚恤金 住房公积金 社会工作',
    weak: '保障金 福利 年金 困难 补助 退休 给付',
  },
  {
    key: '就业与劳动',
    hant: '就業與勞動',
    en: 'Employment and labour',
    strong:
      '就业创业 就业服务 促进就业 稳就业 高校毕业生 农民工 劳动合同 劳动者 劳动争议 用人单位 最低工资 工资支付 职业技能 职业培训 公益性岗位 劳动保障 劳动关系 工会 灵活就业 就业困难 劳动基准 劳工 职业训练 劳资 雇主 失业 职工 招聘 劳动安全 外籍劳工',
    weak: '就业 岗位 工资 劳动 雇佣 创业',
  },
  {
    key: '教育',
    hant: '教育',
    en: 'Education',
    strong:
      '义务教育 高等教育 职业教育 学前教育 教育教学 高等学校 中小学 学校 教师 学生 幼儿园 学位 课程 招生 校园 双减 教育事业 教育改革 民办教育 教育质量 教科书 师资 特殊教育 终身学习 高中 素质教育 国民教育',
    weak: '教育 教学 培训 学习 学科 大学',
  },
  {
    key: '文化旅游',
    hant: '文化旅遊',
    en: 'Culture, tourism and sport',
    strong:
      '文化产业 公共文化 文化遗产 文物 非物质文化遗产 旅游 观光 博物馆 图书馆 电影 广播电视 出版 体育 演出 文艺 文旅 景区 历史文化名城 艺术 文化创意 文化资产 运动 冰雪 旅行社 新闻出版 民宿 风景名胜',
    weak: '文化 游客 赛事 遗产 古迹',
  },
  {
    key: '农业农村',
    hant: '農業農村',
    en: 'Agriculture and rural areas',
    strong:
      '乡村振兴 农业 农村 农民 粮食 农产品 耕地 高标准农田 畜牧 渔业 林业 水产 农药 农田 三农 村民委员会 动物防疫 农会 农地 渔会 种植 养殖 兽药 肥料 农机 村镇 生猪 家畜 渔船 农民专业合作社',
    weak: '乡镇 土地承包 村集体 灌溉 饲料 村民 种子',
  },
  {
    key: '生态环境',
    hant: '生態環境',
    en: 'Environment',
    strong:
      '生态环境 环境保护 污染防治 大气污染 水污染 土壤污染 固体废物 危险废物 污水 垃圾分类 排污 生态保护 生物多样性 自然保护区 湿地 野生动物 环境影响评价 空气质量 重污染天气 噪声 废弃物 环境影响评估 空气污染 自然保护地 国家公园 水土保持 森林 绿化 草原 海洋环境 垃圾 蓝天保卫 温室气体',
    weak: '污染 环保 环境 排放 生态 回收',
  },
  {
    key: '能源与双碳',
    hant: '能源與雙碳',
    en: 'Energy and carbon',
    strong:
      '碳达峰 碳中和 碳排放 节能 可再生能源 再生能源 新能源 光伏 风电 氢能 储能 电力 煤炭 天然气 核电 核能 能源 电网 石油 清洁取暖 绿色低碳 低碳 电价 供热 电业 燃气 太阳能 循环经济 余热 充电基础设施',
    weak: '发电 供电 能耗 用电 燃料 减碳',
  },
  {
    key: '水利与自然资源',
    hant: '水利與自然資源',
    en: 'Water, land and natural resources',
    strong:
      '水资源 水利 防洪 河道 水库 河长制 取水许可 矿产资源 采矿 探矿 国土空间 土地利用 土地管理 不动产登记 测绘 海域使用 土地征收 建设用地 地质灾害 土地登记 都市计划 矿业 国土规划 海岸 地籍 平均地权 用水 水权 地质资料 气象 矿山',
    weak: '土地 水源 矿产 征收 海域 湖泊',
  },
  {
    key: '交通运输',
    hant: '交通運輸',
    en: 'Transport',
    strong:
      '交通运输 公路 铁路 民航 机场 港口 航道 轨道交通 地铁 道路交通 机动车 公共交通 公交 物流 船舶 航运 道路运输 水路运输 高速公路 出租汽车 停车 邮政 快递 驾驶人 车辆 航空 船员 捷运 海上交通 综合交通 大众运输 驾驶执照 航线 枢纽',
    weak: '交通 运输 通行 乘客 货运 桥梁',
  },
  {
    key: '住房',
    hant: '住房',
    en: 'Housing',
    strong:
      '住房保障 保障性住房 公租房 廉租住房 房地产 商品房 住房租赁 物业管理 物业服务 棚户区 老旧小区 国民住宅 社会住宅 公寓大厦 租房 住房公积金 经济适用住房 业主 公屋 拆迁 房屋征收',
    weak: '房屋 住房 租赁 户型 购房 住宅',
  },
  {
    key: '城市治理',
    hant: '城市治理',
    en: 'Cities and their management',
    strong:
      '智慧城市 城市治理 城市大脑 城市管理 城市更新 城市规划 城乡规划 市容环境 社区治理 网格化 基层治理 市政公用 城镇化 城市建设 市政设施 街道办事处 综合执法 社区服务 都市更新 违法建设 新型城镇化 地下管线 建筑管理 工程质量 建设工程 建筑工程 养犬',
    weak: '城市 社区 市容 街道 建筑 居民委员会 建筑物 供水',
  },
  {
    key: '公共安全与应急',
    hant: '公共安全與應急',
    en: 'Public safety and emergencies',
    strong:
      '安全生产 应急管理 应急预案 突发事件 消防 防灾 减灾 自然灾害 事故灾难 危险化学品 抗震 地震 防汛 灾害防救 应急救援 公共安全 治安管理 烟花爆竹 安全事故 事故隐患 民用爆炸 枪支 禁毒 毒品 反恐 警察 社会治安 救灾 灾害 火灾 应急响应 民防',
    weak: '应急 事故 隐患 安全 治安 救援 警报 预警',
  },
  {
    key: '司法与执法',
    hant: '司法與執法',
    en: 'Justice and law enforcement',
    strong:
      '行政处罚 行政诉讼 行政复议 刑事诉讼 民事诉讼 仲裁 公证 律师 法律援助 行政执法 被告人 被告 原告 犯罪 有期徒刑 审判 检察 诉讼 强制执行 监狱 调解 立案 起诉 上诉 管辖 司法解释 法官 陪审 证据 当事人 诉愿 法警 行政强制 破产 受刑人 司法鉴定 人民陪审员 执行程序 国家赔偿 假释',
    weak: '罚款 处罚 法律责任 判决 裁定 没收 法院 罪',
  },
  {
    key: '对外开放与贸易',
    hant: '對外開放與貿易',
    en: 'Opening up and trade',
    strong:
      '对外开放 对外贸易 一带一路 自由贸易 自贸 进出口 外资 海关 保税 口岸 跨境 出口退税 外商投资 国际贸易 服务贸易 综合保税区 输出入 境外投资 贸易便利 进口货物 出口货物 报关 国际合作 华侨 两岸 大陆地区 粤港澳 签证 出入境 外国人 领事 港澳',
    weak: '出口 进口 境外 外商 涉外 国际',
  },
  {
    key: '商贸与消费',
    hant: '商貿與消費',
    en: 'Commerce and consumption',
    strong:
      '促进消费 扩大内需 消费升级 零售 批发 商圈 夜间经济 以旧换新 商贸流通 会展 展览 首店 消费券 餐饮业 步行街 家政服务 商业网点 农贸市场 供应链 商业会',
    weak: '消费 商业 流通 商场 超市 内贸',
  },
  {
    key: '区域协调发展',
    hant: '區域協調發展',
    en: 'Regional development',
    strong:
      '区域协调 京津冀 长三角 长江三角洲 粤港澳大湾区 成渝 雄安新区 长江经济带 黄河流域 西部大开发 东北振兴 对口支援 革命老区 都市圈 城市群 协同发展 自由贸易试验区 先行示范区 民族地区 开发区 经济特区 浦东新区 高新区 产业园区 科学园区 少数民族 民族自治',
    weak: '区域 新区 园区 一体化 示范区',
  },
  {
    key: '国防与退役军人',
    hant: '國防與退役軍人',
    en: 'Defence and veterans',
    strong:
      '国防 兵役 军队 军人 民兵 预备役 退役军人 退除役 国民兵 军事 国军 征兵 军官 士官 军属 人民防空 替代役 后备军人 双拥',
    weak: '部队 武装 动员 服役',
  },
  {
    key: '机构与公务员',
    hant: '機構與公務員',
    en: 'Public bodies and civil service',
    strong:
      '公务员 公务人员 机构编制 编制表 人民代表大会 人大代表 选举 处务规程 组织规程 员额 职等 官等 考试院 干部 廉政 监察 公务人员考试 常务委员会会议 规范性文件 公职人员 列任 荐任 简任 绩效考核',
    weak: '职务 任期 任命 编制 立法 地方性法规 机构改革 考核 档案 任免 任用',
  },
];

/** Names of the themes by facet value, for the page. */
export const themeLabels: ReadonlyMap<
  string,
  { readonly 'zh-Hans': string; readonly 'zh-Hant': string; readonly en: string }
> = new Map(THEMES.map(({ key, hant, en }) => [key, { 'zh-Hans': key, 'zh-Hant': hant, en }]));

const keysByName = new Map(
  THEMES.flatMap(({ key, hant, en }) => [key, convert(hant), en.toLowerCase()].map((name) => [name, key])),
);

/** A theme as a user calls it, in any of the three languages → its facet value; one of their own in Simplified. */
export function canonicalTheme(given: string): string {
  const name = canonicalName(given);
  return keysByName.get(name.toLowerCase()) ?? name;
}
