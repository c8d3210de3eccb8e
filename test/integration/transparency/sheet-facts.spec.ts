import { DAY_MS, newId } from '#kernel';
import {
  agreedSql,
  AGREED_DAYS,
  AGREED_LEAST,
  BalanceSheets,
  OpenBalance,
  SHEET_KEPT_FOR_MS,
  waitingSql,
} from '#transparency';
import { asOwner } from '../../support/database.js';
import { openDesk, type Desk } from '../needs/fixture.js';

let desk: Desk;
let sheets: BalanceSheets;
beforeEach(async () => {
  desk = await openDesk();
  const balance = new OpenBalance(desk.source, desk.catalogue, desk.clock);
  sheets = new BalanceSheets(desk.source, desk.catalogue, desk.clock, balance);
});
afterEach(() => desk.db.drop());

const factsOf = async (place = 'selemdzhinsky') => {
  desk.clock.forward(SHEET_KEPT_FOR_MS);
  return (await sheets.ofPlace(place)).facts;
};

/** An agreement that ended: something came of it after so many days, or nothing. */
async function agreement(need: string, came: number, days: number): Promise<void> {
  const { source, run, ledger, clock } = desk;
  const offer = await desk.postOffer();
  const [match, hold] = [newId(), newId()];
  const accepted = clock.now();
  await run((tx) =>
    ledger.hold(tx, { id: hold, offerId: offer, needId: need, matchId: match, amount: 2, at: accepted, by: null }),
  );
  clock.forward(days * DAY_MS);
  const ending = { at: clock.now(), by: null };
  await run((tx) =>
    came > 0
      ? ledger.post(tx, { holdId: hold, amount: came, ...ending })
      : ledger.voidHold(tx, { holdId: hold, ...ending }),
  );
  await source.query(
    `INSERT INTO matches (id, offer_id, need_id, status, amount, unit, score, parts, weights_version, proposed_at, accepted_at, confirmed_at, ended_at)
     SELECT $1, $2, $3, $4, 2, 'pcs', 0, '[]', min(version), $5, $5, CASE WHEN $4 = 'confirmed' THEN $6::timestamptz END, CASE WHEN $4 <> 'confirmed' THEN $6::timestamptz END FROM weight_versions`,
    [match, offer, need, came > 0 ? 'confirmed' : 'cancelled', accepted, clock.now()],
  );
}

test('needs wait until something is promised to them; half of them at least so long', async () => {
  await desk.openNeed();
  desk.clock.forward(10 * DAY_MS);
  const second = await desk.openNeed();
  desk.clock.forward(3 * DAY_MS);
  await desk.openNeed({ place: 'zeya' });
  expect((await factsOf()).waiting).toEqual({ needs: 2, days: 3, everywhere: { needs: 3, days: 3 } });
  await desk.hold(second, await desk.postOffer(), 1);
  expect((await factsOf()).waiting).toEqual({ needs: 1, days: 13, everywhere: { needs: 2, days: 0 } });
  expect((await factsOf('zeya')).waiting.days).toBe(0);
  expect((await factsOf('tynda')).waiting).toMatchObject({ needs: 0, days: null });
});

test('what comes of agreements is what the ledger says, told from ten of them on and of one year', async () => {
  const need = await desk.openNeed({ quantity: '900' });
  for (let n = 1; n < AGREED_LEAST; n += 1) await agreement(need, 1, 4);
  expect((await factsOf()).agreed).toBeNull();
  await agreement(need, 0, 1);
  expect((await factsOf()).agreed).toEqual({ ended: AGREED_LEAST, arrived: AGREED_LEAST - 1, days: 4 });
  const [{ id }] = (await desk.source.query(
    `SELECT id FROM transfers WHERE kind = 'delivery' AND phase = 'post' ORDER BY at LIMIT 1`,
  )) as [{ id: string }];
  await desk.run((tx) =>
    desk.ledger.reverse(tx, {
      id: newId(),
      transferId: id,
      amount: 1,
      reason: 'counted',
      at: desk.clock.now(),
      by: null,
    }),
  );
  expect((await factsOf()).agreed).toMatchObject({ arrived: AGREED_LEAST - 2 }); // taken back: nothing came of it
  expect((await factsOf('zeya')).agreed).toBeNull();
  desk.clock.forward(AGREED_DAYS * DAY_MS);
  expect((await factsOf()).agreed).toBeNull();
});

test('needs of private categories are in none of it', async () => {
  await desk.openNeed({ category: 'relief-violence', item: null, title: 'Комплекты', quantity: '50', unit: 'pcs' });
  expect((await factsOf()).waiting).toEqual({ needs: 0, days: null, everywhere: { needs: 0, days: null } });
});

test('the nearest store is open, public and of a checked organization; in the place itself it is at no distance', async () => {
  const open = (name: string, changes: { public?: boolean; closed?: boolean } = {}) =>
    desk.source.query(
      `INSERT INTO intake_points (id, organization_id, name, address, hours, public, opened_at, opened_by, closed_at) VALUES ($1, $2, $3, 'Центр', '[]', $4, $5, $6, $7)`,
      [
        newId(),
        desk.organization,
        name,
        changes.public ?? true,
        desk.clock.now(),
        desk.coordinator.personId,
        changes.closed ? desk.clock.now() : null,
      ],
    );
  await open('Закрытый', { closed: true });
  await open('Внутренний', { public: false });
  expect((await factsOf()).nearestStore).toBeNull();
  await open('Северный');
  expect((await factsOf('zeya')).nearestStore).toEqual({ name: 'Северный', place: 'zeya', km: 0 });
  const far = (await factsOf()).nearestStore;
  expect([far?.place, (far?.km ?? 0) > 100]).toEqual(['zeya', true]);
  expect((await sheets.ofSphere('relief')).facts.nearestStore).toBeNull();
});

test('waiting needs and agreements are read from indices', async () => {
  await agreement(await desk.openNeed({ quantity: '120' }), 1, 1);
  await asOwner(desk.db, 'ANALYZE needs, accounts, transfers, matches');
  await desk.source.transaction(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    for (const by of ['place', 'sphere'] as const)
      for (const sql of [waitingSql(by), agreedSql(by)]) {
        const rows: Record<string, string>[] = await tx.query(`EXPLAIN ${sql}`, [['zeya'], [], new Date(0)]);
        expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toMatch(/Seq Scan/);
      }
  });
});
