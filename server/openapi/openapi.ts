/**
 * The contract as a program reads it: OpenAPI 3.1, made of the schemas that requests are read with and answers are held to.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ErrorCode } from '../../core/errors.js';
import { HOME, VERSION } from '../../core/version.js';
import { statusOf } from '../http/problem.js';
import { REPEATABLE } from '../request.js';
import { Problem } from './answer-schemas.js';
import { exampleProblem } from './example-problems.js';
import { OPERATIONS, type Operation } from './operations.js';
import { PARAMETER_TEXTS } from './parameter-texts.js';

const SCHEMAS = '#/components/schemas/';
type Json = Readonly<Record<string, unknown>>;

const DESCRIPTION = [
  'Full-text search over Chinese policy texts. Everything is read with GET (or HEAD); nothing can be changed over HTTP.',
  'Every answer has X-Request-Id, by which the log of the server calls it, and Zhengsou-Version.',
  'Within a minor version (0.2.x), and from 1.0 on within a major one: no path, parameter, value or field goes, is renamed or ' +
    'means something else; more may come, so ignore what you do not know. Orders, texts of messages and snippets may change.',
].join('\n');

/** @param base  The path that the server lies under, without a slash at its end. */
export function openApiDocument(base = ''): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Zhengsou',
      version: VERSION,
      summary: 'Find the clause, check the source, paste the citation.',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: base === '' ? '/' : base }],
    paths: Object.fromEntries(OPERATIONS.map((operation) => [operation.path, { get: describe(operation) }])),
    components: { schemas: schemasByName() },
  };
}

function describe(operation: Operation): Json {
  const { id, summary, problems } = operation;
  const statuses = [...new Set(problems.map((code) => statusOf(code).status))].sort();
  return {
    operationId: id,
    summary,
    parameters: [
      ...operation.inPath.map(({ name, description, example, values }) => ({
        ...{ name, in: 'path', required: true, description, example },
        schema: { type: 'string', ...(values === undefined ? {} : { enum: values }) },
      })),
      ...Object.entries(operation.parameters.shape).map(([name, schema]) =>
        describeParameter(id, name, schema),
      ),
    ],
    responses: {
      200: { description: 'The answer.', content: contentOf(operation) },
      ...Object.fromEntries(
        statuses.map((status) => [
          status,
          describeProblems(problems.filter((code) => statusOf(code).status === status)),
        ]),
      ),
      default: {
        description: 'A fault of ours.',
        content: { 'application/problem+json': { schema: reference(Problem) } },
      },
    },
  };
}

/** @param id  Of the operation: a name may mean another thing there. */
function describeParameter(id: string, name: string, schema: z.ZodType): Json {
  const text = PARAMETER_TEXTS.get(`${id}.${name}`) ?? PARAMETER_TEXTS.get(name);
  if (text === undefined) throw new TypeError(`The parameter ${name} is described nowhere.`);
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  return {
    ...{ name, in: 'query', required: false, description: text.description },
    ...(text.example === undefined ? {} : { example: text.example }),
    ...(REPEATABLE.includes(name) ? { style: 'form', explode: true } : {}),
    schema: { ...json, ...text.schema },
  };
}

function contentOf({ id, json, mediaTypes }: Operation): Json {
  const example = exampleOf(id);
  const schemas = json.map(reference);
  const isJson = typeof example === 'object';
  return {
    ...(schemas.length === 0
      ? {}
      : {
          'application/json': {
            schema: schemas.length === 1 ? schemas[0] : { anyOf: schemas },
            ...(isJson ? { example } : {}),
          },
        }),
    ...Object.fromEntries(
      mediaTypes.map((type) => [
        type,
        { schema: { type: 'string' }, ...(type === 'text/plain' && !isJson && example ? { example } : {}) },
      ]),
    ),
  };
}

function describeProblems(codes: readonly ErrorCode[]): Json {
  const examples = codes.flatMap((code) => {
    const value = exampleProblem(code);
    return value === null ? [] : [[code, { value }]];
  });
  return {
    description: codes.map((code) => `${statusOf(code).title} (${code})`).join('; '),
    content: {
      'application/problem+json': {
        schema: reference(Problem),
        ...(examples.length === 0 ? {} : { examples: Object.fromEntries(examples) }),
      },
    },
  };
}

function reference(schema: z.ZodType): Json {
  return { $ref: SCHEMAS + schema.meta()?.id };
}

function schemasByName(): Json {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: (id) => SCHEMAS + id, io: 'input' });
  const plain = Object.entries(schemas).map(([id, { $schema: _, $id: __, id: ___, ...schema }]) => [
    id,
    schema,
  ]);
  return Object.fromEntries(plain.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)));
}

/** As the seeds answer it; null where none is kept. */
function exampleOf(id: string): unknown {
  const [json, text] = ['json', 'txt'].map((ending) => join(HOME, 'docs/examples', `${id}.${ending}`));
  if (json !== undefined && existsSync(json)) return JSON.parse(readFileSync(json, 'utf8'));
  return text !== undefined && existsSync(text) ? readFileSync(text, 'utf8') : null;
}
