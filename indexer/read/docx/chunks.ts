/** Other files inside of a .docx (`altChunk`): registers write a whole law as HTML, and leave the document itself empty. */
import type { OfficePackage } from './package.js';

/** By the ids of their relations. */
export async function readChunks(
  parts: OfficePackage,
  main: string,
  name: string,
): Promise<ReadonlyMap<string, string>> {
  const chunks = new Map<string, string>();
  return chunks;
}
