/** Texts made for what the seeds have none of: 3,000 clauses, a translation, a repealed law, a warning, nine bodies. */
const DIGITS = '零一二三四五六七八九';

/** 1 to 9,999 in Chinese. */
function chinese(n: number): string {
  let written = '';
  let [rest, gap] = [n, false];
  for (const [unit, sign] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(rest / unit);
    rest %= unit;
    if (digit > 0) {
      written += `${gap ? '零' : ''}${unit === 10 && digit === 1 && written === '' ? '' : DIGITS[digit]}${sign}`;
      gap = false;
    } else if (written !== '' && rest > 0) gap = true;
  }
  return written;
}

export const HITS = 100;
const LONG = Array.from({ length: 3000 }, (_, at) => {
  const article = at + 1;
  const chapter = at % 150 === 0 ? `第${chinese(at / 150 + 1)}章　办理事项\n` : '';
  const filed = article % (3000 / HITS) === 0 ? '主管部门应当受理算力申报。' : '由窗口登记。';
  return `${chapter}第${chinese(article)}条　当事人应当提交有关材料，${filed}本条所称材料，是指依照规定应当提交的文件、证明和说明，以及其他有关资料。`;
}).join('\n');

const ZH = [
  ['總則', '為保護資料安全，特制定本法。', '本法所稱主管機關為數位發展部。'],
  ['罰則', '違反前條規定者，處新臺幣五萬元以下罰鍰。', '本法自公布日施行。'],
] as const;
const EN = [
  [
    'General Provisions',
    'This Act is enacted to protect data security.',
    'The competent authority is the Ministry.',
  ],
  [
    'Penalties',
    'Whoever violates the preceding article shall be fined.',
    'This Act shall take effect on promulgation.',
  ],
] as const;

const chapters = (texts: readonly (readonly string[])[], heading: string, article: string) =>
  texts
    .map(([name, ...articles], at) =>
      [
        `${heading.replace('#', heading === 'Chapter #' ? `${at + 1}` : chinese(at + 1))} ${name}`,
        ...articles.map((text, place) => `${article.replace('#', `${2 * at + place + 1}`)}\n${text}`),
      ].join('\n'),
    )
    .join('\n');

/** So many that they can be looked for. */
export const BODIES = [
  '农业农村部',
  '国家发展和改革委员会',
  '财政部',
  '科学技术部',
  '工业和信息化部',
  '人力资源和社会保障部',
  '自然资源部',
  '交通运输部',
  '水利部',
];

/** More than one answer has. */
const LONGER = Array.from(
  { length: 5200 },
  (_, at) => `第${chinese(at + 1)}条　${at === 5100 ? '朔望之时' : '按时'}记潮位。`,
).join('\n');

export const MADE = [
  { id: 'longer', title: '潮位记法', text: LONGER, publishedOn: '1954-05-01' },
  { id: 'long', title: '办理事项条例', text: LONG, publishedOn: '2021-05-01' },
  {
    id: 'both',
    title: '資料安全法',
    titleEn: 'Data Security Act',
    text: chapters(ZH, '第 # 章', '第 # 條'),
    textEn: chapters(EN, 'Chapter #', 'Article #'),
    publishedOn: '2023-01-02',
    cities: ['台湾'],
  },
  {
    id: 'repealed',
    title: '数据管理暂行办法',
    text: '第一条　为了管理数据，制定本办法。\n第二条　数据应当登记。',
    status: '废止',
    publishedOn: 'no day',
    source: { name: '政府网', url: 'https://user:secret@www.gov.cn/a.htm' },
  },
  {
    id: 'joint',
    title: '关于联合开展数字乡村试点的通知',
    text: '各试点县应当按月报送进展。',
    documentNumber: '农市发〔2020〕7号',
    issuingBodies: BODIES,
    publishedOn: '2020-03-04',
  },
];
