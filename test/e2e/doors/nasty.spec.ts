import { newId } from '#kernel';
import { startApi, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import {
  INVISIBLE_TEXTS,
  NASTY_DATES,
  NASTY_NUMBERS,
  NASTY_QUANTITIES,
  NASTY_TEXTS,
  NASTY_VALUES,
} from '../../support/nasty.js';
import { readOpenApi, resolve, typesOf, type Document, type Schema } from '../../support/openapi.js';
import { heaters, wish } from '../../support/region.js';
import { AGAIN, inTurn, SEED } from '../../support/in-turn.js';
import { Inside } from '../../support/inside.js';
import { Wire, type WireAnswer } from '../../support/wire.js';
import { Cast } from './cast.js';
import { bodyOf } from './matrix.requests.js';

let db: TestDatabase;
let api: TestApi;
let cast: Cast;
let document: Document;
let inside: Inside;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db);
  cast = await Cast.of(api, db.source);
  document = await readOpenApi(api.url);
  inside = new Inside(api.app, api.url);
});
afterAll(async () => {
  inside?.close();
  await api?.close();
  await db?.drop();
});

/** Never a failure, always JSON or a problem, and nothing of what was sent among the headers. */
function faultOf({ status, headers }: Pick<WireAnswer, 'status' | 'headers'>, where: string): string | null {
  if (status >= 500) return `${where}: ${status}`;
  if (!/^application\/(problem\+)?json/.test(String(headers['content-type'])) && status !== 204)
    return `${where}: ${String(headers['content-type'])}`;
  return headers['x-content-type-options'] === 'nosniff' && !String(headers['set-cookie']).includes('a=b')
    ? null
    : `${where}: headers`;
}
const plain = ({ status, headers }: Answer): Pick<WireAnswer, 'status' | 'headers'> => ({
  status,
  headers: Object.fromEntries(headers),
});

/** What is kept is what was sent, with nothing but spaces at its ends taken away; else the field is named. */
async function keptOrNamed(
  who: Caller,
  path: string,
  base: object,
  field: string,
  text: string,
): Promise<string | null> {
  const answer = await who.post(path, { ...base, [field]: text });
  const where = `${path} ${field} ${JSON.stringify(text).slice(0, 60)}`;
  if (answer.status === 201) {
    const kept = answer.body[field] as unknown;
    const fine = kept === text || kept === text.trim() || (text.trim() === '' && (kept === null || kept === ''));
    if (!fine) return `${where}: kept as ${JSON.stringify(kept)?.slice(0, 80)}`;
    const again = await who.get(`${path}/${answer.body.id}`);
    return again.status === 404 || again.body[field] === kept
      ? faultOf(plain(answer), where)
      : `${where}: read as ${JSON.stringify(again.body[field])}`;
  }
  if (answer.status !== 422) return `${where}: ${answer.status} ${answer.body?.code}`;
  const named = ((answer.body.errors ?? []) as { field: string }[]).some((error) => error.field === field);
  return named
    ? faultOf(plain(answer), where)
    : `${where}: refused, and ${JSON.stringify(answer.body.errors)} is named`;
}

test('every text that people and attackers send is kept byte for byte, or refused with its field named', async () => {
  const [donor, coordinator] = [cast.as('donor'), cast.as('coordinator')];
  const faults: (string | null)[] = [];
  // Each text as the one line of one noun and the words of the other; at the next run perhaps the other way round.
  for (const [at, [, text]] of NASTY_TEXTS.entries()) {
    const words = `${text} и ещё несколько слов о том, зачем это нужно`;
    await cast.clearAway();
    faults.push(
      ...((at + SEED) % 2 === 0
        ? [
            await keptOrNamed(donor, '/offers', wish(), 'title', text),
            await keptOrNamed(coordinator, '/needs', heaters(cast.organization), 'description', words),
          ]
        : [
            await keptOrNamed(donor, '/offers', wish(), 'description', text),
            await keptOrNamed(coordinator, '/needs', heaters(cast.organization), 'title', text),
          ]),
    );
  }
  expect([AGAIN, faults.filter((fault) => fault !== null)]).toEqual([AGAIN, []]);
}, 900_000);

/** What some field is sent, each list by what its schema says it is; every field gets a few of each, and others at the next run. */
const someDates = inTurn([...NASTY_DATES, ...NASTY_VALUES], 8);
const someQuantities = inTurn([...NASTY_QUANTITIES, ...NASTY_VALUES], 8);
const someNumbers = inTurn([...NASTY_NUMBERS, ...NASTY_VALUES], 8);
const someTexts = inTurn<unknown>([...NASTY_TEXTS.map(([, text]) => text), ...NASTY_VALUES], 12);
const someValues = inTurn(NASTY_VALUES, 6);

function valuesFor(schema: Schema, name: string): readonly unknown[] {
  const types = typesOf(schema);
  if (schema.format === 'date-time' || schema.format === 'date') return someDates();
  if (/quantity|lot$|lost|extra/i.test(name)) return someQuantities();
  if (types.includes('integer') || types.includes('number')) return someNumbers();
  return types.includes('string') && !schema.enum ? someTexts() : someValues();
}

test('no field of any form, whatever it is given, makes anything fail', async () => {
  const faults: string[] = [];
  const known: Record<string, string> = {
    needs: await cast.need('draft'),
    offers: await cast.offer(),
    'standing-offers': await cast.standing(),
    organizations: cast.organization,
    reviews: await cast.review(),
    matches: await cast.match(),
  };
  const ofNoun: Record<string, Caller> = {
    needs: cast.as('coordinator'),
    organizations: cast.as('owner'),
    reviews: cast.as('moderator'),
  };
  for (const operation of document.operations.filter(
    ({ body, bodyTypes }) => body && bodyTypes.includes('application/json'),
  )) {
    const noun = operation.path.split('/')[3] ?? '';
    const own = noun === 'me' || noun === 'session'; // who sends something there may be signed out by it, or have another password
    const who = ofNoun[noun] ?? (own ? await cast.another('person') : cast.as('donor'));
    const path = operation.path.replace(/\{\w+\}/, known[noun] ?? 'x').replaceAll(/\{\w+\}/g, 'x');
    const base = bodyOf(operation.name, cast, {}) ?? {};
    const properties = Object.entries(resolve(document, operation.body as Schema).properties ?? {});
    const tries = properties.flatMap(([name, schema]) =>
      valuesFor(resolve(document, schema), name).map((value) => [name, value] as const),
    );
    await cast.clearAway();
    const queue = tries.values();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (const [name, value] of queue) {
          const request = {
            path,
            headers: { 'content-type': 'application/json', 'if-match': '"v1"' },
            body: JSON.stringify({ ...base, [name]: value }),
          };
          const fault = faultOf(
            await inside.send(operation.method, request, who.credentials),
            `${operation.name} ${name}=${JSON.stringify(value)?.slice(0, 60)}`,
          );
          if (fault) faults.push(fault);
        }
      }),
    );
  }
  expect([AGAIN, faults]).toEqual([AGAIN, []]);
}, 900_000);

const mayBeNull = (schema: Schema): boolean =>
  typesOf(schema).includes('null') ||
  [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].some((one) => one.type === 'null');

test('null is refused by name in every field that does not allow it: left out is another thing', async () => {
  const faults: string[] = [];
  for (const operation of document.operations.filter(
    ({ body, bodyTypes }) => body && bodyTypes.includes('application/json'),
  )) {
    const who = cast.as(
      /organizations|needs/.test(operation.path)
        ? 'owner'
        : /reviews/.test(operation.path)
          ? 'moderator'
          : /clearings|weights|mails|jobs|installation/.test(operation.path)
            ? 'administrator'
            : 'donor',
    );
    for (const [name, schema] of Object.entries(resolve(document, operation.body as Schema).properties ?? {})) {
      if (mayBeNull(schema) || mayBeNull(resolve(document, schema))) continue;
      const body = JSON.stringify({ ...(bodyOf(operation.name, cast, {}) as object | undefined), [name]: null });
      const { status, text } = await inside.send(
        operation.method,
        {
          path: operation.path.replaceAll(/\{\w+\}/g, newId()),
          headers: { 'content-type': 'application/json', 'if-match': '"v1"' },
          body,
        },
        who.credentials,
      );
      if (![401, 403, 404].includes(status) && !(status === 422 && text.includes(`"${name}"`)))
        faults.push(`${operation.name} ${name}: ${status} ${text.slice(0, 200)}`);
    }
  }
  expect(faults).toEqual([]);
});

/** Nobody is shown these: a password may have any character, and what is looked for is only looked for. */
const UNSEEN = new Set(['password', 'current']);

const invisibleTexts = inTurn(INVISIBLE_TEXTS, 3);

test('what a reader would not see is refused by name, in every text of every form', async () => {
  const faults: string[] = [];
  let sent = 0;
  for (const operation of document.operations.filter(
    ({ body, bodyTypes }) => body && bodyTypes.includes('application/json'),
  )) {
    const who = cast.as(
      /organizations|needs/.test(operation.path)
        ? 'owner'
        : /reviews/.test(operation.path)
          ? 'moderator'
          : /clearings|weights|mails|jobs|installation/.test(operation.path)
            ? 'administrator'
            : 'donor',
    );
    for (const [name, schema] of Object.entries(resolve(document, operation.body as Schema).properties ?? {})) {
      const one = resolve(document, schema);
      if (!typesOf(one).includes('string') || one.enum || UNSEEN.has(name)) continue;
      for (const [what, text] of invisibleTexts()) {
        const body = JSON.stringify({ ...(bodyOf(operation.name, cast, {}) as object | undefined), [name]: text });
        const answer = await inside.send(
          operation.method,
          {
            path: operation.path.replaceAll(/\{\w+\}/g, newId()),
            headers: { 'content-type': 'application/json', 'if-match': '"v1"' },
            body,
          },
          who.credentials,
        );
        const named =
          answer.status === 422 &&
          (JSON.parse(answer.text) as { errors: { field: string; code: string }[] }).errors.some(
            ({ field, code }) => field === name && code === 'form.forbidden-characters',
          );
        if (!named && ![401, 403, 404].includes(answer.status))
          faults.push(`${operation.name} ${name}: ${what}: ${answer.status} ${answer.text.slice(0, 200)}`);
        sent += named ? 1 : 0;
      }
    }
  }
  expect([AGAIN, faults]).toEqual([AGAIN, []]);
  expect(sent).toBeGreaterThan(100);
}, 300_000);

test('a name is one line, a description may have several', async () => {
  const lines = await cast
    .as('donor')
    .post('/offers', wish({ title: 'две\nстроки', description: 'две\r\nстроки\tи ещё' }));
  expect(lines.body.errors).toEqual([
    { field: 'title', code: 'form.one-line', message: 'Здесь помещается только одна строка.' },
  ]);
  await cast.clearAway();
  expect((await cast.as('donor').post('/offers', wish({ description: 'две\r\nстроки\tи ещё' }))).status).toBe(201);
});

test.each<[string, unknown]>([
  ['header injection in a code', 'x\r\nSet-Cookie: a=b'],
  ['a script in a code', '<script>alert(1)</script>'],
])('%s is never said back in a header or as a page', async (_case, text) => {
  for (const answer of [
    await api.visitor().get(`/needs?q=${encodeURIComponent(String(text))}`),
    await api.visitor().get(`/spheres/${encodeURIComponent(String(text))}`),
    await cast.as('donor').post('/offers', wish({ category: text })),
  ]) {
    expect(faultOf(plain(answer), 'an answer')).toBeNull();
    expect([...answer.headers.values()].join('\n')).not.toContain('a=b');
  }
});

test('a body of ten megabytes is refused, not read', async () => {
  const memory = process.memoryUsage().rss;
  const wire = new Wire(api.url);
  for (const path of ['/api/v1/people', '/api/v1/session', '/api/v1/offers']) {
    const answer = await wire
      .send(
        'POST',
        { path, headers: { 'content-type': 'application/json' }, body: `{"email":"${'x'.repeat(10_000_000)}"}` },
        cast.as('donor').credentials,
      )
      .catch(() => null);
    if (answer) expect(answer.status).toBe(413);
  }
  wire.close();
  expect((await cast.as('donor').get('/session')).status).toBe(200);
  expect(process.memoryUsage().rss - memory).toBeLessThan(400 * 1024 * 1024);
});
