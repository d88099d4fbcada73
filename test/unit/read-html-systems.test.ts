// biome-ignore-all format: tables are read by their columns.
/** Habits of site systems, each in the smallest page that has it: what must be understood, whatever the site. */
import { describe, expect, it } from 'vitest';
import { hiddenNames } from '../../indexer/read/html/style-sheets.js';
import { page, parsedPage, read, TEXT, TITLE } from './html-page.js';

const textOf = (markup: string): string => parsedPage(markup).clauses.map(({ text }) => text).join('\n');

describe('records', () => {
  const rows = [['名　　称', TITLE], ['索 引 号', '000014672/2023-00188'], ['文　　号', '甲政办〔2023〕2号'], ['发布日期', '2023-03-14']] as const;
  const items = (row: (label: string, value: string) => string): string => rows.map(([label, value]) => row(label, value)).join('');

  it.each<readonly [what: string, record: string]>([
    ['items',            `<ul>${items((label, value) => `<li><b>${label}</b><span>${value}</span></li>`)}</ul>`],
    ['a list of terms',  `<div>${items((label, value) => `<p><label>${label}</label> ${value}</p>`)}</div>`],
    ['an empty value',   `<ul>${items((label, value) => `<li><b>${label}</b><span>${value}</span></li>`)}<li><b>主 题 词</b><span></span></li></ul>`],
  ])('labels set apart by style alone: %s', (_, record) => {
    const { document } = parsedPage(page({ above: record }));
    expect([document.documentNumber?.text, document.publishedOn, document.title]).toEqual(['甲政办〔2023〕2号', '2023-03-14', TITLE]);
    expect(textOf(page({ above: record }))).not.toContain('索');
  });

  it('two labels alone are words of a text', () => {
    const text = `${TEXT}<p><b>名称</b>应当规范。</p><p><b>标题</b>应当简明。</p>`;
    expect(textOf(page({ text }))).toContain('名称应当规范。\n标题应当简明。');
  });

  it('in the element of the text, above its title', () => {
    const record = items((label, value) => `<li>${label}：</li><li>${value}</li>`);
    const markup = page({ text: `<ul>${record}<li>所属机构：</li><li>乙产业司</li></ul><h1>${TITLE}</h1><div>${TEXT}</div>` });
    expect(textOf(markup)).not.toMatch(/索|司|名/u);
    expect(parsedPage(markup).document.documentNumber?.text).toBe('甲政办〔2023〕2号');
  });
});

describe('what style sheets hide by name', () => {
  it.each<readonly [what: string, sheet: string, names: readonly string[]]>([
    ['a class, an id',                '.a{display:none} div#b { color: red; display : none !important }', ['.a', '#b']],
    ['one of several',                '.a,.b .c,.d:hover{display:none}', ['.a']],
    ['for a screen',                  '@media screen{.a{display:none}}', ['.a']],
    ['on paper, on a narrow screen',  '@media print{.a{display:none}} @media (max-width:600px){.b{display:none}}', []],
    ['shown by another rule',         '.a{display:none} .a.open{display:block}', []],
    ['the last word of a rule',       '.a{display:none;display:block}', []],
    ['a comment',                     '/* .a{display:none} */ .b{display:none}', ['.b']],
    ['other properties',              '.a{list-style-display:none}', []],
    ['cut off',                       '.a{display:none} .b{display:none', ['.a']],
    ['nothing',                       '', []],
  ])('%s', (_, sheet, names) => {
    expect([...hiddenNames(sheet)]).toEqual(names);
  });

  const hiding = (name: string): string => `<style>${name}{display:none}</style>`;

  it('is no text', () => {
    const markup = page({ head: hiding('#mobile'), text: `${TEXT}<div id="mobile"><p>手机版请访问移动站点。</p></div>` });
    expect(read(markup).text).not.toContain('手机版');
  });

  it.each([
    ['the style of the element shows it', '.tab', `<div class="tab" style="display:block">${TEXT}</div>`],
    ['it is the text, which a script shows', '.fold', `<div class="fold">${TEXT.repeat(3)}</div>`],
    ['it is a container of texts', '.TRS_Editor', `<div class="TRS_Editor">${TEXT}</div>`],
  ])('but is where %s', (_, name, text) => {
    expect(textOf(page({ head: hiding(name), text }))).toContain('加强组织领导');
  });
});

describe('where the text begins and ends', () => {
  it('the inner of two containers: byline and thanks are in the outer one', () => {
    const markup = page({ text: `<div class="page-content"><p>甲发布 2023-04-18 18:02</p><div class="rich_media_content">${TEXT}</div><p>喜欢作者</p></div>` });
    expect(textOf(markup)).not.toMatch(/喜欢|甲发布/u);
  });

  it('a signature in the outer one is the text’s', () => {
    const markup = page({ text: `<div class="page-content"><div class="rich_media_content">${TEXT}</div><p>甲市人民政府</p><p>2023年4月15日</p></div>` });
    expect(parsedPage(markup).document.signedOn).toBe('2023-04-15');
  });

  it('labels of articles that are links', () => {
    const article = (number: number, text: string): string => `<div class="row"><div><a href="Law.aspx?no=${number}">第 ${number} 條</a></div><div>${text}</div></div>`;
    const text = article(1, '為健全甲服務體系，確保照顧及支持服務品質，特制定本法，並自公布日施行。') + article(2, '本法所稱主管機關：在中央為甲部；在縣（市）為縣（市）政府。');
    expect(textOf(page({ text }))).toMatch(/第 1 條[\s\S]*第 2 條/u);
  });
});

describe('what a page says of itself, beside what it prints', () => {
  const signed = `${TEXT}<p>甲市人民政府</p><p>2023年3月10日</p>`;
  const day = (meta: string, above = ''): string | null => parsedPage(page({ head: meta, above, text: signed })).document.publishedOn;

  it.each<readonly [what: string, meta: string, above: string, publishedOn: string]>([
    ['nothing: as it was signed',        '', '', '2023-03-10'],
    ['its day',                          '<meta name="PubDate" content="2023-03-14 10:20">', '', '2023-03-14'],
    ['printed otherwise',                '<meta name="PubDate" content="2023-03-14">', '<p>发布时间：2023-03-16</p>', '2023-03-16'],
    ['when the page was made anew',      '<meta name="PubDate" content="2023-08-16 10:33:59"><meta name="others" content="页面生成时间 2023-08-16 10:33:59">', '', '2023-03-10'],
  ])('%s', (_, meta, above, publishedOn) => {
    expect(day(meta, above)).toBe(publishedOn);
  });

  it.each([
    [`${TITLE}（甲政发〔2023〕5号)`, TITLE],
    [`${TITLE}(甲政发〔2023〕5号)`, TITLE],
    [`${TITLE}（试行）`, TITLE],
  ])('called %s', (called, title) => {
    const { document } = parsedPage(page({ head: `<meta name="ArticleTitle" content="${called}">`, above: `<h2>${title}</h2><h3>（甲政发〔2023〕5号）</h3>` }));
    expect([document.title, document.documentNumber?.text]).toEqual([title, '甲政发〔2023〕5号']);
  });

  it('after its gazette', () => {
    const markup = page({ above: `<h3>${TITLE}</h3>` }).replace(/<title>.*?<\/title>/u, `<title>甲市人民政府公报 - ${TITLE}</title>`);
    expect(parsedPage(markup).document.title).toBe(TITLE);
  });
});
