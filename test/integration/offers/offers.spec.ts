import { DAY_MS, type Refusal } from '#kernel';
import { OFFER_LIMITS, type OfferChanges, type OfferForm } from '#forms';
import { offerChecks, offersPageSql, type OfferCursor } from '#offers';
import { answerOf, openDesk, type Desk } from '../needs/fixture.js';
import { asOwner } from '../../support/database.js';
import { until } from '../../support/region.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.db.drop());

const view = (id: string, who = desk.donor) => desk.offerReads.byId(who, id);
const edit = async (id: string, changes: OfferChanges): Promise<string> =>
  answerOf(desk.offers.edit(desk.donor, id, (await view(id)).version, changes));
const withdraw = (id: string, who = desk.donor) => answerOf(desk.run((tx) => desk.offers.withdraw(tx, who, id)));

test('an offer is open at once, and only its own side knows it', async () => {
  const id = await desk.postOffer({ minLot: '10', prefers: [desk.organization, 'relief'] });
  expect(await view(id)).toMatchObject({
    status: 'open',
    can: ['edit', 'withdraw'],
    anonymous: true,
    minLot: { amount: 10, unit: 'pcs' },
    until: new Date(desk.clock.now().getTime() + 90 * DAY_MS),
    balance: { pledged: 50, available: 50, reserved: 0, delivered: 0, released: 0, unit: 'pcs' },
  });
  expect(await desk.facts(id)).toEqual(['offer.opened']);
  expect(await answerOf(view(id, desk.coordinator))).toBe('offer.not-found');
  expect(await withdraw(id, desk.coordinator)).toBe('offer.not-found');
  expect(await answerOf(desk.offers.edit(desk.coordinator, id, 1, { minLot: '1' }))).toBe('offer.not-found');
  expect(await view(id, desk.moderator)).toMatchObject({ can: [] });
  expect(await answerOf(desk.postOffer({ prefers: ['01900000-0000-7000-8000-00000000dead'] }))).toBe(
    'form.invalid: prefers.0 form.not-in-list',
  );
});

test('an edit waits for who forgets its giver, and neither waits in a circle', async () => {
  const id = await desk.postOffer();
  const erasure = desk.source.createQueryRunner();
  await erasure.startTransaction();
  await erasure.query('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [desk.donor.personId]);
  const edited = edit(id, { quantity: '60', unit: 'pcs' });
  await until(
    'the edit waits',
    async () =>
      (
        await desk.source.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
      ).length === 1,
  );
  await erasure.query('UPDATE offers SET description = NULL WHERE id = $1', [id]);
  await erasure.commitTransaction();
  await erasure.release();
  expect(await edited).toBe('done');
});

test('a larger quantity is pledged on top, of a smaller one the difference goes back', async () => {
  const id = await desk.postOffer();
  expect(await edit(id, { quantity: '70', unit: 'pcs' })).toBe('done');
  expect((await view(id)).balance).toMatchObject({ pledged: 70, available: 70, released: 0 });
  const need = await desk.openNeed();
  await desk.hold(need, id, 48);
  expect(await edit(id, { quantity: '47' })).toBe('form.invalid: quantity offer.below-use');
  expect(await edit(id, { quantity: '50' })).toBe('done');
  expect((await view(id)).balance).toMatchObject({ pledged: 70, available: 2, reserved: 48, released: 20 });
  expect(await edit(id, { quantity: '50' })).toBe('done'); // what stands already
  expect(await edit(id, { minLot: '51' })).toBe('form.invalid: minLot offer.lot-above-quantity');
  expect(await answerOf(desk.offers.edit(desk.donor, id, 1, { minLot: '1' }))).toBe('offer.stale');
});

test('lowered to what has been given it is used up', async () => {
  const [id, need] = [await desk.postOffer(), await desk.openNeed()];
  await desk.arrive(need, id, await desk.hold(need, id, 30), 30);
  expect(await view(id)).toMatchObject({ status: 'partly_used' });
  expect(await edit(id, { quantity: '30' })).toBe('done');
  expect(await view(id)).toMatchObject({ status: 'used_up', can: [], balance: { available: 0, released: 20 } });
});

test('taken back: what is left is released, what is held stays, and what comes back later is released too', async () => {
  const [id, need] = [await desk.postOffer(), await desk.openNeed()];
  const hold = await desk.hold(need, id, 20);
  expect(await withdraw(id)).toBe('done');
  expect(await withdraw(id)).toBe('done');
  expect(await view(id)).toMatchObject({
    status: 'withdrawn',
    can: [],
    balance: { pledged: 50, available: 0, reserved: 20, released: 30 },
  });
  await desk.run(async (tx) => {
    await desk.ledger.voidHold(tx, { holdId: hold, at: desk.clock.now(), by: null });
    await desk.settle(tx, need, id);
  });
  expect(await view(id)).toMatchObject({ status: 'withdrawn', balance: { available: 0, reserved: 0, released: 50 } });
  expect((await desk.facts(id)).filter((fact) => fact === 'offer.withdrawn')).toHaveLength(1);
});

test('it expires on its day and not before', async () => {
  const id = await desk.postOffer();
  expect(await desk.run((tx) => desk.offers.expire(tx, id))).toBe(false);
  desk.clock.forward(90 * DAY_MS);
  expect(await desk.run((tx) => desk.offers.expire(tx, id))).toBe(true);
  expect(await view(id)).toMatchObject({ status: 'expired', balance: { available: 0, released: 50 } });
  expect(await edit(id, { minLot: '1' })).toBe('offer.not-editable');
  expect(await withdraw(id)).toBe('offer.not-withdrawable');
});

test('an organization gives through its owner or coordinator, and its people see it', async () => {
  const { coordinator, organization } = desk;
  const accountant = desk.as(await desk.people.person('Счёт Верный'), organization, 'accountant');
  expect(await answerOf(desk.postOffer({ onBehalfOf: organization }))).toBe('offer.not-yours-to-give-for');
  expect(await answerOf(desk.postOffer({ onBehalfOf: organization }, accountant))).toBe('offer.not-yours-to-give-for');
  const id = await desk.postOffer({ onBehalfOf: organization, anonymous: false }, coordinator);
  expect(await view(id, accountant)).toMatchObject({ onBehalfOf: organization, anonymous: false, can: [] });
  expect(
    (await desk.offerReads.page(accountant, { onBehalfOf: organization }, 10, null)).items.map((offer) => offer.id),
  ).toEqual([id]);
  expect((await desk.offerReads.page(coordinator, {}, 10, null)).items).toEqual([]);
  expect(await answerOf(desk.offerReads.page(desk.donor, { onBehalfOf: organization }, 10, null))).toBe(
    'offer.not-found',
  );
});

test('nobody holds more than 200 open offers, not even by asking twice at once', async () => {
  const busy = await desk.people.person('Щедрый Даритель');
  const first = await desk.postOffer({}, busy);
  await desk.source.query(
    `INSERT INTO offers SELECT gen_random_uuid(), version, donor_id, on_behalf_of, status, kind, category, item, title, description, unit, base_unit, each_amount, each_unit, min_lot, place, radius_km, starts_at,
       until, skills, prefers, anonymous, via, NULL, created_by, created_at, updated_at FROM offers, generate_series(1, $2) WHERE id = $1`,
    [first, OFFER_LIMITS.openAtOnce - 2],
  );
  const answers = await Promise.all([1, 2, 3].map(() => answerOf(desk.postOffer({}, busy))));
  expect(answers.sort()).toEqual(['done', 'offer.too-many-open', 'offer.too-many-open']);
  const organization = await desk.people.organization(busy.personId, 'verified', 64);
  const walkIn = await desk.people.walkIn(organization, busy.personId);
  const theirs = await desk.postOffer({ onBehalfOf: walkIn }, desk.as(busy, organization, 'coordinator')); // limits of theirs
  expect(await view(theirs, desk.as(busy, organization, 'coordinator'))).toMatchObject({
    onBehalfOf: walkIn,
    enteredBy: organization,
  });
  await asOwner(desk.db, `DELETE FROM offers WHERE created_by = $1 AND id NOT IN (SELECT holder_id FROM accounts)`, [
    busy.personId,
  ]);
});

test('of two edits at once one is told that it is stale', async () => {
  const id = await desk.postOffer();
  for (let version = 1; version <= 10; version += 1) {
    const answers = await Promise.all(
      [60, 70].map((quantity) =>
        answerOf(desk.offers.edit(desk.donor, id, version, { quantity: String(quantity + version) })),
      ),
    );
    expect(answers.sort()).toEqual(['done', 'offer.stale']);
  }
});

test('one’s own offers come from an index, page by page', async () => {
  const giver = await desk.people.person('Много Даров');
  const posted: string[] = [];
  for (let at = 0; at < 9; at += 1)
    posted.unshift(
      await desk.postOffer(
        at % 2
          ? {}
          : ({ kind: 'money', category: null, item: null, quantity: '500', unit: 'rub' } as Partial<OfferForm>),
        giver,
      ),
    );
  const seen: string[] = [];
  let after: OfferCursor | null = null;
  do {
    const page: Awaited<ReturnType<Desk['offerReads']['page']>> = await desk.offerReads.page(giver, {}, 4, after);
    seen.push(...page.items.map((offer) => offer.id));
    after = page.next;
  } while (after);
  expect(seen).toEqual(posted);
  expect((await desk.offerReads.page(giver, { kind: 'money', status: ['open'] }, 20, null)).items).toHaveLength(5);

  await desk.source.query(
    `INSERT INTO offers SELECT gen_random_uuid(), version, $2, on_behalf_of, status, kind, category, item, title, description, unit, base_unit, each_amount, each_unit, min_lot, place, radius_km, starts_at,
       until, skills, prefers, anonymous, via, NULL, created_by, created_at - n * interval '1 minute', updated_at FROM offers, generate_series(1, 4000) n WHERE id = $1`,
    [posted[0], desk.donor.personId],
  );
  await asOwner(desk.db, 'ANALYZE offers');
  const { sql, params } = offersPageSql(desk.donor.personId, {}, 21, [
    '2026-03-01T00:00:00.000000Z',
    desk.organization,
  ]);
  const plan: Record<string, string>[] = await desk.source.query(`EXPLAIN ${sql}`, params);
  expect(JSON.stringify(plan)).toMatch(/offers_by_donor/);
  await asOwner(desk.db, 'DELETE FROM offers WHERE id NOT IN (SELECT holder_id FROM accounts)');
});

test('money below the least amount is refused with that amount, but for what is missing of the need that it is bound to', async () => {
  const give = (quantity: string, only: string[] = [], who = desk.donor): Promise<string> =>
    desk.postOffer(
      { kind: 'money', category: null, item: null, quantity, unit: 'rub', place: null, radiusKm: null, only },
      who,
    );
  const least = async (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (err: Refusal) => String(err.errors[0]?.params?.['minText']).replaceAll('\u00a0', ' '),
    );
  expect(await answerOf(give('99.99'))).toBe('form.invalid: quantity offer.below-smallest');
  expect(await least(give('99.99'))).toBe('100 ₽');
  const need = await desk.openNeed({
    kind: 'money',
    category: 'relief-household',
    item: null,
    quantity: '1000',
    unit: 'rub',
  });
  await desk.hold(need, await give('960'), 96_000);
  expect(await least(give('39.99', [need]))).toBe('40 ₽');
  expect(await answerOf(give('40', [need, 'zeya']))).toBe('form.invalid: quantity offer.below-smallest'); // it may go elsewhere
  const last = await give('40', [need]);
  expect(await edit(last, { only: [] })).toBe('form.invalid: quantity offer.below-smallest');
  expect(await edit(last, { title: 'Последнее' })).toBe('done');
  await desk.hold(need, last, 4_000);
  expect(await edit(last, { quantity: '40', only: [need] })).toBe('done'); // what stands already
  const larger = await give('100');
  expect(await edit(larger, { quantity: '99' })).toBe('form.invalid: quantity offer.below-smallest');
  expect(await answerOf(desk.postOffer({ quantity: '1' }))).not.toContain('form.invalid'); // a heater is no money
});

test('after all of it the house is in order', async () => {
  for (const { sentence, sql } of offerChecks)
    expect({ sentence, rows: await desk.source.query(sql) }).toEqual({ sentence, rows: [] });
});
