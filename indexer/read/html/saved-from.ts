/** Where a page says that it was saved from: its own canonical address first, then what a browser wrote into it. */
import type { SavedFrom } from '../../model.js';
import type { SaidByPage } from './said.js';

/** Browsers and savers write at the head of the file. */
const HEAD = 20_000;
/** `<!-- saved from url=(0084)https://… -->`, by Internet Explorer, Edge and Chrome. */
const SAVED = /<!--\s{0,20}saved from url=\(\d{1,8}\)(\S{1,2000})/iu;
/** SingleFile: `Page saved with SingleFile`, then a line `url: https://…`. */
const SINGLE_FILE = /Page saved with SingleFile\s{1,20}url:\s{0,20}(\S{1,2000})/u;

/** @param around  Addresses that the archive gives which the page is in, the surest first. */
export function savedFrom(
  markup: string,
  { base, canonical, ogUrl }: Pick<SaidByPage, 'base' | 'canonical' | 'ogUrl'>,
  around: readonly string[] = [],
): SavedFrom | null {
  const head = markup.slice(0, HEAD);
  const written = [SAVED.exec(head)?.[1], SINGLE_FILE.exec(head)?.[1], ...around];
  const saved =
    written.map((address) => webAddress(address ?? null, null)).find((url) => url !== null) ?? null;
  const from = saved ?? webAddress(base, null);
  const own = webAddress(canonical, from);
  // Of every page of some sites, the address of the site.
  if (own !== null && (saved === null || !isHome(own))) return { url: own, by: 'canonical' };
  const shared = webAddress(ogUrl, from);
  if (shared !== null && (saved === null || !isHome(shared))) return { url: shared, by: 'og:url' };
  return saved === null ? null : { url: saved, by: 'saved' };
}

const isHome = (address: string): boolean => {
  const { pathname, search } = new URL(address);
  return search === '' && /^\/(?:index\.\w{1,8})?$/u.test(pathname);
};

/** An address on the web that others can open, written out; null for about:blank, file:, localhost and the like. */
export function webAddress(address: string | null, from: string | null): string | null {
  if (address === null || address.trim() === '' || address.length > 2000) return null;
  try {
    const url = from === null ? new URL(address.trim()) : new URL(address.trim(), from);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    const isOwn =
      /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\]|192\.168(?:\.\d{1,3}){2}|10(?:\.\d{1,3}){3})$/u;
    if (isOwn.test(url.hostname) || !url.hostname.includes('.')) return null;
    return from === null ? address.trim() : url.href;
  } catch {
    return null; // No address.
  }
}
