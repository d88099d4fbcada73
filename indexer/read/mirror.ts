/** Where a file of a mirror was fetched: the folder under the path that was named is called by its host. */
import type { SavedFrom } from '../model.js';

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}(?:cn|hk|mo|tw|com|org|net|edu|gov|int|info)$/u;

/**
 * ```
 * www.beijing.gov.cn/zhengce/zhengcefagui/t1.html  →  http://www.beijing.gov.cn/zhengce/zhengcefagui/t1.html
 * notices/t1.html                                  →  null
 * ```
 *
 * A mirror does not keep whether its pages came by https; sites that have it lead there from http.
 *
 * @param name  Below the path that was named, with `/`.
 */
export function mirroredFrom(name: string): SavedFrom | null {
  const [host = '', ...path] = name.split('/');
  if (path.length === 0 || !HOST.test(host)) return null;
  const url = `http://${host}/${path.map(encodeURIComponent).join('/')}`;
  return { url: url.replaceAll('%25', '%'), by: 'mirror' };
}
