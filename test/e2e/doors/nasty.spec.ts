import { startApi, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { NASTY_DATES, NASTY_NUMBERS, NASTY_QUANTITIES, NASTY_TEXTS, NASTY_VALUES } from '../../support/nasty.js';
import { readOpenApi, resolve, typesOf, type Document, type Schema } from '../../support/openapi.js';
import { heaters, wish } from '../../support/region.js';
import { Cast } from './cast.js';
import { bodyOf } from './matrix.requests.js';

let db: TestDatabase;
let api: TestApi;
let cast: Cast;
let document: Document;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db, { settings: { MAX_EVENT_LOOP_DELAY_MS: '600000' } });
  cast = await Cast.of(api, db.source);
  document = await readOpenApi(api.url);
}, 60_000);
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

/** Never a failure, always JSON or a problem, and nothing of what was sent among the headers. */
function faultOf({ status, headers }: Answer, where: string): string | null {
  if (status >= 500) return `${where}: ${status}`;
  if (!/^application\/(problem\+)?json/.test(headers.get('content-type') ?? '') && status !== 204) return `${where}: ${headers.get('content-type')}`;
  return headers.get('x-content-type-options') === 'nosniff' && headers.get('set-cookie')?.includes('a=b') !== true ? null : `${where}: headers`;
}

/** What is kept is what was sent, with nothing but spaces at its ends taken away; else the field is named. */
async function keptOrNamed(who: Caller, path: string, base: object, field: string, text: string): Promise<string | null> {
  const answer = await who.post(path, { ...base, [field]: text });
  const where = `${path} ${field} ${JSON.stringify(text).slice(0, 60)}`;
  if (answer.status === 201) {
    const kept = answer.body[field] as unknown;
    const fine = kept === text || kept === text.trim() || (text.trim() === '' && (kept === null || kept === ''));
    if (!fine) return `${where}: kept as ${JSON.stringify(kept)?.slice(0, 80)}`;
    const again = await who.get(`${path}/${answer.body.id}`);
    return again.status === 404 || again.body[field] === kept ? faultOf(answer, where) : `${where}: read as ${JSON.stringify(again.body[field])}`;
  }
  if (answer.status !== 422) return `${where}: ${answer.status} ${answer.body?.code}`;
  const named = ((answer.body.errors ?? []) as { field: string }[]).some((error) => error.field === field);
  return named ? faultOf(answer, where) : `${where}: refused, and ${JSON.stringify(answer.body.errors)} is named`;
}

test('every text that people and attackers send is kept byte for byte, or refused with its field named', async () => {
  const [donor, coordinator] = [cast.as('donor'), cast.as('coordinator')];
  const faults: (string | null)[] = [];
  for (const [, text] of NASTY_TEXTS) {
    await cast.clearAway();
    faults.push(
      await keptOrNamed(donor, '/offers', wish(), 'title', text),
      await keptOrNamed(donor, '/offers', wish(), 'description', text),
      await keptOrNamed(coordinator, '/needs', heaters(cast.organization), 'title', text),
      await keptOrNamed(coordinator, '/needs', heaters(cast.organization), 'description', `${text} и ещё несколько слов о том, зачем это нужно`),
    );
  }
  expect(faults.filter((fault) => fault !== null)).toEqual([]);
}, 900_000);

/** Values for a field by what its schema says it is. */
function valuesFor(schema: Schema, name: string): readonly unknown[] {
  const types = typesOf(schema);
  if (schema.format === 'date-time' || schema.format === 'date') return NASTY_DATES;
  if (/quantity|lot$|lost|extra/i.test(name)) return NASTY_QUANTITIES;
  if (types.includes('integer') || types.includes('number')) return NASTY_NUMBERS;
  if (types.includes('string') && !schema.enum) return NASTY_TEXTS.map(([, text]) => text);
  return NASTY_VALUES;
}

test('no field of any form, whatever it is given, makes anything fail', async () => {
  const faults: string[] = [];
  const known: Record<string, string> = { needs: await cast.need('draft'), offers: await cast.offer(), organizations: cast.organization, reviews: await cast.review(), matches: await cast.match() };
  const ofNoun: Record<string, Caller> = { needs: cast.as('coordinator'), organizations: cast.as('owner'), reviews: cast.as('moderator') };
  for (const operation of document.operations.filter(({ body, bodyTypes }) => body && bodyTypes.includes('application/json'))) {
    const noun = operation.path.split('/')[3] ?? '';
    const who = ofNoun[noun] ?? cast.as('donor');
    const path = operation.path.replace(/\{\w+\}/, known[noun] ?? 'x').replaceAll(/\{\w+\}/g, 'x');
    const base = bodyOf(operation.name, cast, {}) ?? {};
    const properties = Object.entries(resolve(document, operation.body as Schema).properties ?? {});
    const tries = properties.flatMap(([name, schema]) => [...valuesFor(resolve(document, schema), name), ...NASTY_VALUES].map((value) => [name, value] as const));
    await cast.clearAway();
    await Promise.all(Array.from({ length: 8 }, async (_, lane) => {
      for (let at = lane; at < tries.length; at += 8) {
        const [name, value] = tries[at] as (typeof tries)[number];
        const fault = faultOf(await who.call(operation.method, path, { ...base, [name]: value }, { 'if-match': '"v1"' }), `${operation.name} ${name}=${JSON.stringify(value)?.slice(0, 60)}`);
        if (fault) faults.push(fault);
      }
    }));
  }
  expect(faults).toEqual([]);
}, 900_000);

test.each<[string, unknown]>([
  ['header injection in a code', 'x\r\nSet-Cookie: a=b'],
  ['a script in a code', '<script>alert(1)</script>'],
])('%s is never said back in a header or as a page', async (_case, text) => {
  for (const answer of [await api.visitor().get(`/needs?q=${encodeURIComponent(String(text))}`), await api.visitor().get(`/spheres/${encodeURIComponent(String(text))}`), await cast.as('donor').post('/offers', wish({ category: text }))]) {
    expect(faultOf(answer, 'an answer')).toBeNull();
    expect([...answer.headers.values()].join('\n')).not.toContain('a=b');
  }
});
