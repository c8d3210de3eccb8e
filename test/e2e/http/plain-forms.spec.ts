import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Secret, TOTP } from 'otpauth';
import { AGREED, startApi, TEST_PASSWORD, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { inDays, Region } from '../../support/region.js';

const WEB = fileURLToPath(new URL('../../../dist/web', import.meta.url));
const CONSENT = AGREED.map(({ purpose, version }) => `${purpose} ${version}`);

let db: TestDatabase;
let api: TestApi;
let region: Region;
beforeAll(async () => {
  if (!existsSync(join(WEB, '../web-server/pages.js')))
    throw new Error('The pages are not built: node apps/cli/build.mjs');
  db = await testDatabase();
  api = await startApi(db, { webFolder: WEB });
  region = await Region.of(api, db.source);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

interface Shown {
  status: number;
  html: string;
  leads: string | null;
  allow: string | null;
}
const shown = async (answer: Response): Promise<Shown> => ({
  status: answer.status,
  html: await answer.text(),
  leads: answer.headers.get('location'),
  allow: answer.headers.get('allow'),
});
const page = async (path: string): Promise<Shown> => shown(await fetch(api.url + path, { redirect: 'manual' }));
/** As a browser sends a form without a script. */
const send = async (
  path: string,
  fields: Record<string, string | string[]>,
  headers: Record<string, string> = {},
): Promise<Shown> =>
  shown(
    await fetch(api.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
      ),
    }),
  );
/** What is read of a page, and what stands in a field of it. */
const text = (html: string): string =>
  (/<div id="app">(.*)<\/div>\s*<script type="application\/json"/s.exec(html)?.[1] ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ');
const inField = (html: string, name: string): string | undefined =>
  new RegExp(`<input[^>]* name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1];
const count = async (table: string): Promise<number> =>
  (await db.source.query(`SELECT count(*)::int AS n FROM ${table}`))[0].n as number;
const key = async (path: string): Promise<string> => inField((await page(path)).html, 'key') ?? '';

const COMPLAINT = { about: '/how', kind: 'untrue', text: 'Обещали и не привезли <b>ничего</b>', email: '' };

test('a complaint: the page has a form, the answer is a page, a refusal has the words and says what is wrong beside them', async () => {
  expect((await page('/complaint?about=%2Fneeds')).html).toMatch(/<form[^>]* action="\/complaint" method="post"/);
  const refused = await send('/complaint', { ...COMPLAINT, email: 'не почта' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Обещали и не привезли &lt;b&gt;ничего&lt;/b&gt;</textarea>');
  expect(refused.html).toMatch(/<input[^>]* value="untrue"[^>]* checked=""|<input[^>]* checked=""[^>]* value="untrue"/);
  expect(inField(refused.html, 'about')).toBe('/how');
  expect(text(refused.html)).toContain('не похоже на адрес');
  expect(refused.html).toMatch(/aria-invalid="true"/);
  expect(refused.html).toContain('<meta name="robots" content="noindex">');
  expect(await count('complaints')).toBe(0);
  const taken = await send('/complaint', { ...COMPLAINT, key: await key('/complaint') });
  expect([taken.status, taken.leads]).toEqual([303, '/complaint?taken=1&answered=false']);
  expect(text((await page(taken.leads!)).html)).toMatch(/Жалоба № ?1 принята/);
  const english = await send('/en/complaint', { ...COMPLAINT, kind: '' });
  expect([english.status, /lang="en"/.test(english.html)]).toEqual([422, true]);
  expect((await send('/en/complaint', { ...COMPLAINT, text: 'Another one' })).leads).toBe(
    '/en/complaint?taken=2&answered=false',
  );
});

test('a gift: the sum leads to its code and QR picture; pressed twice it is one, and no more than is needed', async () => {
  const need = await region.openNeed({
    kind: 'money',
    category: 'relief-household',
    item: undefined,
    quantity: '5000',
    unit: 'rub',
    title: 'На дрова',
    autoAccept: true,
  });
  const path = `/needs/${need}`;
  const first = { need, quantity: '1 500,50', key: await key(path) };
  const [given, again] = [await send(path, first), await send(path, first)];
  expect([given.status, given.leads]).toEqual([303, again.leads]);
  const gift = await page(given.leads!);
  expect(gift.status).toBe(200);
  expect(text(gift.html)).toMatch(/1 500,50 ₽.*LP-/);
  expect(gift.html).toMatch(/<img src="data:image\/svg\+xml,/);
  expect(gift.html).toContain('<meta name="robots" content="noindex">');
  const refused = await send(path, { need, quantity: '99 000' });
  expect([refused.status, inField(refused.html, 'quantity')]).toEqual([409, '99 000']);
  expect(refused.html).toMatch(/aria-invalid="true"|role="alert"/);
  expect(await count('gifts')).toBe(1);
});

const OFFER = {
  kind: 'goods',
  what: 'Обогреватель',
  choice: 'item:heater',
  near: '',
  quantity: '5',
  unit: 'pcs',
  each: '',
  place: 'selemdzhinsky',
  radiusKm: '',
  until: inDays(30).slice(0, 10),
  prefers: '',
  only: '',
  anonymous: 'on',
  name: 'Вера',
  consents: CONSENT,
};

test('an offer without an account: refused with all that was typed, or a mail leads on', async () => {
  const drawn = await page('/offer?kind=goods&item=heater');
  expect(drawn.status).toBe(200);
  expect(drawn.html).toMatch(/<form[^>]* action="\/offer" method="post"/);
  expect([inField(drawn.html, 'choice'), inField(drawn.html, 'kind')]).toEqual(['item:heater', 'goods']);
  const refused = await send('/offer', { ...OFFER, quantity: '0', email: 'vera@example.org' });
  expect(refused.status).toBe(422);
  expect([inField(refused.html, 'quantity'), inField(refused.html, 'email'), inField(refused.html, 'what')]).toEqual([
    '0',
    'vera@example.org',
    'Обогреватель',
  ]);
  expect(refused.html).toMatch(/<option value="selemdzhinsky" selected="">/);
  expect(refused.html).toMatch(/<input[^>]* aria-invalid="true"/);
  expect((await send('/offer', { ...OFFER, unit: 'l', email: 'vera@example.org' })).status).toBe(422); // no other unit takes its place
  const asked = await send('/offer', { ...OFFER, quantity: '2000', email: 'vera@example.org' });
  expect([asked.status, inField(asked.html, 'sureOf')]).toEqual([422, '2000 pcs']);
  expect(await count('visitor_offers')).toBe(0);
  const taken = await send('/offer', { ...OFFER, email: 'vera@example.org' });
  expect([taken.status, taken.leads]).toEqual([303, '/offer?sent=true']);
  expect(text((await page('/offer?kind=time')).html)).toContain('Выберите смену'); // the home page's door for helpers leads here
  expect(text((await page('/offer?sent=true')).html)).toContain('Вклад записан и ждёт подтверждения почты'); // no mails here
  expect(text(drawn.html)).not.toMatch(/придёт письмо|пришлём/);
  const own = await send('/offer', {
    ...OFFER,
    choice: '',
    what: 'Самодельная печь',
    near: 'relief-household',
    email: 'own@example.org',
  });
  expect(own.status).toBe(303);
  const forms: { form: { item: string; title: string | null; category: string | null } }[] = await db.source.query(
    'SELECT form FROM visitor_offers ORDER BY created_at',
  );
  expect(forms.map(({ form }) => [form.item, form.title ?? null])).toEqual([
    ['heater', 'Обогреватель'],
    [expect.any(String), 'Самодельная печь'],
  ]);
});

test('from a need the form begins with what it wants, its skills too, and a refused one keeps them', async () => {
  const need = await region.openNeed({
    kind: 'time',
    category: 'elderly-home-help',
    item: undefined,
    quantity: '12',
    unit: 'hour',
    title: 'Субботник у родника',
    skills: ['general-help', 'driver-b'],
  });
  const hrefs = [...(await page(`/needs/${need}`)).html.matchAll(/href="(\/offer\?kind=time[^"]*)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => /prefers=|only=/.test(href));
  expect(hrefs).toHaveLength(2);
  const boxes = (html: string) =>
    [...html.matchAll(/<input type="checkbox" name="skills"[^>]*>/g)].map(([box]) => [
      /value="([^"]*)"/.exec(box)?.[1],
      box.includes('checked=""'),
    ]);
  const chosen = [
    ['general-help', true],
    ['driver-b', true],
  ];
  for (const href of hrefs) {
    const { html } = await page(href);
    expect([inField(html, 'kind'), inField(html, 'choice'), boxes(html)]).toEqual([
      'time',
      'category:elderly-home-help',
      chosen,
    ]);
  }
  const form = { ...OFFER, kind: 'time', what: '', choice: 'category:elderly-home-help', unit: 'hour', only: need };
  const refused = await send('/offer', { ...form, quantity: '0', skills: ['general-help', 'driver-b', ''] });
  expect([refused.status, boxes(refused.html)]).toEqual([422, chosen]);
  const taken = await send('/offer', { ...form, skills: ['general-help', ''], email: 'hands@example.org' });
  expect(taken.leads).toBe('/offer?sent=true');
  const [row] = await db.source.query('SELECT form FROM visitor_offers ORDER BY created_at DESC LIMIT 1');
  expect(row.form).toMatchObject({ kind: 'time', category: 'elderly-home-help', skills: ['general-help'] });
});

test('the account without a script lists more own offers than one page holds: links lead on and back', async () => {
  const donor = await api.person();
  const { email } = (await donor.get('/session')).body.person;
  const offers: string[] = [];
  for (let one = 0; one < 21; one += 1) offers.unshift(await region.postOffer({}, donor));
  const one = browser();
  await one.send('/sign-in', { email, password: TEST_PASSWORD });
  const listed = (html: string): (string | undefined)[] =>
    [...html.matchAll(/data-offer="([^"]*)"/g)].map(([, id]) => id);
  const first = (await one.page('/plain')).html;
  expect(listed(first)).toEqual(offers.slice(0, 20));
  const next = /href="(\/plain\?cursor=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&');
  const last = (await one.page(next ?? '/nowhere')).html;
  expect(listed(last)).toEqual(offers.slice(20));
  expect(last).toContain('href="/plain"');
});

test('the account without a script says of each own offer how much, what became of it, and why nothing was found', async () => {
  const donor = await api.person();
  const { email } = (await donor.get('/session')).body.person;
  const offer = await region.postOffer({}, donor);
  const why = (await donor.get(`/offers/${offer}/why-not`)).body.sentence as string;
  const one = browser();
  await one.send('/sign-in', { email, password: TEST_PASSWORD });
  const read = text((await one.page('/plain')).html);
  expect(read).toMatch(/, \d[^,]* свободно \d.*, в резерве 0.*, дошло 0.* · до /);
  expect(read).toContain(why.replace(/[\s\u00a0]+/g, ' '));
  expect(read).toContain('Вклад остаётся открытым');
});

/** What is wrong with each field, by its name; what stands at no control, by the id of its message. */
function faultsOf(html: string): Record<string, string> {
  const messages = [...html.matchAll(/<p class="error" id="([^"]*)">.*?<span>(.*?)<\/span><\/p>/gs)];
  return Object.fromEntries(
    messages.map(([, id = '', words = '']) => [
      new RegExp(`<(?:input|select|textarea)(?=[^>]* aria-describedby="${id}[ "])[^>]* name="([^"]*)"`).exec(
        html,
      )?.[1] ?? id,
      words.replaceAll('\u00a0', ' '),
    ]),
  );
}

test('whatever is empty or mistyped is told at once, each at its field, and the rest is kept', async () => {
  const empty = 'Заполните это поле.';
  const noMail = 'Это не похоже на адрес почты.';
  const complaint = await send('/complaint', { about: 'страница', text: ' ', email: 'не почта' });
  expect(faultsOf(complaint.html)).toEqual({
    about: expect.stringContaining('не страница этого сайта'),
    'kind-error': empty,
    text: 'Напишите хотя бы несколько слов: без них жалобу не разобрать.',
    email: noMail,
  });
  expect([inField(complaint.html, 'about'), inField(complaint.html, 'email')]).toEqual(['страница', 'не почта']);
  const nowhere = await send('/complaint', { ...COMPLAINT, about: ' ' }); // not taken as one about the first page
  expect([nowhere.status, faultsOf(nowhere.html), inField(nowhere.html, 'about')?.trim()]).toEqual([
    422,
    { about: empty },
    '',
  ]);
  const offer = await send('/offer', {
    kind: 'goods',
    what: '',
    quantity: '',
    place: '',
    email: 'не почта',
    until: '',
  });
  expect(faultsOf(offer.html)).toEqual({
    near: expect.stringMatching(/^Выберите категорию/),
    quantity: expect.stringMatching(/цифрами/),
    name: empty,
    email: noMail,
    consents: expect.stringMatching(/^Без согласия/),
  });
  const need = await region.openNeed({
    kind: 'money',
    category: 'relief-household',
    item: undefined,
    quantity: '5000',
    unit: 'rub',
    title: 'На уголь',
    autoAccept: true,
  });
  const gift = await send(`/needs/${need}`, { need, quantity: 'много', email: 'не почта' });
  expect(faultsOf(gift.html)).toEqual({ quantity: expect.stringMatching(/цифрами/), email: noMail });
  expect(faultsOf((await send('/sign-in', { email: '', password: '' })).html)).toEqual({
    email: empty,
    password: empty,
  });
  expect(faultsOf((await send('/sign-in?step=code', { code: ' ' })).html)).toEqual({ code: empty });
  expect(faultsOf((await send('/confirm-email', { token: '' })).html)).toEqual({ token: empty });
  const registration = await api.visitor().post('/people', { email: 'x', name: ' ', password: '1', locale: 'ru' });
  expect(registration.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
    'consents',
    'email',
    'name',
    'password',
  ]);
});

/** A browser without scripts: it keeps cookies as it is told. */
function browser() {
  const jar = new Map<string, string>();
  const keep = (answer: Response): Response => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split('; ');
      const [name = '', value = ''] = pair.split('=');
      if (value === '' || rest.some((part) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(part))) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const headers = () => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });
  return {
    jar,
    page: async (path: string) => shown(keep(await fetch(api.url + path, { redirect: 'manual', headers: headers() }))),
    raw: (path: string) => fetch(api.url + path, { redirect: 'manual', headers: headers() }),
    send: async (path: string, fields: Record<string, string>) =>
      shown(
        keep(
          await fetch(api.url + path, {
            method: 'POST',
            redirect: 'manual',
            headers: { 'sec-fetch-site': 'same-origin', ...headers() },
            body: new URLSearchParams(fields),
          }),
        ),
      ),
  };
}

test('signing in without a script: the own page is drawn, a proposal is answered, and public pages are still drawn', async () => {
  const donor = await api.person();
  const { email } = (await donor.get('/session')).body.person;
  const match = await region.propose(await region.postOffer({}, donor), await region.openNeed(), 5);
  const one = browser();
  expect((await one.page('/plain')).leads).toBe('/sign-in');
  expect((await one.page('/sign-in')).html).toMatch(/<form[^>]* action="\/sign-in" method="post"/);
  const wrong = await one.send('/sign-in', { email, password: 'не тот' });
  expect([wrong.status, inField(wrong.html, 'email'), wrong.html.includes('не тот')]).toEqual([401, email, false]);
  expect(wrong.html.match(/autofocus/g)).toHaveLength(1); // the browser goes to what is wrong
  expect(text(wrong.html)).toContain('Писем отсюда не отправляют: ссылку даст тот, кто ведёт этот сайт'); // no mails here
  expect(text(wrong.html)).not.toMatch(/из письма|пришлём/);
  const entered = await one.send('/sign-in', { email, password: TEST_PASSWORD });
  expect([entered.status, entered.leads]).toEqual([303, '/plain']);

  const own = await one.page('/plain');
  expect([own.status, own.html.includes(`value="${match}"`)]).toEqual([200, true]);
  expect((await one.raw('/plain')).headers.get('cache-control')).toBe('no-store');
  expect(own.html).toContain('<meta name="robots" content="noindex">');
  const form = { match, do: 'accept', key: inField(own.html, 'key') ?? '' };
  expect((await one.send('/plain', form)).leads).toBe('/plain?done=accept');
  expect((await donor.get(`/matches/${match}`)).body.status).toBe('held');
  const again = await one.send('/plain', { match, do: 'decline', reason: 'other' });
  expect([again.status, /role="alert"/.test(again.html)]).toEqual([again.status >= 400 ? again.status : 0, true]);
  const everybody = await one.raw('/needs');
  expect(everybody.headers.get('cache-control')).toBe('no-store'); // it leads to their own page, not to a second sign-in
  expect((await one.page('/needs')).html).toMatch(/<div id="app"><.*<a [^>]*href="\/plain"[^>]*>Моё<\/a>/s);
  expect((await one.page('/needs')).html).not.toContain('>Войти<');
  expect((await browser().page('/plain')).leads).toBe('/sign-in'); // of another person nothing

  expect((await one.send('/plain', { do: 'sign-out' })).leads).toBe('/');
  expect([...one.jar.keys()].filter((name) => name === 'lepta-plain' || name === 'lepta_session')).toEqual([]);
  expect((await one.page('/plain')).leads).toBe('/sign-in');
});

test('signing in without a script asks for the second factor', async () => {
  const person = await api.person();
  const { email } = (await person.get('/session')).body.person;
  const { secret } = (await person.post('/me/totp', { password: TEST_PASSWORD })).body;
  const code = (later: number): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later });
  const { recoveryCodes } = (await person.post('/me/totp/confirm', { code: code(0) })).body;
  const one = browser();
  expect((await one.send('/sign-in', { email, password: TEST_PASSWORD })).leads).toBe('/sign-in?step=code');
  expect((await one.page('/plain')).leads).toBe('/sign-in');
  expect((await one.page('/sign-in?step=code')).html).toContain('name="code"');
  const wrong = await one.send('/sign-in?step=code', { code: '000000' });
  expect([wrong.status, wrong.html.includes('name="code"')]).toEqual([401, true]);
  expect((await one.send('/sign-in?step=code', { code: recoveryCodes[0] })).leads).toBe('/plain');
  expect((await one.page('/plain')).status).toBe(200);
});

test('no form of another site, none where a page has none, and nothing that is no form', async () => {
  const before = await count('complaints');
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'https://elsewhere.example' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
  ])
    expect((await send('/complaint', COMPLAINT, headers as Record<string, string>)).status).toBe(403);
  expect(await send('/balance', {})).toMatchObject({ status: 405, allow: 'GET, HEAD, OPTIONS' });
  expect((await send(`/needs/${await region.openNeed()}/edit`, {})).status).toBe(405);
  expect(
    (
      await fetch(`${api.url}/complaint`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
    ).status,
  ).toBe(415);
  expect((await send('/complaint', { ...COMPLAINT, text: 'я'.repeat(40_000) })).status).toBe(413);
  expect((await send('/api/v1/complaints', COMPLAINT)).status).toBe(415);
  expect((await fetch(`${api.url}/complaint`, { method: 'OPTIONS' })).headers.get('allow')).toBe(
    'GET, HEAD, OPTIONS, POST',
  );
  expect(await count('complaints')).toBe(before);
});
