import { DAY_MS, newId } from '#kernel';
import { answerOf } from '../needs/fixture.js';
import { openStore, type Store } from './fixture.js';

/** The code with which something was refused. */
const codeOf = async (work: Promise<unknown>): Promise<string> => (await answerOf(work)).split(':')[0] ?? '';

let store: Store;
beforeAll(async () => {
  store = await openStore();
});
afterEach(() => store.holds());
afterAll(() => store.db.drop());

const announced = async (offer: string, quantity?: string) => {
  const { intakes, reads, donor, point } = store;
  const id = await intakes.announce(donor, point, { offer, ...(quantity ? { quantity } : {}) }, newId());
  return reads.arrival(donor, id, 'ru');
};
const give = (need: string, quantity: string, more: object = {}, id = newId()) =>
  store.shelves.giveOut(store.coordinator, store.point, { need, quantity, unit: 'pcs', ...more }, id);
const steps = async (lot: string) =>
  (await store.reads.path(store.coordinator, lot, 'ru')).steps.map(({ kind, amount, reason }) =>
    [kind, amount, ...(reason ? [reason] : [])].join(' '),
  );

test('what was announced is taken in by its code, given out to a need, and its giver sees where it is', async () => {
  const { intakes, coordinator, donor, point, reads, ledger, source } = store;
  const offer = await store.postOffer({ item: 'bedding', category: 'relief-household', quantity: '24' });
  const arrival = await announced(offer);
  expect(arrival).toMatchObject({
    status: 'announced',
    amount: 24,
    code: expect.stringMatching(/^\d{4}$/),
    can: ['cancel'],
  });
  expect((await store.shelf()).arrivals).toMatchObject([{ id: arrival.id, code: null, can: ['take-in', 'cancel'] }]);
  const wrong = arrival.code === '0000' ? '1111' : '0000';
  const lot = newId();
  const takeIn = (code: string | null) =>
    intakes.takeIn(
      coordinator,
      point,
      { arrival: arrival.id, code: code ?? '', quantity: '20', note: ' Полка  3 ' },
      lot,
    );
  expect(await codeOf(takeIn(wrong))).toBe('stock.wrong-code');
  await takeIn(arrival.code);
  await takeIn(arrival.code); // run again after a crash
  expect((await ledger.offerBalances(source, [offer])).get(offer)).toMatchObject({ available: 4, delivered: 20 });
  expect(
    await codeOf(intakes.takeIn(coordinator, point, { arrival: arrival.id, code: arrival.code ?? '' }, newId())),
  ).toBe('stock.arrival-over');

  const need = await store.openNeed({ item: 'bedding', quantity: '15' });
  expect((await store.shelf()).needs.find(({ id }) => id === need)?.lots).toEqual([lot]);
  const issue = newId();
  await give(need, '12', { lot }, issue);
  await give(need, '12', { lot }, issue);
  expect([await store.received(need), await store.left(lot)]).toEqual([12, 8]);
  expect(await codeOf(give(need, '4', { lot }))).toBe('ledger.not-enough-left'); // the need asks for three more
  expect(await codeOf(give(need, '9', { lot }))).toBe('stock.not-enough');
  const [seen] = await reads.arrivalsOf(donor, offer, 'ru');
  expect(seen).toMatchObject({
    status: 'taken_in',
    code: null,
    steps: [
      { kind: 'taken-in', amount: 20 },
      { kind: 'given-out', amount: -12, need: { id: need } },
    ],
  });
  expect(await steps(lot)).toEqual(['taken-in 20', 'given-out -12']);
});

test('a code that was guessed at ten times no longer counts; the giver cancels and announces anew', async () => {
  const { intakes, coordinator, donor, point } = store;
  const offer = await store.postOffer({ quantity: '5' });
  const arrival = await announced(offer);
  expect(await codeOf(announced(offer))).toBe('stock.already-announced');
  const wrong = arrival.code === '0000' ? '1111' : '0000';
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      codeOf(intakes.takeIn(coordinator, point, { arrival: arrival.id, code: wrong }, newId())),
    ),
  );
  expect(answers.filter((code) => code === 'stock.wrong-code')).toHaveLength(10);
  expect(
    await codeOf(intakes.takeIn(coordinator, point, { arrival: arrival.id, code: arrival.code ?? '' }, newId())),
  ).toBe('stock.code-used-up');
  await intakes.cancel(donor, arrival.id);
  await intakes.cancel(donor, arrival.id);
  const again = await announced(offer, '3');
  const lot = await intakes.takeIn(coordinator, point, { arrival: again.id, code: again.code ?? '' }, newId());
  expect(await store.left(lot)).toBe(3);
});

test('what its giver bound elsewhere goes to no other need, is offered to none and becomes no part of a kit', async () => {
  const { intakes, shelves, coordinator, point } = store;
  const [bound, other] = [
    await store.openNeed({ item: 'bedding', quantity: '15' }),
    await store.openNeed({ item: 'bedding', quantity: '15' }),
  ];
  const bedding = { item: 'bedding', category: 'relief-household' };
  const offer = await store.postOffer({ ...bedding, quantity: '6', only: [bound] });
  const arrival = await announced(offer);
  const lot = await intakes.takeIn(coordinator, point, { arrival: arrival.id, code: arrival.code ?? '' }, newId());
  const give = (need: string): Promise<void> =>
    shelves.giveOut(coordinator, point, { need, lot, quantity: '2', unit: 'pcs' }, newId());
  expect(await codeOf(give(other))).toBe('stock.bound-elsewhere');
  const { needs } = await store.shelf();
  expect(needs.filter(({ lots }) => lots.includes(lot)).map(({ id }) => id)).toEqual([bound]);
  await give(bound);
  expect([await store.received(bound), await store.received(other)]).toEqual([2, 0]);
});

test('strangers and accountants are kept from the shelves', async () => {
  const { reads, people, as, donor, organization, point, shelves, intakes } = store;
  const accountant = as(await people.person('Вера Счётова'), organization, 'accountant');
  const lot = await store.brought();
  expect(await codeOf(reads.shelves(donor, point, 'ru'))).toBe('point.not-yours');
  expect(await codeOf(reads.shelves(accountant, point, 'ru'))).toBe('point.not-yours');
  expect(await codeOf(reads.path(donor, lot, 'ru'))).toBe('stock.not-found');
  expect(await codeOf(shelves.writeOff(accountant, lot, { reason: 'broken' }, newId()))).toBe('point.not-yours');
  const offer = await store.postOffer();
  expect(await codeOf(intakes.announce(accountant, point, { offer }, newId()))).toBe('offer.not-found');
  const arrival = await announced(offer);
  expect(await codeOf(intakes.cancel(await people.person('Чужой'), arrival.id))).toBe('stock.no-arrival');
  await shelves.writeOff(store.coordinator, lot, { reason: 'other' }, newId());
});

test('without a lot the first to expire goes out first, past its date nothing, and that is written off by an entry of its own', async () => {
  const { shelves, coordinator, clock } = store;
  const late = await store.brought({}, '2026-06-01');
  const soon = await store.brought({}, '2026-03-20');
  const need = await store.needForCans();
  await give(need, '12');
  expect([await store.left(soon), await store.left(late)]).toEqual([0, 8]);
  const short = await store.brought({}, '2026-03-12');
  expect((await store.shelf()).lots.find(({ id }) => id === short)).toMatchObject({ freshness: 'soon', daysLeft: 2 });
  expect(await codeOf(shelves.writeOff(coordinator, short, { reason: 'expired' }, newId()))).toBe('stock.not-expired');
  clock.forward(3 * DAY_MS);
  expect((await store.shelf()).lots.find(({ id }) => id === short)).toMatchObject({
    freshness: 'expired',
    can: ['write-off-expired', 'write-off'],
  });
  expect(await codeOf(give(need, '1', { lot: short }))).toBe('stock.past-date');
  expect(await codeOf(give(need, '9'))).toBe('stock.not-enough');
  expect(await codeOf(store.brought({}, '2026-03-12'))).toBe('stock.past-date');
  const id = newId();
  await shelves.writeOff(coordinator, short, { reason: 'expired' }, id);
  await shelves.writeOff(coordinator, short, { reason: 'expired' }, id);
  expect(await steps(short)).toEqual(['taken-in 10', 'lost -10 expired']);
  await give(need, '8', { lot: late });
  expect(await store.received(need)).toBe(20);
});

test('a count changes nothing that was written: each difference is an entry with its reason', async () => {
  const { shelves, coordinator, point, reads } = store;
  const [a, b] = [await store.brought(), await store.brought({ quantity: '24' })];
  const rows = (await store.shelf()).lots.filter(({ id }) => id === a || id === b);
  const said = (counted: Record<string, number>, reason?: 'broken' | 'miscounted') =>
    rows.map(({ id, amount }) => ({
      lot: id,
      book: amount,
      quantity: String(counted[id] ?? amount),
      unit: 'pcs',
      ...(reason ? { reason } : {}),
    }));
  expect(await codeOf(shelves.count(coordinator, point, said({ [a]: 8 }), newId()))).toBe('form.invalid');
  const id = newId();
  await shelves.count(coordinator, point, said({ [a]: 8 }, 'broken'), id);
  await shelves.count(coordinator, point, said({ [a]: 8 }, 'broken'), id);
  expect(await steps(a)).toEqual(['taken-in 10', 'lost -2 count: broken']);
  expect(await codeOf(shelves.count(coordinator, point, said({ [b]: 25 }, 'miscounted'), newId()))).toBe(
    'stock.moved-meanwhile',
  );
  await shelves.count(
    coordinator,
    point,
    [{ lot: b, book: 24, quantity: '25', unit: 'pcs', reason: 'miscounted' }],
    newId(),
  );
  expect(await steps(b)).toEqual(['taken-in 24', 'found 1 count: miscounted']);
  expect((await store.shelf()).lastCount).toMatchObject({ differences: 1 });
  const [last, first] = await reads.counts(coordinator, point);
  expect(last?.rows).toMatchObject([{ lot: b, book: 24, counted: 25, reason: 'miscounted' }]);
  expect(first?.rows).toHaveLength(2);
});

test('kits leave the parts of which they are made, keep as long as the first of them, and give them back', async () => {
  const { kits, coordinator, organization, point } = store;
  await clear();
  const [cans, rice] = [
    await store.brought({ quantity: '7' }, '2026-05-01'),
    await store.brought({ item: 'food-dry', quantity: '12', unit: 'kg' }, '2026-08-01'),
  ];
  const recipe = await kits.make(
    coordinator,
    organization,
    {
      name: 'Набор на неделю',
      item: 'food-set',
      parts: [
        { item: 'food-canned', quantity: '2', unit: 'pcs' },
        { item: 'food-dry', quantity: '1.5', unit: 'kg' },
      ],
    },
    newId(),
  );
  expect((await store.shelf()).kits).toMatchObject([
    { id: recipe, possible: 3, short: 'food-canned', can: ['assemble', 'retire'] },
  ]);
  expect(await codeOf(kits.assemble(coordinator, point, { kit: recipe, count: 4 }, newId()))).toBe('stock.parts-short');
  const lot = newId();
  await kits.assemble(coordinator, point, { kit: recipe, count: 3 }, lot);
  await kits.assemble(coordinator, point, { kit: recipe, count: 3 }, lot);
  expect([await store.left(lot), await store.left(cans), await store.left(rice)]).toEqual([3, 1, 7500]);
  expect((await store.shelf()).lots.find(({ id }) => id === lot)).toMatchObject({
    bestBefore: '2026-05-01',
    item: 'food-set',
    title: 'Набор на неделю',
  });
  const need = await store.openNeed({
    category: 'relief-food-parcels',
    item: 'food-set',
    unit: 'set',
    quantity: '2',
    title: 'Наборы',
  });
  await give(need, '1', { unit: 'set', lot });
  expect(await codeOf(kits.takeApart(coordinator, lot, 3, newId()))).toBe('stock.not-enough');
  const apart = newId();
  await kits.takeApart(coordinator, lot, 2, apart);
  await kits.takeApart(coordinator, lot, 2, apart);
  expect([await store.left(lot), await store.left(cans), await store.left(rice)]).toEqual([0, 5, 10_500]);
  expect(await steps(lot)).toEqual(['assembled 3', 'given-out -1', 'taken-apart -2']);
  expect(await codeOf(kits.takeApart(coordinator, cans, 1, newId()))).toBe('stock.no-kit');
  await kits.retire(coordinator, recipe);
  expect(await codeOf(kits.assemble(coordinator, point, { kit: recipe, count: 1 }, newId()))).toBe(
    'stock.kit-not-found',
  );
});

test('a need that takes nothing, of others or of another kind gets nothing', async () => {
  const lot = await store.brought();
  const other = await store.openNeed({ item: 'bedding' });
  expect(await codeOf(give(other, '1', { lot }))).toBe('stock.does-not-fit');
  const need = await store.needForCans({ quantity: '5' });
  expect(await codeOf(give(need, '1', { lot: newId() }))).toBe('stock.not-found');
  await give(need, '5', { lot });
  expect(await codeOf(give(need, '1', { lot }))).toBe('stock.need-takes-none');
  expect(await codeOf(give(newId(), '1', { lot }))).toBe('need.not-found');
});

test('a point is closed once its shelves are empty, and edited by whoever saw it last', async () => {
  const { points, coordinator, organization, reads, clock } = store;
  const id = await points.open(
    coordinator,
    organization,
    { name: 'Второй', address: 'Зея, ул. Примерная, 2' },
    newId(),
  );
  await points.edit(coordinator, id, 1, {
    name: 'Второй пункт',
    hours: [{ days: [1], from: '10:00', until: '12:00' }],
  });
  expect(await codeOf(points.edit(coordinator, id, 1, { name: 'Третий' }))).toBe('point.stale');
  expect(await reads.point(coordinator, id, 'ru')).toMatchObject({ name: 'Второй пункт', version: 2, public: false });
  expect(await codeOf(reads.point(null, id, 'ru'))).toBe('point.not-found');
  const lot = await store.intakes.takeIn(
    coordinator,
    id,
    { brought: { item: 'bedding', quantity: '1', unit: 'pcs' } },
    newId(),
  );
  expect(await codeOf(points.close(coordinator, id))).toBe('point.not-empty');
  await store.shelves.writeOff(coordinator, lot, { reason: 'missing' }, newId());
  await points.close(coordinator, id);
  await points.close(coordinator, id);
  expect(
    await codeOf(
      store.intakes.takeIn(coordinator, id, { brought: { item: 'bedding', quantity: '1', unit: 'pcs' } }, newId()),
    ),
  ).toBe('point.closed');
  expect((await reads.points(null, { organization }, 'ru')).map((point) => point.id)).toEqual([store.point]);
  expect(clock.now()).toBeInstanceOf(Date);
});

test('two who give out the last of it at the same time do not give it twice', async () => {
  await clear();
  const lot = await store.brought({ quantity: '5' });
  const need = await store.needForCans();
  const answers = await Promise.all(Array.from({ length: 6 }, () => codeOf(give(need, '2', { lot }))));
  expect(answers.filter((code) => code === 'done')).toHaveLength(2);
  expect([await store.left(lot), await store.received(need)]).toEqual([1, 4]);
});

test('things go to another point: on the way until they are received, with their path, their date and what binds them', async () => {
  await clear();
  const { points, coordinator, donor, organization, moves, reads, point } = store;
  const open = (name: string) =>
    points.open(coordinator, organization, { name, address: 'Зея, ул. Примерная, 3' }, newId());
  const there = await open('Склад у реки');
  const offer = await store.postOffer({
    item: 'bedding',
    category: 'relief-household',
    quantity: '10',
    only: [organization],
  });
  const arrival = await announced(offer);
  const lot = await store.intakes.takeIn(
    coordinator,
    point,
    { arrival: arrival.id, code: arrival.code ?? '' },
    newId(),
  );
  const id = newId();
  const send = (quantity: string, key = newId(), to = there) =>
    moves.send(coordinator, lot, { to, quantity, unit: 'pcs', note: 'Везёт Сергей' }, key);
  expect(await codeOf(send('1', newId(), point))).toBe('stock.other-organization');
  expect(await codeOf(send('11'))).toBe('stock.not-enough');
  await send('6', id);
  await send('6', id); // a second click
  const away = (await reads.shelves(coordinator, there, 'ru')).moves;
  expect(away).toMatchObject([
    { id, amount: 6, note: 'Везёт Сергей', can: ['receive'], from: { id: point }, to: { id: there } },
  ]);
  expect((await store.shelf()).lots).toMatchObject([{ id: lot, amount: 4 }]);
  expect((await store.shelf()).moves).toMatchObject([{ id, can: ['call-back'] }]);
  expect((await reads.shelves(coordinator, there, 'ru')).lots).toEqual([]);
  expect(await codeOf(points.close(coordinator, there))).toBe('point.not-empty');
  expect(await codeOf(moves.receive(coordinator, id, { quantity: '7', unit: 'pcs' }))).toContain('form');
  expect(await codeOf(moves.receive(coordinator, id, { quantity: '5', unit: 'pcs' }))).toContain('form');
  store.clock.forward(60_000);
  await moves.receive(coordinator, id, { quantity: '5', unit: 'pcs', reason: 'broken' });
  await moves.receive(coordinator, id, { quantity: '5', unit: 'pcs', reason: 'broken' }); // a second click
  expect(await codeOf(moves.receive(coordinator, id, {}))).toBe('stock.move-over');
  const [arrived] = (await reads.shelves(coordinator, there, 'ru')).lots;
  expect(arrived).toMatchObject({ amount: 5, offer, movedFrom: lot });
  expect(await steps(lot)).toEqual(['taken-in 10', 'sent -6', 'taken-back 1', 'lost -1 move: broken']);
  expect(await steps(arrived?.id ?? '')).toEqual(['arrived 5']);
  const need = await store.openNeed({ item: 'bedding', quantity: '3' });
  await store.shelves.giveOut(coordinator, there, { need, quantity: '3', unit: 'pcs' }, newId());
  const [told] = await reads.arrivalsOf(donor, offer, 'ru');
  expect(told?.steps.map(({ kind }) => kind)).toContain('given-out'); // also from the other shelf

  const back = newId();
  await moves.send(coordinator, lot, { to: there, quantity: '2', unit: 'pcs' }, back);
  await moves.callBack(coordinator, back);
  await moves.callBack(coordinator, back);
  expect(await codeOf(moves.receive(coordinator, back, {}))).toBe('stock.move-over');
  const all = newId();
  await moves.send(coordinator, lot, { to: there }, all);
  const answers = await Promise.all([
    codeOf(moves.receive(coordinator, all, {})),
    codeOf(moves.callBack(coordinator, all)),
  ]);
  expect(answers.sort()).toEqual(['done', 'stock.move-over']);
});

test('what is past its date is not sent, and kits that were sent are not taken apart', async () => {
  await clear();
  const { points, coordinator, organization, moves, kits, reads } = store;
  const there = await points.open(
    coordinator,
    organization,
    { name: 'Третий склад', address: 'Зея, ул. Примерная, 4' },
    newId(),
  );
  const old = await store.brought({}, '2026-03-01').catch(() => null);
  expect(
    old === null || (await codeOf(moves.send(coordinator, old, { to: there }, newId()))) === 'stock.past-date',
  ).toBe(true);
  await store.brought({ quantity: '10' });
  const kit = await kits.make(
    coordinator,
    organization,
    { name: 'Набор в дорогу', item: 'food-set', parts: [{ item: 'food-canned', quantity: '2', unit: 'pcs' }] },
    newId(),
  );
  const made = await kits.assemble(coordinator, store.point, { kit, count: 3 }, newId());
  const move = await moves.send(coordinator, made, { to: there }, newId());
  await moves.receive(coordinator, move, {});
  const [there3] = (await reads.shelves(coordinator, there, 'ru')).lots;
  expect(there3).toMatchObject({ amount: 3, movedFrom: made });
  expect(there3?.can).not.toContain('take-apart');
  expect(await codeOf(kits.takeApart(coordinator, there3?.id ?? '', 1, newId()))).toBe('stock.no-kit');
});

/** Empties the shelves. */
async function clear(): Promise<void> {
  for (const lot of (await store.shelf()).lots)
    await store.shelves.writeOff(store.coordinator, lot.id, { reason: 'other' }, newId());
}
