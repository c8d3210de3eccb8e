import { catalogueFromFiles } from '#catalogue';
import { bySphere, spheresOfNeeds, yearCsv } from '#exchange';
import { newId } from '#kernel';
import { Statements, StatementYears } from '#ledger';
import { openBooks, type Books } from './books.js';

let books: Books;
let statements: Statements;
let years: StatementYears;
const timeZone = 'Asia/Yakutsk';
beforeEach(async () => {
  books = await openBooks('2025-12-20T05:00:00Z');
  statements = new Statements(books.source, books.clock);
  years = new StatementYears(books.source, books.clock);
});
afterEach(() => books.db.drop());

/** Given from December to June, across midnights of Yakutsk, with a correction, a loss, a hold and something left. */
async function history() {
  const { ledger, run, context, clock } = books;
  const [donor, organization] = [await books.party('organization'), await books.party('organization')];
  const offer = await books.offer(100, { item: 'heater', donorId: donor });
  const need = await books.need(300, { item: 'heater', organizationId: organization });
  const give = async (at: string, amount: number): Promise<string> => {
    clock.set(new Date(at));
    const hold = await books.hold(offer, need, amount);
    return run((tx) => ledger.post(tx, { holdId: hold, amount, ...context() })).then(() => hold);
  };
  await give('2025-12-31T14:59:00Z', 4); // the last minute of the year before
  await give('2025-12-31T15:01:00Z', 5); // the first of January
  const march = await give('2026-03-31T14:00:00Z', 20);
  await give('2026-03-31T16:00:00Z', 10); // the first of April
  clock.set(new Date('2026-05-05T05:00:00Z'));
  const [{ id }] = (await books.source.query('SELECT id FROM transfers WHERE resolves = $1 AND phase = $2', [
    march,
    'post',
  ])) as [{ id: string }];
  await run((tx) => ledger.reverse(tx, { id: newId(), transferId: id, amount: 6, reason: 'counted', ...context() }));
  await give('2026-06-10T05:00:00Z', 3);
  await books.hold(offer, need, 7);
  clock.set(new Date('2026-06-20T05:00:00Z'));
  return { donor, organization, offer };
}

test('every row of the year says what the statement of its days says, and its sums are those of the statement', async () => {
  const { donor, organization } = await history();
  for (const partyId of [donor, organization]) {
    for (const year of [2025, 2026]) {
      const table = await years.of({ partyId, year, timeZone });
      const { side, sums } = await statements.issue({ partyId, from: table.from, to: table.to, timeZone });
      expect([table.side, table.sums]).toEqual([side, sums]);
      for (const { from, to, units } of table.parts) {
        const part = await statements.issue({ partyId, from, to, timeZone });
        const said = part.sums.filter((sum) => sum.arrived > 0 || sum.takenBack > 0);
        expect(units).toEqual(said.map(({ kind, unit, arrived, takenBack }) => ({ kind, unit, arrived, takenBack })));
      }
      const total = (of: readonly { units: readonly { arrived: number; takenBack: number }[] }[]): number =>
        of.flatMap(({ units }) => units).reduce((all, unit) => all + unit.arrived - unit.takenBack, 0);
      const moved = sums.reduce((all, sum) => all + sum.closing - sum.opening, 0);
      expect([total(table.parts), total(table.months), total(table.needs)]).toEqual([moved, moved, moved]);
    }
  }
});

test('quarters that are over and months of the one that runs; what is promised and what is free stand apart', async () => {
  const { donor, offer } = await history();
  const table = await years.of({ partyId: donor, timeZone });
  expect(
    table.parts.map(({ grain, from, to, units }) => [grain, from, to, units.map((u) => [u.arrived, u.takenBack])]),
  ).toEqual([
    ['quarter', '2026-01-01', '2026-03-31', [[25, 0]]],
    ['month', '2026-04-01', '2026-04-30', [[10, 0]]],
    ['month', '2026-05-01', '2026-05-31', [[0, 6]]],
    ['month', '2026-06-01', '2026-06-20', [[3, 0]]],
  ]);
  expect(table.sums).toEqual([
    { kind: 'goods', unit: 'pcs', opening: 4, arrived: 38, takenBack: 6, closing: 36, promised: 7 },
  ]);
  const [, available] = await books.offerBalance(offer);
  expect(table.free).toEqual([{ kind: 'goods', unit: 'pcs', amount: available }]);
  expect((await years.of({ partyId: donor, year: 2025, timeZone })).free).toEqual([]);
});

test('a year that has not begun, or was before the books, is refused at its field', async () => {
  for (const year of [2019, 2027])
    await expect(years.of({ partyId: newId(), year, timeZone })).rejects.toMatchObject({
      errors: [expect.objectContaining({ field: 'year' })],
    });
});

test('the file has a line for each part, the total, what is promised and the spheres', async () => {
  const { donor } = await history();
  const catalogue = await catalogueFromFiles();
  const { needs, ...table } = await years.of({ partyId: donor, timeZone });
  const spheres = bySphere(
    catalogue,
    needs,
    await spheresOfNeeds(
      books.source,
      catalogue,
      needs.flatMap(({ need }) => need ?? []),
    ),
  );
  const lines = yearCsv(catalogue, { ...table, spheres }, 'ru').split('\r\n');
  expect(
    lines.slice(1, 7).map((line) =>
      line
        .split(';')
        .filter((_, at) => at !== 3)
        .join(' '),
    ),
  ).toEqual([
    'Период 01.01.2026 31.03.2026 штука 25 0 25',
    'Период 01.04.2026 30.04.2026 штука 10 0 10',
    'Период 01.05.2026 31.05.2026 штука 0 6 -6',
    'Период 01.06.2026 20.06.2026 штука 3 0 3',
    'Итого дошло 01.01.2026 31.12.2026 штука 38 6 32',
    'Обещано, в итог не входит 01.01.2026 31.12.2026 штука 7 0 7',
  ]);
  expect(lines[7]).toMatch(/^Сфера;.*;штука;38;6;32$/);
});
