import { createHash } from 'node:crypto';
import { LINK_DAYS } from '#identity';
import { DAY_MS, newId, type Fact, type FactType } from '#kernel';
import { MatchExpiryService, MatchIndex } from '#matching';
import { offerChecks, offerEntities } from '#offers';
import { record, type FactJob } from '#platform';
import { FACT_JOBS, type FactJobName } from '../../../apps/worker/src/jobs.js';
import { REACTIONS } from '../../../apps/worker/src/reactions.js';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import {
  ACCOUNT,
  freshNumbers,
  heaters,
  inDays,
  ok,
  Region,
  verifiedOrganization,
  wish,
} from '../../support/region.js';

let db: TestDatabase;
let api: TestApi;
let region: Region;
beforeAll(async () => {
  db = await testDatabase(offerEntities);
  api = await startApi(db);
  region = await Region.of(api, db.source);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

/** A person with a session of the time before accounts without a confirmed address were refused at the door. */
async function newcomer(): Promise<Caller> {
  const who = await api.person();
  await db.source.query('UPDATE people SET email_confirmed_at = NULL WHERE id = $1', [who.personId]);
  return who;
}
const confirm = (who: Caller) =>
  db.source.query('UPDATE people SET email_confirmed_at = now() WHERE id = $1', [who.personId]);
/** Mails to confirm the address that were asked for. */
const mails = async (who: Caller): Promise<number> =>
  (
    await db.source.query(
      `SELECT count(*)::int AS count FROM facts WHERE type = 'person.confirmation-asked' AND payload ->> 'personId' = $1`,
      [who.personId],
    )
  )[0].count;
const grant = (who: Caller, role: string, type: string, id: string | null) =>
  db.source.query('INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES ($1, $2, $3, $4, $5)', [
    newId(),
    who.personId,
    role,
    type,
    id,
  ]);

test('a kopeck from an unconfirmed address holds nothing and reads nothing; the refusal says why and sends the mail', async () => {
  const who = await newcomer();
  const need = await region.openNeed({
    kind: 'money',
    category: 'relief-violence',
    item: null,
    unit: 'rub',
    quantity: '1000',
    autoAccept: true,
    title: 'Билет для Нарышкиной',
    description: 'Сиреневая улица, дом 5.',
  });
  const offer = ok(
    await who.post('/offers', {
      kind: 'money',
      quantity: '100',
      unit: 'rub',
      until: inDays(30),
      prefers: [region.organization],
    }),
    201,
  ).body.id;
  await db.source.query(`UPDATE offers SET status = 'open' WHERE id = $1`, [offer]); // as it was before such offers waited
  const match = await region.propose(offer, need, 1, 'kopeck');
  expect((await who.get(`/matches/${match}`)).body.can).toEqual(['accept', 'decline']); // trying is what sends the mail
  const refused = await who.post(`/matches/${match}/accept`, {}, { 'accept-language': 'ru' });
  expect([refused.status, refused.body.code]).toEqual([409, 'person.unconfirmed']);
  expect(refused.body.detail.replaceAll('\u00a0', ' ')).toMatch(
    /^Сначала подтвердите адрес почты: откройте ссылку для подтверждения/,
  );
  expect((await who.post(`/matches/${match}/accept`, {}, { 'accept-language': 'en' })).body.detail).toMatch(
    /^Confirm your e-mail address first: open the link for it/,
  );
  expect(await mails(who)).toBe(2); // a job writes as many of them in an hour as registering sends
  expect(await region.needBalance(need)).toMatchObject({ open: 100_000, reserved: 0 });
  for (const path of [`/needs/${need}`, `/matches/${match}`])
    expect((await who.get(path)).text).not.toMatch(/Нарышкин|Сиреневая/);

  expect(ok(await region.coordinator.post(`/matches/${match}/accept`)).body.status).toBe('held'); // the organization's yes alone opens nothing
  expect((await who.get(`/needs/${need}`)).text).not.toMatch(/Нарышкин|Сиреневая/);
  expect((await who.post(`/matches/${match}/accept`)).body.code).toBe('person.unconfirmed');
  await confirm(who);
  expect(ok(await who.post(`/matches/${match}/accept`)).body.status).toBe('accepted');
  expect(await mails(who)).toBe(3);
});

test('nothing that others rely on comes from an unconfirmed address, and roles sleep until it is confirmed', async () => {
  const who = await newcomer();
  const refused = async (path: string, body: object = {}): Promise<void> => {
    const answer = await who.post(path, body);
    expect([path, answer.status, answer.body.code]).toEqual([path, 409, 'person.unconfirmed']);
  };
  await refused('/organizations', {
    name: 'АНО «Новая»',
    shortName: '«Новая»',
    form: 'ano',
    place: 'zeya',
    account: ACCOUNT,
    ...freshNumbers(),
  });
  const token = 'x'.repeat(43);
  const { email } = (await db.source.query('SELECT email FROM people WHERE id = $1', [who.personId]))[0];
  await db.source.query(
    `INSERT INTO organization_invitations (id, organization_id, email, role, token_hash, invited_by, created_at, expires_at) VALUES ($1, $2, $3, 'coordinator', $4, $5, now(), now() + interval '1 day')`,
    [newId(), region.organization, email, createHash('sha256').update(token).digest(), region.coordinator.personId],
  );
  await refused('/invitations/accept', { token });
  const own = await verifiedOrganization(db.source, who.personId);
  await grant(who, 'moderator', 'platform', null);
  expect((await who.post('/needs', heaters(own))).status).toBe(403);
  expect((await who.get('/reviews')).status).toBe(403);
  await confirm(who);
  expect((await who.get('/reviews')).status).toBe(200);
  const need = ok(await who.post('/needs', heaters(own)), 201).body.id;
  for (const [path, body] of [
    [`/needs/${need}/submit`, {}],
    ['/invitations/accept', { token }],
  ] as const)
    expect((await who.post(path, body)).status).toBe(200);
});

/** What follows facts of one sort, as the worker has it. */
async function hear(type: FactType, about: string): Promise<void> {
  const facts = (await db.source.query('SELECT * FROM facts WHERE type = $1 AND payload::text LIKE $2', [
    type,
    `%${about}%`,
  ])) as Fact[];
  for (const fact of facts) {
    for (const name of REACTIONS[type]) {
      const job = FACT_JOBS[name as FactJobName]((service) =>
        api.app.get(service as never, { strict: false }),
      ) as FactJob<never>;
      for (let delivery = 1; delivery <= 2; delivery += 1)
        await db.source.transaction((tx) => job.apply?.(tx, fact as never) as Promise<void>);
    }
  }
}
const told = async (type: FactType, about: string): Promise<number> =>
  (
    await db.source.query('SELECT count(*)::int AS count FROM facts WHERE type = $1 AND payload::text LIKE $2', [
      type,
      `%${about}%`,
    ])
  )[0].count;
/** Ids that the engine takes: the index, proposals and clearings read their offers nowhere else. */
const inPlans = async (): Promise<string[]> =>
  (await api.app.get(MatchIndex).sides.openOffersAfter(db.source, '00000000-0000-0000-0000-000000000000', 10_000)).map(
    ({ id }) => id,
  );

test('an offer of an unconfirmed person waits outside every plan, says so, and enters once the address is confirmed', async () => {
  const who = await newcomer();
  const posted = ok(await who.post('/offers', wish({ quantity: '5' })), 201).body;
  expect(posted).toMatchObject({
    status: 'unconfirmed',
    waiting: { for: 'confirmation', reasons: [] },
    can: ['withdraw'],
    balance: { pledged: 5 },
  });
  expect(new Date(posted.waiting.until).getTime() - new Date(posted.createdAt).getTime()).toBe(LINK_DAYS * DAY_MS);
  expect(await inPlans()).not.toContain(posted.id);
  expect(await told('offer.opened', posted.id)).toBe(0);
  expect(
    (await who.patch(`/offers/${posted.id}`, { title: 'Другое' }, { 'if-match': `"v${posted.version}"` })).body.code,
  ).toBe('offer.waiting');
  const [flagged, gone] = [
    ok(await who.post('/offers', wish({ item: 'other-goods', quantity: '5' })), 201).body,
    ok(await who.post('/offers', wish({ quantity: '1' })), 201).body,
  ];
  expect(flagged.status).toBe('unconfirmed'); // nobody looks at it before its giver has proved to be one
  expect(ok(await who.post(`/offers/${gone.id}/withdraw`)).body).toMatchObject({
    status: 'withdrawn',
    balance: { available: 0 },
  });

  await confirm(who);
  await db.source.transaction((tx) => record(tx, 'person.confirmed', { personId: who.personId }));
  await hear('person.confirmed', who.personId);
  expect(ok(await who.get(`/offers/${posted.id}`)).body).toMatchObject({ status: 'open', waiting: null });
  expect(ok(await who.get(`/offers/${flagged.id}`)).body).toMatchObject({
    status: 'in_review',
    waiting: { for: 'review' },
  });
  expect([
    await told('offer.opened', posted.id),
    await told('offer.submitted', flagged.id),
    await told('offer.opened', gone.id),
  ]).toEqual([1, 1, 0]);
  expect(await inPlans()).toEqual(expect.arrayContaining([posted.id]));
  expect(await inPlans()).not.toContain(flagged.id);
});

test('an address that is not confirmed while its link works: the offer runs out and gives everything back', async () => {
  const who = await newcomer();
  const { id } = ok(await who.post('/offers', wish({ quantity: '5' })), 201).body;
  await api.app.get(MatchExpiryService).expireDue();
  expect(ok(await who.get(`/offers/${id}`)).body.status).toBe('unconfirmed');
  await db.source.query(`UPDATE offers SET created_at = now() - interval '73 hours' WHERE id = $1`, [id]);
  await api.app.get(MatchExpiryService).expireDue();
  expect(ok(await who.get(`/offers/${id}`)).body).toMatchObject({
    status: 'expired',
    neverConfirmed: true,
    waiting: null,
    can: [],
    balance: { available: 0, released: 5 },
  });
  for (const { sentence, sql } of offerChecks)
    expect([sentence, (await db.source.query(sql)).map((row: { id: string }) => row.id).includes(id)]).toEqual([
      sentence,
      false,
    ]);
});

test('who opens the link of the mail is told of to the offers', async () => {
  const who = await newcomer();
  const token = 'y'.repeat(43);
  await db.source.query(
    `INSERT INTO email_confirmations (token_hash, person_id, expires_at, password_hash, name, locale, consents) SELECT $1, id, now() + interval '1 day', password_hash, name, locale, '[]' FROM people WHERE id = $2`,
    [createHash('sha256').update(token).digest(), who.personId],
  );
  expect(
    (await api.visitor().post('/email-confirmations', { token, password: 'сливовый пирог на семерых' })).status,
  ).toBeLessThan(300);
  expect(await told('person.confirmed', who.personId)).toBe(1);
});
