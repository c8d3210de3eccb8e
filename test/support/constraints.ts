import fc from 'fast-check';
import { resolve, typesOf, type Document, type Operation, type Schema } from './openapi.js';

/** A body that breaks one word of the description, and no other on its way there. */
export interface Violation {
  readonly body: unknown;
  readonly what: string;
  /** The field that the answer must name; null where a rule behind the form looks at it, which may be refused for something else first. */
  readonly field: string | null;
}

type Wrap = (value: unknown) => unknown;

/** Every constraint of the form, broken once. */
export function violationsOf(document: Document, operation: Operation): Violation[] {
  return operation.body ? ofObject(document, operation.body, '', (value) => value) : [];
}

function ofObject(document: Document, given: Schema, path: string, wrap: Wrap): Violation[] {
  const { properties = {}, required = [] } = resolve(document, given);
  const missing = required.map((name) => ({
    body: wrap({}),
    what: `${at(path, name)} is missing`,
    field: at(path, name),
  }));
  const fields = Object.entries(properties).flatMap(([name, schema]) =>
    ofValue(document, schema, at(path, name), at(path, name), (value) => wrap({ [name]: value })),
  );
  return [...missing, ...fields];
}

/** @param named as answers call it: of a list of texts the list is named, not the text */
function ofValue(document: Document, given: Schema, path: string, named: string, wrap: Wrap): Violation[] {
  const [only] = (given.anyOf ?? given.allOf ?? []).filter((one) => one.type !== 'null');
  const schema = resolve(document, only ?? given);
  const broken = (what: string, value: unknown, field: string | null = named): Violation => ({
    body: wrap(value),
    what: `${path}: ${what}`,
    field,
  });
  const [type] = typesOf(schema).filter((one) => one !== 'null');
  if (type === 'object')
    return [broken('no object', 'x'), ...(schema.properties ? ofObject(document, schema, path, wrap) : [])];
  if (type === 'array') return ofArray(document, schema, path, wrap, broken);
  if (schema.enum) return [broken('not in the list', 'surprise')];
  if (type === 'boolean') return [broken('no boolean', 'x')];
  if (type === 'integer' || type === 'number') return ofNumber(schema, type, broken);
  return ofText(schema, broken);
}

type Broken = (what: string, value: unknown, field?: string | null) => Violation;

function ofArray(document: Document, schema: Schema, path: string, wrap: Wrap, broken: Broken): Violation[] {
  const items = resolve(document, schema.items ?? {});
  const within = typesOf(items).includes('object')
    ? ofObject(document, items, `${path}.0`, (value) => wrap([value]))
    : ofValue(document, items, `${path}.0`, path, (value) => wrap([value]));
  const example =
    items.enum?.[0] ?? (items.format === 'uuid' ? '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10' : items.properties ? {} : 'x');
  return [
    broken('no list', 'x'),
    ...(schema.maxItems === undefined
      ? []
      : [
          broken(
            'too many',
            Array.from({ length: schema.maxItems + 1 }, () => example),
          ),
        ]),
    ...(schema.minItems ? [broken('too few', [])] : []),
    ...(schema.uniqueItems ? [broken('twice', [example, example])] : []),
    ...within,
  ];
}

function ofNumber({ minimum, maximum }: Schema, type: string, broken: Broken): Violation[] {
  return [
    broken('no number', 'x'),
    ...(type === 'integer' ? [broken('no integer', (minimum ?? 0) + 0.5)] : []),
    ...(minimum === undefined ? [] : [broken('too small', minimum - 1)]),
    ...(maximum === undefined ? [] : [broken('too large', maximum + 1)]),
  ];
}

const FORMATS: readonly (string | undefined)[] = ['uuid', 'email', 'date-time'];

function ofText({ maxLength, minLength, pattern, format }: Schema, broken: Broken): Violation[] {
  return [
    broken('no text', 1),
    ...(FORMATS.includes(format) ? [broken(`no ${format}`, 'x')] : []),
    ...(maxLength === undefined ? [] : [broken('too long', 'я'.repeat(maxLength + 1))]),
    ...(minLength ? [broken('too short', 'я'.repeat(minLength - 1), null)] : []),
    ...(pattern === undefined ? [] : [broken('blank', '   ', null)]),
  ];
}

const at = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** What the description alone decides: a body that keeps to it is never refused in these words. What else is wrong only the books or the catalogue know. */
export const DESCRIBED_CODES: readonly string[] = [
  'form.unknown-field',
  'form.wrong-type',
  'form.too-long',
  'form.too-many',
  'form.too-large',
  'form.too-small',
  'form.not-an-email',
];

/** Bodies that keep to every word of the description. */
export function soundBodiesOf(document: Document, operation: Operation): fc.Arbitrary<unknown> | null {
  return operation.body && !operation.bodyTypes.includes('multipart/form-data')
    ? sound(document, operation.body)
    : null;
}

function sound(document: Document, given: Schema): fc.Arbitrary<unknown> {
  const [only] = (given.anyOf ?? given.allOf ?? []).filter((one) => one.type !== 'null');
  const schema = resolve(document, only ?? given);
  const [type] = typesOf(schema).filter((one) => one !== 'null');
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (type === 'object') {
    const fields = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, sound(document, one)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] as never[] });
  }
  if (type === 'array')
    return (schema.uniqueItems ? fc.uniqueArray : fc.array)(sound(document, schema.items ?? {}), {
      minLength: schema.minItems ?? 0,
      maxLength: Math.min(3, schema.maxItems ?? 3),
    });
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000 });
  if (type === 'number') return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000, noNaN: true });
  return soundText(schema);
}

function soundText({ format, example, pattern, minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid({ version: 4 });
  if (format === 'email') return fc.uuid().map((id) => `${id}@example.org`);
  if (format === 'date-time')
    return fc
      .date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
  const examples = typeof example === 'string' ? [fc.constant(example)] : [];
  if (format === 'date' || pattern?.includes('\\d')) return examples[0] ?? fc.constant('1');
  return fc.oneof(
    ...examples,
    fc.integer({ min: Math.max(minLength, 1), max: maxLength }).map((length) => 'я'.repeat(length)),
  );
}
