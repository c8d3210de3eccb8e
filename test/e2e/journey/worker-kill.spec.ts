import { startApi, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { alarms, heaters, ok, Region, until } from '../../support/region.js';
import { AppProcess } from '../../support/app-process.js';
import { MortalWorker } from './mortal-worker.js';

interface Worker {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A stage on a database of its own: the API in this process, the worker in another. */
class Stage {
  private readonly names = new Map<string, string>();

  private constructor(
    readonly db: TestDatabase,
    readonly api: TestApi,
    readonly region: Region,
    readonly worker: Worker,
  ) {}

  static async open(workerOf: (db: TestDatabase) => Worker): Promise<Stage> {
    const db = await testDatabase();
    const api = await startApi(db);
    const worker = workerOf(db);
    await worker.start();
    return new Stage(db, api, await Region.of(api, db.source), worker);
  }

  async close(): Promise<void> {
    await this.worker.stop();
    await this.api.close();
    await this.db.drop();
  }

  call(name: string, id: string): string {
    this.names.set(id, name);
    return id;
  }

  /** Nothing is left to do for the worker. */
  async quiet(): Promise<void> {
    await until('the worker has done all there is', async () => {
      const [{ left }] = await this.db.source.query(`SELECT (SELECT count(*) FROM facts WHERE position IS NULL) + (SELECT count(*) FROM fact_jobs WHERE handled_at IS NULL) AS left`);
      return left === 0;
    }, 90_000);
  }

  private read(sql: string): Promise<Record<string, unknown>[]> {
    return this.db.source.query(sql);
  }

  /** What there is at the end, with names for ids and without times. */
  async snapshot(): Promise<Record<string, unknown>> {
    const rows = {
      matches: await this.read(`SELECT offer_id, need_id, status, amount, first_yes, ended_by, reason FROM matches`),
      accounts: await this.read(`SELECT * FROM accounts`),
      transfers: await this.read('SELECT * FROM transfers'),
      mails: await this.read(`SELECT person_id, template, subject FROM mails WHERE template <> 'confirm-email'`),
      facts: await this.read(`SELECT type, count(*) AS n FROM facts GROUP BY type`),
      reviews: await this.read(`SELECT status, risk, subject_type FROM reviews`),
      failed: await this.read(`SELECT job FROM fact_jobs WHERE failed_at IS NOT NULL`),
    };
    return Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, list.map((row) => this.plain(row)).sort()]));
  }

  private plain(row: Record<string, unknown>): string {
    let text = JSON.stringify(row);
    for (const [id, name] of this.names) text = text.replaceAll(id, name);
    return text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '(id)').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '(time)').replace(/№\s?\d+|"number":\d+/g, '(number)');
  }
}

/** From the draft of a need to what arrived, with a no and a silence on the way. Ends with three lives of a promise and a clean book. */
async function journey(stage: Stage): Promise<Record<string, unknown>> {
  const { region, db } = stage;
  const { coordinator, moderator, donor } = region;
  for (const [name, who] of Object.entries({ coordinator, moderator, donor })) stage.call(name, who.personId);
  stage.call('organization', region.organization);
  const need = stage.call('need', ok(await coordinator.post('/needs', heaters(region.organization)), 201).body.id);
  ok(await coordinator.post(`/needs/${need}/submit`));
  await stage.quiet();
  const review = ok(await moderator.get('/reviews')).body.items[0].id;
  ok(await moderator.post(`/reviews/${review}/decision`, { outcome: 'approve' }));
  await stage.quiet();
  const offers: string[] = [];
  for (const [index, quantity] of ['50', '20', '10'].entries()) {
    offers.push(stage.call(`offer-${index}`, await region.postOffer({ quantity })));
    await stage.quiet();
  }
  const matchOf = async (offer: string): Promise<string> => ok(await donor.get(`/matches?offer=${offer}`)).body.items[0].id;
  const [arrives, lapses, refused] = await Promise.all(offers.map(matchOf)) as [string, string, string];
  const [pledged, other] = [arrives, lapses].map((id) => `/matches/${id}`) as [string, string];
  ok(await donor.post(`${pledged}/accept`));
  ok(await donor.post(`${other}/accept`));
  await stage.quiet();
  ok(await coordinator.post(`${pledged}/accept`));
  ok(await donor.post(`/matches/${refused}/decline`, { reason: 'too-far' }));
  await stage.quiet();
  await db.source.query(`UPDATE matches SET deadline = now() - interval '1 minute' WHERE id = $1`, [lapses]);
  await until('the clock ends what nobody answered', async () => (await donor.get(other)).body.status === 'expired', 60_000);
  await stage.quiet();
  ok(await donor.post(`${pledged}/deliver`));
  await stage.quiet();
  ok(await coordinator.post(`${pledged}/confirm`, { quantity: '48', unit: 'pcs' }));
  await stage.quiet();
  return {
    need: await region.needBalance(need),
    offers: await Promise.all(offers.map(async (offer) => ok(await donor.get(`/offers/${offer}`)).body.balance)),
    entries: ok(await coordinator.get(`/needs/${need}/entries`)).body.items.map(({ kind, state, amount }: Record<string, unknown>) => `${kind} ${state} ${amount}`).sort(),
    ...(await stage.snapshot()),
    alarms: await alarms(db.source),
  };
}

test('killed at every boundary of the journey, the worker ends where an undisturbed one does', async () => {
  let undying: AppProcess | undefined;
  const calm = await Stage.open((db) => ({ start: async () => void (await (undying = AppProcess.start('worker', db.url)).ready), stop: async () => void (await undying?.stop()) }));
  let mortal: MortalWorker | undefined;
  const stormy = await Stage.open((db) => (mortal = new MortalWorker(db.url, db.source)));
  try {
    const [expected, seen] = await Promise.all([journey(calm), journey(stormy)]);
    if (process.env.LEPTA_TEST_NOISE) process.stderr.write(`${mortal?.deaths.join('\n')}\n`);
    expect(expected).toMatchObject({ need: { required: 120, open: 72, reserved: 0, received: 48 }, alarms: [], failed: [] });
    expect(seen).toEqual(expected);
    const mails = await stormy.db.source.query(`SELECT person_id, template, count(*) AS n FROM mails WHERE template LIKE 'match.%' GROUP BY 1, 2, subject, body HAVING count(*) > 1`);
    expect(mails).toEqual([]);
    const deaths = mortal?.deaths ?? [];
    for (const job of ['relay', 'matching.propose-for-offer', 'matching.propose-for-need', 'notifications.match-mails', 'moderation.open-need-review']) {
      expect(deaths.some((death) => death.includes(job))).toBe(true);
    }
    expect(deaths.filter((death) => death.startsWith('before')).length).toBeGreaterThan(6);
    expect(deaths.filter((death) => death.startsWith('after')).length).toBeGreaterThan(6);
  } finally {
    await calm.close();
    await stormy.close();
  }
}, 240_000);
