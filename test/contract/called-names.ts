/**
 * What the bodies and places of the small corpora are called, written down: an engine that took a wrong name, or lost one, would
 * else be compared with the function that it has it from.
 */

const NAMES: ReadonlyMap<string, string> = new Map([
  ['北京市人民政府', '北京市人民政府 北京市政府 北京人民政府 北京政府 市人民政府 市政府'],
  [
    '北京市经济和信息化局',
    '北京市经济和信息化局 北京市经济信息化局 北京市经信局 北京经济和信息化局 北京经济信息化局 北京经信局 市经济和信息化局 市经济信息化局 市经信局 经济和信息化局 经济信息化局 经信局',
  ],
  [
    '广州市发展和改革委员会',
    '广州市发展和改革委员会 广州市发展和改革委 广州市发展改革委 广州市发改委 广州发展和改革委员会 广州发展和改革委 广州发展改革委 广州发改委 市发展和改革委员会 市发展和改革委 市发展改革委 市发改委 发展和改革委员会 发展和改革委 发展改革委 发改委',
  ],
  ['甲局', '甲局'],
  ['乙部', '乙部'],
  ['北京', '北京 北京市 京'],
  ['天津', '天津 天津市 津'],
  ['上海', '上海 上海市 沪'],
  ['合肥', '合肥 合肥市'],
]);

/** @throws TypeError for a value of a corpus that is not written down here. */
export function namesOfValue(value: string): readonly string[] {
  const names = NAMES.get(value);
  if (names === undefined) throw new TypeError(`What is ${value} called? Write it down.`);
  return names.split(' ');
}
