import { DAY_MS, MINUTE_MS, newId } from '#kernel';
import { NeedCopies, NeedDuplicates, NeedEntity, NeedReminders, NeedRenewals } from '#needs';
import { Env } from '#host';
import { log } from '#platform';
import { poison } from '../../support/poison.js';
import { readMails, TEST_SECRET } from '../../support/mails.js';
import { answerOf, openDesk, type Desk } from './fixture.js';

let desk: Desk;
let copies: NeedCopies;
let duplicates: NeedDuplicates;
let renewals: NeedRenewals;
let reminders: NeedReminders;

beforeEach(async () => {
  desk = await openDesk();
  const { source, clock, catalogue, ledger, needs } = desk;
  copies = new NeedCopies(source, clock, catalogue, ledger);
  duplicates = new NeedDuplicates(source, catalogue);
  renewals = new NeedRenewals(source, clock, needs);
  reminders = new NeedReminders(
    source,
    clock,
    catalogue,
    new Env({ PUBLIC_URL: 'https://lepta.example', SESSION_SECRET: TEST_SECRET }),
  );
  await source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id, granted_at) VALUES ($1, $2, 'coordinator', 'organization', $3, now())`,
    [newId(), desk.coordinator.personId, desk.organization],
  );
});
afterEach(() => desk.db.drop());

const later = (days: number): void => desk.clock.set(new Date(desk.clock.now().getTime() + days * DAY_MS));
const mails = async () =>
  (await readMails(desk.source)).map(({ personId, template, whole }) => ({ person: personId, template, body: whole }));
const tokenIn = (body: string): string => /#([\w-]{43})/.exec(body)?.[1] ?? '';

test('like last winter: the same words and quantity, next year, with an account of its own', async () => {
  const id = await desk.openNeed({
    kind: 'money',
    item: null,
    quantity: '15000.50',
    unit: 'rub',
    minQuantity: '100',
    beneficiaries: 40,
    autoAccept: false,
  }); // said in roubles, counted in kopecks
  const before = await desk.view(id);
  await desk.needs.edit(desk.coordinator, id, before.version, { autoAccept: true });
  later(301);
  const copy = await copies.copy(desk.coordinator, id);
  const { title, description, kind, category, item, unit, each, minQuantity, place, urgency, beneficiaries } = before;
  expect(await desk.view(copy)).toMatchObject({
    title,
    description,
    kind,
    category,
    item,
    unit,
    each,
    minQuantity,
    place,
    urgency,
    beneficiaries,
    status: 'draft',
    autoAccept: true,
    photos: [],
    balance: { ...before.balance },
  });
  expect((await desk.view(copy)).deadline.toISOString()).toBe(
    new Date(
      Date.UTC(
        before.deadline.getUTCFullYear() + 1,
        before.deadline.getUTCMonth(),
        before.deadline.getUTCDate(),
        before.deadline.getUTCHours(),
      ),
    ).toISOString(),
  );
  await desk.needs.submit(desk.coordinator, copy);
  expect(await answerOf(copies.copy(desk.donor, id))).toBe('need.not-yours');
  expect(await answerOf(copies.copy(desk.donor, copy))).toBe('need.not-found');
});

test.each<[string, string]>([
  [`form = 'ooo'`, 'need.organization-gives'],
  [`status = 'suspended'`, 'need.organization-not-ready'],
  [`account = '{}'`, 'form.invalid: kind need.organization-without-account'],
])('an organization with %s asks for nothing, with a form or like last winter', async (state, refusal) => {
  const money = { kind: 'money', item: null, quantity: '15000', unit: 'rub' } as const;
  const id = await desk.openNeed(money);
  await desk.source.query(`UPDATE organizations SET ${state} WHERE id = $1`, [desk.organization]);
  expect(await answerOf(copies.copy(desk.coordinator, id))).toBe(refusal);
  expect(await answerOf(desk.needs.draft(desk.coordinator, desk.heaters(money)))).toBe(refusal);
});

test('what the lists have no more is not copied', async () => {
  const id = await desk.openNeed();
  const retired = desk.catalogue.item('heater') as { retiredAt: Date | null };
  retired.retiredAt = new Date(0);
  try {
    expect(await answerOf(copies.copy(desk.coordinator, id))).toMatch(/^form\.invalid: item /);
  } finally {
    retired.retiredAt = null;
  }
});

test('pointed out: one’s own with a similar title, and others’ in the same place; never what is hidden', async () => {
  const [other, stranger] = [await desk.people.person('Ольга Другая'), await desk.people.person('Прохожий')];
  const elsewhere = await desk.people.organization(other.personId, 'verified', 2);
  const theirs = desk.as(other, elsewhere, 'coordinator');
  const own = await desk.openNeed({ title: 'Обогреватели для посёлка Норск' });
  const draft = await desk.needs.draft(desk.coordinator, desk.heaters({ title: 'Обогреватель для посёлка' }));
  await desk.openNeed({ title: 'Одеяла и подушки', item: null });
  const same = await desk.needs.draft(theirs, desk.heaters({ organization: elsewhere, title: 'Тепло детям' }));
  const find = (parts = {}) =>
    duplicates.find(desk.coordinator, {
      organization: desk.organization,
      category: 'relief-household',
      item: 'heater',
      title: 'Обогреватели в посёлок',
      place: 'selemdzhinsky',
      ...parts,
    });
  expect((await find()).map((one) => [one.id, one.why])).toEqual(
    expect.arrayContaining([
      [own, 'same-organization'],
      [draft, 'same-organization'],
    ]),
  );
  expect((await find()).map((one) => one.id)).not.toContain(same); // nobody outside sees their draft
  await desk.needs.submit(theirs, same);
  await desk.run((tx) => desk.needs.approve(tx, desk.moderator, same));
  expect((await find()).filter((one) => one.why === 'same-place')).toMatchObject([
    { id: same, organization: { id: elsewhere } },
  ]);
  expect((await find({ place: 'zeya' })).map((one) => one.id)).not.toContain(same);
  expect((await find({ except: own })).map((one) => one.id)).not.toContain(own);
  expect(await find({ title: 'Ремонт крыши', place: null })).toEqual([]);
  expect(
    await answerOf(
      duplicates.find(stranger, {
        organization: desk.organization,
        category: 'relief-household',
        title: 'Обогреватели',
        place: 'selemdzhinsky',
      }),
    ),
  ).toBe('need.not-yours');
});

test('a week before it goes stale: one mail to each who may renew, once; one click renews, once', async () => {
  const id = await desk.openNeed();
  const second = await desk.openNeed({ title: 'Дрова для клуба', item: null });
  await reminders.tick();
  expect(await mails()).toEqual([]);
  later(54);
  expect(await reminders.tick()).toBe(2);
  expect(await reminders.tick()).toBe(0);
  const [mail, ...more] = await mails();
  expect([more, mail]).toMatchObject([[], { person: desk.coordinator.personId, template: 'need.stale' }]);
  expect(mail?.body).toContain('https://lepta.example/renew-need#');
  expect([...(mail?.body.matchAll(/#[\w-]{43}/g) ?? [])]).toHaveLength(2);

  const token = tokenIn(mail?.body ?? '');
  const { need } = await renewals.look(token);
  expect([id, second]).toContain(need.id);
  expect((await renewals.look(token)).need).toEqual(need);
  const renewed = await renewals.renew(token);
  expect(renewed.need.freshUntil).toEqual(new Date(desk.clock.now().getTime() + 60 * DAY_MS));
  expect([await answerOf(renewals.renew(token)), await answerOf(renewals.look(token))]).toEqual([
    'need.renewal-link-used',
    'need.renewal-link-used',
  ]);
  const [{ hash, audits }] = await desk.source.query(
    `SELECT (SELECT count(*)::int FROM need_renewal_links WHERE encode(token_hash, 'escape') LIKE $1) AS hash, (SELECT count(*)::int FROM audit_log WHERE action = 'need.renew-by-link') AS audits`,
    [`%${token}%`],
  );
  expect([hash, audits]).toEqual([0, 1]);
  later(54); // the renewed one is due again, and says so again
  expect(await reminders.tick()).toBe(1);
});

test('a link that is not right renews nothing', async () => {
  const id = await desk.openNeed();
  later(54);
  await reminders.tick();
  const token = tokenIn((await mails())[0]?.body ?? '');
  for (const wrong of ['', 'x', token.slice(1), token.toUpperCase(), `${token} `])
    expect(await answerOf(renewals.renew(wrong))).toBe('need.renewal-link-unknown');
  await desk.source.query('UPDATE grants SET revoked_at = now() WHERE person_id = $1', [desk.coordinator.personId]);
  expect(await answerOf(renewals.renew(token))).toBe('need.renewal-link-unknown');
  await desk.source.query('UPDATE grants SET revoked_at = NULL');
  later(14);
  expect(await answerOf(renewals.renew(token))).toBe('need.renewal-link-expired');
  expect((await desk.view(id)).version).toBe((await desk.source.manager.findOneByOrFail(NeedEntity, { id })).version);
});

test('two clicks at once renew once', async () => {
  await desk.openNeed();
  later(54);
  await reminders.tick();
  const token = tokenIn((await mails())[0]?.body ?? '');
  const answers = await Promise.all([1, 2, 3, 4].map(() => answerOf(renewals.renew(token))));
  expect(answers.sort()).toEqual([
    'done',
    'need.renewal-link-used',
    'need.renewal-link-used',
    'need.renewal-link-used',
  ]);
});

test('before the deadline the mail leads to the need; a new deadline is told again', async () => {
  const id = await desk.openNeed({ deadline: new Date(desk.clock.now().getTime() + 20 * DAY_MS) });
  later(18);
  expect(await reminders.tick()).toBe(1);
  const [mail] = await mails();
  expect(mail).toMatchObject({ template: 'need.deadline' });
  expect(mail?.body).toContain(`https://lepta.example/needs/${id}`);
  const { version } = await desk.view(id);
  await desk.needs.edit(desk.coordinator, id, version, {
    deadline: new Date(desk.clock.now().getTime() + 20 * DAY_MS),
  });
  later(18);
  expect(await reminders.tick()).toBe(1);
});

test('an organization that cannot be reminded keeps no other from hearing of its needs, and hears once it is mended', async () => {
  log.level = 'silent'; // a failure is part of this scenario
  const other = await desk.people.person('Ольга Другая');
  const elsewhere = await desk.people.organization(other.personId, 'verified', 2);
  await desk.source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id, granted_at) VALUES ($1, $2, 'owner', 'organization', $3, now())`,
    [newId(), other.personId, elsewhere],
  );
  const [bad, good] = [await desk.openNeed(), await desk.openNeed()];
  await desk.source.query(
    `UPDATE needs SET organization_id = $2, fresh_until = fresh_until + interval '1 hour' WHERE id = $1`,
    [good, elsewhere],
  );
  const mend = await poison(desk.db, 'needs', bad);
  later(54);
  expect(await reminders.tick()).toBe(1);
  expect((await mails()).map(({ person }) => person)).toEqual([other.personId]);
  await mend();
  desk.clock.forward(MINUTE_MS);
  expect(await reminders.tick()).toBe(1);
  expect((await mails()).map(({ person }) => person).sort()).toEqual(
    [other.personId, desk.coordinator.personId].sort(),
  );
});

test('the number finds the need', async () => {
  const id = await desk.openNeed();
  const { number } = await desk.view(id);
  expect(await desk.reads.idOfNumber(number)).toBe(id);
  expect(await answerOf(desk.reads.idOfNumber(999_999_999))).toBe('need.not-found');
});
