import { describe, expect, it } from 'vitest';
import { describeText } from './describe-text.js';

/** What a notice says of itself, whatever its characters are printed as. */
const notice = (body: string, number: string, date: string): string =>
  `${body}关于加强档案管理工作的通知\n${number}\n各区人民政府：\n现通知如下，请认真贯彻执行。\n${body}\n${date}`;

describe('describe, where characters only look like those that are meant', () => {
  it.each([
    ['北京市人民政府办公厅', '京政办发〔2023〕14号', '2023年6月30日'],
    ['北京市⼈⺠政府办公厅', '京政办发〔2023〕14号', '2023年6⽉30⽇'],
    ['北\u200b京市人民\u00ad政府办公厅', '京政办\u2060发〔2023〕14号', '2023\u2060年6月30\u00ad日'],
    ['北京市\u202a人民政府\u202c办公厅', '京政办发〔\u200e2023〕14号', '\ufeff2023年\u200b6月30日'],
  ])('%j %j %j', (body, number, date) => {
    const found = describeText(notice(body, number, date));
    expect(found.issuingBodies).toEqual(['北京市人民政府办公厅']);
    expect(found.documentNumber?.text).toBe('京政办发〔2023〕14号');
    expect(found.signedOn).toBe('2023-06-30');
  });

  it('reads the table of a page through what is invisible in it', () => {
    const text =
      '发文\u200b机关：北京市教\u00ad育委员会\n成文\u2060日期：2023年\u200b5⽉6日\n标\u200b题：关于开展检查的通知\n各单位：\n现就有关事项通知如下，请认真贯彻执行。';
    const { issuingBodies, signedOn, title } = describeText(text);
    expect({ issuingBodies, signedOn, title }).toEqual({
      issuingBodies: ['北京市教育委员会'],
      signedOn: '2023-05-06',
      title: '关于开展检查的通知',
    });
  });
});
