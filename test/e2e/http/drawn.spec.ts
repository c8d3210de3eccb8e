import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { Clearings } from '#clearing';
import { Clock } from '#kernel';
import { cardTurns } from '../../../apps/api/src/http/cards.js';
import { publicRoutes, sizesOfPages } from '../../../apps/web/build/sizes.mjs';
import { startApi, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { inDays, ok, Region } from '../../support/region.js';

const WEB = fileURLToPath(new URL('../../../dist/web', import.meta.url));
const ORIGIN = 'https://lepta.example';
const METRICS_TOKEN = 'a-token-of-this-test-that-reads-metrics';
/** Of scripts, packed by gzip (node apps/web/build/sizes.mjs). */
const SCRIPT_MOST = 130 * 1024;
const SECRET_WORDS = 'тайна одной семьи';

let db: TestDatabase;
let api: TestApi;
let shellOnly: TestApi;
let region: Region;
let [open, draft, hidden] = ['', '', ''];
const empty = mkdtempSync(join(tmpdir(), 'lepta-web-'));
beforeAll(async () => {
  if (!existsSync(join(WEB, '../web-server/pages.js')))
    throw new Error('The pages are not built: node apps/cli/build.mjs');
  db = await testDatabase();
  api = await startApi(db, { webFolder: WEB, settings: { PUBLIC_URL: ORIGIN, METRICS_TOKEN } });
  shellOnly = await startApi(db, { webFolder: join(empty, 'web') });
  region = await Region.of(api, db.source);
  open = await region.openNeed({
    title: 'Обогреватели <для> «Зари»',
    description: 'Печи & дети: </script><script>alert(1)</script>',
  });
  hidden = await region.openNeed({
    category: 'relief-violence',
    title: SECRET_WORDS,
    description: SECRET_WORDS,
    beneficiaries: 2,
  });
  draft = (
    await region.coordinator.post('/needs', {
      organization: region.organization,
      kind: 'goods',
      category: 'relief-household',
      item: 'heater',
      title: 'Черновик',
      description: 'Ещё не всё',
      quantity: '1',
      unit: 'pcs',
      place: 'zeya',
      deadline: new Date(Date.now() + 9e8).toISOString(),
      urgency: 3,
    })
  ).body.id;
});
afterAll(async () => {
  await api?.close();
  await shellOnly?.close();
  await db?.drop();
  rmSync(empty, { recursive: true });
});

interface Shown {
  status: number;
  html: string;
  headers: Headers;
  title: string;
  lang: string;
  canonical: string | null;
  things: Record<string, unknown>[];
}
async function page(path: string, headers: Record<string, string> = {}): Promise<Shown> {
  const answer = await fetch(api.url + path, { headers, redirect: 'manual' });
  const html = await answer.text();
  const one = (pattern: RegExp): string => pattern.exec(html)?.[1] ?? '';
  const said = one(/<script type="application\/ld\+json">(.*?)<\/script>/s);
  return {
    status: answer.status,
    html,
    headers: answer.headers,
    title: one(/<title>(.*?)<\/title>/),
    lang: one(/<html lang="(\w+)"/),
    canonical: one(/<link rel="canonical" href="([^"]*)"/) || null,
    things: said ? (JSON.parse(said) as { '@graph': Record<string, unknown>[] })['@graph'] : [],
  };
}
/** What is read of a page without any script. */
const text = (html: string): string =>
  (/<div id="app">(.*)<\/div>\s*<script type="application\/json"/s.exec(html)?.[1] ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ');

/** Every public page by its route: where one of it is, what stands on it, and what it is to machines. */
const PAGES: Readonly<Record<string, readonly [at: () => string | Promise<string>, words: RegExp, thing?: string]>> = {
  '/': [() => '/', /Каждая лепта доходит.*Обогреватели.*Дошло недавно/, 'WebSite'],
  '/needs': [() => '/needs', /Обогреватели.*120 шт/],
  '/needs/$id': [() => `/needs/${open}`, /Обогреватели.*Нужно 120 шт/, 'Demand'],
  '/organizations/$id': [() => `/organizations/${region.organization}`, /Чем подтверждено/, 'NGO'],
  '/clearings': [() => '/clearings', /Клиринги/],
  '/clearings/$id': [
    async () => `/clearings/${await new Clearings(db.source, new Clock()).start(null, { dryRun: true })}`,
    /Клиринг №.*Расчёт идёт/,
  ],
  '/shifts': [() => '/shifts', /Смены/],
  '/shifts/$id': [async () => `/shifts/${await shift()}`, /Сортировка помощи.*свободно 1 место/],
  '/v': [() => '/v', /Проверить по коду/],
  '/v/$code': [
    async () => `/v/${ok(await region.donor.get('/me/statement')).body.verificationCode}`,
    /Проверить по коду/,
  ],
  '/hours/$code': [
    async () => `/hours/${ok(await region.donor.get('/me/hours')).body.verificationCode}`,
    /Справка настоящая/,
  ],
  '/gift-papers/$code': [() => register(), /Документ настоящий.*Реестр пожертвований/],
  '/organizations/$id/donation-terms': [
    () => `/organizations/${region.organization}/donation-terms`,
    /Публичная оферта.*ИНН/,
  ],
  '/balance': [() => '/balance', /Открытый баланс/],
  '/places/$code': [() => '/places/selemdzhinsky', /Селемджинский.*Обогреватели/],
  '/spheres/$code': [() => '/spheres/relief', /Помощь в трудной ситуации.*Обогреватели/],
  '/how': [() => '/how', /Как это устроено/],
  '/complaint': [() => '/complaint', /Пожаловаться.*Что не так/],
  '/rules': [() => published('rules'), /Правила.*Слова оператора/],
  '/privacy': [() => published('privacy'), /Политика обработки данных.*Слова оператора/],
};
const register = async (): Promise<string> => (
  ok(await region.coordinator.get(`/organizations/${region.organization}/gifts.csv`)),
  `/gift-papers/${((await db.source.query('SELECT code FROM gift_papers')) as [{ code: string }])[0].code}`
);
/** @param days in which it begins; before today it is over */
async function shift(days = 2): Promise<string> {
  const need = await region.openNeed({
    kind: 'time',
    category: 'emergency-logistics',
    item: undefined,
    quantity: '100',
    unit: 'hour',
    title: 'Сортировка помощи',
  });
  return ok(
    await region.coordinator.post(`/needs/${need}/shifts`, {
      from: inDays(days),
      until: inDays(days + 0.1),
      capacity: 1,
      meet: 'Склад, ворота 2',
    }),
    201,
  ).body.id as string;
}
/** What an administrator publishes as one of the texts of the installation. */
async function published(purpose: 'rules' | 'privacy'): Promise<string> {
  const administrator = await api.person('administrator');
  ok(
    await administrator.call('PUT', '/admin/operator', {
      name: 'Администрация города',
      inn: '7707083893',
      address: 'Зея, Советская, 1',
      email: 'operator@example.org',
      phone: null,
    }),
  );
  ok(
    await administrator.post('/admin/texts', {
      purpose,
      ru: 'Слова оператора',
      en: 'Words of the operator',
      basedOn: null,
    }),
    201,
  );
  return `/${purpose}`;
}

test('a visitor is offered a place in a shift to come, and none in one that is over', async () => {
  const words = async (id: string): Promise<string> => text((await page(`/shifts/${id}`)).html);
  const [coming, over] = [await words(await shift()), await words(await shift(-1))];
  expect(coming).toContain('Войти и записаться');
  expect(over).toContain('Сортировка помощи');
  expect(over).not.toContain('Войти и записаться');
  expect(over).toMatch(/Записаться\sна\sэту\sсмену\sсейчас\sнельзя/);
});

test('what is not there is 404, said in words, and not to be found', async () => {
  for (const path of [
    '/nowhere',
    '/en/nowhere',
    '/needs/00000000-0000-7000-8000-000000000000',
    '/needs/x',
    '/organizations/00000000-0000-7000-8000-000000000000',
    '/clearings/00000000-0000-7000-8000-000000000000',
    '/v/ABCD',
    '/rules',
    '/places/atlantis',
    '/places/amur-oblast',
    '/spheres/nothing',
    '/en/places/atlantis',
  ]) {
    const shown = await page(path);
    expect([path, shown.status, shown.canonical]).toEqual([path, 404, null]);
    expect(shown.html).toContain('<meta name="robots" content="noindex">');
    expect(text(shown.html).length).toBeGreaterThan(100);
  }
  expect((await page('/desk')).status).toBe(200); // a room: the browser draws it
});

const listedTexts = async (): Promise<string[]> =>
  [...(await (await fetch(`${api.url}/sitemap/pages.xml`)).text()).matchAll(/<loc>[^<]*(\/rules|\/privacy)</g)].map(
    ([, path]) => path!,
  );

test('machines hear of no text before it is published', async () => expect(await listedTexts()).toEqual([]));
test('every public page there is stands in the table above', async () =>
  expect(Object.keys(PAGES).sort()).toEqual(await publicRoutes(WEB)));

test.each(Object.entries(PAGES))('%s comes as a whole page', async (_route, [at, words, thing]) => {
  const path = await at();
  const shown = await page(path);
  expect([shown.status, shown.lang, shown.canonical]).toEqual([200, 'ru', ORIGIN + path]);
  expect(shown.title).toMatch(/ — Лепта$/);
  expect(text(shown.html)).toMatch(words);
  expect(text(shown.html)).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/); // a key in place of words
  expect(shown.html).not.toMatch(/<noscript>|aria-busy="true"/);
  if (thing) expect(shown.things.map((one) => one['@type'])).toContain(thing);
  const english = await page(path === '/' ? '/en' : `/en${path}`);
  expect([english.status, english.lang]).toEqual([200, 'en']);
  expect(english.title).toMatch(/ — Lepta$/);
  expect(text(english.html)).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/);
  for (const language of ['ru', 'en', 'x-default'])
    expect(shown.html).toContain(`<link rel="alternate" hreflang="${language}" href="`);
});

test('a need says what is asked, in words, to machines, and in English in which language it is written', async () => {
  const shown = await page(`/needs/${open}`);
  expect(shown.status).toBe(200);
  expect(text(shown.html)).toMatch(/Обогреватели &lt;для&gt; «Зари».*Нужно 120 шт.*Кто просит/);
  expect(shown.html).not.toContain('<script>alert');
  expect(shown.things.map((one) => one['@type'])).toEqual(['Demand', 'DonateAction', 'BreadcrumbList']);
  expect(shown.things[0]).toMatchObject({
    name: 'Обогреватели <для> «Зари»',
    url: `${ORIGIN}/needs/${open}`,
    seller: { '@type': 'NGO', url: `${ORIGIN}/organizations/${region.organization}` },
  });
  expect(JSON.stringify(shown.things[2])).toContain(`"${ORIGIN}/spheres/`);
  expect(shown.html).toContain(`<meta property="og:image" content="${ORIGIN}/cards/needs/${open}.png">`);
  expect(shown.html).toMatch(/<meta name="description" content="Печи &amp; дети/);
  const number = Number(/№.?(\d+)/.exec(text(shown.html))?.[1]);
  expect((await page(`/needs/${number}`)).canonical).toBe(`${ORIGIN}/needs/${open}`);
  const english = await page(`/en/needs/${open}`);
  expect(text(english.html)).toContain('Written in Russian.');
  expect(english.html).toMatch(/<h1[^>]* lang="ru"/);
  expect(text(shown.html)).not.toContain('Написано');
});

test('an address with doubled slashes leads to the one of the page, never to another host', async () => {
  for (const [asked, leads] of [
    [`/organizations//donation-terms`, '/organizations/donation-terms'],
    ['//example.org/needs?q=a//b', '/example.org/needs?q=a//b'],
    [`/needs//${open}`, `/needs/${open}`],
  ] as const) {
    const { status, headers } = await fetch(api.url + asked, { redirect: 'manual' });
    expect([status, headers.get('location')]).toEqual([308, leads]);
  }
});

test('an organization is an NGO with what it asks for', async () => {
  const shown = await page(`/organizations/${region.organization}`);
  expect([shown.status, shown.things[0]?.['@type']]).toEqual([200, 'NGO']);
  expect(text(shown.html)).toMatch(/Обогреватели/);
});

test('no page that anybody may open has a word of what two sides share and tell each other', async () => {
  const donor = await api.person();
  const match = await region.propose(await region.postOffer({}, donor), open, 5);
  const words = ['914 555-44-33', 'за зелёной дверью', 'Незаметный переулок', 'Лиловый забор'];
  ok(
    await donor.post(`/matches/${match}/accept`, {
      contact: { name: 'Анна', phone: `+7 ${words[0]}`, note: words[1] },
    }),
  );
  ok(
    await region.coordinator.post(`/matches/${match}/accept`, {
      contact: { name: 'Светлана', phone: `+7 ${words[0]}` },
    }),
  );
  ok(await donor.post(`/matches/${match}/hand-over`, { from: inDays(2), until: inDays(2.1), place: words[2] }));
  ok(await donor.post(`/matches/${match}/messages`, { text: words[3] }), 201);
  for (const path of [
    '/',
    '/needs',
    `/needs/${open}`,
    `/en/needs/${open}`,
    `/organizations/${region.organization}`,
    '/balance',
    '/places/zeya',
    `/matches/${match}`,
  ]) {
    const { html } = await page(path);
    expect(html.length).toBeGreaterThan(500);
    expect([path, words.filter((word) => html.includes(word))]).toEqual([path, []]);
  }
});

test('a page of which any question found no answer for now is left to the browser', async () => {
  type Send = (address: string, headers: Record<string, string>) => Promise<Response> | Response;
  type Draw = (visit: { url: string; origin: string; send: Send }) => Promise<{ status: number } | null>;
  const { openPages } = (await import(pathToFileURL(join(WEB, '../web-server/pages.js')).href)) as {
    openPages: (template: string, manifest: unknown) => Promise<Draw>;
  };
  const draw = await openPages(
    readFileSync(join(WEB, 'index.html'), 'utf8'),
    JSON.parse(readFileSync(join(WEB, '.vite/manifest.json'), 'utf8')),
  );
  const asked = new Set<string>();
  const status = async (failing = '', as = 503): Promise<number | null> => {
    const send: Send = (address, headers) => {
      asked.add(address);
      return address === failing
        ? Response.json({ code: 'http.unavailable' }, { status: as })
        : fetch(api.url + address, { headers });
    };
    return (await draw({ url: `/needs/${open}`, origin: ORIGIN, send }))?.status ?? null;
  };
  expect(await status()).toBe(200);
  const beside = [...asked].filter((address) => address !== `/api/v1/needs/${open}`);
  expect(beside.length).toBeGreaterThan(0);
  for (const address of [...beside, `/api/v1/needs/${open}`])
    for (const as of [429, 503]) expect([address, as, await status(address, as)]).toEqual([address, as, null]);
  for (const address of beside) expect([address, await status(address, 404)]).toEqual([address, 200]); // a "no" is an answer
  expect(await status(`/api/v1/needs/${open}`, 404)).toBe(404);
});

test('a page holds nothing that the API does not tell a visitor, whoever asks for it', async () => {
  for (const path of [
    `/needs/${hidden}`,
    '/needs',
    '/',
    `/organizations/${region.organization}`,
    '/needs?category=relief-violence',
  ]) {
    const shown = await page(path, { cookie: region.coordinator.cookie.replace('lepta_session', 'other') });
    expect(shown.html).not.toContain(SECRET_WORDS);
  }
  const own = await page(`/needs/${draft}`);
  expect([own.status, own.html.includes('Черновик')]).toEqual([404, false]);
  const member = await page(`/needs/${draft}`, { cookie: region.coordinator.cookie });
  expect([member.status, member.html.includes('<div id="app"></div>')]).toEqual([200, true]); // their browser draws it
  expect((await page('/', { cookie: 'lepta-signed-in=1' })).html).toContain('<div id="app"></div>');
  expect((await page('/')).headers.get('vary')).toMatch(/Cookie/);
  expect((await page('/')).headers.get('cache-control')).toBe('no-cache');
});

test('the policy stays strict: no script and no style stands in the page, but for one sheet that is named by its digest', async () => {
  for (const path of ['/', '/needs', `/needs/${open}`, '/clearings']) {
    const { html, headers } = await page(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/unsafe|nonce/);
    expect(policy).toMatch(/script-src 'self';/);
    expect(html).not.toMatch(/ style="| on[a-z]+="/);
    for (const [, attributes] of html.matchAll(/<script([^>]*)>/g))
      expect(attributes).toMatch(/ src="\/assets\/|type="application\/(ld\+)?json"/);
    expect(html.includes('<style>')).toBe(/style-src 'self' 'sha256-/.test(policy));
  }
});

test('plain forms and links find and page without a script', async () => {
  for (let at = 0; at < 21; at += 1)
    await region.openNeed({ title: `Печь ${at}`, category: 'relief-household', item: null });
  const first = await page('/needs?q=&kind=&category=&place=zeya&sphere=');
  expect(first.html).toMatch(/<form id="find" role="search"[^>]* action="\/needs"/);
  for (const name of ['sort', 'group', 'near'])
    expect(first.html).toMatch(new RegExp(`<select[^>]* name="${name}"[^>]* form="find"`)); // its button sends them too
  const all = await page('/needs');
  const [, next = ''] = /href="(\/needs\?cursor=[^"]+)"/.exec(all.html) ?? [];
  const second = await page(next.replaceAll('&amp;', '&'));
  expect(second.status).toBe(200);
  const ids = ({ html }: Shown): string[] =>
    [...html.matchAll(/<article[^>]*data-need="([^"]+)"/g)].map(([, id]) => id!);
  expect(ids(all)).toHaveLength(20);
  expect(ids(second).length).toBeGreaterThan(0);
  expect(ids(all).filter((id) => ids(second).includes(id))).toEqual([]);
  expect(second.canonical).toBe(`${ORIGIN}/needs`);
  expect(ids(await page(`/needs?q=${encodeURIComponent('Зари')}`))).toEqual([open]);
  expect((await page(`/needs?q=${encodeURIComponent('Зари')}`)).html).toContain('noindex');
  const check = await fetch(`${api.url}/v?code=ABCD`, { redirect: 'manual' });
  expect([check.status, check.headers.get('location')]).toEqual([303, '/v/ABCD']);
  const gift = await fetch(`${api.url}/v?code=lp-et3t-hsv0-w`, { redirect: 'manual' });
  expect([gift.status, gift.headers.get('location')]).toEqual([303, '/gifts/lp-et3t-hsv0-w']);
});

test('whoever needs help themselves is led from the home page to where that is said', async () => {
  expect((await page('/')).html).toContain('href="/how#asking"');
  expect((await page('/how')).html).toMatch(/id="asking"/);
});

test('one field takes the code of each paper: what is no statement leads to the page that knows it', async () => {
  const hours = ok(await region.donor.get('/me/hours')).body.verificationCode as string;
  const papers = await register();
  for (const [code, leads] of [
    [hours, `/hours/${hours}`],
    [papers.split('/').at(-1)!, papers],
  ]) {
    const shown = await page(`/v/${code}`);
    const papersOf = [...shown.html.matchAll(/href="(\/(?:hours|gift-papers)\/[^"]+)"/g)];
    expect(papersOf.map(([, href]) => decodeURIComponent(href!))).toEqual([leads]); // the last character may be $ or =
    expect(text(shown.html)).not.toContain('Листа с таким кодом нет');
  }
});

test('machines are told what may be read and what there is', async () => {
  const get = async (path: string) => {
    const answer = await fetch(api.url + path);
    return { status: answer.status, body: await answer.text() };
  };
  expect((await get('/robots.txt')).body).toMatch(
    /Disallow: \/desk\n[\s\S]*Sitemap: https:\/\/lepta\.example\/sitemap\.xml/,
  );
  const index = (await get('/sitemap.xml')).body;
  for (const name of ['pages', 'needs-1', 'organizations-1'])
    expect(index).toContain(`<loc>${ORIGIN}/sitemap/${name}.xml</loc>`);
  const needs = (await get('/sitemap/needs-1.xml')).body;
  expect([needs.includes(`/needs/${open}<`), needs.includes(hidden), needs.includes(draft)]).toEqual([
    true,
    false,
    false,
  ]);
  expect((await get('/sitemap/organizations-1.xml')).body).toContain(`/organizations/${region.organization}<`);
  const pages = (await get('/sitemap/pages.xml')).body;
  for (const path of ['/balance', '/places/zeya', '/spheres/relief'])
    expect(pages).toContain(`<loc>${ORIGIN}${path}</loc>`);
  expect(await listedTexts()).toEqual(['/rules', '/privacy']);
  for (const name of ['needs-2.xml', 'needs-0.xml', 'people-1.xml', 'constructor-1.xml', 'pages'])
    expect((await get(`/sitemap/${name}`)).status).toBe(404);
});

test('the open balance is narrowed by a plain form; what is no place narrows nothing', async () => {
  const { html } = await page('/balance?kind=time&place=zeya&sphere=relief');
  expect(html).toMatch(/<form[^>]*action="\/balance"/);
  expect(html).toMatch(/<input type="hidden" name="kind" value="time"/);
  expect(html).toMatch(/<option value="zeya" selected="">/);
  expect(html).toMatch(/<option value="relief" selected="">/);
  expect(html).toContain('/api/v1/balance.csv?by=sphere&amp;place=zeya&amp;sphere=relief');
  const other = await page('/balance?place=nowhere');
  expect([other.status, other.html.includes('/api/v1/balance.csv?by=sphere"')]).toEqual([200, true]);
});

test('a card is a picture of 1200 by 630 with the balance, and none of what is hidden', async () => {
  for (const path of [
    `/cards/needs/${open}.png`,
    `/en/cards/needs/${open}.png`,
    '/cards/balance.png',
    '/en/cards/balance.png',
  ]) {
    const answer = await fetch(api.url + path);
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'image/png']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630 });
    expect(bytes.length).toBeLessThan(100_000);
  }
  expect((await fetch(`${api.url}/cards/needs/${draft}.png`)).status).toBe(404);
  expect((await fetch(`${api.url}/cards/needs/../x.png`)).status).toBe(404);
});

test('a flyer leads to the short address of its need, and pages of others may show its picture', async () => {
  const shown = await page(`/needs/${open}/flyer`);
  const number = /№.?(\d+)/.exec(text((await page(`/needs/${open}`)).html))?.[1];
  expect([shown.status, shown.canonical]).toEqual([200, null]);
  expect(text(shown.html)).toMatch(/Обогреватели.*камеру телефона.*осталось \d+ шт из 120 шт/);
  expect(shown.html).toContain(`lepta.example/needs/${number}</b>`);
  expect(shown.html).toContain(`&lt;img src=&quot;${ORIGIN}/cards/needs/${open}.png&quot;`);
  expect((await page(`/needs/${draft}/flyer`)).status).toBe(404);
  const picture = await fetch(`${api.url}/cards/needs/${open}.png`);
  expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});

test('of a rush of cards some are drawn, some wait, and whoever comes then is sent away', async () => {
  const need = await region.openNeed({ title: 'Ещё не нарисована' });
  const card = async (): Promise<number> => (await fetch(`${api.url}/cards/needs/${need}.png`)).status;
  let release = (): void => undefined;
  const gate = new Promise<void>((open) => (release = open));
  const taken: Promise<void>[] = [];
  for (let turn = cardTurns.take(() => gate); turn !== null; turn = cardTurns.take(() => gate)) taken.push(turn);
  expect(await card()).toBe(503);
  release();
  await Promise.all(taken);
  expect(await card()).toBe(200);
});

test('a page is one answer, whatever it asks of the API, and none of those that an administrator reads the times of', async () => {
  const counted = async (): Promise<string[]> =>
    (await (await fetch(`${api.url}/api/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } })).text())
      .split('\n')
      .filter(
        (line) => line.startsWith('lepta_http_request_seconds_count') && /route="(\/\*|\/api\/v1\/needs)"/.test(line),
      )
      .sort();
  const administrator = await api.person('administrator');
  const answers = async (): Promise<number> => (await administrator.get('/admin/health')).body.answers.count;
  const [before, read] = [await counted(), await answers()];
  expect((await page('/needs')).status).toBe(200);
  const [after, now] = [await counted(), await answers()];
  expect(after.filter((line) => !before.includes(line)).map((line) => /route="([^"]+)"/.exec(line)?.[1])).toEqual([
    '/*',
  ]);
  expect(now - read).toBe(1); // the reading itself
});

test('without the pages the API works and says so', async () => {
  expect((await fetch(`${shellOnly.url}/needs`)).status).toBe(503);
  expect((await fetch(`${shellOnly.url}/api/v1/needs`)).status).toBe(200);
  expect((await fetch(`${shellOnly.url}/robots.txt`)).status).toBe(200);
});

test('a build that was not whole when it was first opened is opened again', async () => {
  const put = (name: string, words: string): void => {
    mkdirSync(join(empty, name, '..'), { recursive: true });
    writeFileSync(join(empty, name), words);
  };
  const shown = async (): Promise<string> => (await fetch(`${shellOnly.url}/needs`)).text();
  put('web/index.html', 'the browser draws');
  put('web-server/pages.js', 'export const openPages = () => {');
  expect(await shown()).toBe('the browser draws');
  put(
    'web-server/pages.js',
    `export const openPages = () => Promise.resolve(() => Promise.resolve({ status: 200, html: 'drawn', styleDigest: null }));`,
  );
  expect(await shown()).toBe('the browser draws'); // the manifest is still missing
  put('web/.vite/manifest.json', '{}');
  expect(await shown()).toBe('drawn');
});

test('a build that takes the place of the one that draws is drawn by from then on', async () => {
  const put = (name: string, words: string): void => {
    mkdirSync(join(empty, name, '..'), { recursive: true });
    writeFileSync(join(empty, name), words);
  };
  const shown = async (): Promise<string> => (await fetch(`${shellOnly.url}/needs`)).text();
  const build = (name: string): void => {
    rmSync(join(empty, 'web-server'), { recursive: true, force: true });
    put(`web-server/assets/${name}.js`, `export const html = '${name}';`);
    put(
      'web-server/pages.js',
      // a page finds its file when it is drawn first, as pages of the build do
      `export const openPages = (template) => Promise.resolve(async ({ url }) => ({ status: 200, html: template + ' by ' + (await import('./assets/${name}.js?' + url)).html, styleDigest: null }));`,
    );
  };
  put('web/.vite/manifest.json', '{}');
  put('web/index.html', 'first');
  build('first');
  expect(await shown()).toBe('first by first');
  rmSync(join(empty, 'web-server'), { recursive: true, force: true });
  expect(await shown()).toBe('first'); // while it is written the browser draws
  put('web/index.html', 'second');
  build('second');
  expect(await shown()).toBe('second by second');
  expect(await (await fetch(`${shellOnly.url}/shifts`)).text()).toBe('second by second');
});

test('no public page loads more scripts than it may', async () => {
  const sizes = await sizesOfPages(WEB);
  expect(sizes.length).toBeGreaterThan(20);
  expect(sizes.filter(({ bytes }) => bytes > SCRIPT_MOST)).toEqual([]);
});
