import { mkdtempSync, rmSync } from 'node:fs';
import { loadCatalogue } from '#catalogue-store';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { clearingChecks, Clearings, ClearingReads, replay } from '#clearing';
import { donorEntities } from '#donors';
import { FileImport, generate } from '#exchange';
import { identityEntities } from '#identity';
import { Clock, DAY_MS } from '#kernel';
import { Ledger, ledgerEntities, verifyLedger } from '#ledger';
import { matchingChecks } from '#matching';
import { needEntities } from '#needs';
import { offerEntities } from '#offers';
import { organizationEntities } from '#organizations';
import { dataSourceOptions } from '#platform';
import { FragileHouse } from '../support/fragile-installation.js';

const ROWS = 2_000;
let house: FragileHouse;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lepta-clearing-'));
  house = await FragileHouse.open({ redis: false, settings: { CLEARING_TIMES: 'never' } });
  const entities = [
    ...identityEntities,
    ...donorEntities,
    ...organizationEntities,
    ...needEntities,
    ...offerEntities,
    ...ledgerEntities,
  ];
  const source = await new DataSource(dataSourceOptions({ url: house.databaseUrl, max: 3, entities })).initialize();
  const catalogue = await loadCatalogue(source);
  const files = await generate(catalogue, {
    offers: ROWS,
    needs: ROWS,
    seed: 5,
    out: folder,
    skewed: false,
    now: new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS),
  });
  await new FileImport(source, new Clock(), catalogue, new Ledger(source)).run({ ...files, proposals: false });
  await source.destroy();
  await house.start();
}, 480_000);
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const first = async <T>(sql: string, id: string): Promise<T> => ((await house.source.query(sql, [id])) as T[])[0] as T;
const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const holds = async (sql: string, id: string): Promise<void> => {
  for (let tries = 0; tries < 12_000; tries++, await sleep(10))
    if ((await first<{ holds: boolean }>(sql, id)).holds) return;
  throw new Error(`never: ${sql}`);
};

/** What the database says when a step of a run begins. */
const MOMENTS = [
  ['as soon as it is asked for', 'SELECT count(*) > 0 AS holds FROM clearings WHERE id = $1'],
  ['when its input is kept', 'SELECT input_digest IS NOT NULL AS holds FROM clearings WHERE id = $1'],
  ['when its plan is kept', 'SELECT plan_digest IS NOT NULL AS holds FROM clearings WHERE id = $1'],
  [
    'in the middle of its lines',
    'SELECT sum(end_line - first_line) > 400 AS holds FROM clearing_written WHERE clearing_id = $1',
  ],
] as const;

test('kill -9 of the worker in the middle of a clearing, at every step: it ends in one complete run', async () => {
  const id = await new Clearings(house.source, new Clock()).start(null);
  for (const [, sql] of MOMENTS) {
    await holds(sql, id);
    await house.kill('worker');
  }
  await holds(`SELECT status = 'done' AS holds FROM clearings WHERE id = $1`, id);
  const run = await new ClearingReads(house.source).byId(id);
  const lines = await first<{ lines: number; done: number; proposed: number }>(
    `SELECT count(*)::int AS lines, (SELECT sum(end_line - first_line)::int FROM clearing_written WHERE clearing_id = $1) AS done, (SELECT count(*)::int FROM matches WHERE clearing_id = $1) AS proposed FROM clearing_lines WHERE clearing_id = $1`,
    id,
  );
  expect(lines).toEqual({ lines: run?.report?.matches, done: run?.report?.matches, proposed: run?.report?.matches });
  expect(lines.lines).toBeGreaterThan(500);
  expect(await replay({ databaseUrl: house.databaseUrl, clearingId: id })).toEqual({
    inputDigest: run?.inputDigest,
    planDigest: run?.planDigest,
  });
  expect(await first(`SELECT count(*)::int AS n FROM fact_jobs WHERE failed_at IS NOT NULL AND $1 <> ''`, id)).toEqual({
    n: 0,
  });
  const verdict = await verifyLedger(house.source, { more: [...matchingChecks, ...clearingChecks] });
  expect(verdict.alarms).toEqual([]);
}, 480_000);
