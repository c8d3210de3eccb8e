import { identityEntities } from '#identity';
import { newId } from '#kernel';
import { unsubscribeToken } from '#notifications';
import { sendMail, type MailKind } from '#platform';
import { startApi, TEST_PASSWORD, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { SECRET } from './mail-fixture.js';

let db: TestDatabase;
let api: TestApi;
let anna: Caller;
let boris: Caller;
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  api = await startApi(db, { settings: { SESSION_SECRET: SECRET, PUBLIC_URL: 'https://lepta.example' } });
  [anna, boris] = [await api.person(), await api.person()];
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

async function tell(personId: string, kind: MailKind = 'match'): Promise<string> {
  const id = newId();
  await db.source.transaction((tx) =>
    sendMail(tx, {
      id,
      personId,
      template: 'test',
      locale: 'ru',
      subject: 'Письмо',
      body: 'Текст.',
      kind,
      action: { url: '/me', label: 'Открыть' },
      notice: {
        subjectType: 'offer',
        subjectId: id,
        path: '/offer/1',
        ru: 'Есть кому помочь',
        en: 'Somebody could use it',
      },
    }),
  );
  return id;
}

test('the list: own, newest first, in the language asked for, page by page; read is read', async () => {
  const ids = [await tell(anna.personId), await tell(anna.personId), await tell(anna.personId)];
  await tell(boris.personId);
  expect((await anna.get('/notifications/unread-count')).body).toEqual({ unread: 3 });
  const first = await anna.get('/notifications?limit=2', { 'accept-language': 'en' });
  expect(first.body.items).toMatchObject([
    {
      id: ids[2],
      text: 'Somebody could use it',
      kind: 'match',
      path: '/offer/1',
      subject: { type: 'offer', id: ids[2] },
      readAt: null,
    },
    { id: ids[1] },
  ]);
  const second = await anna.get(`/notifications?limit=2&cursor=${first.body.nextCursor}`);
  expect(second.body).toMatchObject({ items: [{ id: ids[0], text: 'Есть кому помочь' }], nextCursor: null });

  expect((await anna.post(`/notifications/${ids[1]}/read`)).status).toBe(204);
  expect((await anna.post(`/notifications/${ids[1]}/read`)).status).toBe(204);
  expect((await anna.get('/notifications?unread=true')).body.items.map((one: { id: string }) => one.id)).toEqual([
    ids[2],
    ids[0],
  ]);
  expect((await anna.get('/notifications?unread=maybe')).status).toBe(422);
  expect((await anna.post('/notifications/read-all')).status).toBe(204);
  expect((await anna.get('/notifications/unread-count')).body).toEqual({ unread: 0 });
  expect((await boris.get('/notifications/unread-count')).body).toEqual({ unread: 1 });
});

test('what happened to the account stands in the list too, in both languages; a link that opens it does not', async () => {
  const person = await api.person();
  expect(
    (await person.post('/me/password', { current: TEST_PASSWORD, password: 'вишнёвый сад за оврагом' })).status,
  ).toBe(204);
  await api.visitor().post('/password-resets', { email: `nobody-${newId()}@example.org` });
  const told = (locale: string) =>
    person
      .get('/notifications', { 'accept-language': locale })
      .then(({ body }) => body.items.map(({ kind, path, text }: Record<string, string>) => [kind, path, text]));
  expect(await told('ru')).toEqual([['security', '/me/security', 'Пароль изменён']]);
  expect(await told('en')).toEqual([['security', '/me/security', 'Your password was changed']]);
});

test("another's notification is as unknown as one that never was; visitors are asked to sign in", async () => {
  const id = await tell(anna.personId);
  const [foreign, unknown, malformed] = [
    await boris.post(`/notifications/${id}/read`),
    await boris.post(`/notifications/${newId()}/read`),
    await boris.post('/notifications/x/read'),
  ];
  expect([foreign.status, foreign.body.code]).toEqual([404, 'notification.not-found']);
  expect([unknown.body.code, malformed.body.code]).toEqual(['notification.not-found', 'notification.not-found']);
  for (const path of ['/notifications', '/notifications/unread-count', '/me/notifications'])
    expect((await api.visitor().get(path)).status).toBe(401);
});

test('a new notification is heard by its person only', async () => {
  const heard: string[] = [];
  const stop = new AbortController();
  const answer = await fetch(`${api.url}/api/v1/events`, { headers: { cookie: anna.cookie }, signal: stop.signal });
  const reading = (async () => {
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) heard.push(part.value);
  })().catch(() => undefined);
  const foreign = await tell(boris.personId);
  const id = await tell(anna.personId);
  for (let round = 0; round < 100 && !heard.join('').includes(id); round += 1)
    await new Promise((done) => setTimeout(done, 20));
  stop.abort();
  await reading;
  const events = heard.join('').match(/event: notifications\.new\ndata: .*/g); // one of the tests before may be heard late
  expect(events).toContain(`event: notifications.new\ndata: {"id":"${id}"}`);
  expect(heard.join('')).not.toContain(foreign);
});

test('choices: what is named changes, the rest stays; access mails stay on; a wrong one changes nothing', async () => {
  const before = await boris.get('/me/notifications');
  expect(before.body.kinds).toEqual({
    proposal: 'digest',
    match: 'at-once',
    reminder: 'at-once',
    lapse: 'at-once',
    receipt: 'at-once',
    decision: 'at-once',
    following: 'digest',
    digest: 'digest',
    security: 'at-once',
  });
  expect(before.body.choices.security).toEqual(['at-once']);
  const changed = await boris.patch('/me/notifications', { kinds: { proposal: 'off', match: 'digest' } });
  expect([changed.status, changed.body.kinds.proposal, changed.body.kinds.match, changed.body.kinds.lapse]).toEqual([
    200,
    'off',
    'digest',
    'at-once',
  ]);
  const refused = await boris.patch('/me/notifications', { kinds: { lapse: 'off', security: 'off' } });
  expect([refused.status, refused.body.errors]).toEqual([
    422,
    [expect.objectContaining({ field: 'kinds.security', code: 'notification.always-sent' })],
  ]);
  expect((await boris.patch('/me/notifications', { kinds: { other: 'off' } })).status).toBe(422);
  expect((await boris.patch('/me/notifications', {})).status).toBe(422);
  expect((await boris.get('/me/notifications')).body.kinds.lapse).toBe('at-once');
});

describe('one click', () => {
  const token = (kind: MailKind = 'reminder') => unsubscribeToken({ personId: anna.personId, kind }, SECRET);
  const chosen = async () => (await anna.get('/me/notifications')).body.kinds.reminder;

  test('a program that opens the link changes nothing; a browser is sent to the page', async () => {
    const answer = await api.visitor().get(`/unsubscribe/${token()}`);
    expect([answer.status, answer.body]).toEqual([
      200,
      { kind: 'reminder', subscribed: true, about: 'с напоминаниями' },
    ]);
    const browser = await api
      .visitor()
      .get(`/unsubscribe/${token()}`, { accept: 'text/html,*/*', 'accept-language': 'en' });
    expect([browser.status, browser.headers.get('location')]).toEqual([303, `/en/unsubscribe#${token()}`]);
    expect(await chosen()).toBe('at-once');
  });

  test('the form that mail programs post ends that kind, twice is once, and it can be taken back', async () => {
    const post = () =>
      api.visitor().post(`/unsubscribe/${token()}`, 'List-Unsubscribe=One-Click', {
        'content-type': 'application/x-www-form-urlencoded',
        'idempotency-key': null,
      });
    expect((await post()).body).toEqual({ kind: 'reminder', subscribed: false, about: 'с напоминаниями' });
    expect((await post()).status).toBe(200);
    expect(await chosen()).toBe('off');
    expect((await anna.get('/me/notifications')).body.kinds.lapse).toBe('at-once');
    const back = await api.visitor().delete(`/unsubscribe/${token()}`);
    expect([back.status, back.body.subscribed, await chosen()]).toEqual([200, true, 'at-once']);
  });

  test.each(['x', 'a.b.c', '%2e%2e', 'я'])('a link that was not made here (%s) is not found', async (bad) => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const answer = await api.visitor().call(method, `/unsubscribe/${bad}`);
      expect([method, answer.status, answer.body.code]).toEqual([
        method,
        404,
        bad === '%2e%2e' ? expect.any(String) : 'notification.link-not-valid',
      ]);
    }
  });

  test('forms are taken nowhere else', async () => {
    const answer = await anna.post('/notifications/read-all', 'a=b', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([answer.status, answer.body.code]).toEqual([415, 'http.wrong-content-type']);
  });
});

test('administrators read the outbox with its state and send a failed mail again; others do neither', async () => {
  const administrator = await api.person('administrator');
  const id = await tell(anna.personId, 'lapse');
  await db.source.query(`UPDATE mails SET status = 'failed', failed_reason = '550: unknown', tries = 1 WHERE id = $1`, [
    id,
  ]);
  const list = await administrator.get(`/mails?person=${anna.personId}&status=failed`);
  expect(list.body.items).toMatchObject([
    {
      id,
      kind: 'lapse',
      status: 'failed',
      tries: 1,
      failedReason: '550: unknown',
      nextTryAt: null,
      body: 'Текст.\n\nОткрыть:\nhttps://lepta.example/me',
    },
  ]);
  expect((await anna.post(`/mails/${id}/retry`)).status).toBe(403);
  expect((await administrator.post(`/mails/${newId()}/retry`)).body.code).toBe('mail.not-found');
  expect((await administrator.post(`/mails/${id}/retry`)).status).toBe(204);
  expect((await administrator.get(`/mails?person=${anna.personId}&status=ready`)).body.items).toMatchObject([
    { id, tries: 0, failedReason: null },
  ]);
  expect(await db.source.query(`SELECT action FROM audit_log WHERE subject_id = $1`, [id])).toEqual([
    { action: 'mail.retry' },
  ]);
  await db.source.query(`UPDATE mails SET status = 'sent' WHERE id = $1`, [id]);
  expect((await administrator.post(`/mails/${id}/retry`)).body.code).toBe('mail.not-failed');
});
