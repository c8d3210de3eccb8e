import type { DataSource } from 'typeorm';
import { alarms, heaters, ok, until, type Region } from './region.js';

/** Where a story is played. */
export interface Stage {
  readonly source: DataSource;
  readonly region: Region;
  /** Called after each step has been answered, before the worker can have done what follows it. */
  readonly between?: (step: string) => Promise<void>;
}

/** What there is at the end of a story, with names for ids and without times: two stories that went the same way are equal. */
export type Ending = Record<string, unknown>;

/**
 * From the draft of a need to what arrived, with a no and a silence on the way: three lives of a promise and a clean book. However often its
 * parts die meanwhile, it must end as one that nobody disturbed.
 */
export class Story {
  private readonly names = new Map<string, string>();

  constructor(private readonly stage: Stage) {}

  async play(): Promise<Ending> {
    const { region } = this.stage;
    const { coordinator, moderator, donor, organization } = region;
    for (const [name, who] of Object.entries({ coordinator, moderator, donor })) this.call(name, who.personId);
    this.call('organization', organization);
    const need = this.call('need', ok(await coordinator.post('/needs', heaters(organization)), 201).body.id);
    await this.step('a need is written', coordinator.post(`/needs/${need}/submit`));
    const review = await until(
      'the review',
      async () => (await moderator.get('/reviews')).body.items[0]?.id as string | undefined,
      60_000,
    );
    await this.step('a need is approved', moderator.post(`/reviews/${review}/decision`, { outcome: 'approve' }));
    const offers: string[] = [];
    for (const [index, quantity] of ['50', '20', '10'].entries()) {
      const offer = this.call(`offer-${index}`, await region.postOffer({ quantity }));
      offers.push(offer);
      await this.step(`offer ${index} is posted`);
    }
    const [arrives, lapses, refused] = (await Promise.all(
      offers.map((offer, index) => this.matchOf(offer, index)),
    )) as [string, string, string];
    await this.promise(arrives, lapses, refused);
    await this.silence(lapses);
    await this.step('it is handed over', donor.post(`/matches/${arrives}/deliver`));
    await this.step('it has arrived', coordinator.post(`/matches/${arrives}/confirm`, { quantity: '48', unit: 'pcs' }));
    return this.ending(need, offers);
  }

  private async promise(arrives: string, lapses: string, refused: string): Promise<void> {
    const { coordinator, donor } = this.stage.region;
    await this.step('the donor says yes', donor.post(`/matches/${arrives}/accept`));
    await this.step('the donor says yes once more', donor.post(`/matches/${lapses}/accept`));
    await this.step('the organization says yes', coordinator.post(`/matches/${arrives}/accept`));
    await this.step('the donor says no', donor.post(`/matches/${refused}/decline`, { reason: 'too-far' }));
  }

  private async silence(match: string): Promise<void> {
    const { source, region, between } = this.stage;
    await source.query(`UPDATE matches SET deadline = now() - interval '1 minute' WHERE id = $1`, [match]);
    await between?.('nobody answers');
    await until(
      'the clock ends what nobody answered',
      async () => (await region.donor.get(`/matches/${match}`)).body.status === 'expired',
      90_000,
    );
    await this.quiet();
  }

  private async matchOf(offer: string, index: number): Promise<string> {
    const [first] = ok(await this.stage.region.donor.get(`/matches?offer=${offer}`)).body.items as { id: string }[];
    return this.call(`match-${index}`, (first as { id: string }).id);
  }

  private async step(name: string, answer?: ReturnType<Region['donor']['post']>): Promise<void> {
    if (answer) ok(await answer);
    await this.stage.between?.(name);
    await this.quiet();
  }

  private call(name: string, id: string): string {
    this.names.set(id, name);
    return id;
  }

  /** Nothing is left to do for the worker. */
  private async quiet(): Promise<void> {
    let left: unknown;
    await until(
      'the worker has done all there is',
      async () => {
        // The database may be one of the parts that are dead just now.
        [{ left }] = await this.stage.source
          .query(
            `SELECT (SELECT count(*) FROM facts WHERE position IS NULL) + (SELECT count(*) FROM fact_jobs WHERE handled_at IS NULL) AS left`,
          )
          .catch(() => [{ left: null }]);
        return left === 0;
      },
      90_000,
    );
  }

  private async ending(need: string, offers: readonly string[]): Promise<Ending> {
    const { source, region } = this.stage;
    const { coordinator, donor } = region;
    return {
      need: await region.needBalance(need),
      offers: await Promise.all(offers.map(async (offer) => ok(await donor.get(`/offers/${offer}`)).body.balance)),
      entries: ok(await coordinator.get(`/needs/${need}/entries`))
        .body.items.map(({ kind, state, amount }: Record<string, unknown>) => `${kind} ${state} ${amount}`)
        .sort(),
      ...(await this.rows()),
      alarms: await alarms(source),
    };
  }

  private async rows(): Promise<Ending> {
    const read = (sql: string): Promise<Record<string, unknown>[]> => this.stage.source.query(sql);
    const rows = {
      matches: await read(`SELECT id, offer_id, need_id, status, amount, first_yes, ended_by, reason FROM matches`),
      accounts: await read(`SELECT * FROM accounts`),
      transfers: await read('SELECT * FROM transfers'),
      // What a mail is about stands in its notice: proposals for different offers read alike.
      mails: await read(
        `SELECT m.person_id, m.template, m.subject, n.subject_type, n.subject_id FROM mails m LEFT JOIN notifications n ON n.id = m.id WHERE m.template <> 'confirm-email'`,
      ),
      notices: await read('SELECT person_id, kind, template, subject_type, subject_id FROM notifications'),
      // Which of two jobs proposes a pair again, that of the need or that of the offer, is a matter of who comes first.
      facts: await read(
        `SELECT type, payload, count(*) AS n FROM facts WHERE type <> 'match.proposed' GROUP BY type, payload`,
      ),
      reviews: await read(`SELECT status, risk, subject_type FROM reviews`),
      failed: await read(`SELECT job FROM fact_jobs WHERE failed_at IS NOT NULL`),
    };
    return Object.fromEntries(
      Object.entries(rows).map(([name, list]) => [name, list.map((row) => this.plain(row)).sort()]),
    );
  }

  private plain(row: Record<string, unknown>): string {
    let text = JSON.stringify(row);
    for (const [id, name] of this.names) text = text.replaceAll(id, name);
    return text
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '(id)')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '(time)')
      .replace(/№\s?\d+|"number":\d+/g, '(number)');
  }
}
