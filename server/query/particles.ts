/**
 * Words that say nothing of what is looked for. With `all` a clause must hold them like any other word of the run; of `any`
 * they are never the one that is held, and they are not counted where words are bounded.
 */
import { fold } from '../../core/text/fold.js';

/** Reviewed: what a text on any subject holds. 于 and 为 too; not 不, 未, 无, which turn a sentence round. */
const CHINESE = [
  '的 地 得 之 了 着 过 们 和 与 及 或 并 而 且 但 在 于 对 从 自 向 由 以 为 至 到 把 将 被 给 让 是 也 都 就 又 还 则 所 其 该 此 这 那 等 吗 呢 吧 啊 嘛',
  '以及 及其 或者 并且 而且 但是 对于 关于 为了 这些 那些 这个 那个 哪些 什么 怎么 怎样 如何 等等 的话',
].join(' ');
const ENGLISH = 'a an the of and or in on at to for with by from as is are be it its this that these those';

const particles = new Set(`${CHINESE} ${ENGLISH}`.split(' ').map((word) => fold(word)));

/** @param folded  In Simplified. */
export function isParticle(folded: string): boolean {
  return particles.has(folded);
}
