import { Catalogue } from '#catalogue';
import { DAY_MS, HOUR_MS, newId, SetClock, type Fact, type FactType } from '#kernel';
import { messageChecks, messageEntities, MESSAGES_AGES, TALK_LIMITS } from '#messages';
import { needEntities } from '#needs';
import { MessageMails } from '#notifications';
import { offerEntities } from '#offers';
import { photoEntities, photoKey, ProcessPhoto } from '#photos';
import { Files, ForgetJob, type FactJob } from '#platform';
import { FACT_JOBS, type FactJobName } from '../../../apps/worker/src/jobs.js';
import { REACTIONS } from '../../../apps/worker/src/reactions.js';
import { jpeg } from '../../factories/pictures.js';
import { startApi, TEST_PASSWORD, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { placesOf } from '../../support/everywhere.js';
import { readMails } from '../../support/mails.js';
import { ok, Region } from '../../support/region.js';

const clock = new SetClock(new Date());
let db: TestDatabase;
let api: TestApi;
let region: Region;
beforeAll(async () => {
  db = await testDatabase([...photoEntities, ...needEntities, ...offerEntities, ...messageEntities]);
  api = await startApi(db, { clock });
  region = await Region.of(api, db.source);
});
afterEach(async () => {
  for (const { sentence, sql } of messageChecks) expect([sentence, await db.source.query(sql)]).toEqual([sentence, []]);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

interface Talk {
  readonly match: string;
  readonly donor: Caller;
  readonly path: string;
}

/** A match to which both have said yes, or the donor alone. */
async function talk(agreed = true, who?: Caller): Promise<Talk> {
  const donor = who ?? (await api.person());
  const match = await region.propose(await region.postOffer({}, donor), await region.openNeed(), 5);
  ok(await donor.post(`/matches/${match}/accept`));
  if (agreed) ok(await region.coordinator.post(`/matches/${match}/accept`));
  return { match, donor, path: `/matches/${match}/messages` };
}
const say = async (who: Caller, { path }: Talk, text: string): Promise<string> =>
  ok(await who.post(path, { text }), 201).body.id;
const read = async (who: Caller, { path }: Talk) => ok(await who.get(`${path}?limit=200`)).body;
const code = (answer: { status: number; body: { code?: string } }): string => `${answer.status} ${answer.body?.code}`;
const picture = async (): Promise<FormData> => {
  const form = new FormData();
  form.append('alt', 'Зелёная дверь');
  form.append('file', new Blob([new Uint8Array(await jpeg(40, 20))], { type: 'image/jpeg' }), 'x.jpg');
  return form;
};

/** What follows the facts of one sort that nobody has heard yet, each delivered twice. */
const heard = new Set<string>();
async function hear(type: FactType): Promise<void> {
  const facts = ((await db.source.query('SELECT * FROM facts WHERE type = $1 ORDER BY at', [type])) as Fact[]).filter(
    (fact) => !heard.has(fact.id),
  );
  const get = (service: unknown): unknown =>
    service === MessageMails
      ? new MessageMails(api.app.get(Catalogue), clock)
      : api.app.get(service as never, { strict: false });
  for (const fact of facts) {
    heard.add(fact.id);
    for (const name of REACTIONS[type] as readonly FactJobName[]) {
      const job = FACT_JOBS[name](get as never) as FactJob<never>;
      for (let delivery = 1; delivery <= 2; delivery += 1) {
        if (job.apply) await db.source.transaction((tx) => job.apply?.(tx, fact as never) as Promise<void>);
        else await job.call?.(fact as never);
      }
    }
  }
}

test('a text is one to a thousand characters; the same key writes once; twenty in ten minutes and no more', async () => {
  const one = await talk();
  const fields = async (body: object): Promise<unknown> =>
    (await one.donor.post(one.path, body)).body.errors?.map((error: { field: string }) => error.field);
  for (const text of ['', '   ', 'я'.repeat(TALK_LIMITS.textMax + 1), 'а\0б'])
    expect(await fields({ text })).toEqual(['text']);
  const key = { 'idempotency-key': newId() };
  const [a, b] = [
    ok(await one.donor.post(one.path, { text: 'Буду к шести' }, key), 201),
    ok(await one.donor.post(one.path, { text: 'Буду к шести' }, key), 201),
  ];
  expect(a.body.id).toBe(b.body.id);
  for (let at = 1; at < TALK_LIMITS.mostInWindow; at += 1) await say(one.donor, one, `Сообщение ${at}`);
  const refused = await one.donor.post(one.path, { text: 'Ещё одно' });
  expect([code(refused), refused.headers.get('retry-after')]).toEqual(['429 message.too-often', '600']);
  await say(region.coordinator, one, 'Тише!');
  clock.forward(TALK_LIMITS.windowMs + 1000);
  await say(one.donor, one, 'Теперь можно');
});

test('one mail in four hours for a match, only to who has not read, and nothing of the text in it', async () => {
  const one = await talk();
  const mails = () =>
    readMails(db.source, `m.template = 'match.message' AND m.person_id = $1`, [region.coordinator.personId]);
  await hear('message.sent'); // of other tests
  const before = (await mails()).length;
  const told = async (): Promise<number> => {
    await hear('message.sent');
    return (await mails()).length - before;
  };
  await say(one.donor, one, 'Лиловый забор');
  const last = await say(one.donor, one, 'Лиловый забор, калитка');
  expect(await told()).toBe(1);
  clock.forward(TALK_LIMITS.mailEveryMs - HOUR_MS);
  await say(one.donor, one, 'Лиловый!');
  expect(await told()).toBe(1);
  clock.forward(HOUR_MS + 1000);
  const more = await say(one.donor, one, 'Лиловый?');
  ok(await region.coordinator.post(`${one.path}/read`, { until: more }), 204);
  expect(await told()).toBe(1); // read before the mail was written
  await say(one.donor, one, 'Лиловый же');
  expect(await told()).toBe(2);
  expect((await mails()).map((mail) => mail.whole).join()).not.toMatch(/Лилов/);
  expect(await placesOf(db.source, 'Лилов')).toEqual(['match_messages']);
  expect(last).not.toBe(more);
});

test('one photo a message, made anew, seen by those who read the messages', async () => {
  const one = await talk();
  const message = await say(one.donor, one, 'Вот вход');
  const photo = ok(await one.donor.call('POST', `${one.path}/${message}/photo`, await picture()), 201).body.id;
  expect(code(await one.donor.call('POST', `${one.path}/${message}/photo`, await picture()))).toBe(
    '409 message.has-photo',
  );
  expect(code(await region.coordinator.call('POST', `${one.path}/${message}/photo`, await picture()))).toBe(
    '403 message.not-yours',
  );
  await api.app.get(ProcessPhoto).process(photo);
  await hear('photo.processed');
  const shown = (await read(region.coordinator, one)).items[0].photo;
  expect(shown).toMatchObject({ id: photo, status: 'ready', alt: 'Зелёная дверь', width: 40 });
  const looks = await Promise.all(
    [one.donor, region.coordinator, region.moderator, api.visitor(), await api.person()].map(
      async (who) => (await who.get(shown.urls.small)).status,
    ),
  );
  expect(looks).toEqual([200, 200, 404, 404, 404]);
  expect((await one.donor.get(shown.urls.small)).headers.get('cache-control')).toBe('private, no-store');
});

test('a reported message: a moderator without an interest reads, each look is written down, and after the word nobody does', async () => {
  const one = await talk();
  const bad = await say(one.donor, one, 'Переведите залог на карту');
  await say(region.coordinator, one, 'Зачем?');
  expect(code(await one.donor.post(`${one.path}/${bad}/report`, { reason: 'сам' }))).toBe('409 message.own');
  expect((await region.coordinator.post(`${one.path}/${bad}/report`, { reason: ' ' })).body.errors).toMatchObject([
    { field: 'reason' },
  ]);
  for (let time = 0; time < 2; time += 1)
    ok(await region.coordinator.post(`${one.path}/${bad}/report`, { reason: 'Просит денег' }), 204);
  await hear('message.reported');
  const queue = ok(await region.moderator.get('/reviews?limit=200')).body.items.filter(
    (review: { subject: { id: string } }) => review.subject.id === one.match,
  );
  expect(queue).toMatchObject([
    { subject: { type: 'messages' }, reasons: [{ code: 'messages-reported' }], can: ['approve', 'return', 'escalate'] },
  ]);
  expect((await read(region.coordinator, one)).items[0].reports).toEqual([]);

  const seen = await read(region.moderator, one);
  expect(seen).toMatchObject({
    me: null,
    can: [],
    items: [
      { text: 'Переведите залог на карту', reports: [{ from: 'organization', reason: 'Просит денег' }], can: [] },
      { reports: [] },
    ],
  });
  expect(code(await region.moderator.post(one.path, { text: 'Ай' }))).toBe('403 message.not-yours');
  const partial = await api.person('moderator', [region.organization, 'accountant']);
  expect(code(await partial.get(one.path))).toBe('403 message.not-yours');
  expect(
    await db.source.query(
      `SELECT person_id AS by FROM audit_log WHERE action = 'match.messages-read' AND subject_id = $1`,
      [one.match],
    ),
  ).toEqual([{ by: region.moderator.personId }]);

  ok(
    await region.moderator.post(`/reviews/${queue[0].id}/decision`, {
      outcome: 'return',
      reason: 'О деньгах здесь не договариваются',
    }),
  );
  expect(code(await region.moderator.get(one.path))).toBe('403 message.not-yours');
  expect((await read(one.donor, one)).items).toMatchObject([
    { removed: true, text: '' },
    { removed: false, text: 'Зачем?' },
  ]);
  const [mail] = await readMails(db.source, `m.template = 'review-return' AND m.person_id = $1`, [one.donor.personId]);
  expect(mail?.whole.replaceAll('\u00a0', ' ')).toContain('О деньгах здесь не договариваются');
  expect(mail?.whole).not.toContain('залог');
});

test('messages go with their author, are part of the own export and of nobody else’s', async () => {
  const one = await talk();
  await db.source.query(`UPDATE people SET name = 'Зоя Барвинкина' WHERE id = $1`, [one.donor.personId]);
  const message = await say(one.donor, one, 'Барвинковая, 7');
  await say(region.coordinator, one, 'Ждём вас, Зоя Барвинкина!');
  const photo = ok(await one.donor.call('POST', `${one.path}/${message}/photo`, await picture()), 201).body.id;
  await api.app.get(ProcessPhoto).process(photo);
  expect(ok(await one.donor.get('/me/export')).body.messages).toMatchObject([
    { id: message, match: one.match, text: 'Барвинковая, 7' },
  ]);
  expect((await region.coordinator.get('/me/export')).text).not.toContain('Барвинковая, 7');
  ok(await one.donor.post(`/matches/${one.match}/cancel`));
  ok(await one.donor.post('/me/erasure', { password: TEST_PASSWORD }), 204);
  await hear('person.erased');
  expect(await placesOf(db.source, 'Барвинк')).toEqual([]);
  expect((await read(region.coordinator, one)).items).toMatchObject([{ from: 'organization', text: 'Ждём вас, —!' }]);
  expect(await api.app.get(Files).get(photoKey(photo, 480))).toBeNull();
});

test('the two sides write to each other from the second yes to thirty days after the end; then it is hidden and forgotten', async () => {
  const held = await talk(false);
  for (const who of [held.donor, region.coordinator]) {
    expect(code(await who.post(held.path, { text: 'Здравствуйте' }))).toBe('409 message.not-yet');
    expect(await read(who, held)).toMatchObject({ items: [], can: [], unread: 0 });
  }

  const one = await talk();
  const first = await say(one.donor, one, '  С какой стороны вход?\n ');
  expect(await read(region.coordinator, one)).toEqual({
    items: [
      {
        id: first,
        at: expect.any(String),
        from: 'donor',
        text: 'С какой стороны вход?',
        removed: false,
        photo: null,
        read: false,
        reports: [],
        can: ['report'],
      },
    ],
    nextCursor: null,
    unread: 1,
    me: 'organization',
    can: ['send'],
  });
  ok(await region.coordinator.post(`${one.path}/read`, { until: first }), 204);
  expect((await read(region.coordinator, one)).unread).toBe(0);
  expect((await read(one.donor, one)).items).toMatchObject([{ read: true, can: ['photo'] }]);
  clock.forward(1000);
  const second = await say(region.coordinator, one, 'Со двора, синяя калитка.');
  const page = ok(await one.donor.get(`${one.path}?limit=1`)).body;
  expect(ok(await one.donor.get(`${one.path}?limit=1&cursor=${page.nextCursor}`)).body.items).toMatchObject([
    { id: second, from: 'organization' },
  ]);

  for (const stranger of [await api.person(), await api.person('administrator')]) {
    expect(code(await stranger.get(one.path))).toBe('404 match.not-found');
    expect(code(await stranger.post(one.path, { text: 'А я?' }))).toBe('404 match.not-found');
  }
  for (const insider of [region.moderator, await api.person([region.organization, 'accountant'])]) {
    expect(code(await insider.get(one.path))).toBe('403 message.not-yours');
    expect(code(await insider.post(one.path, { text: 'А я?' }))).toBe('403 message.not-yours');
  }

  ok(await one.donor.post(`/matches/${one.match}/cancel`));
  clock.forward(29 * DAY_MS);
  expect((await read(one.donor, one)).items).toHaveLength(2);
  await say(one.donor, one, 'Простите, заболела.');
  clock.forward(DAY_MS + 1000);
  expect(await read(one.donor, one)).toMatchObject({ items: [], can: [], me: 'donor' });
  expect(code(await one.donor.post(one.path, { text: 'Ещё?' }))).toBe('409 message.over');
  expect(code(await one.donor.post(`${one.path}/${second}/report`, { reason: 'Поздно' }))).toBe('409 message.over');
  await new ForgetJob(db.source, clock, MESSAGES_AGES).tick();
  expect(await placesOf(db.source, 'синяя калитка')).toEqual([]);
  expect(await db.source.query('SELECT 1 FROM match_message_reads WHERE match_id = $1', [one.match])).toEqual([]);
});
