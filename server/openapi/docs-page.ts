/**
 * openapi.json as a page: for people, without a script, without anything from elsewhere. Elements are written by one function,
 * which escapes every text and every attribute that it is given.
 */
import { openApiDocument } from './openapi.js';

type Node = string | Element;
interface Element {
  readonly html: string;
}

interface Described {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly default?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
  readonly description?: string;
}

interface Content {
  readonly schema: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Described200 {
  readonly description: string;
  readonly content: Readonly<Record<string, Content>>;
}

interface Shown {
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly summary: string;
    readonly description: string;
  };
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: {
          readonly operationId: string;
          readonly summary: string;
          readonly parameters: readonly Described[];
          readonly responses: Readonly<Record<string, Described200>>;
        };
      }
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** @param base  The path that the server lies under, without a slash at its end. */
export function docsPage(base: string): string {
  const { info, paths, components } = openApiDocument(base) as unknown as Shown;
  const body = [
    element('h1', {}, [`${info.title} ${info.version}`]),
    element('p', {}, [info.summary]),
    ...info.description.split('\n').map((line) => element('p', {}, [line])),
    element('p', {}, [
      'For programs: ',
      element('a', { href: `${base}/openapi.json` }, ['openapi.json']),
      '.',
    ]),
    element(
      'nav',
      { 'aria-label': 'Paths' },
      Object.entries(paths).map(([path, { get }]) =>
        element('a', { href: `#${get.operationId}` }, [element('code', {}, [path]), ` ${get.summary}`]),
      ),
    ),
    ...Object.entries(paths).map(([path, { get }]) => operationSection(path, get)),
    element('h2', {}, ['What the answers are made of']),
    ...Object.entries(components.schemas).map(([name, schema]) => schemaSection(name, schema)),
  ];
  const head = [
    element('meta', { charset: 'utf-8' }, []),
    element('meta', { name: 'viewport', content: 'width=device-width' }, []),
    element('title', {}, [`${info.title}: the API`]),
    element('link', { rel: 'stylesheet', href: `${base}/docs.css` }, []),
  ];
  const page = element('html', { lang: 'en' }, [
    element('head', {}, head),
    element('body', {}, [element('main', {}, body)]),
  ]);
  return `<!doctype html>\n${page.html}\n`;
}

function operationSection(path: string, get: Shown['paths'][string]['get']): Element {
  return element('section', { id: get.operationId }, [
    element('h2', {}, [element('code', {}, [`GET ${path}`])]),
    element('p', {}, [get.summary]),
    ...(get.parameters.length === 0
      ? []
      : [table(['parameter', 'type', ''], get.parameters.map(parameterRow))]),
    ...Object.entries(get.responses).flatMap(([status, { description, content }]) => [
      element('h3', {}, [`${status}: ${description}`]),
      ...Object.entries(content).flatMap(([type, one]) => contentOf(type, one)),
    ]),
  ]);
}

function parameterRow({ name, in: place, description, schema }: Described): readonly Node[][] {
  const where = place === 'path' ? ' (in the path)' : '';
  return [[element('code', {}, [name]), where], typeOf(schema), [description]];
}

function contentOf(type: string, { schema, example, examples = {} }: Content): Element[] {
  const shown = [
    ...(example === undefined ? [] : [example]),
    ...Object.values(examples).map(({ value }) => value),
  ];
  return [
    element('p', {}, [element('code', {}, [type]), ' ', ...typeOf(schema)]),
    ...shown.map((value) =>
      element('details', {}, [
        element('summary', {}, ['Example']),
        element('pre', {}, [typeof value === 'string' ? value : JSON.stringify(value, null, 2)]),
      ]),
    ),
  ];
}

function schemaSection(name: string, schema: Schema): Element {
  const fields = Object.entries(schema.properties ?? {});
  const required = schema.required ?? [];
  return element('section', { id: name }, [
    element('h3', {}, [element('code', {}, [name])]),
    element('p', {}, [schema.description ?? '']),
    ...(fields.length === 0
      ? [element('p', {}, typeOf(schema))]
      : [
          table(
            ['field', 'type', ''],
            fields.map(([field, one]) => [
              [element('code', {}, [field]), ...(required.includes(field) ? [] : [' (may be absent)'])],
              typeOf(one),
              [one.description ?? ''],
            ]),
          ),
        ]),
  ]);
}

/** A type in a line: names of schemas lead to them. */
function typeOf(schema: Schema): Node[] {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    return [element('a', { href: `#${name}` }, [name])];
  }
  if (schema.anyOf)
    return schema.anyOf.flatMap((one, at) => (at === 0 ? typeOf(one) : [' or ', ...typeOf(one)]));
  if (schema.enum) return [schema.enum.join(' | '), ...presetOf(schema)];
  if (schema.items) return ['list of ', ...typeOf(schema.items)];
  if (schema.properties) return ['object of ', Object.keys(schema.properties).join(', ')];
  if (schema.additionalProperties) return ['object by name of ', ...typeOf(schema.additionalProperties)];
  return [[schema.type ?? 'anything', schema.format].filter(Boolean).join(', '), ...presetOf(schema)];
}

function presetOf({ default: preset }: Schema): Node[] {
  return preset === undefined || preset === '' ? [] : [` (${JSON.stringify(preset)} if left out)`];
}

function table(heads: readonly string[], rows: readonly (readonly (readonly Node[])[])[]): Element {
  return element('table', {}, [
    element('thead', {}, [
      element(
        'tr',
        {},
        heads.map((head) => element('th', { scope: 'col' }, [head])),
      ),
    ]),
    element(
      'tbody',
      {},
      rows.map((cells) =>
        element(
          'tr',
          {},
          cells.map((cell) => element('td', {}, cell)),
        ),
      ),
    ),
  ]);
}

const VOID = new Set(['meta', 'link']);

/** @param name  Ours, as are the names of the attributes; what they hold may be any text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly Node[],
): Element {
  const held = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : child.html)).join('');
  return { html: `<${name}${held.join('')}>${VOID.has(name) ? '' : `${inside}</${name}>`}` };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
