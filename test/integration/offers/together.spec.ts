import { newId } from '#kernel';
import { verifyLedger } from '#ledger';
import { OFFER_LIMITS, type OfferForm } from '#forms';
import { offerChecks } from '#offers';
import { answerOf, openDesk, type Desk } from '../needs/fixture.js';

// Offers that are posted at the same time share a transaction (libs/offers/src/opening.service.ts): each must fare as if it had come alone.
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.db.drop());

const form = (changes: Partial<OfferForm> = {}): OfferForm => ({
  kind: 'goods',
  category: 'relief-household',
  item: 'heater',
  quantity: '50',
  unit: 'pcs',
  place: 'zeya',
  radiusKm: 900,
  ...changes,
});
const people = (count: number, name: string) =>
  Promise.all(Array.from({ length: count }, (_, at) => desk.people.person(`${name} ${at + 1}`)));
const transactionsOf = async (ids: readonly string[]): Promise<number> =>
  (
    (await desk.source.query('SELECT count(DISTINCT xmin::text)::int AS count FROM offers WHERE id = ANY($1)', [
      ids,
    ])) as [{ count: number }]
  )[0].count;
const alarms = async () => (await verifyLedger(desk.source, { more: offerChecks })).alarms;

test('those of many donors are written by few transactions, each with its pledge, its fact and its donor', async () => {
  const donors = await people(20, 'Дарина');
  const ids = await Promise.all(
    donors.map((who, at) => desk.offers.publish(who, form({ quantity: String(at + 1), minLot: '1' }))),
  );
  expect(await transactionsOf(ids)).toBeLessThanOrEqual(3);
  const views = await Promise.all(ids.map((id, at) => desk.offerReads.byId(donors[at] ?? desk.donor, id)));
  expect(views.map(({ balance }) => balance.available)).toEqual(donors.map((_, at) => at + 1));
  expect(views.map(({ id }) => id)).toEqual(ids);
  for (const id of ids) expect(await desk.facts(id)).toEqual(['offer.opened']);
  expect(await alarms()).toEqual([]);
});

test('each hears its own refusal, and nothing remains of it', async () => {
  const [good, gone, boss] = [
    await desk.people.person('Вера Добрая'),
    await desk.people.person('Никто'),
    await desk.people.person('Глава'),
  ];
  await desk.source.query('UPDATE people SET erased_at = now() WHERE id = $1', [gone.personId]);
  const suspended = await desk.people.organization(boss.personId, 'suspended', 77);
  const answers = await Promise.all([
    answerOf(desk.offers.publish(good, form())),
    answerOf(desk.offers.publish(gone, form())),
    answerOf(desk.offers.publish(desk.as(boss, suspended, 'owner'), form({ onBehalfOf: suspended }))),
    answerOf(desk.offers.publish(boss, form({ onBehalfOf: suspended }))),
    answerOf(desk.offers.publish(boss, form({ prefers: ['01900000-0000-7000-8000-00000000dead'] }))),
    answerOf(desk.offers.publish(boss, form({ quantity: '0' }))),
  ]);
  expect(answers).toEqual([
    'done',
    'identity.sign-in-first',
    'offer.organization-suspended',
    'offer.not-yours-to-give-for',
    'form.invalid: prefers.0 form.not-in-list',
    expect.stringContaining('form.invalid: quantity'),
  ]);
  const left = async (table: string, column: string) =>
    desk.source.query(`SELECT 1 FROM ${table} WHERE ${column} = ANY($1)`, [[gone.personId, boss.personId, suspended]]);
  expect([await left('offers', 'created_by'), await left('donors', 'id'), await left('accounts', 'party_id')]).toEqual([
    [],
    [],
    [],
  ]);
});

test('of more than one may have open at once, exactly so many are opened', async () => {
  const who = await desk.people.person('Пётр Щедрый');
  const answers = await Promise.all(
    Array.from({ length: OFFER_LIMITS.openAtOnce + 7 }, () =>
      answerOf(desk.offers.publish(who, form({ quantity: '1' }))),
    ),
  );
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(OFFER_LIMITS.openAtOnce);
  expect(answers.filter((answer) => answer === 'offer.too-many-open')).toHaveLength(7);
  expect(await alarms()).toEqual([]);
});

test('who is being changed elsewhere keeps nobody else waiting', async () => {
  const [held, ...free] = await people(5, 'Мария');
  const elsewhere = desk.source.createQueryRunner();
  await elsewhere.startTransaction();
  await elsewhere.query('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [held?.personId]);
  const [waits, ...others] = [held, ...free].map((who) => desk.offers.publish(who ?? desk.donor, form()));
  expect(await Promise.all(others)).toHaveLength(4);
  expect(await Promise.race([waits, new Promise((done) => setTimeout(() => done('still waiting'), 50))])).toBe(
    'still waiting',
  );
  await elsewhere.commitTransaction();
  await elsewhere.release();
  expect(await transactionsOf([(await waits) ?? ''])).toBe(1);
});

test('nor does somebody who came by and is being erased', async () => {
  const [staff, ...free] = await people(5, 'Людмила');
  const organization = await desk.people.organization(staff?.personId ?? '', 'verified', 78);
  const walkIn = await desk.people.walkIn(organization, staff?.personId ?? '');
  const elsewhere = desk.source.createQueryRunner();
  await elsewhere.startTransaction();
  await elsewhere.query('SELECT 1 FROM walk_ins WHERE id = $1 FOR UPDATE', [walkIn]);
  const others = free.map((who) => desk.offers.publish(who, form()));
  const waits = answerOf(
    desk.offers.publish(desk.as(staff ?? desk.donor, organization, 'coordinator'), form({ onBehalfOf: walkIn })),
  );
  expect(await Promise.all(others)).toHaveLength(4);
  expect(await Promise.race([waits, new Promise((done) => setTimeout(() => done('still waiting'), 50))])).toBe(
    'still waiting',
  );
  await elsewhere.query('UPDATE walk_ins SET erased_at = now() WHERE id = $1', [walkIn]);
  await elsewhere.commitTransaction();
  await elsewhere.release();
  expect(await waits).toBe('walk-in.not-found');
});

test('what one of them spoils is no answer for the others', async () => {
  const [one, two, three] = await people(3, 'Ольга');
  const taken = await desk.postOffer();
  const [first, bad, last] = await Promise.allSettled([
    desk.offers.publish(one ?? desk.donor, form()),
    desk.offers.publish(two ?? desk.donor, form(), taken),
    desk.offers.publish(three ?? desk.donor, form()),
  ]);
  expect([first.status, last.status]).toEqual(['fulfilled', 'fulfilled']);
  expect(bad).toMatchObject({ status: 'rejected', reason: { code: '23505' } });
  expect(await alarms()).toEqual([]);
});

test('nobody heard that it was committed: nothing is there twice', async () => {
  const donors = await people(3, 'Анна');
  const transaction = desk.source.transaction;
  let deaf = true;
  desk.source.transaction = async (...work: unknown[]) => {
    const done = (await Reflect.apply(transaction, desk.source, work)) as never;
    if (!deaf) return done;
    deaf = false;
    throw new Error('Connection terminated unexpectedly');
  };
  const known = newId();
  const ids = await Promise.all(
    donors.map((who, at) => desk.offers.publish(who, form(), at === 0 ? known : undefined)),
  ).finally(() => (desk.source.transaction = transaction));
  expect(deaf).toBe(false);
  expect(ids[0]).toBe(known);
  const rows = (await desk.source.query('SELECT id FROM offers WHERE created_by = ANY($1)', [
    donors.map(({ personId }) => personId),
  ])) as { id: string }[];
  expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
  for (const [at, id] of ids.entries())
    expect((await desk.offerReads.byId(donors[at] ?? desk.donor, id)).balance).toMatchObject({
      pledged: 50,
      available: 50,
    });
  expect(await alarms()).toEqual([]);
});

test('a request that is run again finds its offer, also where it would be refused by now', async () => {
  const [who, known] = [await desk.people.person('Иван Терпеливый'), newId()];
  const until = new Date(desk.clock.now().getTime() + 60_000);
  expect(await desk.offers.publish(who, form({ until }), known)).toBe(known);
  expect(await desk.offers.publish(who, form({ until }), known)).toBe(known);
  desk.clock.set(new Date(until.getTime() + 1_000));
  expect(await desk.offers.publish(who, form({ until }), known)).toBe(known);
  expect(await answerOf(desk.offers.publish(who, form({ until }), newId()))).toBe(
    'form.invalid: until offer.until-in-past',
  );
  expect((await desk.offerReads.byId(who, known)).balance).toMatchObject({ pledged: 50 });
});
