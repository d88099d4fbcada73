import { ordinary } from '../../core/text/ordinary.js';

/**
 * Full-width digits and letters as their ASCII ones, and radicals as the ideographs that they look like, each in its place:
 * offsets stay. ２０２１年 → 2021年, ⼈⺠政府 → 人民政府.
 */
export function narrow(text: string): string {
  return ordinary(text).replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}
