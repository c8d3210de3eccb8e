import { MatchIndex } from '#matching';
import { poolOf } from '#platform';
import { answerOf } from '../needs/fixture.js';
import { openEngine, type Engine } from './engine-fixture.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.db.drop());

const ITEMS = ['heater', 'furniture', 'appliance-small'];
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)];

/** What an index answers for everything there is. */
async function answers(index: MatchIndex): Promise<unknown> {
  const now = engine.clock.now().getTime();
  const ids = async (table: string): Promise<string[]> =>
    ((await engine.source.query(`SELECT id FROM ${table} ORDER BY id`)) as { id: string }[]).map((row) => row.id);
  return {
    counts: index.counts,
    needs: (await ids('needs')).map((id) => index.bestOffers(id, now)),
    offers: (await ids('offers')).map((id) => index.bestNeeds(id, now)),
  };
}

async function builtAnew(): Promise<MatchIndex> {
  const index = new MatchIndex(engine.clock, engine.catalogue, engine.ledger);
  await index.catchUp(engine.source, null);
  return index;
}

/** One thing that happens: a need or an offer comes, is met in part, declined, cancelled or withdrawn. */
async function something(): Promise<void> {
  const item = pick(ITEMS);
  const quantity = String(1 + Math.floor(Math.random() * 60));
  const [needs, offers] = [
    await engine.source.query(`SELECT id FROM needs`),
    await engine.source.query(`SELECT id FROM offers`),
  ] as [{ id: string }[], { id: string }[]];
  const [offer, need] = [pick(offers), pick(needs)];
  const proposed = pick(await engine.matches({}));
  const held = pick(await engine.matches({}, 'held'));
  switch (Math.floor(Math.random() * 7)) {
    case 0:
      return void (await engine.openNeed({ item, quantity, autoAccept: false }));
    case 1:
      return void (await engine.postOffer({ item, quantity }));
    case 2:
      return void (proposed && (await answerOf(engine.life.accept(engine.donor, proposed.id)))); // may come too late: that is an answer too
    case 3:
      return void (held && (await answerOf(engine.life.cancel(engine.donor, held.id))));
    case 4:
      return void (
        proposed &&
        (await answerOf(engine.life.decline(engine.donor, proposed.id, pick(['not-now', 'too-far']) ?? 'other')))
      );
    case 5:
      return void (offer && Math.random() < 0.3 && (await answerOf(engine.ends.withdrawOffer(engine.donor, offer.id))));
    default:
      return need && engine.forNeed(need.id);
  }
}

test('kept current by facts it is the same as loaded anew, whatever happened and however many facts are read at once', async () => {
  await engine.relay();
  await engine.index.catchUp(engine.source, null);
  for (let round = 0; round < 8; round++) {
    for (let step = 0; step < 8; step++) await something();
    const position = await engine.relay();
    await engine.index.catchUp(engine.source, position);
    expect(engine.index.position).toBe(position);
    expect(await answers(engine.index)).toEqual(await answers(await builtAnew()));
  }
  expect(engine.index.counts.offers + engine.index.counts.needs).toBeGreaterThan(5);
});

test('a position that is missing makes it load everything again', async () => {
  await engine.openNeed({ item: 'heater' });
  await engine.relay();
  await engine.source.query('DELETE FROM facts WHERE position = (SELECT max(position) - 1 FROM facts)');
  const last = await engine.relay();
  await engine.index.catchUp(engine.source, last);
  expect(engine.index.position).toBe(last);
  expect(await answers(engine.index)).toEqual(await answers(await builtAnew()));
});

test('a fact that has been read already costs nothing, and a fact before its relay is not waited for', async () => {
  const last = await engine.relay();
  await engine.index.catchUp(engine.source, last);
  let queries = 0;
  const counting = {
    query: (sql: string, parameters?: unknown[]) => (queries++, engine.source.query(sql, parameters)),
  } as unknown as typeof engine.source;
  await engine.index.catchUp(counting, last);
  await engine.index.catchUp(counting, 1);
  expect(queries).toBe(0);
  await engine.index.catchUp(counting, last + 5);
  expect(queries).toBe(1);
  expect(engine.index.position).toBe(last);
});

test('a read that fails leaves the index as it was, and the next one makes up for it', async () => {
  const need = await engine.openNeed({ item: 'heater', quantity: '33' });
  const last = await engine.relay();
  const before = engine.index.position;
  const pool = poolOf(engine.source);
  const query = pool.query.bind(pool) as (one: { text: string }) => Promise<unknown>;
  Object.assign(pool, {
    query: (one: { text: string }) =>
      one.text.includes('FROM accounts') ? Promise.reject(new Error('connection lost')) : query(one),
  });
  await expect(engine.index.catchUp(engine.source, last)).rejects.toThrow('connection lost');
  Reflect.deleteProperty(pool, 'query');
  expect(engine.index.position).toBe(before);
  await Promise.all([engine.index.catchUp(engine.source, last), engine.index.catchUp(engine.source, last)]);
  expect(engine.index.position).toBe(last);
  const offer = await engine.postOffer({ item: 'heater', quantity: '40' });
  await engine.index.catchUp(engine.source, await engine.relay());
  expect(engine.index.bestNeeds(offer, engine.clock.now().getTime()).map(({ id }) => id)).toContain(need);
});
