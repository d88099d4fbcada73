/** zhengsou list: which documents there are, for other programs: a line each, its fields separated by tabs. */
import { Option, openCommand } from '../core/command-line.js';
import { ENGINES, type EngineName, readConfig } from '../core/config.js';
import { LACKABLE, type Lackable, type PolicyDocument, titleOrigin } from '../core/model.js';
import type { SearchEngine } from '../engine/engine.js';
import { openEngine } from '../engine/open.js';
import { printable } from '../indexer/summary.js';
import { embeddedFolder } from './embedded-folder.js';
import type { RunCommand } from './run-command.js';

const AT_ONCE = 200; // documents whose metadata is read together

interface ListOptions {
  readonly missing?: readonly Lackable[];
  readonly derivedTitle?: true;
  readonly warnings?: true | string;
}

const VALUES: Readonly<Record<Lackable, (document: PolicyDocument) => unknown>> = {
  city: ({ cities }) => cities[0],
  year: ({ publishedYear }) => publishedYear,
  theme: ({ themes }) => themes[0],
  issuingBody: ({ issuingBodies }) => issuingBodies[0],
  type: ({ type }) => type,
  status: ({ status }) => status,
  source: ({ source }) => source?.url,
  documentNumber: ({ documentNumber }) => documentNumber,
};

export const list: RunCommand = async (argv, streams) => {
  const command = openCommand('zhengsou list', streams)
    .description(
      'Names the documents of the index in its order, a line each: id, year, title, path of the file, codes of its warnings, separated by tabs.',
    )
    .addOption(
      new Option('--missing <field...>', 'only those that lack one of these fields').choices(LACKABLE),
    )
    .option('--derived-title', 'only those whose title is printed nowhere and was given by nobody')
    .option('--warnings [code]', 'only those with warnings, or with this one')
    .option('--data <folder>', 'the index folder (default: DATA_DIR, or data/)')
    .addOption(
      new Option('--engine <name>', 'which engine (default: SEARCH_ENGINE, or sqlite)').choices(ENGINES),
    )
    .option('--json', 'a JSON object a line')
    .parse([...argv], { from: 'user' });
  const given = command.opts<ListOptions & { data?: string; engine?: EngineName; json?: true }>();
  const config = readConfig();
  const name = given.engine ?? config.engine;
  const dataFolder =
    given.data === undefined ? config.dataFolder : embeddedFolder('list', config, given.data);
  const engine = openEngine({ ...config, engine: name, dataFolder });
  try {
    for await (const document of documentsOf(engine)) {
      if (!isMeant(document, given)) continue;
      // Whoever read it has gone.
      if (!process.stdout.writable && streams.stdout === process.stdout) break;
      streams.stdout.write(`${given.json ? JSON.stringify(recordOf(document)) : lineOf(document)}\n`);
    }
  } finally {
    await engine.close();
  }
  return 0;
};

async function* documentsOf(engine: SearchEngine): AsyncGenerator<PolicyDocument> {
  const ids = (await engine.catalogue()).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += AT_ONCE)
    yield* await engine.documents(ids.slice(from, from + AT_ONCE));
}

/** Each option leaves out more; of the fields named one is enough. */
export function isMeant(document: PolicyDocument, { missing, derivedTitle, warnings }: ListOptions): boolean {
  const codes = document.warnings.map(({ code }) => code);
  return (
    (missing === undefined || missing.some((field) => (VALUES[field](document) ?? null) === null)) &&
    (derivedTitle === undefined || titleOrigin(document) === 'derived') &&
    (warnings === undefined || (warnings === true ? codes.length > 0 : codes.includes(warnings)))
  );
}

/** A tab or the end of a line inside a field would make two of it. */
function lineOf(document: PolicyDocument): string {
  const { id, year, title, path, warnings } = recordOf(document);
  return [id, year ?? '', title, path, [...new Set(warnings)].join(',')]
    .map((field) => printable(String(field)).replaceAll('\n', ' '))
    .join('\t');
}

function recordOf(document: PolicyDocument) {
  const { id, title, publishedYear, documentNumber, file, warnings } = document;
  return {
    ...{ id, title, titleOrigin: titleOrigin(document), year: publishedYear },
    ...{ documentNumber: documentNumber?.text ?? null, path: file.path },
    warnings: warnings.map(({ code }) => code),
  };
}
