import fc from 'fast-check';
import { DAY_MS, newId } from '#kernel';
import { LONG } from '../../support/long.js';
import { answerOf } from '../needs/fixture.js';
import { openStore, type Store } from './fixture.js';

/** One thing that happens at a point. Numbers choose among what lies there; whether it is possible is the services' to say. */
const step = fc.record({
  what: fc.constantFrom(
    'bring',
    'bring',
    'bring',
    'give',
    'give',
    'count',
    'lose',
    'expire',
    'assemble',
    'apart',
    'send',
    'receive',
    'day',
  ),
  item: fc.constantFrom('food-canned' as const, 'food-dry' as const),
  lot: fc.nat(5),
  amount: fc.integer({ min: 1, max: 9 }),
  days: fc.integer({ min: 0, max: 12 }),
  /** The request comes once more, or twice at the same time. */
  again: fc.constantFrom('once', 'once', 'after', 'beside'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

let store: Store;
let recipe: string;
let there: string;
const needs: Record<string, string> = {};
beforeAll(async () => {
  store = await openStore();
  const { kits, coordinator, organization } = store;
  recipe = await kits.make(
    coordinator,
    organization,
    {
      name: 'Набор',
      item: 'food-set',
      parts: [
        { item: 'food-canned', quantity: '2', unit: 'pcs' },
        { item: 'food-dry', quantity: '1', unit: 'kg' },
      ],
    },
    newId(),
  );
  there = await store.points.open(
    coordinator,
    organization,
    { name: 'Второй', address: 'Зея, ул. Примерная, 2' },
    newId(),
  );
  const [category, deadline] = ['relief-food-parcels', new Date(store.clock.now().getTime() + 300 * DAY_MS)];
  needs['food-canned'] = await store.needForCans({ quantity: '5000' });
  needs['food-dry'] = await store.openNeed({
    category,
    item: 'food-dry',
    quantity: '5000',
    unit: 'kg',
    title: 'Крупы',
    deadline,
  });
  needs['food-set'] = await store.openNeed({
    category,
    item: 'food-set',
    quantity: '5000',
    unit: 'set',
    title: 'Наборы',
    deadline,
  });
});
afterAll(() => store.db.drop());

const UNITS: Readonly<Record<string, string>> = { 'food-canned': 'pcs', 'food-dry': 'kg', 'food-set': 'set' };

async function live({ what, item, lot: at, amount, days, again }: Step): Promise<void> {
  const { shelves, kits, moves, coordinator, point, clock } = store;
  const id = newId();
  const { lots, today, moves: away } = await store.shelf();
  const lot = lots[at % Math.max(1, lots.length)];
  const unit = UNITS[lot?.item ?? ''] ?? 'pcs';
  const deeds: Partial<Record<Step['what'], () => Promise<unknown>>> = {
    bring: () =>
      store.brought(
        { item, quantity: String(amount), unit: UNITS[item] },
        new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10),
        id,
      ),
    give: () =>
      shelves.giveOut(
        coordinator,
        point,
        {
          need: needs[lot?.item ?? item] as string,
          quantity: String(amount),
          unit,
          ...(days % 2 && lot ? { lot: lot.id } : {}),
        },
        id,
      ),
    count: () =>
      shelves.count(
        coordinator,
        point,
        lots.map((row, index) => ({
          lot: row.id,
          book: row.amount,
          unit: row.unit,
          quantity: String(index === at ? Math.max(0, row.amount + (days - 6)) : row.amount),
          reason: 'miscounted' as const,
        })),
        id,
      ),
    lose: () => shelves.writeOff(coordinator, lot?.id ?? id, { quantity: String(amount), unit, reason: 'broken' }, id),
    expire: () => shelves.writeOff(coordinator, lot?.id ?? id, { reason: 'expired' }, id),
    assemble: () => kits.assemble(coordinator, point, { kit: recipe, count: amount }, id),
    send: () => moves.send(coordinator, lot?.id ?? id, { to: there, quantity: String(amount), unit }, id),
    receive: () =>
      days % 3 === 0
        ? moves.callBack(coordinator, away[at % Math.max(1, away.length)]?.id ?? id)
        : moves.receive(
            coordinator,
            away[at % Math.max(1, away.length)]?.id ?? id,
            days % 2
              ? {}
              : {
                  quantity: '1',
                  unit: UNITS[away[at % Math.max(1, away.length)]?.lot.item ?? ''] ?? 'pcs',
                  back: days % 4 === 0,
                  reason: 'missing',
                },
          ),
    apart: () => kits.takeApart(coordinator, lots.find((one) => one.kit !== null)?.id ?? id, amount, id),
  };
  if (what === 'day') return clock.forward(days * DAY_MS);
  const deed = () => answerOf(deeds[what]?.() ?? Promise.resolve());
  const answers =
    again === 'beside'
      ? await Promise.all([deed(), deed()])
      : [await deed(), ...(again === 'after' ? [await deed()] : [])];
  expect(
    answers.filter((answer) => !/^(done|stock\.|ledger\.not-enough-left|form\.invalid|point\.)/.test(answer)),
  ).toEqual([]);
}

/** All that came by item, less all that left it, is what lies there; what left is with needs, in losses or in kits. */
const BOOKED = `SELECT a.item, sum(CASE WHEN a.kind = 'stock' THEN a.posted_in - a.posted_out ELSE 0 END)::bigint AS shelf, sum(CASE WHEN a.kind = 'need' THEN a.posted_in ELSE 0 END)::bigint AS needs,
    sum(CASE WHEN a.kind = 'offer' THEN a.posted_out ELSE 0 END)::bigint AS given,
    (SELECT coalesce(sum(CASE WHEN t.kind = 'found' THEN -t.amount ELSE t.amount END), 0) FROM transfers t WHERE t.kind IN ('loss', 'found') AND t.item = a.item)::bigint AS lost,
    (SELECT coalesce(sum(CASE WHEN (d.kind = 'stock') THEN t.amount ELSE -t.amount END), 0) FROM transfers t JOIN accounts d ON d.id = t.debit JOIN accounts c ON c.id = t.credit WHERE t.item = a.item AND 'kits' IN (d.kind, c.kind))::bigint AS "inKits"
  FROM accounts a WHERE a.item IS NOT NULL GROUP BY a.item`;

test('whatever comes, is given out, counted, lost, made into kits and taken apart, once or twice at once: nothing is lost or doubled, and no shelf is below zero', async () => {
  const made = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), async (history) => {
      for (const one of history) await live(one);
      const rows = (await store.source.query(BOOKED)) as {
        item: string;
        shelf: number;
        needs: number;
        given: number;
        lost: number;
        inKits: number;
      }[];
      for (const { item, shelf, needs: received, given, lost, inKits } of rows) {
        expect([item, shelf + received + lost + inKits]).toEqual([item, given]);
        expect(shelf).toBeGreaterThanOrEqual(0);
        if (received > 0) made.add(`${item} given`);
        if (inKits !== 0) made.add(`${item} in kits`);
      }
      await store.holds();
    }),
    { numRuns: LONG ? 200 : 8, endOnFailure: true },
  );
  if (!LONG) return; // a few histories need not have had all of it
  expect([...made].sort()).toEqual(
    expect.arrayContaining(['food-canned given', 'food-canned in kits', 'food-dry in kits', 'food-set in kits']),
  );
}, 400_000);
