/**
 * Small PDFs for tests, made here: text at places of a page, in a font that is not embedded.
 */
export interface MadeText {
  readonly text: string;
  readonly x: number;
  /** From the lower edge, as PDF counts. */
  readonly y: number;
  readonly size?: number;
  /** Degrees. */
  readonly turned?: number;
}

export interface MadePage {
  readonly texts: readonly MadeText[];
  /** Lines, from and to. */
  readonly lines?: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  /** Commands as they are written. */
  readonly raw?: string;
}

/** Lines of prose from the top of a page down, 20 points apart, 12 points high. */
export function prose(lines: readonly string[], { x = 72, y = 760 } = {}): readonly MadeText[] {
  return lines.map((text, at) => ({ text, x, y: y - at * 20 }));
}

export function madePdf(pages: readonly MadePage[], { extra = '', title = '' } = {}): Buffer {
  const first = 8;
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(' ');
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${extra}>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R/DW 1000/W[1 95 500]>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    '<</Type/Font/Subtype/Type0/BaseFont/Unknown/Encoding/Identity-H/DescendantFonts[4 0 R]>>',
    `<</Title<feff${utf16(title)}>>>`,
    ...pages.flatMap((page, at) => pageObjects(page, first + at * 2 + 1)),
  ];
  return written(objects);
}

const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

function pageObjects({ texts, lines = [], raw = '' }: MadePage, contents: number): readonly string[] {
  const content = [
    ...texts.map(({ text, x, y, size = 12, turned = 0 }) => {
      const angle = (turned * Math.PI) / 180;
      const [cos, sin] = [Number(Math.cos(angle).toFixed(4)), Number(Math.sin(angle).toFixed(4))];
      return `BT /F1 ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${y} Tm <${utf16(text)}> Tj ET`;
    }),
    ...lines.map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`),
    raw,
  ].join('\n');
  return [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${contents} 0 R/Resources<</Font<</F1 3 0 R/F2 6 0 R>>>>>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  ];
}

function written(objects: readonly string[]): Buffer {
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R/Info 7 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}
