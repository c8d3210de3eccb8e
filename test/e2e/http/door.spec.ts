import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#kernel';
import { announce } from '#platform';
import { EventStreams, STREAMS_PER_PERSON } from '../../../apps/api/src/platform/events/event-streams.js';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { asOwner, testDatabase, type TestDatabase } from '../../support/database.js';
import { ProbeModule } from './probe.js';

let db: TestDatabase;
let api: TestApi;
const web = mkdtempSync(join(tmpdir(), 'lepta-web-'));
beforeAll(async () => {
  mkdirSync(join(web, 'assets'));
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Lepta</title>');
  writeFileSync(join(web, 'assets', 'app-1a2b3c.js'), 'export {};');
  writeFileSync(join(web, '.secret.txt'), 'no');
  db = await testDatabase();
  await asOwner(
    db,
    'CREATE TABLE things (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text, by uuid); GRANT ALL ON things TO PUBLIC',
  );
  api = await startApi(db, { modules: [ProbeModule], webFolder: web });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
  rmSync(web, { recursive: true });
});

/** Reads a stream until it has heard `count` events or ends. */
async function listen(who: Caller, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const answer = await fetch(`${api.url}/api/v1/events`, {
    headers: { cookie: who.cookie, ...headers },
    signal: stop.signal,
  });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    answer,
    async heard(pattern: RegExp): Promise<string> {
      while (!pattern.test(text)) {
        const { done, value } = await reader.read();
        if (done) throw new Error(`ended with: ${text}`);
        text += value;
      }
      return text;
    },
    async ended(): Promise<boolean> {
      for (;;) if ((await reader.read()).done) return true;
    },
    text: () => text,
    close: () => stop.abort(),
  };
}

test('requests from other sites are refused, programs and our own pages pass', async () => {
  const person = await api.person();
  const make = async (headers: Record<string, string>) =>
    (await person.post('/things', { title: 'x' }, headers)).status;
  expect(await make({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toBe(403);
  expect(await make({ 'sec-fetch-site': 'same-site', origin: 'http://other.localhost' })).toBe(403);
  expect(await make({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await make({ origin: 'https://evil.example' })).toBe(403);
  expect(await make({ origin: 'null' })).toBe(403);
  expect(await make({ origin: api.url })).toBe(201);
  expect(await make({ 'sec-fetch-site': 'same-origin', origin: api.url })).toBe(201);
  expect(await make({})).toBe(201);
  expect((await person.get('/things/who', { 'sec-fetch-site': 'cross-site' })).status).toBe(200);
  expect((await api.visitor().post('/session', {}, { 'sec-fetch-site': 'cross-site' })).body.code).toBe(
    'http.cross-site',
  );
  expect(
    (await person.call('DELETE', `/things/${newId()}`, undefined, { origin: 'https://evil.example' })).status,
  ).toBe(403);
});

test('the pages get a strict policy; only the description of the API may have inline styles', async () => {
  const policy = async (path: string) => (await fetch(api.url + path)).headers.get('content-security-policy') ?? '';
  expect(await policy('/')).toMatch(/script-src 'self';style-src 'self' 'self'|script-src 'self';style-src 'self'/);
  expect(await policy('/')).not.toMatch(/unsafe|upgrade-insecure-requests/);
  expect(await policy('/api/docs')).toMatch(/style-src 'self' 'unsafe-inline'/);
  const health = await fetch(`${api.url}/api/health/ready`);
  expect([
    health.status,
    health.headers.get('x-content-type-options'),
    health.headers.get('strict-transport-security'),
    health.headers.get('x-powered-by'),
  ]).toEqual([200, 'nosniff', null, null]);
});

test('behind https cookies are secure and browsers are told to stay there', async () => {
  const safe = await startApi(db, { settings: { PUBLIC_URL: 'https://lepta.example' } });
  try {
    const { email } = (await (await api.person()).get('/session')).body.person;
    const answer = await safe
      .visitor()
      .post('/session', { email, password: 'проверка 2026 лепта' }, { origin: 'https://lepta.example' });
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly; Secure|Secure/);
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age/);
    expect((await fetch(`${safe.url}/`)).status).toBe(503); // no build in this folder: said plainly
  } finally {
    await safe.close();
  }
});

test('the web: files with a hash for ever, the page anew, and nothing hidden', async () => {
  const get = async (path: string) => {
    const answer = await fetch(api.url + path);
    return [answer.status, answer.headers.get('cache-control'), (await answer.text()).slice(0, 15)];
  };
  expect(await get('/assets/app-1a2b3c.js')).toEqual([200, 'public, max-age=31536000, immutable', 'export {};']);
  for (const page of ['/', '/needs/12', '/sign-in?next=/offers', '/.secret.txt'])
    expect(await get(page)).toEqual([200, 'no-cache', '<!doctype html>']);
  for (const path of ['/..%2f..%2fetc/passwd', '/%00', '/a%5c..%5cb', `/${'x'.repeat(3000)}`])
    expect(await get(path)).toEqual([404, 'no-store', '{"type":"urn:le']);
  expect((await get('/assets/gone-000.js'))[0]).toBe(404);
});

test('OpenAPI 3.1 and its page come from here', async () => {
  const { body: document } = await api.visitor().get('/api/openapi.json');
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining(['/api/v1/session', '/api/v1/people', '/api/v1/events', '/api/health/ready']),
  );
  const post = document.paths['/api/v1/api-keys'].post;
  expect(post.responses['401'].content['application/problem+json'].examples).toHaveProperty(['identity.sign-in-first']);
  expect(post.responses['409'].description).toContain('identity.too-many-keys');
  expect(post.parameters.map((parameter: { name: string }) => parameter.name)).toContain('Idempotency-Key');
  expect(document.paths['/api/v1/things/{id}'].patch.parameters.map((p: { name: string }) => p.name).sort()).toEqual([
    'If-Match',
    'id',
  ]);
  const page = await fetch(`${api.url}/api/docs`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Lepta API')]);
  expect((await fetch(`${api.url}/api/docs/swagger-ui-bundle.js`)).status).toBe(200);
});

test('reads and writes are limited per network, health is not', async () => {
  const small = await startApi(db, { settings: { RATE_LIMIT_READS: '5', RATE_LIMIT_WRITES: '2' } });
  try {
    const visitor = small.visitor();
    const reads = [];
    for (let i = 0; i < 6; i += 1) reads.push((await visitor.get('/consent-texts')).status);
    expect(reads).toEqual([200, 200, 200, 200, 200, 429]);
    const refused = await visitor.get('/consent-texts');
    expect(refused.body.code).toBe('http.too-many-requests');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await visitor.get('/api/health/live')).status).toBe(200);
    expect((await visitor.post('/session', {})).status).toBe(422);
  } finally {
    await small.close();
  }
});

test('only the parties hear an event, and an organization’s people hear what concerns it', async () => {
  const organization = newId();
  const [donor, stranger] = [await api.person(), await api.person()];
  const coordinator = await api.person([organization, 'coordinator']);
  expect((await api.visitor().get('/events')).status).toBe(401);
  const [a, b, c] = [await listen(donor, { 'last-event-id': '17' }), await listen(stranger), await listen(coordinator)];
  try {
    for (const stream of [a, b, c]) await stream.heard(/event: hello/);
    expect(a.answer.headers.get('content-type')).toMatch(/text\/event-stream/);
    const [match, end] = [newId(), newId()];
    await db.source.transaction(async (tx) =>
      announce(tx, { event: 'match.changed', id: match, partyIds: [donor.personId, organization] }),
    );
    await db.source.transaction(async (tx) =>
      announce(tx, { event: 'offer.changed', id: end, partyIds: [stranger.personId] }),
    );
    await a.heard(new RegExp(`event: match.changed\ndata: {"id":"${match}"}`));
    await c.heard(new RegExp(match));
    await b.heard(new RegExp(end));
    expect(b.text()).not.toContain(match);
  } finally {
    for (const stream of [a, b, c]) stream.close();
  }
});

test('a stream ends with its session: signed out here, ended elsewhere, or revoked key', async () => {
  const streams = api.app.get(EventStreams);
  const person = await api.person();
  const first = await listen(person);
  await first.heard(/hello/);
  await person.delete('/session');
  expect(await first.ended()).toBe(true);
  const other = await api.person();
  const second = await listen(other);
  await second.heard(/hello/);
  await streams.beat();
  await second.heard(/still here/);
  await db.source.query(`DELETE FROM sessions WHERE sess ->> 'personId' = $1`, [other.personId]);
  await streams.beat();
  expect(await second.ended()).toBe(true);
});

test('a person who joins an organization hears it without opening the page anew', async () => {
  const person = await api.person();
  const organization = newId();
  const stream = await listen(person);
  await stream.heard(/hello/);
  await db.source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES ($1, $2, 'owner', 'organization', $3)`,
    [newId(), person.personId, organization],
  );
  await api.app.get(EventStreams).beat();
  const need = newId();
  await db.source.transaction(async (tx) =>
    announce(tx, { event: 'need.changed', id: need, partyIds: [organization] }),
  );
  await stream.heard(new RegExp(need));
  stream.close();
});

test('one person has a limited number of streams', async () => {
  const person = await api.person();
  const open = [];
  for (let i = 0; i < STREAMS_PER_PERSON; i += 1) open.push(await listen(person));
  const refused = await person.get('/events');
  expect([refused.status, refused.body.code]).toEqual([429, 'http.too-many-streams']);
  for (const stream of open) stream.close();
});

test('closing answers what is running, ends streams, and waits for no idle connection', async () => {
  const other = await startApi(db, { modules: [ProbeModule] });
  const person = await other.person();
  const events = await fetch(`${other.url}/api/v1/events`, { headers: { cookie: person.cookie } });
  const ahead = connect(Number(new URL(other.url).port), '127.0.0.1'); // as a browser opens one for what it may ask next
  await once(ahead, 'connect');
  const slow = person.post('/things', { title: 'slow' });
  await new Promise((done) => setTimeout(done, 100));
  const began = Date.now();
  await other.close();
  expect(Date.now() - began).toBeLessThan(20_000); // an idle connection would be kept for more than a minute
  expect((await slow).status).toBe(201);
  expect(await events.text()).toContain('event: hello');
  ahead.destroy();
});
