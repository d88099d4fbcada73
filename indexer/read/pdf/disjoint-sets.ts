export interface DisjointSets {
  /** The least member of the set that one is in. */
  find(member: number): number;
  merge(one: number, other: number): void;
}

/** Each of the numbers from 0 on is a set of its own, until it is merged. */
export function disjointSets(count: number): DisjointSets {
  const above = [...Array(count).keys()];
  const find = (member: number): number => {
    let at = member;
    while ((above[at] ?? at) !== at) {
      above[at] = above[above[at] ?? at] ?? at;
      at = above[at] ?? at;
    }
    return at;
  };
  const merge = (one: number, other: number): void => {
    const [a, b] = [find(one), find(other)];
    above[Math.max(a, b)] = Math.min(a, b);
  };
  return { find, merge };
}
