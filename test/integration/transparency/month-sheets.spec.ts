import { monthArrivedSql, monthOpenedSql, MonthSheets, SHEET_KEPT_FOR_MS } from '#transparency';
import { startApi } from '../../support/api.js';
import { asOwner } from '../../support/database.js';
import { openDesk, type Desk } from '../needs/fixture.js';

let desk: Desk;
let months: MonthSheets;
beforeEach(async () => {
  desk = await openDesk();
  months = new MonthSheets(desk.source, desk.catalogue, desk.clock);
});
afterEach(() => desk.db.drop());

async function give(need: string, amount: number): Promise<void> {
  const offer = await desk.postOffer();
  await desk.arrive(need, offer, await desk.hold(need, offer, amount), amount);
}
const at = (time: string): void => desk.clock.set(new Date(time));

test('a month tells what opened in it and what arrived in it, at needs of earlier months too', async () => {
  at('2026-09-10T00:00:00Z');
  const early = await desk.openNeed({ quantity: '120' });
  await give(early, 30);
  at('2026-09-30T15:00:00Z'); // midnight in the region
  await give(early, 12);
  await desk.openNeed({ quantity: '7' });
  at('2026-10-31T14:59:00Z');
  const sheet = await months.ofPlace('selemdzhinsky');
  expect(sheet).toMatchObject({ month: '2026-10', from: '2026-10-01', to: '2026-10-31', whole: false });
  expect(sheet.opened).toMatchObject({ needs: 1, units: [{ unit: 'pcs', required: 7, open: 7 }] });
  expect(sheet.arrived).toEqual([{ kind: 'goods', unit: 'pcs', amount: 12, before: 30 }]);
  expect(sheet.organizations).toEqual([
    {
      id: desk.organization,
      shortName: '«Тепло 1»',
      place: 'zeya',
      opened: 1,
      arrived: [{ kind: 'goods', unit: 'pcs', amount: 12 }],
    },
  ]);
  at('2026-10-31T15:00:00Z');
  expect(await months.ofSphere('relief', '2026-10')).toMatchObject({ whole: true, opened: { needs: 1 } });
  expect(await months.ofPlace('selemdzhinsky', '2026-09')).toMatchObject({
    opened: { needs: 1, units: [{ required: 120, received: 42 }] },
    arrived: [{ amount: 30, before: 0 }],
  });
  expect(await months.ofPlace('selemdzhinsky')).toMatchObject({
    month: '2026-11',
    opened: { needs: 0, units: [] },
    arrived: [{ amount: 0, before: 12 }],
    organizations: [],
  });
});

test('private categories are in no number of a month', async () => {
  const words = { category: 'relief-violence', item: null, title: 'Комплекты', quantity: '50', unit: 'pcs' };
  for (let n = 0; n < 5; n += 1) await give(await desk.openNeed(words), 5);
  for (const sheet of [await months.ofPlace('selemdzhinsky'), await months.ofSphere('relief')])
    expect(sheet).toMatchObject({ opened: { needs: 0, units: [] }, arrived: [], organizations: [] });
});

test.each(['2026-13', '1999-01', '9999-12', 'today'])('there is no month %s', async (month) => {
  await expect(months.ofPlace('zeya', month)).rejects.toMatchObject({ code: 'balance.no-such-month' });
});

test('an answer is kept for half a minute', async () => {
  const first = await months.ofPlace('zeya');
  expect(await months.ofPlace('zeya')).toBe(first);
  desk.clock.forward(SHEET_KEPT_FOR_MS);
  expect(await months.ofPlace('zeya')).not.toBe(first);
});

test('needs and their transfers are read from indices', async () => {
  await give(await desk.openNeed({ quantity: '120' }), 30);
  await asOwner(desk.db, 'ANALYZE needs, accounts, transfers, organizations');
  await desk.source.transaction(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    const days = [['zeya'], [], '2026-10-01', '2026-10-31', 'Asia/Yakutsk'];
    for (const by of ['place', 'sphere'] as const)
      for (const [sql, params] of [
        [monthArrivedSql(by), [...days, '2026-09-01']],
        [monthOpenedSql(by), days],
      ] as const) {
        const rows: Record<string, string>[] = await tx.query(`EXPLAIN ${sql}`, [...params]);
        expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toMatch(/Seq Scan/);
      }
  });
});

test('over HTTP everybody reads a month, and one that has not begun is not there', async () => {
  const api = await startApi(desk.db);
  try {
    const visitor = api.visitor();
    expect((await visitor.get('/places/zeya/month')).body).toMatchObject({ whole: false, organizations: [] });
    expect((await visitor.get('/spheres/relief/month?month=2026-01')).body).toMatchObject({ to: '2026-01-31' });
    expect((await visitor.get('/places/zeya/month?month=9999-01')).body.code).toBe('balance.no-such-month');
  } finally {
    await api.close();
  }
});
