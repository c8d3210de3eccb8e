import { matchingChecks, ProposalBacklog, Proposer, WhyNotReads, type MatchIndex } from '#matching';
import { dueRowFailures, log } from '#platform';
import { REACTIONS } from '../../../apps/worker/src/reactions.js';
import { asOwner } from '../../support/database.js';
import { until } from '../../support/region.js';
import { openEngine, type Engine } from './engine-fixture.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(async () => {
  for (const { sentence, sql } of matchingChecks)
    expect([sentence, await engine.source.query(sql)]).toEqual([sentence, []]);
  await engine.db.drop();
});

const thing = (item: string) => ({ item, category: engine.catalogue.item(item)?.category ?? '' });

test('a need that opens reaches every waiting offer that it can use, and only what a row stands for is told as about to come', async () => {
  const { source, clock, proposer, relay } = engine;
  const toys = thing('toys');
  const offers: string[] = [];
  const givers = await Promise.all(Array.from({ length: 13 }, (_, at) => engine.people.person(`Даритель ${at}`)));
  for (const giver of givers)
    offers.push(
      ...(await Promise.all(Array.from({ length: 100 }, () => engine.postOffer({ ...toys, quantity: '1' }, giver)))),
    );
  for (const offer of offers.slice(0, 2)) await engine.forOffer(offer); // nobody asks for toys yet
  await relay();
  await source.query(`UPDATE fact_jobs SET handled_at = now() WHERE handled_at IS NULL`);
  const backlog = new ProposalBacklog(source, clock, proposer);
  const proposed = async (need: string): Promise<number> => (await engine.matches({ need })).length;
  const reads = new WhyNotReads(source, clock, engine.catalogue, engine.ledger, engine.offerReads);
  const says = async (offer: string): Promise<string> =>
    (await reads.whyNotOffer(givers.at(-1)!, offer, 'en')).sentence;

  const small = await engine.openNeed({ ...toys, quantity: '10' });
  await engine.forNeed(small);
  while ((await backlog.workOff()) > 0);
  expect(await proposed(small)).toBe(20); // twice what it needs

  // More than was asked for is read by a moderator first; once it is public, the need reaches as many more as it can use.
  await engine.needs.edit(engine.coordinator, small, (await engine.view(small)).version, { quantity: '40' });
  while ((await backlog.workOff()) > 0);
  expect([await proposed(small), (await engine.facts(small)).filter((type) => type === 'need.changed')]).toEqual([
    20,
    [],
  ]);
  const [{ id: edit }] = await source.query(`SELECT id FROM need_edits WHERE need_id = $1 AND status = 'submitted'`, [
    small,
  ]);
  await engine.run((tx) => engine.needs.approveEdit(tx, engine.moderator, edit));
  expect((await engine.facts(small)).filter((type) => type === 'need.changed')).toHaveLength(1);
  expect(REACTIONS['need.changed']).toContain('matching.propose-for-need');
  await engine.forNeed(small);
  expect(await source.query('SELECT need_id AS id FROM waiting_needs')).toEqual([{ id: small }]);
  while ((await backlog.workOff()) > 0);
  expect(await proposed(small)).toBe(80);
  const late = offers.at(-1) ?? '';
  expect(await says(late)).toBe('1 need fits.');

  const large = await engine.openNeed({ ...toys, quantity: '2000' });
  await engine.forNeed(large);
  expect(await proposed(large)).toBe(20);
  expect(await backlog.workOff()).toBe(1); // the need says who looks again
  expect(await says(late)).toBe('2 needs fit. Proposals will be here in a few minutes.');
  while ((await backlog.workOff()) > 0);
  const open = await source.query(
    `SELECT count(*)::int AS n FROM offers o WHERE o.id = ANY($1) AND NOT EXISTS (SELECT 1 FROM matches m WHERE m.offer_id = o.id AND m.status = 'proposed')`,
    [offers],
  );
  expect(open).toEqual([{ n: 0 }]);
  expect(await proposed(large)).toBeGreaterThanOrEqual(1_220);

  // Its proposals end with the need: each offer looks again by itself, and finds the other one.
  await engine.ends.withdrawNeed(engine.coordinator, small);
  await engine.ends.withdrawNeed(engine.coordinator, large);
  const again = await engine.openNeed({ ...toys, quantity: '3000' });
  expect(await engine.matches({ offer: late })).toEqual([]);
  expect(await source.query('SELECT count(*)::int AS n FROM waiting_offers')).toEqual([{ n: 1_300 }]);
  await asOwner(engine.db, `DELETE FROM waiting_offers WHERE offer_id <> '${late}'`); // one tells enough
  await relay();
  expect(await backlog.workOff()).toBe(1);
  expect((await engine.matches({ offer: late })).map(({ needId }) => needId)).toEqual([again]);
  await source.query(`UPDATE offers SET status = 'withdrawn' WHERE id = ANY($1)`, [offers]); // other tests work with what is open
  await engine.ends.withdrawNeed(engine.coordinator, again);
  while ((await backlog.workOff()) > 0);
});

test('a row of the backlog that fails stays, waits longer each time, and stops nobody', async () => {
  const { source, clock, proposer } = engine;
  log.level = 'silent';
  const dishes = thing('kitchenware');
  const [one, two] = [
    await engine.postOffer({ ...dishes, quantity: '3' }),
    await engine.postOffer({ ...dishes, quantity: '3' }),
  ];
  const need = await engine.openNeed({ ...dishes, quantity: '3' });
  await engine.relay();
  await source.query('INSERT INTO offer_proposal_backlog (offer_id, due_at) SELECT unnest($1::uuid[]), $2', [
    [one, two],
    clock.now(),
  ]);
  await asOwner(engine.db, `ALTER TABLE matches ADD CONSTRAINT fails CHECK (offer_id <> '${one}')`);
  const backlog = new ProposalBacklog(source, clock, proposer);
  expect(await backlog.workOff()).toBe(1);
  expect((await engine.matches({ need })).map(({ offerId }) => offerId)).toEqual([two]);
  expect(await source.query('SELECT offer_id AS id FROM offer_proposal_backlog')).toEqual([{ id: one }]);
  expect(await dueRowFailures(source, 5, null)).toMatchObject([
    { job: 'matching.backlog offer_proposal_backlog', rowId: one, tries: 1 },
  ]);
  await asOwner(engine.db, 'ALTER TABLE matches DROP CONSTRAINT fails');
  clock.forward(61_000);
  expect(await backlog.workOff()).toBe(1);
  expect(await engine.matches({ need })).toHaveLength(2);
  expect(await dueRowFailures(source, 5, null)).toEqual([]);
});

test('a need whose best offers have proposals already is looked at so far and no further', async () => {
  const { source, clock, catalogue, ledger, index, run } = engine;
  const tools = thing('building-tools');
  const offer = await engine.postOffer({ ...tools, quantity: '3' });
  const need = await engine.openNeed({ ...tools, quantity: '3000' });
  await engine.forNeed(need);
  expect(await engine.matches({ need })).toHaveLength(1);
  const sizes: number[] = [];
  const bestOffers = (_need: string, _now: number, size = 0): { id: string }[] => {
    sizes.push(size);
    if (size > 100_000) throw new Error('without an end');
    return Array.from({ length: size }, () => ({ id: offer }));
  };
  const crowded = Object.assign(Object.create(index), { bestOffers }) as MatchIndex;
  await run((tx) => new Proposer(source, clock, catalogue, ledger, crowded).lookFurther(tx, need));
  expect(sizes).toEqual([250, 1_000, 4_000]);
  await engine.ends.withdrawNeed(engine.coordinator, need);
  await source.query('DELETE FROM waiting_offers');
});

test.each(['waiting_offers', 'waiting_needs'] as const)(
  'whoever changes a need never waits in a circle with the backlog that works off a row of %s',
  async (table) => {
    const { source, clock, proposer } = engine;
    const lamps = thing('bench-lamp');
    const offer = await engine.postOffer({ ...lamps, quantity: '3' });
    const need = await engine.openNeed({ ...lamps, quantity: '3' });
    await engine.relay();
    const asks = `INSERT INTO ${table} (${table === 'waiting_offers' ? 'offer_id' : 'need_id'}, due_at) VALUES ($1, $2) ON CONFLICT DO NOTHING`;
    const row = [table === 'waiting_offers' ? offer : need, clock.now()];
    await source.query(asks, row);
    const person = source.createQueryRunner();
    await person.startTransaction();
    await person.query('SELECT 1 FROM needs WHERE id = $1 FOR UPDATE', [need]);
    const worked = new ProposalBacklog(source, clock, proposer).workOff(5_000);
    await until(
      'the backlog waits for the person',
      async () =>
        (
          (await source.query(
            `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
          )) as unknown[]
        ).length === 1,
    );
    await person.query(asks, row); // as at the end of a change
    await person.commitTransaction();
    await person.release();
    expect(await worked).toBeGreaterThanOrEqual(1);
    expect([await source.query(`SELECT 1 FROM ${table}`), await dueRowFailures(source, 5, null)]).toEqual([[], []]);
    await engine.ends.withdrawNeed(engine.coordinator, need);
    await source.query('DELETE FROM waiting_offers');
  },
);
