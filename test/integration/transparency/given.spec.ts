import { newId } from '#kernel';
import { GIVEN_KEPT_FOR_MS, GivenInName } from '#transparency';
import type { Actor } from '#identity';
import { openDesk, type Desk } from '../needs/fixture.js';

let desk: Desk;
let given: GivenInName;
let company: string;
let staff: Actor;
beforeEach(async () => {
  desk = await openDesk();
  given = new GivenInName(desk.source, desk.catalogue, desk.clock);
  const person = await desk.people.person('Павел Складской');
  company = await desk.people.organization(person.personId, 'verified', 7);
  staff = desk.as(person, company, 'owner');
});
afterEach(() => desk.db.drop());

/** So much of an offer of the company arrives at a need. */
async function give(need: string, amount: number, anonymous: boolean): Promise<string> {
  const offer = await desk.postOffer({ onBehalfOf: company, anonymous }, staff);
  const hold = await desk.hold(need, offer, amount);
  await desk.arrive(need, offer, hold, amount);
  return hold;
}

test('what a company gave in its name is told in sums, by who got it; what it gave without its name is in no number', async () => {
  const need = await desk.openNeed({ quantity: '120' });
  await give(need, 30, false);
  desk.clock.forward(60_000);
  await give(need, 12, false);
  await give(need, 7, true);
  const told = await given.of(company);
  expect(told).toMatchObject({
    units: [{ kind: 'goods', unit: 'pcs', amount: 42 }],
    organizations: {
      count: 1,
      items: [{ id: desk.organization, shortName: '«Тепло 1»', units: [{ kind: 'goods', unit: 'pcs', amount: 42 }] }],
    },
  });
  expect(told.since! < told.organizations.items[0]!.last).toBe(true);
  expect(JSON.stringify(told)).not.toContain(staff.personId);
});

test('nothing is told of needs of private categories, of what only was promised, or of others', async () => {
  const secret = await desk.openNeed({
    category: 'relief-violence',
    item: null,
    title: 'Комплекты для Марьиной рощи',
    quantity: '50',
    unit: 'pcs',
  });
  await give(secret, 5, false);
  const need = await desk.openNeed({ quantity: '120' });
  await desk.hold(need, await desk.postOffer({ onBehalfOf: company, anonymous: false }, staff), 9);
  const own = await desk.postOffer({ anonymous: false });
  await desk.arrive(need, own, await desk.hold(need, own, 4), 4);
  expect(await given.of(company)).toEqual({ since: null, units: [], organizations: { count: 0, items: [] } });
  expect(await given.of(newId())).toEqual({ since: null, units: [], organizations: { count: 0, items: [] } });
});

test('what was taken back is no gift any more', async () => {
  const need = await desk.openNeed({ quantity: '120' });
  const hold = await give(need, 30, false);
  expect((await given.of(company)).units).toMatchObject([{ amount: 30 }]);
  const [{ id: posted }] = (await desk.source.query(`SELECT id FROM transfers WHERE resolves = $1 AND phase = 'post'`, [
    hold,
  ])) as [{ id: string }];
  await desk.run((tx) =>
    desk.ledger.reverse(tx, {
      id: newId(),
      transferId: posted,
      amount: 10,
      reason: 'Десять не подошли',
      at: desk.clock.now(),
      by: null,
    }),
  );
  desk.clock.forward(GIVEN_KEPT_FOR_MS);
  expect((await given.of(company)).units).toMatchObject([{ amount: 20 }]);
});
