/**
 * Sixty documents in each style: `test/golden/cite-tables/<style>.md`, with the rule or the published sample beside each line.
 * `vitest run -u` writes them: then read each line that changed against its rule.
 */
import { describe, expect, it } from 'vitest';
import { CITATION_STYLES } from '../../server/cite/cite.js';
import { citeAs } from './cite-cases.js';
import { type CitedCase, DOCUMENTS } from './cite-documents.js';
import { ruleOf } from './cite-rules.js';

describe('the tables of citations', () => {
  it('are of sixty documents and more, each of a name of its own', () => {
    expect(new Set(DOCUMENTS.map(([name]) => name)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(CITATION_STYLES)('%s', async (style) => {
    const line = ([name, cited]: readonly [string, CitedCase]): string => {
      const { document, clause, pinpoint } = cited;
      const text = citeAs(style, document, clause, pinpoint).text.replaceAll('\r\n', '\n');
      return `## ${name}\n\n\`\`\`\n${text.trimEnd()}\n\`\`\`\n\n${ruleOf(style, cited)}\n`;
    };
    const table = `# ${style}\n\n${DOCUMENTS.map(line).join('\n')}`;
    await expect(table).toMatchFileSnapshot(`../golden/cite-tables/${style}.md`);
  });
});
