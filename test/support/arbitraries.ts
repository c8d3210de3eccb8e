import fc from 'fast-check';
import { NASTY_DATES, NASTY_IDS, NASTY_NUMBERS, NASTY_QUANTITIES, NASTY_TEXTS, NASTY_VALUES } from './nasty.js';
import { resolve, typesOf, type Document, type Operation, type Parameter, type Schema } from './openapi.js';

/** A request as it goes over the wire. `body` is text, so that what is no JSON can be sent too. */
export interface WireRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What exists: ids by the noun of the path (`needs`, `offers`, ...), so that requests get past "not found". */
export type Known = Readonly<Record<string, readonly string[]>>;

const nastyText = fc.constantFrom(...NASTY_TEXTS.map(([, text]) => text));
const nasty = fc.oneof(
  fc.constantFrom(...NASTY_VALUES),
  nastyText,
  fc.constantFrom(...NASTY_NUMBERS),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const DEPTH = 5;

/** Values that a schema allows, and now and then one that it does not. */
export function valueOf(document: Document, given: Schema, known: Known, name = '', depth = 0): fc.Arbitrary<unknown> {
  const schema = given.allOf?.length === 1 && given.allOf[0] ? given.allOf[0] : given;
  return fc.oneof(
    { weight: 9, arbitrary: allowed(document, resolve(document, schema), known, name, depth) },
    { weight: 1, arbitrary: nasty },
  );
}

function allowed(document: Document, schema: Schema, known: Known, name: string, depth: number): fc.Arbitrary<unknown> {
  if (depth > DEPTH) return fc.constant(null);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.oneOf ?? schema.anyOf;
  if (either?.length) return fc.oneof(...either.map((one) => valueOf(document, one, known, name, depth + 1)));
  const types = typesOf(schema);
  const options = types.map((type) => ofType(document, type, schema, known, name, depth));
  return options.length === 0 ? nasty : fc.oneof(...options);
}

function ofType(
  document: Document,
  type: string,
  schema: Schema,
  known: Known,
  name: string,
  depth: number,
): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.oneof(
        fc.double({
          min: schema.minimum ?? 0,
          max: Math.max(schema.minimum ?? 0, schema.maximum ?? 1000),
          noNaN: true,
        }),
        fc.constantFrom(...NASTY_NUMBERS),
      );
    case 'integer':
      return fc.oneof(
        fc.integer({ min: schema.minimum ?? 0, max: Math.max(schema.minimum ?? 0, schema.maximum ?? 1000) }),
        fc.constantFrom(...NASTY_NUMBERS),
      );
    case 'array':
      return fc.oneof(
        {
          weight: 9,
          arbitrary: fc.array(valueOf(document, schema.items ?? {}, known, name, depth + 1), {
            maxLength: Math.min(4, schema.maxItems ?? 4),
          }),
        },
        { weight: 1, arbitrary: fc.integer({ min: 20, max: 5000 }).map((length) => Array.from({ length }, () => 'x')) },
      );
    case 'object':
      return objectOf(document, schema, known, depth);
    default:
      return textOf(schema, known, name);
  }
}

function objectOf(document: Document, schema: Schema, known: Known, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const record = fc.record(
    Object.fromEntries(
      properties.map(([name, property]) => [name, valueOf(document, property, known, name, depth + 1)]),
    ),
    { requiredKeys: [...(schema.required ?? [])] as never[] },
  );
  const extra = fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'hasOwnProperty',
    'surprise',
    '',
    ' ',
    'a.b',
    'toString',
    'id',
    '\u0000',
    'length',
  );
  const odd = fc
    .tuple(record, extra, nasty)
    .map(([value, key, what]) =>
      Object.defineProperty({ ...(value as object) }, key, { value: what, enumerable: true }),
    );
  const missing = fc
    .tuple(record, fc.nat())
    .map(([value, at]) =>
      Object.fromEntries(
        Object.entries(value as object).filter((_, index) => index !== at % Math.max(1, properties.length)),
      ),
    );
  return fc.oneof({ weight: 8, arbitrary: record }, { weight: 1, arbitrary: odd }, { weight: 1, arbitrary: missing });
}

/** What a field of this name usually holds: without it nothing would ever get past the form. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  quantity: ['1', '5', '2.5', '100'],
  minQuantity: ['1'],
  minLot: ['1'],
  lost: ['1', '0'],
  extra: ['1'],
  unit: ['pcs', 'kg', 'rub', 'hour', 'kopeck', 'minute', 'visit'],
  title: ['Обогреватели для посёлка'],
  description: ['Отключили котельную, греются печами.'],
  reason: ['Не то привезли'],
  name: ['Проверка'],
};

function textOf(schema: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
  const usual = [...(EXAMPLES[name] ?? []), ...(typeof schema.example === 'string' ? [schema.example] : [])];
  const options: fc.Arbitrary<unknown>[] =
    usual.length > 0 ? [fc.constantFrom(...usual), fc.constantFrom(...usual)] : [];
  if (schema.format === 'uuid')
    options.push(
      fc.constantFrom(...Object.values(known).flat(), ...NASTY_IDS),
      fc.constantFrom(...Object.values(known).flat()),
    );
  if (schema.format === 'date-time' || schema.format === 'date')
    options.push(
      fc.constantFrom(...NASTY_DATES),
      fc
        .date({ min: new Date(), max: new Date(Date.now() + 6e10), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, schema.format === 'date' ? 10 : 24)),
    );
  if (/quantity|lot|lost|extra/i.test(name)) options.push(fc.constantFrom(...NASTY_QUANTITIES));
  options.push(
    nastyText,
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.integer({ min: 1, max: 3 }).map((times) => 'я'.repeat(times * (schema.maxLength ?? 3000) - 1)),
  );
  return fc.oneof(...options);
}

/** Half a surrogate pair has no form in an address. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
const escaped = (value: unknown): string => encoded(typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Longer heads are cut off by Node itself (431). */
const ADDRESS_MAX = 10_000;

function queryOf(document: Document, parameters: readonly Parameter[], known: Known): fc.Arbitrary<string> {
  const pairs = parameters.map((parameter) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      {
        weight: 4,
        arbitrary: valueOf(document, parameter.schema ?? {}, known, parameter.name).map((value) =>
          Array.isArray(value)
            ? value.map((one) => `${parameter.name}=${escaped(one)}`).join('&')
            : `${parameter.name}=${escaped(value)}`,
        ),
      },
      { weight: 1, arbitrary: nastyText.map((text) => `${parameter.name}=${escaped(text)}&${parameter.name}=x`) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          `${parameter.name}[]=1`,
          `${parameter.name}[a]=1`,
          `${parameter.name}=%`,
          `${parameter.name}=%ff`,
          `${parameter.name}=%00`,
          `${parameter.name}`,
          `__proto__=1`,
          `constructor[prototype]=1`,
          '&&==',
          `${parameter.name}=${'x'.repeat(3000)}`,
        ),
      },
    ),
  );
  return fc.tuple(...pairs).map((parts) =>
    parts
      .filter((part) => part !== '')
      .join('&')
      .slice(0, ADDRESS_MAX),
  );
}

function pathOf(operation: Operation, known: Known): fc.Arbitrary<string> {
  const holes = [...operation.path.matchAll(/\{(\w+)\}/g)];
  if (holes.length === 0) return fc.constant(operation.path);
  const noun = operation.path.split('/').find((part) => part in known) ?? '';
  const example = operation.parameters.find((parameter) => parameter.in === 'path')?.example;
  const real = [...(known[noun] ?? []), ...(typeof example === 'string' ? [example] : [])];
  const value = fc.oneof(
    { weight: real.length > 0 ? 7 : 0, arbitrary: fc.constantFrom(...(real.length > 0 ? real : ['x'])) },
    { weight: 2, arbitrary: fc.constantFrom(...NASTY_IDS) },
    { weight: 1, arbitrary: nastyText.map((text) => encoded(text) || 'x') },
  );
  return fc
    .tuple(...holes.map(() => value))
    .map((values) =>
      holes.reduce((path, [hole], index) => path.replace(hole, values[index] as string), operation.path),
    );
}

/** Bodies that are no form at all. */
const brokenBody = fc.constantFrom(
  '',
  ' ',
  'null',
  '[]',
  '[[]]',
  '"x"',
  '1',
  '{',
  '{"a":}',
  '{"a":1,"a":2}',
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":{"a":1}}}',
  '{"a":1e999}',
  '{"a":"\\ud800"}',
  '\ufeff{}',
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  `{"a":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`,
  JSON.stringify({ title: 'x'.repeat(240_000) }),
  JSON.stringify({ title: 'x'.repeat(300_000) }),
  JSON.stringify(Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`k${index}`, index]))),
);

function bodyOf(document: Document, operation: Operation, known: Known): fc.Arbitrary<string | null> {
  if (!operation.body)
    return operation.method === 'GET' ? fc.constant(null) : fc.constantFrom(null, '{}', '[]', '{"surprise":1}', '{');
  return fc.oneof(
    { weight: 12, arbitrary: valueOf(document, operation.body, known).map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: brokenBody },
  );
}

function headersOf(operation: Operation): fc.Arbitrary<Record<string, string>> {
  const types =
    operation.method === 'GET'
      ? fc.constant(undefined)
      : fc.constantFrom(
          ...Array.from({ length: 12 }, () => 'application/json'),
          'application/json; charset=utf-8',
          'text/plain',
          'multipart/form-data; boundary=x',
          'application/json; charset=x',
          'x',
          '/',
        );
  return fc
    .record({
      'content-type': types,
      'if-match': operation.parameters.some((one) => one.name === 'If-Match')
        ? fc.constantFrom('"v1"', '"v1"', '"v2"', '*', '"v999999999999"', 'x', 'W/"v1"', undefined)
        : fc.constant(undefined),
      'idempotency-key':
        operation.method === 'POST'
          ? fc.oneof(
              { weight: 6, arbitrary: fc.constant(undefined) },
              { weight: 2, arbitrary: fc.uuid() },
              { weight: 1, arbitrary: fc.constantFrom('same-key', '', ' ', 'x'.repeat(201), 'a b', '\u00e9') },
            )
          : fc.constant(undefined),
      'accept-language': fc.constantFrom(undefined, 'ru', 'en;q=0.1,ru', 'tlh', '*', 'x'.repeat(100), ';;;q=9'),
      accept: fc.constantFrom(undefined, 'application/json', 'text/html', 'x'),
      'sec-fetch-site': fc.constantFrom(undefined, undefined, undefined, 'same-origin', 'cross-site'),
    })
    .map((headers) =>
      Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
    );
}

/** Requests for one operation: most of them nearly right, since those get deepest. */
export function requestsOf(document: Document, operation: Operation, known: Known): fc.Arbitrary<WireRequest> {
  const query = operation.parameters.filter((parameter) => parameter.in === 'query');
  return fc
    .tuple(
      pathOf(operation, known),
      queryOf(document, query, known),
      headersOf(operation),
      bodyOf(document, operation, known),
    )
    .map(([path, search, headers, body]) => ({
      path: search === '' ? path : `${path}?${search}`,
      headers,
      body: body === null ? null : body,
    }));
}
