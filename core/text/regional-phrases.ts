/**
 * Words that Taiwan and Hong Kong write with other characters than the mainland does, and that OpenCC leaves alone. A
 * character for a character. Reviewed against the laws of Taiwan and the addresses of Hong Kong.
 */

/** What OpenCC makes of the Traditional text → as the mainland writes it. */
export const REGIONAL_PHRASES: ReadonlyMap<string, string> = tableOf(`
  随著随着 意味著意味着 跟著跟着 沿著沿着 接著接着 朝著朝着 向著向着 对著对着 本著本着 凭著凭着 凭借著凭借着 围绕著围绕着 按著按着 靠著靠着
  带著带着 有著有着 存在著存在着 面临著面临着 活著活着 看著看着 藉著借着 借著借着 趁著趁着 顺著顺着 牵动著牵动着 扮演著扮演着 穿著穿着 身著身着
  著火着火 著手着手 著重着重 著眼着眼 著想着想 著陆着陆 著落着落 著力着力 著实着实 著急着急 著装着装 衣著衣着 附著附着 黏著黏着 粘著粘着 执著执着
  胶著胶着 沉著沉着 著色着色 固著固着 定著物定着物 定著人员定着人员 吸著吸着 著床着床 著地着地 著迷着迷 著凉着凉
  甚麽什么 甚么什么 怎麽怎么 那麽那么 这麽这么 多麽多么
  计画计划 规画规划 筹画筹划 策画策划 企画企划 谋画谋划 区画区划
  帐户账户 帐号账号 帐目账目 帐簿账簿 帐册账册 帐务账务 帐款账款 帐单账单 帐面账面 帐载账载 帐外账外 记帐记账 入帐入账 转帐转账 对帐对账 结帐结账
  呆帐呆账 坏帐坏账 建帐建账 列帐列账 登帐登账 做帐做账 查帐查账 专帐专账 总帐总账
  部份部分 成份成分 身分身份 覆议复议 覆审复审 覆查复查 覆验复验 覆检复检 覆判复判 覆丈复丈
`);

/** What OpenCC makes of Simplified text → as Taiwan's own laws write it. */
export const TAIWAN_PHRASES: ReadonlyMap<string, string> = tableOf('複議復議 複核覆核 函覆函復 複職復職');

/** The same of single characters, in whatever word. */
export const TAIWAN_SHAPES: ReadonlyMap<string, string> = tableOf('溼濕 汙污 佈布 佔占 巖岩 覈核 麪麵');

/** Halves of equal length, one entry between two blanks. */
function tableOf(entries: string): ReadonlyMap<string, string> {
  return new Map(
    entries
      .trim()
      .split(/\s+/)
      .map((entry) => {
        const characters = [...entry];
        const half = characters.length / 2;
        return [characters.slice(0, half).join(''), characters.slice(half).join('')];
      }),
  );
}
