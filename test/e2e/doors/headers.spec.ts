import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, TEST_PASSWORD, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';

const SECRET = 'a secret of this installation, 2026';
const SETTINGS = {
  SESSION_SECRET: SECRET,
  STRIPE_SECRET_KEY: 'sk_test_neverseen',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_seen',
  STRIPE_WEBHOOK_SECRET: 'whsec_neverseen',
};

let db: TestDatabase;
let api: TestApi;
let https: TestApi;
const web = mkdtempSync(join(tmpdir(), 'lepta-web-'));
beforeAll(async () => {
  mkdirSync(join(web, 'assets'));
  writeFileSync(
    join(web, 'index.html'),
    '<!doctype html><title>Lepta</title><script type="module" src="/assets/app-1a2b3c.js"></script>',
  );
  writeFileSync(join(web, 'assets', 'app-1a2b3c.js'), 'export {};');
  db = await testDatabase();
  api = await startApi(db, { settings: SETTINGS, webFolder: web });
  https = await startApi(db, { settings: { ...SETTINGS, PUBLIC_URL: 'https://lepta.example' }, webFolder: web });
});
afterAll(async () => {
  await api?.close();
  await https?.close();
  await db?.drop();
  rmSync(web, { recursive: true });
});

/** A page or answer of each kind, and how it may be kept. */
const KINDS = [
  ['an answer', '/api/v1/needs', /no-store/],
  ['a list that never changes', '/api/v1/spheres', /./],
  ['a refusal', '/api/v1/needs/x', /no-store/],
  ['an address that is none', '/api/v1/nowhere', /no-store/],
  ['health', '/api/health/ready', /no-store/],
  ['the description', '/api/openapi.json', /./],
  ['its page', '/api/docs', /./],
  ['a page', '/', /no-cache/],
  ['a page of the web', '/needs/12', /no-cache/],
  ['a file', '/assets/app-1a2b3c.js', /immutable/],
  ['a file that is gone', '/assets/gone.js', /no-store/],
] as const;

test.each(KINDS)('%s has the headers that keep browsers out of trouble', async (_kind, path, kept) => {
  for (const [server, tls] of [
    [api, false],
    [https, true],
  ] as const) {
    const answer = await fetch(server.url + path);
    await answer.arrayBuffer(); // one that nobody reads keeps its connection busy, and the server from closing
    const { headers } = answer;
    const has = (name: string): string | null => headers.get(name);
    expect([
      has('x-content-type-options'),
      has('x-frame-options'),
      has('referrer-policy'),
      has('x-powered-by'),
      has('server'),
    ]).toEqual(['nosniff', 'DENY', 'strict-origin-when-cross-origin', null, null]);
    expect(has('cache-control') ?? 'nothing').toMatch(kept);
    expect([has('access-control-allow-origin'), has('set-cookie')]).toEqual([null, null]);
    expect(/max-age=\d{7,}/.test(has('strict-transport-security') ?? '')).toBe(tls);
    const policy = Object.fromEntries(
      (has('content-security-policy') ?? '')
        .split(';')
        .map((part) => [part.trim().split(' ')[0] ?? '', part.trim().split(' ').slice(1)]),
    );
    const stripe = path === '/api/docs' ? [] : ['https://js.stripe.com', 'https://*.js.stripe.com'];
    expect(policy['script-src']).toEqual(["'self'", ...stripe]);
    expect([policy['object-src'], policy['frame-ancestors'], policy['base-uri'], policy['form-action']]).toEqual([
      ["'none'"],
      ["'none'"],
      ["'none'"],
      ["'self'"],
    ]);
    expect((policy['style-src'] ?? []).includes("'unsafe-inline'")).toBe(path === '/api/docs');
    expect('upgrade-insecure-requests' in policy).toBe(tls);
  }
});

test('no page of ours has an inline script or handler, the built web included', async () => {
  const pages = [await (await fetch(`${api.url}/api/docs`)).text(), ...builtPages()];
  for (const page of pages) {
    for (const [tag, inside] of page.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g))
      expect([
        tag.includes(' src=') || /type="application\/(ld\+)?json"/.test(tag),
        inside?.trim().slice(0, 40),
      ]).toEqual([true, tag.includes(' src=') ? '' : inside?.trim().slice(0, 40)]);
    expect(page).not.toMatch(/\son[a-z]+\s*=\s*["']|href\s*=\s*["']?javascript:/i);
  }
});

function builtPages(): string[] {
  try {
    return [readFileSync(join('dist', 'web', 'index.html'), 'utf8')];
  } catch {
    return []; // the pages are built by `npm start` and the browser tests
  }
}

test('the cookie of a session cannot be read by scripts, nor sent from other sites, nor (behind TLS) in the clear', async () => {
  const { email } = (await (await api.person()).get('/session')).body.person;
  for (const [server, tls] of [
    [api, false],
    [https, true],
  ] as const) {
    const answer = await server.visitor().post('/session', { email, password: TEST_PASSWORD });
    const cookies = answer.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual(
      tls ? ['__Host-lepta_device', '__Host-lepta_session'] : ['lepta_device', 'lepta_session'],
    );
    for (const cookie of cookies) {
      const path = tls || !/device/.test(cookie) ? /Path=\/(;|$)/i : /Path=\/api\/v1\/session(;|$)/i;
      expect([
        /HttpOnly/i.test(cookie),
        /SameSite=Lax/i.test(cookie),
        path.test(cookie),
        /;\s*Secure/i.test(cookie),
        /Domain=/i.test(cookie),
      ]).toEqual([true, true, true, tls, false]);
    }
    const [{ sess }] = await db.source.query('SELECT sess::text FROM sessions ORDER BY expire DESC LIMIT 1');
    expect(sess).not.toMatch(/password|@/);
  }
});

test('behind TLS a cookie without the prefix, which a subdomain could have planted, is no session and no known device', async () => {
  const { email } = (await (await api.person()).get('/session')).body.person;
  const person = await https.signIn(email, TEST_PASSWORD);
  expect((await person.get('/session')).status).toBe(200);
  const bare = person.cookie.replaceAll('__Host-', '');
  expect((await https.visitor({ cookie: bare }).get('/session')).status).toBe(401);
  const again = await https.visitor({ cookie: bare }).post('/session', { email, password: TEST_PASSWORD });
  expect(again.headers.getSetCookie().join()).toMatch(/__Host-lepta_device=/);
  expect(again.headers.getSetCookie().join()).not.toContain(/__Host-lepta_device=[^;]+/.exec(person.cookie)?.[0]);
  const out = await person.delete('/session');
  expect(out.headers.getSetCookie().join()).toMatch(/__Host-lepta_session=;.*Path=\/;.*Secure/i);
});

test('the cookie goes along to pages and files behind TLS, and none of them looks up a session or sets one', async () => {
  const { email } = (await (await api.person()).get('/session')).body.person;
  const person = await https.signIn(email, TEST_PASSWORD);
  await db.source.query(`UPDATE sessions SET sess = (sess::jsonb - 'renewedAt')::json WHERE sess ->> 'personId' = $1`, [
    person.personId,
  ]); // due to be sent anew
  for (const path of ['/', '/sign-in', '/api/health/live'])
    expect((await fetch(https.url + path, { headers: { cookie: person.cookie } })).headers.getSetCookie()).toEqual([]);
  expect((await person.get('/session')).headers.getSetCookie().join()).toMatch(/^__Host-lepta_session=[^;]+;.*Secure/);
});

test('a session that somebody made up, changed or fixed beforehand is none', async () => {
  const person = await api.person();
  const visitor = api.visitor();
  const escapedTwice = person.cookie.includes('%') ? [person.cookie.replaceAll('%', '%25')] : []; // not every signature has something to escape
  for (const cookie of [
    'lepta_session=x',
    'lepta_session=',
    `${person.cookie.slice(0, -3)}xyz`,
    `${person.cookie.split('.')[0]}.`,
    `lepta_session=${'x'.repeat(4000)}`,
    ...escapedTwice,
  ]) {
    expect([cookie.slice(0, 30), (await visitor.get('/session', { cookie })).status]).toEqual([
      cookie.slice(0, 30),
      401,
    ]);
  }
});

test('secrets are in no description, page, answer or mail', async () => {
  const administrator = await api.person('administrator');
  const { secret } = (await administrator.post('/api-keys', { name: 'программа' })).body;
  const texts = await Promise.all([
    ...['/api/openapi.json', '/api/docs', '/', '/api/health/ready', '/api/metrics'].map(async (path) =>
      (await fetch(api.url + path)).text(),
    ),
    ...['/session', '/api-keys', '/mails', '/audit-log', '/me/sessions', '/me/export', '/needs/x'].map(
      async (path) => (await administrator.get(path)).text,
    ),
  ]);
  const database = new URL(db.url);
  for (const text of texts) {
    for (const hidden of [
      SECRET,
      'sk_test_neverseen',
      'whsec_neverseen',
      secret,
      database.password,
      '$argon2',
      TEST_PASSWORD,
    ])
      if (hidden) expect(text.includes(hidden)).toBe(false);
  }
});
