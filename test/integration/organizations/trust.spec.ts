import { DAY_MS, newId } from '#kernel';
import { openHouse, type House } from './fixture.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.db.drop());

/** Needs that have ended, written past the service. */
async function met(organizationId: string, by: string, count: number, status: 'met' | 'closed'): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await house.db.source.query(
      `INSERT INTO needs (id, organization_id, status, kind, category, title, description, unit, base_unit, min_amount, place, deadline, urgency, auto_accept, via, created_by, created_at, updated_at, opened_at, report_due_at)
       VALUES ($1, $2, $3, 'goods', 'relief-household', 'Обогреватели', 'Обогреватели', 'pcs', 'pcs', 1, 'zeya', $5, 3, false, 'web', $4, $5, $5, $5, CASE WHEN $3 = 'met' THEN $5::timestamptz + interval '60 days' END)`,
      [newId(), organizationId, status, by, house.clock.now()],
    );
  }
}

test('trust grows with a history, and fades while a report is missing; the countdown is for its own people', async () => {
  const { id, owner, moderator } = await house.verified();
  expect((await house.queries.byId(owner, id, 'ru')).trust).toMatchObject({ level: 1, fadesAt: null });
  await met(id, owner.personId, 5, 'closed');
  house.clock.forward(200 * DAY_MS);
  expect((await house.queries.byId(owner, id, 'ru')).trust).toMatchObject({ level: 2, fadesAt: null });
  await met(id, owner.personId, 1, 'met');
  const since = house.clock.now().getTime();
  house.clock.forward(10 * DAY_MS);
  const own = (await house.queries.byId(owner, id, 'ru')).trust;
  expect(own).toMatchObject({ level: 2, fadesAt: new Date(since + 60 * DAY_MS).toISOString() });
  expect(own.reasons?.map((reason) => [reason.code, reason.holds])).toEqual([
    ['verified', true],
    ['papers', false],
    ['history', true],
    ['reports', true],
  ]);
  expect((await house.queries.byId(moderator, id, 'ru')).trust.reasons).toHaveLength(4);
  house.clock.forward(50 * DAY_MS);
  const shown = await house.queries.byId(null, id, 'ru');
  expect(shown.trust).toEqual({ level: 1 });
  expect((await house.queries.page(null, {}, 20, null, 'ru')).items.find((one) => one.id === id)?.trust).toEqual({
    level: 1,
  });
});

test('the history of a page of organizations is one query on an index', async () => {
  const rows: Record<string, string>[] = await house.run(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    return tx.query(
      `EXPLAIN SELECT organization_id, count(*), min(report_due_at) - make_interval(days => 60) FROM needs WHERE organization_id = ANY($1) AND status IN ('met', 'reported', 'closed') GROUP BY organization_id`,
      [[newId()]],
    );
  });
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/needs_fulfilled/);
});
