import pino from 'pino';
import { identityEntities } from '#identity';
import { Clock, newId } from '#kernel';
import { MailRouting, MailSender, unsubscribeToken } from '#notifications';
import { Env } from '#host';
import { log, sendMail, Smtp } from '#platform';
import { AGREED, startApi, TEST_PASSWORD, type TestApi } from '../../support/api.js';
import { asOwner, testDatabase, type TestDatabase } from '../../support/database.js';
import { readMails } from '../../support/mails.js';
import { inDays, ok, Region } from '../../support/region.js';
import { FakeSmtp } from '../../integration/notifications/fake-smtp.js';

const SECRET = 'session-secret-that-must-not-be-logged';
let db: TestDatabase;
let api: TestApi;
const lines: string[] = [];
const stream = (log as unknown as Record<symbol, { write(line: string): void }>)[pino.symbols.streamSym] as {
  write(line: string): void;
};
const write = stream.write;

/** What this process really writes, after everything that hides parts of it. */
beforeAll(async () => {
  stream.write = (line: string) => void lines.push(line);
  db = await testDatabase(identityEntities);
  api = await startApi(db, {
    settings: {
      LOG_LEVEL: 'trace',
      SESSION_SECRET: SECRET,
      TRUST_PROXY: '127.0.0.1',
      METRICS_TOKEN: 'token-of-the-metrics',
    },
  });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
  stream.write = write;
});

/** A word of every secret or personal datum that goes through the house in this test. */
const secrets: string[] = [SECRET, TEST_PASSWORD];

test('nothing that opens a door or names a person is in the log, however requests end', async () => {
  const visitor = api.visitor({ 'user-agent': 'Test' });
  secrets.push(
    'Vera.Tajnaja@Example.org',
    'vera.tajnaja@example.org',
    'Вера Тайная',
    'сливовый пирог 7',
    'неверный пароль 8',
  );
  await visitor.post('/people', {
    email: 'Vera.Tajnaja@Example.org',
    password: 'сливовый пирог 7',
    name: 'Вера Тайная',
    locale: 'ru',
    consents: AGREED,
  });
  await visitor.post('/people', {
    email: 'Vera.Tajnaja@Example.org',
    password: 'короткий',
    name: 'Вера Тайная',
    locale: 'xx',
    more: 'сливовый пирог 7',
  });
  await visitor.post('/session', { email: 'vera.tajnaja@example.org', password: 'неверный пароль 8' });
  const [mail] = await readMails(db.source, `m.template = 'confirm-email'`, [], SECRET);
  const token = /#(\S+)/.exec(mail?.body ?? '')?.[1] ?? '';
  secrets.push(token);
  await visitor.post('/email-confirmations', { token });
  await visitor.post('/session', { email: 'vera.tajnaja@example.org', password: 'сливовый пирог 7' });
  secrets.push(
    ...visitor.cookie
      .split('; ')
      .flatMap((part) => [part.split('=')[1] ?? '', decodeURIComponent(part.split('=')[1] ?? '')]),
  );
  await visitor.post('/email-confirmations', { token });
  await visitor.get('/session');
  await visitor.get('/needs?q=Вера Тайная vera.tajnaja@example.org');
  await visitor.call('POST', '/people', '{"email":"vera.tajnaja@example.org","password":"сливовый пирог 7"');

  const person = await api.person();
  const key = await person.post('/api-keys', { name: 'Вера Тайная' });
  secrets.push(key.body.secret ?? key.body.key);
  await api.program(key.body.secret ?? key.body.key).get('/session');
  await api.program('lepta_wrong_key_that_is_secret').get('/session');
  const link = unsubscribeToken({ personId: person.personId, kind: 'match' }, SECRET);
  secrets.push('lepta_wrong_key_that_is_secret', link, `${link}x`);
  await visitor.get(`/unsubscribe/${link}`);
  await visitor.post(`/unsubscribe/${link}`);
  await visitor.get(`/unsubscribe/${link}x`);
  const requests = lines.filter((line) => line.includes('"msg":"request"'));
  expect(requests.length).toBeGreaterThan(14);
  expectNothingTold();
});

/** Lines for tools that count: what happened, to which account, from which source. */
const told = (event: string): { what?: string; limit?: string; account: string | null; source: string | null }[] =>
  lines.map((line) => JSON.parse(line)).filter((line) => line.event === event);

test('who is not let in is written down under pseudonyms: the same account and source can be counted, and neither is named', async () => {
  const person = await api.person();
  const { email } = (await person.get('/session')).body.person;
  const source = { 'x-forwarded-for': '203.0.113.77' };
  secrets.push(
    '127.0.0.1',
    '203.0.113.77',
    '203.0.113.78',
    '2001:db8:77:1',
    email,
    'niemand.hier@example.org',
    'неверный пароль 9',
    'lepta_another_wrong_key',
  );
  await api.visitor(source).post('/session', { email, password: 'неверный пароль 9' });
  await api.visitor(source).post('/session', { email: email.toUpperCase(), password: 'неверный пароль 9' });
  await api.visitor({ 'x-forwarded-for': '203.0.113.78' }).post('/session', { email, password: 'неверный пароль 9' });
  await api
    .visitor({ 'x-forwarded-for': '2001:db8:77:1::5' })
    .post('/session', { email: 'niemand.hier@example.org', password: 'неверный пароль 9' });
  const passwords = told('access-refused').slice(-4);
  expect(passwords.map(({ what }) => what)).toEqual(Array(4).fill('password'));
  const [first, same, elsewhere, other] = passwords;
  expect([first, same].map((line) => [line?.account, line?.source])).toEqual([
    [first?.account, first?.source],
    [first?.account, first?.source],
  ]);
  expect([elsewhere?.account, elsewhere?.source === first?.source]).toEqual([first?.account, false]);
  expect([
    other?.account === first?.account,
    other?.source === first?.source,
    other?.source === elsewhere?.source,
  ]).toEqual([false, false, false]);
  for (const { account, source: from } of passwords)
    for (const word of [account, from]) expect(word).toMatch(/^[\w-]{22}$/);

  await person.post('/me/password', { current: 'неверный пароль 9', password: 'вишнёвый сад за оврагом' }, source);
  await person.post('/session/second-factor', { code: '000000' }, source);
  await api.visitor({ ...source, authorization: 'Bearer lepta_another_wrong_key' }).get('/session');
  await api.visitor(source).post('/session/passkey', { challengeId: newId(), response: { id: 'unknown' } });
  expect(
    told('access-refused')
      .slice(-4)
      .map(({ what, account, source: from }) => [what, account, from]),
  ).toEqual([
    ['own-password', first?.account, first?.source],
    ['second-factor', first?.account, first?.source],
    ['api-key', null, first?.source],
    ['passkey', null, first?.source],
  ]);

  for (let n = 0; n < 11; n += 1) await api.visitor(source).post('/session', { email, password: 'неверный пароль 9' });
  expect(told('limit-reached').at(-1)).toMatchObject({
    limit: 'network-and-account',
    account: first?.account,
    source: first?.source,
  });
  for (let n = 0; n < 25; n += 1)
    await api
      .visitor({ 'x-forwarded-for': `203.0.114.${n}` })
      .post('/session', { email, password: 'неверный пароль 9' });
  expect(told('limit-reached').at(-1)).toMatchObject({ limit: 'account-password', account: first?.account });
  secrets.push('203.0.114');
  expectNothingTold();
  const metrics = await (
    await fetch(`${api.url}/api/metrics`, { headers: { authorization: 'Bearer token-of-the-metrics' } })
  ).text();
  for (const line of [
    'lepta_access_refused_total{what="password"}',
    'lepta_access_refused_total{what="second-factor"}',
    'lepta_access_refused_total{what="api-key"}',
    'lepta_limits_reached_total{limit="account-password"}',
  ])
    expect(metrics).toContain(line);
});

test('when the database refuses, its values are not told', async () => {
  await asOwner(db, `ALTER TABLE registrations ADD CONSTRAINT no_vera CHECK (name <> 'Вера Падающая') NOT VALID`);
  secrets.push('Вера Падающая', 'falling@example.org');
  const answer = await api.visitor().post('/people', {
    email: 'falling@example.org',
    password: 'сливовый пирог 7',
    name: 'Вера Падающая',
    locale: 'ru',
    consents: AGREED,
  });
  expect(answer.status).toBe(500);
  expect(lines.some((line) => line.includes('no_vera'))).toBe(true);
  expectNothingTold();
});

test('what two sides share and tell each other is not in the log, however requests end', async () => {
  const region = await Region.of(api, db.source);
  const donor = await api.person();
  const [phone, note, place, words, reason] = [
    '+7 914 555-44-33',
    'спросить за зелёной дверью',
    'Незаметный переулок, 7',
    'Лиловый забор у реки',
    'Грубит и просит денег',
  ];
  secrets.push(phone, '9145554433', note, place, words, reason);
  const contact = { name: 'Вера Тайная', phone, email: 'vera.tajnaja@example.org', note };
  const match = await region.propose(
    await region.postOffer({}, donor),
    await region.openNeed({ autoAccept: false }),
    5,
  );
  const before = lines.length;
  const refused = [
    await donor.post(`/matches/${match}/accept`, { contact: { ...contact, email: words } }),
    await donor.call('POST', `/matches/${match}/accept`, `{"contact":{"phone":"${phone}"`),
    await donor.post(`/matches/${match}/messages`, { text: words }),
    await region.coordinator.post(`/matches/${match}/hand-over`, { from: 'x', until: 'x', place, note }),
    await api.visitor().post(`/matches/${match}/accept`, { contact }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([422, 400, 409, 422, 401]);
  await asOwner(db, `ALTER TABLE match_contacts ADD CONSTRAINT no_phone CHECK (phone IS NULL) NOT VALID`);
  expect((await donor.post(`/matches/${match}/accept`, { contact })).status).toBe(500);
  await asOwner(db, 'ALTER TABLE match_contacts DROP CONSTRAINT no_phone');
  ok(await donor.post(`/matches/${match}/accept`, { contact }));
  ok(await region.coordinator.post(`/matches/${match}/accept`));
  ok(await region.coordinator.get(`/matches/${match}`));
  ok(await donor.post(`/matches/${match}/hand-over`, { from: inDays(2), until: inDays(2.1), place, note }));
  await asOwner(db, `ALTER TABLE match_messages ADD CONSTRAINT no_words CHECK (text = '') NOT VALID`);
  expect((await donor.post(`/matches/${match}/messages`, { text: words })).status).toBe(500);
  await asOwner(db, 'ALTER TABLE match_messages DROP CONSTRAINT no_words');
  const message = ok(await donor.post(`/matches/${match}/messages`, { text: words }), 201).body.id;
  expect(
    (await region.coordinator.post(`/matches/${match}/messages/${message}/report`, { reason: reason.repeat(200) }))
      .status,
  ).toBe(422);
  ok(await region.coordinator.post(`/matches/${match}/messages/${message}/report`, { reason }), 204);
  for (const path of [
    `/needs?q=${encodeURIComponent(phone)}`,
    `/catalogue/search?q=${encodeURIComponent(words)}`,
    `/organizations?q=${encodeURIComponent(note)}`,
  ])
    await api.visitor().get(path);
  expect(lines.slice(before).filter((line) => line.includes('"msg":"request"')).length).toBeGreaterThan(14);
  for (const constraint of ['no_phone', 'no_words']) expect(lines.some((line) => line.includes(constraint))).toBe(true);
  expectNothingTold();
});

test('mail: neither the password of the server nor the address of a reader, also when the server repeats them', async () => {
  const smtp = new FakeSmtp({ user: 'smtp-account-name', pass: 'smtp-password-right' });
  smtp.verdict = () => 'no-reader';
  const right = await smtp.listen();
  secrets.push('smtp-account-name', 'smtp-password-right', 'smtp-password-wrong');
  const env = new Env({ SESSION_SECRET: SECRET });
  const clock = new Clock();
  for (const url of [right, right.replace('smtp-password-right', 'smtp-password-wrong')]) {
    const [person] = await db.source.query(`SELECT id FROM people WHERE email = 'vera.tajnaja@example.org'`);
    await db.source.transaction((tx) =>
      sendMail(tx, {
        id: newId(),
        personId: person.id,
        template: 'test',
        locale: 'ru',
        subject: 'Письмо',
        body: 'Текст',
      }),
    );
    const sender = new MailSender(
      db.source,
      clock,
      env,
      new MailRouting(db.source, clock),
      new Smtp({ url, from: 'no-reply@lepta.example', timeoutMs: 2_000 }),
    );
    await sender.tick();
    sender.stop();
  }
  await smtp.close();
  expect(lines.some((line) => line.includes('a mail cannot be delivered'))).toBe(true);
  expect(lines.some((line) => line.includes('a mail was not taken'))).toBe(true);
  expectNothingTold();
});

test('an address or a password in the text of somebody else’s error is hidden at the last gate', () => {
  secrets.push('hidden@example.org', 'url-password');
  log.error(
    { err: new Error('550 <hidden@example.org> unknown; redis://default:url-password@host:6379 refused') },
    'failed for hidden@example.org',
  );
  expect(lines.at(-1)).toContain('redis://[hidden]@host:6379');
  expectNothingTold();
});

function expectNothingTold(): void {
  const said = lines.join('');
  const told = secrets.filter(
    (secret) =>
      secret.length > 3 &&
      (said.includes(secret) ||
        said.includes(JSON.stringify(secret).slice(1, -1)) ||
        said.includes(encodeURIComponent(secret))),
  );
  expect(told).toEqual([]);
}
