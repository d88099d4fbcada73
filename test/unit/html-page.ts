/** A page as sites make them, for tests of what is read from it. */
import { rawDocument } from '../../bench/raw-document.js';
import { parseDocument } from '../../indexer/parse-document.js';
import type { FileContent } from '../../indexer/read/file-content.js';
import { readHtml } from '../../indexer/read/html/read-html.js';
import { withContent } from '../../indexer/read/read-content.js';

export const TITLE = '甲市人民政府关于促进乙产业发展的通知';
export const SENTENCE =
  '为贯彻落实国家和省有关部署，促进乙产业健康发展，经市政府同意，现将有关事项通知如下。';
export const TEXT = `<p>各县（区）人民政府：</p><p>${SENTENCE}</p><p>一、加强组织领导。各部门要高度重视，落实责任，确保完成任务。</p>`;
export const LINES = [
  '各县（区）人民政府：',
  SENTENCE,
  '一、加强组织领导。各部门要高度重视，落实责任，确保完成任务。',
];

export const page = ({ head = '', above = '', text = TEXT, below = '' }): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${TITLE}_甲市人民政府门户网站</title>${head}</head><body>
  <div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw/">政务公开</a></li><li><a href="/hd/">互动交流</a></li></ul></div>
  <div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zw/">政策文件</a></div>${above}
  <div id="zoom">${text}</div>${below}
  <div class="footer"><p>主办：甲市人民政府　甲ICP备01234567号</p><p><a href="/map">网站地图</a></p></div></body></html>`;

export const read = (markup: string): FileContent => readHtml(new TextEncoder().encode(markup), 'page.html');

/** The document that a page becomes. */
export function parsedPage(markup: string): ReturnType<typeof parseDocument> {
  const raw = withContent(rawDocument('', { path: 'page.html' }), read(markup));
  return parseDocument({ ...raw, kind: 'file' }, '2026-11-28T00:00:00.000Z');
}
