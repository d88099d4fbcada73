/** Fills a message. Pure. */

/**
 * `{n}` is the value (numbers with separators of thousands); `{n:clause|clauses}` the value and the word that
 * goes with one, or with any other number. A value that is not given leaves its braces to be seen.
 */
export function say(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(
    /\{(\w{1,40})(?::([^|}]{0,200})\|([^}]{0,200}))?\}/g,
    (whole, name: string, one?: string, more?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      const shown = value.toLocaleString('en');
      return one === undefined ? shown : `${shown} ${value === 1 ? one : more}`;
    },
  );
}
