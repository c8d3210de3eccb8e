import { loadCatalogue } from '#catalogue-store';
import { DAY_MS, newId } from '#kernel';
import { lastNeedNumber, NeedsQueries, publicNeeds } from '#needs';
import {
  arrivedSql,
  ARRIVED_DAYS,
  BalanceSheets,
  OpenBalance,
  organizationsSql,
  periodBalanceSql,
  SHEET_KEPT_FOR_MS,
  type Period,
} from '#transparency';
import { startApi, type TestApi } from '../../support/api.js';
import { asOwner } from '../../support/database.js';
import { openDesk, type Desk } from '../needs/fixture.js';

let desk: Desk;
let sheets: BalanceSheets;
beforeEach(async () => {
  desk = await openDesk();
  sheets = new BalanceSheets(
    desk.source,
    desk.catalogue,
    desk.clock,
    new OpenBalance(desk.source, desk.catalogue, desk.clock),
  );
});
afterEach(() => desk.db.drop());

/** So much arrives at a need. */
async function give(need: string, amount: number): Promise<string> {
  const offer = await desk.postOffer();
  const hold = await desk.hold(need, offer, amount);
  await desk.arrive(need, offer, hold, amount);
  return hold;
}

test('a place and a sphere tell their own balance, who works there and what came', async () => {
  const need = await desk.openNeed({ quantity: '120' });
  await give(need, 30);
  desk.clock.forward(60_000);
  await give(need, 12);
  await desk.openNeed({
    category: 'family-newborn',
    item: 'diapers-child',
    title: 'Подгузники для двойни',
    unit: 'pack',
    quantity: '10',
    place: 'zeya',
  });
  const relief = await sheets.ofSphere('relief');
  expect(relief.balance).toMatchObject({
    key: 'relief',
    needs: 1,
    units: [{ kind: 'goods', unit: 'pcs', required: 120, received: 42, open: 78 }],
  });
  expect(relief.arrived.units).toEqual([{ kind: 'goods', unit: 'pcs', amount: 42 }]);
  expect(relief.arrived.items.map(({ amount, item, need: of }) => [amount, item, of.id, of.title])).toEqual([
    [12, 'heater', need, 'Обогреватели для посёлка'],
    [30, 'heater', need, 'Обогреватели для посёлка'],
  ]);
  expect(await sheets.arrivals()).toEqual(relief.arrived.items); // nothing came elsewhere
  expect(relief.organizations).toEqual({
    count: 1,
    items: [{ id: desk.organization, shortName: '«Тепло 1»', place: 'zeya', open: 1, met: 0, trust: 1 }],
  });
  expect(await sheets.ofPlace('selemdzhinsky')).toMatchObject({
    balance: { key: 'selemdzhinsky', needs: 1 },
    organizations: { count: 0, items: [] },
    arrived: { count: 2, units: [{ amount: 42 }] },
  });
  expect(await sheets.ofPlace('zeya')).toMatchObject({
    balance: { needs: 1 },
    organizations: { count: 1, items: [{ open: 2 }] },
    arrived: { units: [], items: [] },
  });
});

test('no line says from whom it came, and only the last thirty days are told', async () => {
  const need = await desk.openNeed({ quantity: '120' });
  await give(need, 30);
  const { arrived } = await sheets.ofSphere('relief');
  expect(Object.keys(arrived.items[0]!).sort()).toEqual(['amount', 'at', 'id', 'item', 'kind', 'need', 'unit']);
  expect(JSON.stringify(arrived)).not.toContain(desk.donor.personId);
  desk.clock.forward((ARRIVED_DAYS + 1) * DAY_MS);
  expect((await sheets.ofSphere('relief')).arrived).toMatchObject({ units: [], items: [] });
});

test('what came to needs of private categories stands in the sum of five and in no line', async () => {
  const ask = (): Promise<string> =>
    desk.openNeed({
      category: 'relief-violence',
      item: null,
      title: 'Комплекты для Марьиной рощи',
      quantity: '50',
      unit: 'pcs',
    });
  const first = await ask();
  await give(first, 5);
  expect(await sheets.ofPlace('selemdzhinsky')).toMatchObject({
    balance: { withheld: true, needs: 0, units: [] },
    arrived: { units: [], items: [] },
  });
  expect(await sheets.arrivals()).toEqual([]);
  for (let n = 0; n < 4; n += 1) await ask();
  desk.clock.forward(SHEET_KEPT_FOR_MS);
  const sheet = await sheets.ofPlace('selemdzhinsky');
  expect(sheet).toMatchObject({
    balance: { withheld: false, needs: 5, units: [{ received: 5 }] },
    arrived: { units: [], items: [] },
  });
  expect(JSON.stringify(await sheets.ofSphere('relief'))).not.toContain('Марьин');
});

test('a private category that is retired keeps its needs from every line, list and search', async () => {
  const words = 'Комплекты для Марьиной рощи';
  const id = await desk.openNeed({
    category: 'relief-violence',
    item: null,
    title: words,
    quantity: '50',
    unit: 'pcs',
  });
  await give(id, 5);
  await asOwner(desk.db, `UPDATE categories SET retired_at = now() WHERE code = 'relief-violence'`);
  const catalogue = await loadCatalogue(desk.source);
  const balance = new OpenBalance(desk.source, catalogue, desk.clock);
  const sheet = await new BalanceSheets(desk.source, catalogue, desk.clock, balance).ofPlace('selemdzhinsky');
  expect(sheet).toMatchObject({ balance: { withheld: true, needs: 0, units: [] }, arrived: { units: [], items: [] } });
  expect(await publicNeeds(desk.source, catalogue, 0, await lastNeedNumber(desk.source))).toEqual([]);
  expect(
    (await new NeedsQueries(desk.source, desk.clock, catalogue).page(null, { q: 'Марьиной рощи' }, 20, null, 'ru'))
      .items,
  ).toEqual([]);
});

test('what an organization got is counted in the sphere for which it asked', async () => {
  await give(await desk.openNeed({ quantity: '30' }), 30);
  await desk.openNeed();
  await desk.openNeed({
    category: 'family-newborn',
    item: 'diapers-child',
    title: 'Подгузники для двойни',
    unit: 'pack',
    quantity: '10',
  });
  const met = async (sphere: string): Promise<number[]> =>
    (await sheets.ofSphere(sphere)).organizations.items.map((one) => one.met);
  expect([await met('relief'), await met('family')]).toEqual([[1], [0]]);
  expect((await sheets.ofPlace('zeya')).organizations.items).toMatchObject([{ open: 2, met: 1 }]);
});

test('what was taken back is not told as arrived', async () => {
  const need = await desk.openNeed({ quantity: '120' });
  await give(need, 30);
  const [came]: { id: string }[] = await desk.source.query(
    `SELECT id FROM transfers WHERE kind = 'delivery' AND phase = 'post'`,
  );
  await desk.run((tx) =>
    desk.ledger.reverse(tx, {
      id: newId(),
      transferId: came!.id,
      reason: 'Посчитали дважды',
      at: desk.clock.now(),
      by: null,
    }),
  );
  expect((await sheets.ofSphere('relief')).arrived).toMatchObject({ units: [], items: [] });
});

test('of what was taken back in part the rest is told', async () => {
  const need = await desk.openNeed({ quantity: '120' });
  await give(need, 30);
  const [came]: { id: string }[] = await desk.source.query(
    `SELECT id FROM transfers WHERE kind = 'delivery' AND phase = 'post'`,
  );
  await desk.run((tx) =>
    desk.ledger.reverse(tx, {
      id: newId(),
      transferId: came!.id,
      amount: 12,
      reason: 'Двенадцать не подошли',
      at: desk.clock.now(),
      by: null,
    }),
  );
  expect((await sheets.ofSphere('relief')).arrived).toMatchObject({
    units: [{ amount: 18 }],
    items: [{ id: came!.id, amount: 18 }],
  });
});

test('many who ask at once ask the database once, and an answer is kept for half a minute', async () => {
  const [first, again] = await Promise.all([sheets.ofSphere('relief'), sheets.ofSphere('relief')]);
  expect(again).toBe(first);
  await desk.openNeed();
  expect(await sheets.ofSphere('relief')).toBe(first);
  desk.clock.forward(SHEET_KEPT_FOR_MS);
  expect((await sheets.ofSphere('relief')).balance.needs).toBe(1);
});

test('a period tells of what opened in it, by the calendar of the region', async () => {
  desk.clock.set(new Date('2026-09-30T14:59:00Z')); // 23:59 in the region
  await give(await desk.openNeed({ quantity: '120' }), 30);
  desk.clock.set(new Date('2026-09-30T15:00:00Z'));
  await desk.openNeed({ quantity: '7' });
  const units = async (period: Period): Promise<unknown[]> =>
    (await sheets.ofPlace('selemdzhinsky', period)).period.units.map(({ required, received }) => [required, received]);
  expect(await units('month')).toEqual([[7, 0]]);
  expect(await units('quarter')).toEqual([[7, 0]]);
  expect(await units('year')).toEqual([[127, 30]]);
  expect(await units('all')).toEqual([[127, 30]]);
  expect((await sheets.ofSphere('relief', 'month')).period).toMatchObject({
    from: '2026-10-01',
    to: '2026-10-01',
    units: [{ unit: 'pcs', required: 7, open: 7 }],
  });
  expect((await sheets.ofPlace('selemdzhinsky', 'month')).balance).toMatchObject({
    needs: 2,
    units: [{ required: 127 }],
  });
  desk.clock.set(new Date('2026-12-31T15:00:00Z')); // the next year there
  expect(await units('year')).toEqual([]);
});

test('needs of private categories are in no number of a period, however many they are', async () => {
  const words = { category: 'relief-violence', item: null, title: 'Комплекты', quantity: '50', unit: 'pcs' };
  for (let n = 0; n < 5; n += 1) await desk.openNeed(words);
  expect(await sheets.ofPlace('selemdzhinsky', 'all')).toMatchObject({
    period: { withheld: false, units: [{ required: 250 }] },
  });
  for (const sheet of [await sheets.ofPlace('selemdzhinsky', 'year'), await sheets.ofSphere('relief', 'month')])
    expect(sheet.period).toMatchObject({ withheld: true, units: [] });
});

test.each(['atlantis', 'amur-oblast'])('%s has no sheet of a place', async (code) => {
  await expect(sheets.ofPlace(code)).rejects.toMatchObject({ code: 'catalogue.not-found' });
  await expect(sheets.ofSphere(code)).rejects.toMatchObject({ code: 'catalogue.not-found' });
});

test('needs and their transfers are read from indices', async () => {
  await give(await desk.openNeed({ quantity: '120' }), 30);
  await asOwner(desk.db, 'ANALYZE needs, accounts, transfers, organizations');
  await desk.source.transaction(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    const since = new Date(0);
    for (const by of ['place', 'sphere'] as const) {
      const sqls: [string, unknown[]][] = [
        [arrivedSql(by, 'sums'), [['zeya'], since, []]],
        [arrivedSql(by, 'newest'), [['zeya'], since, []]],
        [organizationsSql(by), [['zeya'], []]],
        [periodBalanceSql(by), [['zeya'], [], '2026-01-01', null, 'Asia/Yakutsk']],
      ];
      for (const [sql, params] of sqls) {
        const rows: Record<string, string>[] = await tx.query(`EXPLAIN ${sql}`, params);
        expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toMatch(/Seq Scan/);
      }
    }
  });
});

describe('over HTTP', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startApi(desk.db);
  });
  afterEach(() => api.close());

  test('everybody may read and keep it; what is signed in keeps it for itself', async () => {
    await desk.openNeed();
    const answer = await api.visitor().get('/places/selemdzhinsky/balance');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=30']);
    expect(answer.body).toMatchObject({ balance: { needs: 1 } });
    expect((await api.visitor().get('/places/zeya/balance?period=quarter')).body.period).toMatchObject({ units: [] });
    expect((await api.visitor().get('/places/zeya/balance?period=week')).body.errors).toMatchObject([
      { field: 'period', code: 'form.not-in-list' },
    ]);
    const person = await api.person();
    expect((await person.get('/spheres/relief/balance')).headers.get('cache-control')).toBe('private, max-age=30');
    expect((await api.visitor().get('/places/no-such-place/balance')).headers.get('cache-control')).toBe('no-store');
    expect((await api.visitor().get('/needs?sort=distance')).body.errors).toMatchObject([
      { field: 'near', code: 'form.required' },
    ]);
    expect(
      (await api.visitor().get('/needs?sort=urgency&count=true&skills=driving,loading&near=zeya&radiusKm=900')).body,
    ).toMatchObject({ count: { needs: 1, organizations: 1, more: false } });
  });
});
