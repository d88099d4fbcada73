/** What a reviewed table of other words is made of: rows that lead one way, from what is typed to what texts print. */

export type ExpansionKind = 'regional' | 'abbreviation' | 'english' | 'everyday';

export interface ExpansionRow {
  /** Simplified; or Latin words with a space between them. */
  readonly from: string;
  /** The likeliest first, at most four. */
  readonly to: readonly string[];
  readonly kind: ExpansionKind;
  readonly origin: string;
}

/** As it stands in a file: rows of one kind, by where they are from. */
export interface ExpansionTable {
  readonly kind: ExpansionKind;
  readonly sections: readonly {
    readonly origin: string;
    /** `from: to to; from: to` */
    readonly rows: string;
  }[];
}

export function rowsOf({ kind, sections }: ExpansionTable): readonly ExpansionRow[] {
  return sections.flatMap(({ origin, rows }) =>
    rows.split(';').map((row) => {
      const [from = '', to = ''] = row.split(':');
      return { from: from.trim(), to: to.trim().split(' '), kind, origin };
    }),
  );
}
