import { newId } from '#kernel';
import { StockLedger, verifyLedger } from '#ledger';
import { needChecks } from '#needs';
import { offerChecks } from '#offers';
import { IntakePoints, Intakes, Kits, Moves, Shelves, stockChecks, StockReads } from '#stock';
import { openDesk } from '../needs/fixture.js';

/** The desk with an open intake point and the services of its shelves. */
export async function openStore() {
  const desk = await openDesk('2026-03-10T05:00:00Z');
  const { source, clock, catalogue, ledger, needs, offers, coordinator, organization } = desk;
  const stock = new StockLedger();
  const points = new IntakePoints(source, clock);
  const intakes = new Intakes(source, clock, catalogue, ledger, stock, offers);
  const shelves = new Shelves(source, clock, catalogue, ledger, stock, needs);
  const kits = new Kits(source, clock, catalogue, stock, shelves);
  const moves = new Moves(source, clock, catalogue, stock, shelves);
  const reads = new StockReads(source, clock, catalogue, stock);
  const point = await points.open(
    coordinator,
    organization,
    {
      name: 'Склад на Образцовой',
      address: 'Зея, ул. Образцовая, 1',
      hours: [{ days: [1, 2, 3, 4, 5, 6], from: '10:00', until: '19:00' }],
      public: true,
    },
    newId(),
  );
  const brought = (changes: object = {}, bestBefore: string | null = '2026-12-01', id = newId()): Promise<string> =>
    intakes.takeIn(
      coordinator,
      point,
      { brought: { item: 'food-canned', quantity: '10', unit: 'pcs', ...changes }, bestBefore },
      id,
    );
  const left = async (lot: string): Promise<number> => {
    const [row] = (await source.query(
      'SELECT (a.posted_in - a.posted_out)::bigint AS amount FROM stock_lots l JOIN accounts a ON a.id = l.account WHERE l.id = $1',
      [lot],
    )) as [{ amount: number }];
    return row.amount;
  };
  const cans = { category: 'relief-food-parcels', item: 'food-canned', title: 'Консервы для посёлка', quantity: '100' };
  return {
    ...desk,
    stock,
    points,
    intakes,
    shelves,
    kits,
    moves,
    reads,
    point,
    brought,
    left,
    needForCans: (changes: object = {}) => desk.openNeed({ ...cans, ...changes }),
    shelf: () => reads.shelves(coordinator, point, 'ru'),
    received: async (need: string) => (await ledger.needBalances(source, [need])).get(need)?.received,
    /** The books and everything that is said of them. */
    async holds(): Promise<void> {
      expect((await verifyLedger(source)).alarms).toEqual([]);
      for (const { sentence, sql } of [...stockChecks, ...needChecks, ...offerChecks])
        expect([sentence, await source.query(sql)]).toEqual([sentence, []]);
    },
  };
}

export type Store = Awaited<ReturnType<typeof openStore>>;
