/** The table of fonts: of each its charset and its name. */
export interface Fonts {
  /** A word inside the table. */
  word(name: string, number: number | null): void;
  text(bytes: Buffer): void;
  charsetOf(font: number | null): number | null;
  nameOf(font: number | null): string;
}

export function createFonts(): Fonts {
  const charsets = new Map<number, number>();
  const names = new Map<number, string>();
  let current = 0;
  return {
    word(name, number) {
      if (number === null) return;
      if (name === 'f') current = number;
      else if (name === 'fcharset') charsets.set(current, number);
    },
    text(bytes) {
      const name = (names.get(current) ?? '') + bytes.toString('latin1', 0, 100);
      names.set(current, name.slice(0, 100));
    },
    charsetOf: (font) => (font === null ? null : (charsets.get(font) ?? null)),
    nameOf: (font) => (font === null ? '' : ((names.get(font) ?? '').split(';', 1)[0]?.trim() ?? '')),
  };
}
