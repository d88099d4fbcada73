const FILE =
  /\.(?:docx?|wps|wpt|rtf|odt|pdf|ofd|ceb|caj|xlsx?|xlsm|et|csv|ods|pptx?|dps|zip|rar|7z|txt|epub)(?:$|[?#])/iu;
const LONGEST = 2000;

/** Whether a link leads to a file, by its ending: texts link to their annexes, menus to pages. */
export function isFileAddress(address: string): boolean {
  return address.length <= LONGEST && FILE.test(address.trim());
}
