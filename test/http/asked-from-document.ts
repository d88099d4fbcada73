/** Questions drawn from openapi.json itself, right and wrong, and what is said against their answers. */
import fc from 'fast-check';
import { z } from 'zod';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly example?: unknown;
  readonly schema: Record<string, unknown>;
}

interface Described {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

export interface Contract {
  readonly paths: Readonly<Record<string, { readonly get: Described }>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const RUDE = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e9',
    '2023-02-30',
    'null',
    '"',
    '%',
    '\u0000',
    '〔〕',
    '的',
    '😀',
    'x'.repeat(600),
  ),
);

/** What a parameter may be, and now and then what it may not. */
function valuesOf({ schema, example }: Parameter): fc.Arbitrary<string[]> {
  const { type, enum: choices, items, minimum = 1, maximum = 100, format } = schema as Record<string, never>;
  if (items !== undefined) {
    const one = valuesOf({
      ...schemaOnly(items),
      ...(Array.isArray(example) ? { example: example[0] } : {}),
    });
    return fc.array(one, { maxLength: 3 }).map((lists) => lists.flat());
  }
  const right: fc.Arbitrary<unknown>[] = [];
  if (example !== undefined) right.push(fc.constant(example));
  if (choices !== undefined) right.push(fc.constantFrom(...(choices as string[])));
  else if (type === 'integer') right.push(fc.integer({ min: minimum, max: maximum }));
  else if (format === 'date') right.push(fc.constantFrom('2019-01-01', '2021-06-09', '2023-05-30'));
  else
    right.push(fc.constantFrom('人工智能', '算力 数据', '"揭榜挂帅"', '-农业', '(补贴|奖励)', 'AI', '數據'));
  return fc
    .oneof({ arbitrary: fc.oneof(...right), weight: 12 }, { arbitrary: RUDE, weight: 1 })
    .map((value) => [String(value)]);
}

function schemaOnly(schema: Record<string, unknown>): Parameter {
  return { name: '', in: 'query', schema };
}

/** An address, as a client writes it. */
function addressesOf(path: string, { parameters }: Described): fc.Arbitrary<string> {
  const inPath = parameters.filter((one) => one.in === 'path');
  const inQuery = parameters.filter((one) => one.in === 'query');
  const drawn = fc.tuple(
    fc.tuple(...inPath.map(valuesOf)),
    fc
      .subarray(inQuery, { maxLength: Math.min(5, inQuery.length) })
      .chain((some) =>
        fc.tuple(
          ...some.map((one) =>
            valuesOf(one).map((values) => values.map((value) => [one.name, value] as const)),
          ),
        ),
      ),
  );
  return drawn.map(([places, query]) => {
    const filled = inPath.reduce(
      // A name of nothing, or of the folder above, is another path.
      (address, { name }, at) =>
        address.replace(
          `{${name}}`,
          encodeURIComponent((places[at]?.[0] ?? '').toWellFormed().replace(/^\.*$/, 'x')),
        ),
      path,
    );
    const asked = query.flat().map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`);
    return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`;
  });
}

/** Held to the letter: a field that the contract does not name is a fault here, though readers are to bear it. */
export function openJudge({ components }: Contract): (schema: object, value: unknown) => string | null {
  const strict = (schema: unknown): unknown => {
    if (Array.isArray(schema)) return schema.map(strict);
    if (typeof schema !== 'object' || schema === null) return schema;
    const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
    return 'properties' in inside && !('additionalProperties' in inside)
      ? { ...inside, additionalProperties: false }
      : inside;
  };
  const known = new Map<string, z.ZodType>();
  return (schema, value) => {
    const text = JSON.stringify({ ...schema, $defs: components.schemas });
    const own = JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/'));
    const judge = known.get(text) ?? z.fromJSONSchema(strict(own) as Parameters<typeof z.fromJSONSchema>[0]);
    known.set(text, judge);
    const judged = judge.safeParse(value);
    return judged.success ? null : z.prettifyError(judged.error);
  };
}

/** @returns What is wrong with an answer; null where it is as its contract says. */
export async function faultOf(
  contract: Contract,
  operation: Described,
  response: Response,
  judge = openJudge(contract),
): Promise<string | null> {
  const { status } = response;
  const body = await response.text();
  if (status >= 500) return `${status}: ${body}`;
  const described = operation.responses[String(status)];
  if (described === undefined) return `${status} is not in the contract: ${body.slice(0, 300)}`;
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const content = described.content[type];
  if (content === undefined) return `${type} is not in the contract of ${status}`;
  if (!type.endsWith('json') || type.includes('csl')) return null;
  return judge(content.schema, JSON.parse(body));
}

/** Asks each operation so many drawn questions. @throws with the smallest one whose answer is not as the contract says. */
export async function askEverything(
  contract: Contract,
  get: (address: string) => Promise<Response>,
  numRuns: number,
): Promise<ReadonlyMap<string, number>> {
  const answered = new Map<string, number>();
  const judge = openJudge(contract);
  for (const [path, { get: operation }] of Object.entries(contract.paths)) {
    await fc.assert(
      fc.asyncProperty(addressesOf(path, operation), async (address) => {
        const response = await get(address);
        const kind = `${operation.operationId} ${response.status}`;
        answered.set(kind, (answered.get(kind) ?? 0) + 1);
        const fault = await faultOf(contract, operation, response, judge);
        if (fault !== null) throw new Error(`GET ${address}: ${fault}`);
      }),
      { numRuns, ...(operation.parameters.length === 0 ? { numRuns: 1 } : {}) },
    );
  }
  return answered;
}
