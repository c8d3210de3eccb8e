import { CLEARING_AGES, clearingChecks, ClearingReads, Clearings, replay, runTask } from '#clearing';
import { Clock, newId } from '#kernel';
import { Ledger, verifyLedger } from '#ledger';
import { matchingChecks } from '#matching';
import { ForgetJob } from '#platform';
import { openImportDesk, type ImportDesk } from '../exchange/fixture.js';
import { asOwner } from '../../support/database.js';

let desk: ImportDesk;
let clearings: Clearings;
let reads: ClearingReads;
beforeAll(async () => {
  desk = await openImportDesk();
  await desk.run(await desk.generated(400, 11));
  clearings = new Clearings(desk.db.source, new Clock());
  reads = new ClearingReads(desk.db.source);
});
afterAll(async () => {
  const verdict = await verifyLedger(desk.db.source, { more: [...matchingChecks, ...clearingChecks] });
  expect(verdict.alarms).toEqual([]);
  await desk.close();
});

const rows = <T>(sql: string, params: unknown[] = []): Promise<T[]> => desk.db.source.query(sql, params);
const count = async (sql: string, params: unknown[] = []): Promise<number> =>
  Number((await rows<{ n: number }>(sql, params))[0]?.n);
const run = (clearingId: string): Promise<void> => runTask({ databaseUrl: desk.db.url, clearingId });

test('a dry run plans, proves and reports, and proposes nothing', async () => {
  const id = await clearings.start(newId(), { dryRun: true });
  await run(id);
  const done = await reads.byId(id);
  expect(done).toMatchObject({ status: 'done', dryRun: true, weightsVersion: 1 });
  const { byUnit, byPlace, fairness, flowGap, gap, matches, moved, needs } = done!.report!;
  expect(needs).toBe(400);
  expect(matches).toBeGreaterThan(50);
  expect(flowGap).toBeLessThanOrEqual(0.001);
  expect(gap).toBeGreaterThanOrEqual(flowGap);
  for (const unit of byUnit) expect(BigInt(unit.upperBound)).toBeGreaterThanOrEqual(BigInt(unit.objective));
  expect(byUnit.reduce((sum, { matched }) => sum + matched, 0)).toBe(
    byPlace.reduce((sum, { matched }) => sum + matched, 0),
  );
  expect(fairness.jain).toBeGreaterThan(0);
  expect(moved!.region.after).toBeGreaterThan(moved!.region.before);
  for (const { before, after } of moved!.places) expect(after).toBeGreaterThanOrEqual(before);
  expect(await count('SELECT count(*) AS n FROM matches')).toBe(0);
  expect(await count('SELECT count(*) AS n FROM clearing_kinds')).toBe(0);
});

test('two at once for one kind are impossible, for different kinds they are not', async () => {
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, () => clearings.start(newId(), { kinds: ['money', 'time'], dryRun: true })),
  );
  const started = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  expect(started).toHaveLength(1);
  for (const answer of answers)
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'clearing.already-running' });
  const other = await clearings.start(newId(), { kinds: ['goods'], dryRun: true });
  await Promise.all([run(started[0]!), run(started[0]!), run(other)]); // the same one twice: the second finds it done
  expect((await reads.byId(started[0]!))?.status).toBe('done');
});

test('other weights can be tried only', async () => {
  const weights = {
    purpose: 150_000,
    place: 150_000,
    urgency: 150_000,
    waiting: 100_000,
    completion: 100_000,
    equity: 220_000,
    preference: 70_000,
    trust: 60_000,
  };
  await expect(clearings.start(newId(), { weights })).rejects.toMatchObject({ code: 'clearing.weights-only-tried' });
  await expect(clearings.start(newId(), { dryRun: true, weights: { ...weights, trust: 1 } })).rejects.toMatchObject({
    code: 'form.invalid',
  });
  const id = await clearings.start(newId(), { dryRun: true, weights });
  await run(id);
  const done = await reads.byId(id);
  expect(done).toMatchObject({ weightsVersion: null, weights });
  expect(done?.report?.compared?.byPlace.length).toBeGreaterThan(0);
});

test('a run that dies after its plan is taken up again: the same plan, every line once, and what was overtaken meanwhile is not proposed', async () => {
  class Deadly extends Clock {
    override now(): Date {
      throw new Error('killed');
    }
  }
  const id = await clearings.start(newId(), {});
  await expect(runTask({ databaseUrl: desk.db.url, clearingId: id }, new Deadly())).rejects.toThrow('killed');
  const halfway = await reads.byId(id);
  expect(halfway).toMatchObject({ status: 'running', planDigest: expect.any(String) });
  const [gone] = await rows<{ offer: string }>(
    'SELECT offer_id AS offer FROM clearing_lines WHERE clearing_id = $1 ORDER BY line LIMIT 1',
    [id],
  );
  await rows(`UPDATE offers SET status = 'withdrawn' WHERE id = $1`, [gone!.offer]);
  await desk.db.source.transaction((tx) =>
    new Ledger(desk.db.source).release(tx, { offerId: gone!.offer, at: new Date(), by: null }),
  );

  await run(id);
  const done = await reads.byId(id);
  expect(done).toMatchObject({ status: 'done', planDigest: halfway!.planDigest, inputDigest: halfway!.inputDigest });
  const outcomes = await rows<{ outcome: string; mine: boolean; n: number }>(
    `SELECT coalesce(outcome, 'as planned') AS outcome, offer_id = $2 AS mine, count(*)::int AS n FROM clearing_lines WHERE clearing_id = $1 GROUP BY 1, 2`,
    [id, gone!.offer],
  );
  expect(outcomes.filter(({ mine }) => mine)).toEqual([{ outcome: 'overtaken', mine: true, n: expect.any(Number) }]);
  expect(outcomes.filter(({ mine }) => !mine)).toEqual([{ outcome: 'as planned', mine: false, n: expect.any(Number) }]);
  const proposed = await count('SELECT count(*) AS n FROM matches WHERE clearing_id = $1', [id]);
  expect(proposed).toBe(outcomes.find(({ mine }) => !mine)!.n);
  expect(
    await count(
      'SELECT count(*) AS n FROM matches m JOIN clearing_lines l ON l.clearing_id = m.clearing_id AND l.offer_id = m.offer_id AND l.need_id = m.need_id AND l.amount = m.amount AND l.score = m.score WHERE m.clearing_id = $1',
      [id],
    ),
  ).toBe(proposed);
  const told = await rows<{ need: string }>(
    `SELECT jsonb_array_elements_text(payload->'needIds') AS need FROM facts WHERE type = 'clearing.proposed' AND payload->>'clearingId' = $1`,
    [id],
  );
  expect(told.map(({ need }) => need).sort()).toEqual(
    (await rows<{ need: string }>('SELECT DISTINCT need_id AS need FROM matches WHERE clearing_id = $1', [id]))
      .map(({ need }) => need)
      .sort(),
  );
  await run(id); // once more, as a queue may ask
  expect(
    await count(`SELECT count(*) AS n FROM facts WHERE type = 'clearing.proposed' AND payload->>'clearingId' = $1`, [
      id,
    ]),
  ).toBe(1);
  const cleared = `SELECT count(*) AS n FROM facts WHERE type = 'clearing.time-cleared'`; // shifts follow, once; not after a dry run
  expect([await count(cleared), await count(`${cleared} AND payload->>'clearingId' = $1`, [id])]).toEqual([1, 1]);
  expect(await count('SELECT count(*) AS n FROM matches')).toBe(proposed);
  expect(await replay({ databaseUrl: desk.db.url, clearingId: id })).toEqual({
    inputDigest: done!.inputDigest,
    planDigest: done!.planDigest,
  });
});

test('the next run takes over: what it plans stands first, what nobody answered stays as an alternative', async () => {
  const before = await rows<{ id: string }>('SELECT id FROM matches WHERE clearing_id IS NOT NULL');
  const id = await clearings.start(newId(), {});
  await run(id);
  expect(
    await count(`SELECT count(*) AS n FROM matches WHERE clearing_id IS NOT NULL AND clearing_id <> $1`, [id]),
  ).toBe(0);
  expect(
    await count(`SELECT count(*) AS n FROM matches WHERE id = ANY($1) AND status = 'proposed'`, [
      before.map((row) => row.id),
    ]),
  ).toBe(before.length);
});

test('a run whose job was given up has failed, its kinds are free, and what it had proposed is told', async () => {
  const id = await clearings.start(newId(), {});
  const [need] = await rows<{ id: string }>(
    'INSERT INTO clearing_written (clearing_id, first_line, end_line, need_ids) SELECT $1, 0, 500, array_agg(id) FROM (SELECT id FROM needs LIMIT 1) n RETURNING need_ids[1] AS id',
    [id],
  );
  const [fact] = await rows<{ id: string }>(
    `SELECT id FROM facts WHERE type = 'clearing.asked' AND payload->>'clearingId' = $1`,
    [id],
  );
  await rows(
    `INSERT INTO fact_jobs (fact_id, job, failed_at, failed_code) VALUES ($1, 'clearing.run', now(), 'ECONNREFUSED')`,
    [fact!.id],
  );
  expect(await clearings.endLost()).toBe(1);
  expect(await reads.byId(id)).toMatchObject({
    status: 'failed',
    failure: 'ECONNREFUSED',
    finishedAt: expect.any(Date),
  });
  expect(
    await rows(`SELECT payload FROM facts WHERE type = 'clearing.proposed' AND payload->>'clearingId' = $1`, [id]),
  ).toEqual([{ payload: { clearingId: id, needIds: [need!.id] } }]);
  await run(id); // taken up again too late: it has ended
  expect((await reads.byId(id))?.status).toBe('failed');
  const next = await clearings.start(newId(), { dryRun: true });
  await run(next);
});

test('what proposals name stays: neither a run nor a version of the weights can be deleted', async () => {
  for (const table of ['clearings', 'weight_versions'])
    await expect(asOwner(desk.db, `DELETE FROM ${table}`)).rejects.toThrow(`A row of ${table} stays`);
});

test('a dry run goes by age with its lines, and what stays keeps nothing else from going', async () => {
  const old = await rows<{ id: string }>(
    'SELECT DISTINCT id FROM clearings JOIN clearing_lines ON clearing_id = id WHERE dry_run',
  );
  expect(old.length).toBeGreaterThan(0);
  await asOwner(desk.db, `UPDATE clearings SET at = at - interval '100 days' WHERE id = $1`, [old[0]!.id]);
  await new ForgetJob(desk.db.source, new Clock(), CLEARING_AGES).tick();
  expect(await reads.byId(old[0]!.id)).toBeNull();
  expect(await count('SELECT count(*) AS n FROM clearing_lines WHERE clearing_id = $1', [old[0]!.id])).toBe(0);
});

test('by the clock: one run for each set time, none for a time before the installation', async () => {
  const at = (text: string): Clearings => new Clearings(desk.db.source, { now: () => new Date(text) } as Clock);
  const made = (await rows<{ at: Date }>('SELECT at FROM weight_versions WHERE version = 1'))[0]!.at;
  const day = new Date(made.getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
  expect(await at(new Date(made.getTime() + 1000).toISOString()).startDue(['00:00', '12:00'], 'UTC')).toBeNull();
  const first = await at(`${day}T12:00:30Z`).startDue(['00:00', '12:00'], 'UTC');
  expect(first).not.toBeNull();
  expect(await at(`${day}T12:30:00Z`).startDue(['00:00', '12:00'], 'UTC')).toBeNull();
  await run(first!);
  expect(await at(`${day}T23:59:00Z`).startDue(['00:00', '12:00'], 'UTC')).toBeNull();
});
