import { placesOf } from '../../support/everywhere.js';
import { startApi, TEST_PASSWORD, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { ACCOUNT, inDays, ok, Region, until, verifiedOrganization } from '../../support/region.js';
import { MATCHING_AGES } from '#matching';
import { ForgetJob } from '#platform';
import { DAY_MS, type Clock } from '#kernel';

const PHONE = '+7 914 000-00-17';
const DESK = { name: 'Светлана, координатор', phone: '+7 4162 00-00-17', hours: 'с 9:00 до 19:30' };

let db: TestDatabase;
let api: TestApi;
let region: Region;
let owner: Caller;
let accountant: Caller;
let donor: Caller;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db);
  region = await Region.of(api, db.source);
  owner = await api.person([region.organization, 'owner']);
  accountant = await api.person([region.organization, 'accountant']);
});
beforeEach(async () => {
  donor = await api.person();
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

async function proposed(need: object = {}, offer: object = {}): Promise<string> {
  const needId = await region.openNeed({ autoAccept: false, ...need });
  return region.propose(await region.postOffer(offer, donor), needId, 5);
}

/** Both have said yes; the donor gave a phone. */
async function agreed(contact: object | null = { name: 'Анна', phone: PHONE, note: 'после шести' }): Promise<string> {
  const match = await proposed();
  ok(await donor.post(`/matches/${match}/accept`, contact ? { contact } : {}));
  ok(await region.coordinator.post(`/matches/${match}/accept`));
  return match;
}

const code = (answer: Answer): [number, string] => [answer.status, answer.body?.code];
const fields = (answer: Answer): string[] =>
  (answer.body?.errors ?? []).map((error: { field: string; code: string }) => `${error.field} ${error.code}`);
const looks = async (match: string): Promise<string[]> =>
  (
    (await db.source.query(
      `SELECT person_id AS who FROM audit_log WHERE action = 'match.contact-look' AND subject_id = $1 ORDER BY at, id`,
      [match],
    )) as { who: string }[]
  ).map(({ who }) => who);

test('the session says in whose name a person may offer', async () => {
  const [seen] = ok(await accountant.get('/session')).body.memberships;
  expect([seen.role, seen.mayOffer]).toEqual(['accountant', false]);
  for (const one of [owner, region.coordinator])
    expect(ok(await one.get('/session')).body.memberships).toMatchObject([{ mayOffer: true }]);
});

test('each side reads how to reach the other once both have said yes, and nobody else ever does', async () => {
  const match = await proposed();
  const yes = ok(
    await donor.post(`/matches/${match}/accept`, { contact: { name: 'Анна', phone: PHONE, note: 'после шести' } }),
  );
  expect(yes.body).toMatchObject({
    status: 'held',
    side: 'donor',
    contact: null,
    contactsUntil: null,
    shared: { name: 'Анна', phone: PHONE },
  });
  const early = ok(await region.coordinator.get(`/matches/${match}`));
  expect(early.body.contact).toBeNull();
  expect(early.text).not.toContain('914 ');
  expect(await looks(match)).toEqual([]);

  const both = ok(
    await region.coordinator.post(`/matches/${match}/accept`, {
      contact: { name: 'Светлана', email: 'svetlana@example.org' },
    }),
  );
  expect(both.body.contact).toEqual({ name: 'Анна', phone: PHONE, email: null, hours: null, note: 'после шести' });
  expect(ok(await donor.get(`/matches/${match}`)).body.contact).toMatchObject({
    name: 'Светлана',
    email: 'svetlana@example.org',
    phone: null,
  });
  for (const who of [accountant, region.moderator])
    expect(ok(await who.get(`/matches/${match}`)).body).toMatchObject({
      side: null,
      contact: null,
      shared: null,
      handOver: null,
      handOverPoints: [],
    });
  for (const who of [await api.person(), api.visitor()])
    expect((await who.get(`/matches/${match}`)).text).not.toContain('000-00-17');

  const { offer, need } = both.body;
  for (const path of [
    `/matches?offer=${offer.id}`,
    `/matches?need=${need.id}`,
    `/matches?organization=${region.organization}`,
    `/needs/${need.id}`,
    `/needs/${need.id}/entries`,
    '/balance',
    '/me/export',
    '/notifications',
    `/needs?q=${encodeURIComponent(PHONE)}`,
    '/needs?q=Анна',
    `/catalogue/search?q=${encodeURIComponent(PHONE)}`,
    '/catalogue/search?q=Анна',
    `/organizations/${region.organization}`,
    '/organizations?q=Анна',
    '/reviews',
    '/audit-log',
  ]) {
    for (const who of [region.coordinator, accountant, region.moderator, await api.person(), api.visitor()]) {
      const { text } = await who.get(path);
      for (const word of ['000-00-17', 'после шести'])
        expect([path, word, text.includes(word)]).toEqual([path, word, false]);
    }
  }
});

test('a yes said again changes nothing of what was shared, and what is no phone is refused', async () => {
  const match = await proposed();
  const wrong = await donor.post(`/matches/${match}/accept`, { contact: { phone: 'позвоните', email: 'дома' } });
  expect([wrong.status, fields(wrong)]).toEqual([422, ['contact.email form.not-an-email']]);
  expect(fields(await donor.post(`/matches/${match}/accept`, { contact: { phone: 'позвоните' } }))).toEqual([
    'contact.phone form.not-a-phone',
  ]);
  expect((await donor.get(`/matches/${match}`)).body.status).toBe('proposed');
  ok(await donor.post(`/matches/${match}/accept`, { contact: { phone: PHONE } }));
  expect(
    ok(await donor.post(`/matches/${match}/accept`, { contact: { phone: '+7 914 111-11-11' } })).body.shared.phone,
  ).toBe(PHONE);
});

test('without a word of its own a side shares what its profile says, never the address that somebody signs in with', async () => {
  const { email } = (await donor.get('/session')).body.person;
  const silent = await agreed(null);
  const seen = ok(await region.coordinator.get(`/matches/${silent}`));
  expect(seen.body.contact).toMatchObject({ phone: null, email: null });
  expect(seen.text).not.toContain(email);
  expect(await looks(silent)).toEqual([]); // there was nothing to look at

  expect(ok(await donor.get('/me/contact')).body).toEqual({ contact: null });
  expect(fields(await donor.call('PUT', '/me/contact', { contact: { phone: 'x' } }))).toEqual([
    'contact.phone form.not-a-phone',
  ]);
  ok(await donor.call('PUT', '/me/contact', { contact: { name: 'Анна', phone: PHONE } }));
  const said = await agreed(null);
  expect(ok(await region.coordinator.get(`/matches/${said}`)).body.contact).toMatchObject({
    name: 'Анна',
    phone: PHONE,
  });
  expect((await donor.get(`/matches/${said}`)).body.contact).toMatchObject({ phone: null });

  const version = async (): Promise<Record<string, string>> => ({
    'if-match': (await region.coordinator.get(`/organizations/${region.organization}`)).headers.get('etag') ?? '',
  });
  const path = `/organizations/${region.organization}`;
  const points = [
    {
      name: 'Пункт приёма',
      address: 'Образцовая, 1',
      hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', until: '19:30' }],
      public: true,
    },
    { name: 'Склад', address: 'Тайная, 2' },
  ];
  expect(code(await accountant.patch(path, { contacts: DESK }, await version()))).toEqual([
    403,
    'organization.not-yours',
  ]);
  expect(fields(await region.coordinator.patch(path, { contacts: { name: 'Светлана' } }, await version()))).toEqual([
    'contacts.phone organization.no-way-to-reach',
  ]);
  expect(code(await region.coordinator.patch(path, { name: 'Другое имя', contacts: DESK }, await version()))).toEqual([
    403,
    'organization.not-yours',
  ]);
  ok(await region.coordinator.patch(path, { contacts: DESK, handOverPoints: points }, await version()));
  const visitor = (await api.visitor().get(path)).body;
  expect([visitor.contacts, visitor.handOverPoints.map((point: { name: string }) => point.name)]).toEqual([
    null,
    ['Пункт приёма'],
  ]);
  ok(await owner.patch(path, { contacts: { ...DESK, public: true } }, await version()));
  expect((await api.visitor().get(path)).body.contacts).toMatchObject({ phone: DESK.phone });

  const withDesk = ok(await donor.get(`/matches/${said}`)).body;
  expect(withDesk.contact).toMatchObject(DESK);
  expect(withDesk.handOverPoints).toHaveLength(2);
  expect(withDesk.handOverPoints[0].address).toMatch(/^[А-Я].+, Образцовая, 1$/); // of the town of the organization
  expect(withDesk.slots[0].place).toBe(`Пункт приёма, ${withDesk.handOverPoints[0].address}`);
  expect(withDesk.slots.length).toBeGreaterThan(0);
  ok(await owner.patch(path, { contacts: null, handOverPoints: [] }, await version()));
});

test('a promise of three hours is met for three hours within the opening hours, and at no point for things', async () => {
  const path = `/organizations/${region.organization}`;
  const version = async (): Promise<Record<string, string>> => ({
    'if-match': (await owner.get(path)).headers.get('etag') ?? '',
  });
  const hours = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', until: '18:00' }];
  const handOverPoints = [{ name: 'Пункт приёма', address: 'Театральная, 1', hours }];
  ok(await owner.patch(path, { contacts: DESK, handOverPoints }, await version()));
  const time = { kind: 'time', category: 'emergency-logistics', item: null, unit: 'hour' };
  const need = await region.openNeed({ ...time, quantity: '12', autoAccept: false });
  const offer = await region.postOffer({ ...time, quantity: '3' }, donor);
  const match = await region.propose(offer, need, 180, 'minute');
  ok(await donor.post(`/matches/${match}/accept`));
  const clock = new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Yakutsk' });
  const said = ({ from, until: ends, where, place }: { from: string; until: string; where: string; place: unknown }) =>
    `${clock.format(new Date(from))}–${clock.format(new Date(ends))} ${where} ${String(place)}`;
  const late = '15:00–18:00 open null';
  const [answer] = ok(await region.coordinator.get(`${path}/answers?need=${need}`)).body.items;
  expect(answer.slots.map(said)).toEqual([late, '09:00–12:00 open null', late]);
  expect(ok(await region.coordinator.get(`/matches/${match}`)).body.slots).toEqual(answer.slots);
  ok(await region.coordinator.post(`/matches/${match}/accept`));
  const seen = ok(await donor.get(`/matches/${match}`)).body;
  expect([said(seen.slots[0]), said(seen.firstTime), seen.handOverPoints]).toEqual([late, late, []]);
  ok(await owner.patch(path, { contacts: null, handOverPoints: [] }, await version()));
});

test('hours are confirmed from the beginning of the meeting on which both sides agreed, not before', async () => {
  const time = { kind: 'time', category: 'emergency-logistics', item: null, unit: 'hour' };
  const need = await region.openNeed({ ...time, quantity: '12', autoAccept: false });
  const match = await region.propose(await region.postOffer({ ...time, quantity: '3' }, donor), need, 180, 'minute');
  const [gives, takes] = [donor, region.coordinator];
  for (const side of [gives, takes]) ok(await side.post(`/matches/${match}/accept`));
  const seen = async (side: Caller): Promise<[string[], { verb: string; code: string; sentence: string }[]]> => {
    const { can, cannot } = ok(await side.get(`/matches/${match}`)).body;
    return [can, cannot];
  };
  ok(await gives.post(`/matches/${match}/hand-over`, { from: inDays(2), until: inDays(2.1), place: 'Склад' }));
  expect((await seen(takes))[0]).toContain('confirm'); // nobody has agreed to it yet
  ok(await takes.post(`/matches/${match}/hand-over/agree`));
  for (const [side, verb] of [
    [gives, 'deliver'],
    [takes, 'confirm'],
  ] as const) {
    const [can, cannot] = await seen(side);
    expect(can).not.toContain(verb);
    expect(cannot).toMatchObject([{ verb, code: 'match.meeting-to-come', sentence: expect.stringMatching(/встреч/) }]);
    expect(code(await side.post(`/matches/${match}/${verb}`))).toEqual([409, 'match.meeting-to-come']);
  }
  await db.source.query(
    `UPDATE hand_overs SET starts_at = now() - interval '1 minute', ends_at = now() + interval '1 hour' WHERE match_id = $1`,
    [match],
  );
  expect((await seen(takes))[1]).toEqual([]);
  expect(ok(await gives.post(`/matches/${match}/deliver`)).body.status).toBe('delivered');
  expect(ok(await takes.post(`/matches/${match}/confirm`)).body.status).toBe('confirmed');
});

test('every look is written down once a day, and its owner reads who it was', async () => {
  const match = await agreed();
  await region.coordinator.get(`/matches/${match}`);
  await owner.get(`/matches/${match}`);
  await owner.get(`/matches/${match}`);
  expect(await looks(match)).toEqual([region.coordinator.personId, owner.personId]);
  const seen = ok(await donor.get('/me/contact-looks?limit=1')).body;
  expect(seen.items).toMatchObject([
    { match: { id: match, title: 'Обогреватели для посёлка' }, reader: expect.stringContaining('Тепло'), by: 'page' },
  ]);
  const next = ok(await donor.get(`/me/contact-looks?limit=1&cursor=${seen.nextCursor}`)).body;
  expect(next.items[0].id).not.toBe(seen.items[0].id);
  expect((await owner.get('/me/contact-looks')).body.items).toEqual([]);
  expect((await donor.get('/me/export')).body).toMatchObject({
    contactsShared: expect.arrayContaining([expect.objectContaining({ match, phone: PHONE })]),
    contactLooks: expect.arrayContaining([expect.objectContaining({ match })]),
  });
});

test('from 30 days after the end nothing of it is shown, and it is forgotten', async () => {
  const match = await agreed();
  ok(await donor.post(`/matches/${match}/hand-over`, { from: inDays(2), until: inDays(2.1), place: 'Сиреневая, 5' }));
  ok(await region.coordinator.post(`/matches/${match}/confirm`));
  const over = ok(await donor.get(`/matches/${match}`)).body;
  expect(over.contactsUntil).toBe(new Date(new Date(over.endedAt).getTime() + 30 * DAY_MS).toISOString());
  const ended = (days: number): Promise<unknown> =>
    db.source.query(`UPDATE matches SET ended_at = now() - make_interval(hours => $2) WHERE id = $1`, [
      match,
      Math.round(days * 24),
    ]);
  const forget = new ForgetJob(db.source, { now: () => new Date() } as Clock, MATCHING_AGES);
  await ended(29.9);
  await forget.tick();
  const before = ok(await region.coordinator.get(`/matches/${match}`)).body;
  expect([before.contact.phone, before.handOver.place]).toEqual([PHONE, 'Сиреневая, 5']);
  await ended(30.1);
  const after = ok(await region.coordinator.get(`/matches/${match}`));
  expect(after.body).toMatchObject({ contact: null, contactsUntil: null, handOver: null, handOverPoints: [] });
  expect(after.text).not.toContain('914 ');
  expect(code(await region.coordinator.get(`/matches/${match}/hand-over.ics`))).toEqual([409, 'match.no-hand-over']);
  await forget.tick();
  expect(
    await db.source.query(
      'SELECT 1 FROM match_contacts WHERE match_id = $1 UNION ALL SELECT 1 FROM hand_overs WHERE match_id = $1',
      [match],
    ),
  ).toEqual([]);
});

test('who is erased is nowhere among what was shared, and cannot be while somebody waits for them', async () => {
  ok(await donor.call('PUT', '/me/contact', { contact: { name: 'Незабудкина', phone: '+7 914 222-33-44' } }));
  const match = await agreed(null);
  await region.coordinator.get(`/matches/${match}`);
  ok(
    await donor.post(`/matches/${match}/hand-over`, {
      from: inDays(2),
      until: inDays(2.1),
      place: 'Незабудкина, домофон 12',
    }),
  );
  expect((await donor.post('/me/erasure', { password: TEST_PASSWORD })).status).toBe(409);
  ok(await region.coordinator.post(`/matches/${match}/confirm`));
  expect((await donor.post('/me/erasure', { password: TEST_PASSWORD })).status).toBe(204);
  for (const text of ['222-33-44', 'Незабудкина']) expect([text, await placesOf(db.source, text)]).toEqual([text, []]);
});

test('a hand-over is proposed, agreed to by the other side alone, and moved; a calendar follows by the same UID', async () => {
  const match = await agreed();
  const path = `/matches/${match}/hand-over`;
  const window = { from: inDays(2), until: inDays(2.1), place: 'Склад, ворота 2', note: 'Примет дежурная' };
  expect(code(await donor.get(`${path}.ics`))).toEqual([409, 'match.no-hand-over']);
  expect(code(await donor.post(`${path}/agree`))).toEqual([409, 'match.no-hand-over']);
  for (const who of [accountant, region.moderator])
    expect([code(await who.post(path, window)), code(await who.get(`${path}.ics`))]).toEqual([
      [403, 'match.not-yours'],
      [403, 'match.not-yours'],
    ]);
  expect(fields(await donor.post(path, { from: inDays(-1), until: inDays(-2) }))).toEqual([
    'from match.window-past',
    'until match.window-ends-first',
  ]);
  expect(fields(await donor.post(path, { from: inDays(2), until: inDays(3) }))).toEqual([
    'until match.window-too-long',
  ]);

  const first = ok(await donor.post(path, window)).body;
  expect([first.handOver, first.can.filter((verb: string) => verb.includes('hand-over'))]).toEqual([
    { ...window, sequence: 0, proposedBy: 'donor', agreed: false },
    ['propose-hand-over'],
  ]);
  expect(code(await donor.post(`${path}/agree`))).toEqual([409, 'match.hand-over-own']);
  ok(await donor.post(path, window)); // a second click
  expect(ok(await region.coordinator.get(`/matches/${match}`)).body).toMatchObject({
    handOver: { sequence: 0 },
    can: expect.arrayContaining(['agree-hand-over']),
  });
  const agreedTo = ok(await region.coordinator.post(`${path}/agree`, { sequence: 0 })).body;
  expect(agreedTo.handOver).toMatchObject({ agreed: true, sequence: 1 });
  expect(ok(await region.coordinator.post(`${path}/agree`, { sequence: 0 })).body.handOver.sequence).toBe(1);

  const calendar = await donor.get(`${path}.ics`, { accept: 'text/calendar' });
  expect([calendar.status, calendar.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(calendar.text).toMatch(
    /BEGIN:VTIMEZONE[\s\S]*TZID:Asia\/Yakutsk[\s\S]*BEGIN:VEVENT[\s\S]*SEQUENCE:1[\s\S]*STATUS:CONFIRMED[\s\S]*END:VEVENT/,
  );
  expect(calendar.text).not.toContain('914 ');

  const moved = ok(await region.coordinator.post(path, { ...window, from: inDays(3), until: inDays(3.1) })).body;
  expect(moved.handOver).toMatchObject({ agreed: false, proposedBy: 'organization', sequence: 2 });
  expect(code(await donor.post(`${path}/agree`, { sequence: 1 }))).toEqual([409, 'match.hand-over-moved']);
  const again = await donor.get(`${path}.ics`);
  expect(again.text).toMatch(/SEQUENCE:2[\s\S]*STATUS:TENTATIVE/);
  const uid = (text: string): string | undefined => /^UID:.*$/m.exec(text)?.[0];
  expect(uid(again.text)).toBe(uid(calendar.text));
  ok(await donor.post(`${path}/agree`, { sequence: 2 }));

  ok(await donor.post(`/matches/${match}/cancel`, { reason: 'Не успеваю' }));
  expect((await donor.get(`/matches/${match}`)).body.handOver).toBeNull();
  expect(code(await donor.post(path, { from: inDays(4), until: inDays(4.1) }))).toEqual([409, 'match.not-now']);
});

test('agreed money says how to pay, and is received by the word of the bank alone', async () => {
  const need = { kind: 'money', item: null, unit: 'rub', quantity: '1500', autoAccept: true };
  const needId = await region.openNeed(need);
  const match = await region.propose(
    await region.postOffer(
      { kind: 'money', item: undefined, unit: 'rub', quantity: '1500', place: undefined, radiusKm: undefined },
      donor,
    ),
    needId,
    150_000,
    'kopeck',
  );
  expect(ok(await donor.get(`/matches/${match}`)).body.payment).toBeNull();
  const yes = ok(await donor.post(`/matches/${match}/accept`)).body;
  expect(yes).toMatchObject({
    status: 'accepted',
    payment: {
      account: ACCOUNT,
      amount: 150_000,
      purpose: expect.stringMatching(/^Благотворительное пожертвование LP-/),
      qr: expect.stringContaining('|Sum=150000'),
    },
  });
  expect(yes.payment).toMatchObject({
    recipient: expect.stringMatching(/^«Тепло/),
    qr: expect.stringContaining(`|Name=${yes.payment.recipient}|`),
  }); // its short name, as in the order of a gift
  expect(ok(await owner.get(`/matches/${match}`)).body.payment.code).toBe(yes.payment.code);
  expect(ok(await accountant.get(`/matches/${match}`)).body).toMatchObject({
    side: null,
    contact: null,
    shared: null,
    payment: yes.payment,
    can: ['confirm'],
  });
  expect(ok(await region.moderator.get(`/matches/${match}`)).body.payment).toBeNull();

  const path = `/matches/${match}/confirm`;
  const bank = { bankDate: inDays(-1).slice(0, 10), bankNumber: '4471' };
  expect(code(await region.coordinator.post(path, bank))).toEqual([403, 'match.not-yours']);
  expect(code(await accountant.post(path))).toEqual([422, 'match.bank-needed']);
  expect(code(await accountant.post(path, { bankDate: bank.bankDate }))).toEqual([422, 'match.bank-needed']);
  expect(fields(await accountant.post(path, { ...bank, bankDate: inDays(3).slice(0, 10) }))).toEqual([
    'bankDate match.bank-date-ahead',
  ]);
  expect(await region.needBalance(needId)).toMatchObject({ received: 0, reserved: 150_000 });
  expect(ok(await accountant.post(path, bank)).body).toMatchObject({
    status: 'confirmed',
    payment: null,
    bank: { date: bank.bankDate, number: '4471' },
  });
  expect(await region.needBalance(needId)).toMatchObject({ received: 150_000, reserved: 0 });
  expect(ok(await accountant.post(path, bank)).body.status).toBe('confirmed');
  expect(code(await owner.post(path, { ...bank, bankNumber: '4472' }))).toEqual([409, 'match.confirmed-otherwise']);
  expect(ok(await donor.get(`/matches/${match}`)).body).toMatchObject({
    payment: null,
    bank: { date: bank.bankDate, number: '4471' },
  });

  const promised = ok(
    await donor.post(`/needs/${await region.openNeed(need)}/gifts`, { quantity: '100', unit: 'rub', provider: 'bank' }),
    201,
  ).body;
  const [{ match: giftMatch }] = await db.source.query('SELECT match_id AS match FROM gifts WHERE id = $1', [
    promised.id,
  ]);
  expect(ok(await donor.get(`/matches/${giftMatch}`)).body).toMatchObject({
    can: expect.not.arrayContaining(['deliver']),
    payment: { code: promised.code, purpose: promised.purpose },
  });
  for (const [verb, said] of [['deliver'], ['dispute', { reason: 'Нет' }]] as const)
    expect(code(await donor.post(`/matches/${giftMatch}/${verb}`, said))).toEqual([409, 'match.of-a-gift']);

  const goods = await agreed();
  expect(fields(await region.coordinator.post(`/matches/${goods}/confirm`, bank))).toEqual([
    'bankDate match.bank-only-money',
  ]);
});

test('nobody is told to pay an organization that is no longer verified', async () => {
  const organization = await verifiedOrganization(db.source, owner.personId);
  const desk = await api.person([organization, 'coordinator']);
  const needId = ok(
    await desk.post('/needs', {
      organization,
      kind: 'money',
      category: 'relief-household',
      title: 'На дрова',
      description: 'Отключили котельную, греются печами.',
      quantity: '1500',
      unit: 'rub',
      place: 'zeya',
      deadline: inDays(90),
      urgency: 4,
    }),
    201,
  ).body.id;
  await db.source.query(
    `UPDATE needs SET status = 'open', opened_at = now(), fresh_until = now() + interval '60 days' WHERE id = $1`,
    [needId],
  );
  const match = await region.propose(
    await region.postOffer(
      { kind: 'money', item: undefined, unit: 'rub', quantity: '1500', place: undefined, radiusKm: undefined },
      donor,
    ),
    needId,
    150_000,
    'kopeck',
  );
  expect(ok(await donor.post(`/matches/${match}/accept`)).body.payment).not.toBeNull();
  await db.source.query(`UPDATE organizations SET status = 'suspended' WHERE id = $1`, [organization]);
  expect(ok(await donor.get(`/matches/${match}`)).body.payment).toBeNull();
});

test('a contact that is chosen while its owner is erased is not kept', async () => {
  const leaver = await api.person();
  const erasure = db.source.createQueryRunner();
  await erasure.startTransaction();
  await erasure.query('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [leaver.personId]);
  const chosen = leaver.call('PUT', '/me/contact', { contact: { name: 'Анна', phone: PHONE } });
  await Promise.race([
    chosen,
    until(
      'it waits',
      async () =>
        (
          await db.source.query(
            `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
          )
        ).length === 1,
    ),
  ]);
  await erasure.query('UPDATE donors SET contact = NULL WHERE id = $1', [leaver.personId]);
  await erasure.query('UPDATE people SET erased_at = now() WHERE id = $1', [leaver.personId]);
  await erasure.commitTransaction();
  await erasure.release();
  expect(code(await chosen)).toEqual([401, 'identity.sign-in-first']);
  expect(
    await db.source.query('SELECT contact FROM donors WHERE id = $1 AND contact IS NOT NULL', [leaver.personId]),
  ).toEqual([]);
});

test('hours that the giver has named are the hours to choose from, and chosen they are agreed', async () => {
  const hour = (days: number, hours: number) => {
    const from = new Date(Math.ceil((Date.now() + days * DAY_MS) / 3_600_000) * 3_600_000);
    return { from: from.toISOString(), until: new Date(from.getTime() + hours * 3_600_000).toISOString() };
  };
  const windows = [hour(2, 2), hour(3, 1)];
  const match = await proposed({}, { pickUp: { windows } });
  for (const who of [donor, region.coordinator]) ok(await who.post(`/matches/${match}/accept`));
  const seen = ok(await region.coordinator.get(`/matches/${match}`)).body;
  expect([seen.offer.pickUp, seen.slots]).toEqual([
    { windows, brings: false },
    windows.map((window) => ({ ...window, where: 'giver', place: null })),
  ]);
  const [first, second] = windows as [(typeof windows)[0], (typeof windows)[0]];
  ok(await region.coordinator.post(`/matches/${match}/hand-over`, { ...first, place: 'Склад' })); // elsewhere: asked
  expect(ok(await donor.get(`/matches/${match}`)).body.handOver).toMatchObject({ agreed: false });
  ok(await region.coordinator.post(`/matches/${match}/hand-over`, second));
  const agreed = ok(await donor.get(`/matches/${match}`)).body;
  expect(agreed.handOver).toMatchObject({ ...second, agreed: true, proposedBy: 'organization' });
  expect(agreed.can).not.toContain('agree-hand-over');
});
