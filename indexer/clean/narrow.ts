/** Full-width digits and letters as their ASCII ones, each in its place: offsets stay. ２０２１年 → 2021年. */
export function narrow(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
