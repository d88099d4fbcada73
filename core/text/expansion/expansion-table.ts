/** What a reviewed table of other words is made of: rows that lead one way, from what is typed to what texts print. */

export type ExpansionKind = 'regional' | 'abbreviation' | 'english' | 'everyday';

export interface ExpansionRow {
  /** Simplified; or Latin words with a space between them. */
  readonly from: string;
  /** The likeliest first, at most four. */
  readonly to: readonly string[];
  /** In step with `to`: how often it stands for `from`, 0 to 1. Without it each is meant as much as what was typed. */
  readonly likely?: readonly number[];
  readonly kind: ExpansionKind;
  readonly origin: string;
}

/** As it stands in a file: rows of one kind, by where they are from. */
export interface ExpansionTable {
  readonly kind: ExpansionKind;
  readonly sections: readonly {
    readonly origin: string;
    /** `from: to to; from: to`; of mined rows with how likely each is: `from: to.46 to.2` */
    readonly rows: string;
  }[];
}

export function rowsOf({ kind, sections }: ExpansionTable): readonly ExpansionRow[] {
  return sections.flatMap(({ origin, rows }) =>
    rows.split(';').map((row) => {
      const [from = '', all = ''] = row.split(':');
      const words = all
        .trim()
        .split(' ')
        .map((word) => word.split('.'));
      const to = words.map(([word = '']) => word);
      const isMined = words.some(([, share]) => share !== undefined);
      const likely = isMined ? { likely: words.map(([, share]) => Number(`0.${share}`)) } : {};
      return { from: from.trim(), to, ...likely, kind, origin };
    }),
  );
}
