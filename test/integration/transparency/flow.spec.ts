import { newId } from '#kernel';
import {
  BalanceFlow,
  FLOW_ARRIVED_SQL,
  FLOW_GIVEN_SQL,
  FLOW_KEPT_FOR_MS,
  FLOW_SERVED_FOR_MS,
  type FlowAt,
  KEPT_FOR_MS,
  OpenBalance,
  type BalanceItem,
} from '#transparency';
import type { OfferForm } from '#forms';
import type { Actor } from '#identity';
import { openDesk, type Desk } from '../needs/fixture.js';

const FLOW_EXPLAINED = [[], 'UTC', '2026-01-01', '2026-04-01', '2026-05-01'];
const PRIVATE = { category: 'relief-violence', item: null, title: 'Комплекты', unit: 'pcs' } as const;
const DIAPERS = { category: 'family-newborn', item: 'diapers-child', title: 'Подгузники', unit: 'pack' } as const;

let desk: Desk;
let flow: BalanceFlow;
let balance: OpenBalance;
beforeEach(async () => {
  desk = await openDesk();
  flow = new BalanceFlow(desk.source, desk.catalogue, desk.clock);
  balance = new OpenBalance(desk.source, desk.catalogue, desk.clock);
});
afterEach(() => desk.db.drop());

async function give(need: string, amount: number, form: Partial<OfferForm> = {}, who?: Actor): Promise<string> {
  const offer = await desk.postOffer(form, who);
  await desk.arrive(need, offer, await desk.hold(need, offer, amount), amount);
  return offer;
}

const received = (items: readonly BalanceItem[], unit: string): number =>
  items
    .flatMap(({ units }) => units.filter((line) => line.unit === unit))
    .reduce((sum, line) => sum + line.received, 0);
const sum = (items: readonly { amount: number }[]): number => items.reduce((all, { amount }) => all + amount, 0);

test('the flow and the balance have the same sums, for each period, sphere and place, also after something was taken back', async () => {
  const early = await desk.openNeed({ quantity: '120' }); // in March 2026
  await give(early, 30);
  const [came]: { id: string }[] = await desk.source.query(`SELECT id FROM transfers WHERE phase = 'post'`);
  await desk.run((tx) =>
    desk.ledger.reverse(tx, {
      id: newId(),
      transferId: came!.id,
      amount: 4,
      reason: 'Две сломаны',
      at: desk.clock.now(),
      by: null,
    }),
  );
  desk.clock.forward(40 * 86_400_000); // April
  const late = await desk.openNeed({ quantity: '40', place: 'zeya' });
  await give(late, 7, { anonymous: true });
  await give(late, 2, { anonymous: false });
  await give(await desk.openNeed({ ...PRIVATE, quantity: '50' }), 5);
  await give(await desk.openNeed({ ...DIAPERS, quantity: '9', place: 'zeya' }), 3, { ...DIAPERS, quantity: '9' });
  const open = desk.catalogue.categories.filter(({ flags }) => !flags.includes('private')).map(({ code }) => code);
  const all = (await balance.items('category')).filter(({ key }) => open.includes(key));
  const told = await flow.of({ kind: 'goods', period: 'all' });
  expect(told.amount).toBe(received(all, 'pcs'));
  expect(told.amount).toBe(26 + 7 + 2);
  expect([told.apart, told.amount + 5]).toEqual([5, received(await balance.items('month'), 'pcs')]); // what private categories received
  expect([told.givers, told.spheres, told.places, told.given, told.arrived].map(sum)).toEqual(
    Array(5).fill(told.amount),
  );
  for (const period of ['year', 'quarter', 'month'] as const)
    for (const part of [{}, { place: 'zeya' }, { sphere: 'relief' }, { place: 'zeya', sphere: 'family' }]) {
      const { amount, given, arrived } = await flow.of({ kind: 'goods', period, ...part });
      const items = await balance.items('sphere', period, part);
      expect([period, part, amount]).toEqual([period, part, received(items, 'pcs')]);
      expect([sum(given), sum(arrived)]).toEqual([amount, amount]);
      expect(received(await balance.items('place', period, part), 'pcs')).toBe(amount);
    }
});

test('five companies that show their names are told as companies, four are not; who keeps the name back is of one kind', async () => {
  const need = await desk.openNeed({ quantity: '120' });
  const company = async (n: number, anonymous: boolean): Promise<void> => {
    const person = await desk.people.person(`Директор ${n}`);
    const id = await desk.people.organization(person.personId, 'verified', n);
    await give(need, 1, { onBehalfOf: id, anonymous }, desk.as(person, id, 'owner'));
  };
  for (const n of [2, 3, 4, 5]) await company(n, false);
  await company(6, true);
  await give(need, 10, { anonymous: true });
  const told = async () => {
    desk.clock.forward(FLOW_SERVED_FOR_MS);
    return (await flow.of({ kind: 'goods', period: 'all' })).givers;
  };
  expect(await told()).toEqual([{ giver: 'unnamed', amount: 15 }]);
  await company(7, false);
  expect(await told()).toEqual([
    { giver: 'companies', amount: 5 },
    { giver: 'unnamed', amount: 11 },
  ]);
});

test('a reading is kept for some minutes and serves every question; what is no place or sphere is refused', async () => {
  const first = await flow.of({ kind: 'goods', period: 'all' });
  await give(await desk.openNeed({ quantity: '5' }), 5);
  expect(await flow.of({ kind: 'time', period: 'all' })).toMatchObject({ at: first.at, amount: 0 });
  desk.clock.forward(FLOW_KEPT_FOR_MS);
  const goods = (): Promise<FlowAt> => flow.of({ kind: 'goods', period: 'all' });
  expect(await goods()).toMatchObject({ at: first.at, amount: 0 }); // the old one, while a new one is read
  while ((await goods()).amount === 0) await new Promise((go) => setTimeout(go, 5));
  expect((await goods()).amount).toBe(5);
  await give(await desk.openNeed({ quantity: '5' }), 5);
  desk.clock.forward(FLOW_SERVED_FOR_MS);
  expect((await goods()).amount).toBe(10); // too old to be told
  await expect(flow.of({ kind: 'goods', period: 'all', place: 'nowhere' })).rejects.toThrow('catalogue.not-found');
  await expect(flow.of({ kind: 'goods', period: 'all', sphere: 'nothing' })).rejects.toThrow('catalogue.not-found');
});

test('a balance that is narrowed to a place or sphere has nothing of a private category, however many there are', async () => {
  for (let n = 0; n < 5; n += 1) await desk.openNeed({ ...PRIVATE, quantity: '10' });
  await desk.openNeed({ quantity: '7' });
  const asked = async (part: { place?: string; sphere?: string }): Promise<number[]> => {
    desk.clock.forward(KEPT_FOR_MS);
    const items = await balance.items('sphere', 'all', part);
    return [
      items.reduce((all, { needs }) => all + needs, 0),
      ...items.flatMap(({ units }) => units.map((u) => u.required)),
    ];
  };
  expect(await asked({})).toEqual([6, 57]);
  expect(await asked({ place: 'selemdzhinsky' })).toEqual([1, 7]);
  expect(await asked({ sphere: 'relief' })).toEqual([1, 7]);
  expect(await asked({ place: 'zeya' })).toEqual([0]);
  expect(await asked({ sphere: 'family' })).toEqual([0]);
  await expect(balance.items('sphere', 'all', { place: 'amurskaya' })).rejects.toThrow('catalogue.not-found');
});

test('needs come from the index of the balance', async () => {
  await desk.openNeed();
  await desk.source.transaction(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    for (const sql of [FLOW_GIVEN_SQL, FLOW_ARRIVED_SQL]) {
      const rows: Record<string, string>[] = await tx.query(`EXPLAIN ${sql}`, FLOW_EXPLAINED);
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index (Only )?Scan using needs_/);
    }
  });
});
