/**
 * Provinces and prefecture-level cities; what lies below them is in `counties.ts`.
 *
 * As of 2023-06-30. Source: National Bureau of Statistics, 统计用区划代码和城乡划分代码 (published 2023-09-11);
 * one-character names of the provinces: their customary abbreviations as used in document numbers (川府发, 冀政办).
 * A full name is a short name and its ending: 石家庄 + 市. Cities directly under a province (省直辖县级市) are listed
 * with the prefectures: their documents are theirs.
 */

export interface Province {
  readonly name: string;
  readonly fullName: string;
  /** In document numbers: 冀政办发. */
  readonly sign: string;
  /** Prefectures as `short:full`, space between them. */
  readonly prefectures: string;
}

export const PROVINCES: readonly Province[] = [
  { name: '北京', fullName: '北京市', sign: '京', prefectures: '' },
  { name: '天津', fullName: '天津市', sign: '津', prefectures: '' },
  {
    name: '河北',
    fullName: '河北省',
    sign: '冀',
    prefectures:
      '石家庄:石家庄市 唐山:唐山市 秦皇岛:秦皇岛市 邯郸:邯郸市 邢台:邢台市 保定:保定市 张家口:张家口市 承德:承德市 沧州:沧州市 廊坊:廊坊市 衡水:衡水市 定州:定州市 辛集:辛集市',
  },
  {
    name: '山西',
    fullName: '山西省',
    sign: '晋',
    prefectures:
      '太原:太原市 大同:大同市 阳泉:阳泉市 长治:长治市 晋城:晋城市 朔州:朔州市 晋中:晋中市 运城:运城市 忻州:忻州市 临汾:临汾市 吕梁:吕梁市',
  },
  {
    name: '内蒙古',
    fullName: '内蒙古自治区',
    sign: '内蒙古',
    prefectures:
      '呼和浩特:呼和浩特市 包头:包头市 乌海:乌海市 赤峰:赤峰市 通辽:通辽市 鄂尔多斯:鄂尔多斯市 呼伦贝尔:呼伦贝尔市 巴彦淖尔:巴彦淖尔市 乌兰察布:乌兰察布市 兴安:兴安盟 锡林郭勒:锡林郭勒盟 阿拉善:阿拉善盟',
  },
  {
    name: '辽宁',
    fullName: '辽宁省',
    sign: '辽',
    prefectures:
      '沈阳:沈阳市 大连:大连市 鞍山:鞍山市 抚顺:抚顺市 本溪:本溪市 丹东:丹东市 锦州:锦州市 营口:营口市 阜新:阜新市 辽阳:辽阳市 盘锦:盘锦市 铁岭:铁岭市 朝阳:朝阳市 葫芦岛:葫芦岛市',
  },
  {
    name: '吉林',
    fullName: '吉林省',
    sign: '吉',
    prefectures:
      '长春:长春市 吉林:吉林市 四平:四平市 辽源:辽源市 通化:通化市 白山:白山市 松原:松原市 白城:白城市 延边:延边朝鲜族自治州',
  },
  {
    name: '黑龙江',
    fullName: '黑龙江省',
    sign: '黑',
    prefectures:
      '哈尔滨:哈尔滨市 齐齐哈尔:齐齐哈尔市 鸡西:鸡西市 鹤岗:鹤岗市 双鸭山:双鸭山市 大庆:大庆市 伊春:伊春市 佳木斯:佳木斯市 七台河:七台河市 牡丹江:牡丹江市 黑河:黑河市 绥化:绥化市 大兴安岭:大兴安岭地区',
  },
  { name: '上海', fullName: '上海市', sign: '沪', prefectures: '' },
  {
    name: '江苏',
    fullName: '江苏省',
    sign: '苏',
    prefectures:
      '南京:南京市 无锡:无锡市 徐州:徐州市 常州:常州市 苏州:苏州市 南通:南通市 连云港:连云港市 淮安:淮安市 盐城:盐城市 扬州:扬州市 镇江:镇江市 泰州:泰州市 宿迁:宿迁市',
  },
  {
    name: '浙江',
    fullName: '浙江省',
    sign: '浙',
    prefectures:
      '杭州:杭州市 宁波:宁波市 温州:温州市 嘉兴:嘉兴市 湖州:湖州市 绍兴:绍兴市 金华:金华市 衢州:衢州市 舟山:舟山市 台州:台州市 丽水:丽水市',
  },
  {
    name: '安徽',
    fullName: '安徽省',
    sign: '皖',
    prefectures:
      '合肥:合肥市 芜湖:芜湖市 蚌埠:蚌埠市 淮南:淮南市 马鞍山:马鞍山市 淮北:淮北市 铜陵:铜陵市 安庆:安庆市 黄山:黄山市 滁州:滁州市 阜阳:阜阳市 宿州:宿州市 六安:六安市 亳州:亳州市 池州:池州市 宣城:宣城市',
  },
  {
    name: '福建',
    fullName: '福建省',
    sign: '闽',
    prefectures:
      '福州:福州市 厦门:厦门市 莆田:莆田市 三明:三明市 泉州:泉州市 漳州:漳州市 南平:南平市 龙岩:龙岩市 宁德:宁德市',
  },
  {
    name: '江西',
    fullName: '江西省',
    sign: '赣',
    prefectures:
      '南昌:南昌市 景德镇:景德镇市 萍乡:萍乡市 九江:九江市 新余:新余市 鹰潭:鹰潭市 赣州:赣州市 吉安:吉安市 宜春:宜春市 抚州:抚州市 上饶:上饶市',
  },
  {
    name: '山东',
    fullName: '山东省',
    sign: '鲁',
    prefectures:
      '济南:济南市 青岛:青岛市 淄博:淄博市 枣庄:枣庄市 东营:东营市 烟台:烟台市 潍坊:潍坊市 济宁:济宁市 泰安:泰安市 威海:威海市 日照:日照市 临沂:临沂市 德州:德州市 聊城:聊城市 滨州:滨州市 菏泽:菏泽市',
  },
  {
    name: '河南',
    fullName: '河南省',
    sign: '豫',
    prefectures:
      '郑州:郑州市 开封:开封市 洛阳:洛阳市 平顶山:平顶山市 安阳:安阳市 鹤壁:鹤壁市 新乡:新乡市 焦作:焦作市 濮阳:濮阳市 许昌:许昌市 漯河:漯河市 三门峡:三门峡市 南阳:南阳市 商丘:商丘市 信阳:信阳市 周口:周口市 驻马店:驻马店市 济源:济源市',
  },
  {
    name: '湖北',
    fullName: '湖北省',
    sign: '鄂',
    prefectures:
      '武汉:武汉市 黄石:黄石市 十堰:十堰市 宜昌:宜昌市 襄阳:襄阳市 鄂州:鄂州市 荆门:荆门市 孝感:孝感市 荆州:荆州市 黄冈:黄冈市 咸宁:咸宁市 随州:随州市 恩施:恩施土家族苗族自治州 仙桃:仙桃市 潜江:潜江市 天门:天门市',
  },
  {
    name: '湖南',
    fullName: '湖南省',
    sign: '湘',
    prefectures:
      '长沙:长沙市 株洲:株洲市 湘潭:湘潭市 衡阳:衡阳市 邵阳:邵阳市 岳阳:岳阳市 常德:常德市 张家界:张家界市 益阳:益阳市 郴州:郴州市 永州:永州市 怀化:怀化市 娄底:娄底市 湘西:湘西土家族苗族自治州',
  },
  {
    name: '广东',
    fullName: '广东省',
    sign: '粤',
    prefectures:
      '广州:广州市 韶关:韶关市 深圳:深圳市 珠海:珠海市 汕头:汕头市 佛山:佛山市 江门:江门市 湛江:湛江市 茂名:茂名市 肇庆:肇庆市 惠州:惠州市 梅州:梅州市 汕尾:汕尾市 河源:河源市 阳江:阳江市 清远:清远市 东莞:东莞市 中山:中山市 潮州:潮州市 揭阳:揭阳市 云浮:云浮市',
  },
  {
    name: '广西',
    fullName: '广西壮族自治区',
    sign: '桂',
    prefectures:
      '南宁:南宁市 柳州:柳州市 桂林:桂林市 梧州:梧州市 北海:北海市 防城港:防城港市 钦州:钦州市 贵港:贵港市 玉林:玉林市 百色:百色市 贺州:贺州市 河池:河池市 来宾:来宾市 崇左:崇左市',
  },
  {
    name: '海南',
    fullName: '海南省',
    sign: '琼',
    prefectures:
      '海口:海口市 三亚:三亚市 三沙:三沙市 儋州:儋州市 五指山:五指山市 琼海:琼海市 文昌:文昌市 万宁:万宁市 东方:东方市',
  },
  { name: '重庆', fullName: '重庆市', sign: '渝', prefectures: '' },
  {
    name: '四川',
    fullName: '四川省',
    sign: '川',
    prefectures:
      '成都:成都市 自贡:自贡市 攀枝花:攀枝花市 泸州:泸州市 德阳:德阳市 绵阳:绵阳市 广元:广元市 遂宁:遂宁市 内江:内江市 乐山:乐山市 南充:南充市 眉山:眉山市 宜宾:宜宾市 广安:广安市 达州:达州市 雅安:雅安市 巴中:巴中市 资阳:资阳市 阿坝:阿坝藏族羌族自治州 甘孜:甘孜藏族自治州 凉山:凉山彝族自治州',
  },
  {
    name: '贵州',
    fullName: '贵州省',
    sign: '黔',
    prefectures:
      '贵阳:贵阳市 六盘水:六盘水市 遵义:遵义市 安顺:安顺市 毕节:毕节市 铜仁:铜仁市 黔西南:黔西南布依族苗族自治州 黔东南:黔东南苗族侗族自治州 黔南:黔南布依族苗族自治州',
  },
  {
    name: '云南',
    fullName: '云南省',
    sign: '云',
    prefectures:
      '昆明:昆明市 曲靖:曲靖市 玉溪:玉溪市 保山:保山市 昭通:昭通市 丽江:丽江市 普洱:普洱市 临沧:临沧市 楚雄:楚雄彝族自治州 红河:红河哈尼族彝族自治州 文山:文山壮族苗族自治州 西双版纳:西双版纳傣族自治州 大理:大理白族自治州 德宏:德宏傣族景颇族自治州 怒江:怒江傈僳族自治州 迪庆:迪庆藏族自治州',
  },
  {
    name: '西藏',
    fullName: '西藏自治区',
    sign: '藏',
    prefectures: '拉萨:拉萨市 日喀则:日喀则市 昌都:昌都市 林芝:林芝市 山南:山南市 那曲:那曲市 阿里:阿里地区',
  },
  {
    name: '陕西',
    fullName: '陕西省',
    sign: '陕',
    prefectures:
      '西安:西安市 铜川:铜川市 宝鸡:宝鸡市 咸阳:咸阳市 渭南:渭南市 延安:延安市 汉中:汉中市 榆林:榆林市 安康:安康市 商洛:商洛市',
  },
  {
    name: '甘肃',
    fullName: '甘肃省',
    sign: '甘',
    prefectures:
      '兰州:兰州市 嘉峪关:嘉峪关市 金昌:金昌市 白银:白银市 天水:天水市 武威:武威市 张掖:张掖市 平凉:平凉市 酒泉:酒泉市 庆阳:庆阳市 定西:定西市 陇南:陇南市 临夏:临夏回族自治州 甘南:甘南藏族自治州',
  },
  {
    name: '青海',
    fullName: '青海省',
    sign: '青',
    prefectures:
      '西宁:西宁市 海东:海东市 海北:海北藏族自治州 黄南:黄南藏族自治州 海南:海南藏族自治州 果洛:果洛藏族自治州 玉树:玉树藏族自治州 海西:海西蒙古族藏族自治州',
  },
  {
    name: '宁夏',
    fullName: '宁夏回族自治区',
    sign: '宁',
    prefectures: '银川:银川市 石嘴山:石嘴山市 吴忠:吴忠市 固原:固原市 中卫:中卫市',
  },
  {
    name: '新疆',
    fullName: '新疆维吾尔自治区',
    sign: '新',
    prefectures:
      '乌鲁木齐:乌鲁木齐市 克拉玛依:克拉玛依市 吐鲁番:吐鲁番市 哈密:哈密市 昌吉:昌吉回族自治州 博尔塔拉:博尔塔拉蒙古自治州 巴音郭楞:巴音郭楞蒙古自治州 阿克苏:阿克苏地区 克孜勒苏:克孜勒苏柯尔克孜自治州 喀什:喀什地区 和田:和田地区 伊犁:伊犁哈萨克自治州 塔城:塔城地区 阿勒泰:阿勒泰地区 石河子:石河子市 阿拉尔:阿拉尔市 图木舒克:图木舒克市 五家渠:五家渠市 北屯:北屯市 铁门关:铁门关市 双河:双河市 可克达拉:可克达拉市 昆玉:昆玉市 胡杨河:胡杨河市 新星:新星市 白杨:白杨市',
  },
  { name: '香港', fullName: '香港特别行政区', sign: '港', prefectures: '' },
  { name: '澳门', fullName: '澳门特别行政区', sign: '澳', prefectures: '' },
  { name: '台湾', fullName: '台湾', sign: '台', prefectures: '' },
];

/**
 * Cities and counties of Taiwan, as `short:full`. 连江县 is also a county of 福州, and left out; where a city and a county have
 * one name, the short name is that of neither.
 */
export const TAIWAN_PLACES =
  '台北:台北市 新北:新北市 桃园:桃园市 台中:台中市 台南:台南市 高雄:高雄市 基隆:基隆市 新竹市:新竹市 新竹县:新竹县 嘉义市:嘉义市 嘉义县:嘉义县 苗栗:苗栗县 彰化:彰化县 南投:南投县 云林:云林县 屏东:屏东县 宜兰:宜兰县 花莲:花莲县 台东:台东县 澎湖:澎湖县 金门:金门县';
