import { newId } from '#kernel';
import { announce, CHANNELS, Listener, log, record, withoutEvents, type Tx } from '#platform';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { until } from './jobs-story.js';

let db: TestDatabase;
let listener: Listener;
const heard: string[] = [];
const say = (tx: Tx, id: string): void => announce(tx, { event: 'need.changed', id, partyIds: [] });
const idsHeard = (): string[] =>
  heard.filter((word) => word !== 'facts').map((word) => (JSON.parse(word) as { id: string }).id);

beforeAll(async () => {
  log.level = 'silent';
  db = await testDatabase();
  listener = new Listener(db.url);
  await listener.on(CHANNELS.events, { heard: (payload) => heard.push(payload) });
  await listener.on(CHANNELS.facts, { heard: () => heard.push('facts') });
});
beforeEach(() => (heard.length = 0));
afterAll(async () => {
  await listener.close();
  await db.drop();
});

/** Whatever was said before this has been heard then: words of one database come in order. */
async function silenceAfter(): Promise<void> {
  await db.source.transaction(async (tx) => say(tx, 'end'));
  await until('the end', () => idsHeard().includes('end'));
}

test('words are said once the transaction has committed, each once', async () => {
  await db.source.transaction(async (tx) => {
    say(tx, 'a');
    await record(tx, 'need.opened', { needId: newId() });
    await record(tx, 'need.opened', { needId: newId() });
    say(tx, 'a');
    say(tx, 'b');
    await tx.transaction(async (part) => say(part, 'c')); // a savepoint is no commit
    await db.source.transaction(async (other) => say(other, 'meanwhile'));
    await until('what another has said', () => idsHeard().length > 0);
    expect(heard).toHaveLength(1);
  });
  await silenceAfter();
  expect(idsHeard()).toEqual(['meanwhile', 'a', 'b', 'c', 'end']);
  expect(heard.filter((word) => word === 'facts')).toHaveLength(1);
});

test('of what was taken back or is a past, nobody hears, and the past leaves no fact', async () => {
  const undone = db.source.transaction(async (tx) => {
    say(tx, 'undone');
    await record(tx, 'need.opened', { needId: newId() });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  const runner = db.source.createQueryRunner(); // one that is used again
  await runner.startTransaction();
  say(runner.manager, 'undone too');
  await runner.rollbackTransaction();
  await runner.startTransaction();
  await withoutEvents(runner.manager, async () => {
    say(runner.manager, 'left');
    await record(runner.manager, 'need.opened', { needId: newId() });
  });
  say(runner.manager, 'said');
  await runner.commitTransaction();
  await runner.release();
  await silenceAfter();
  expect(heard.map((word) => (word === 'facts' ? word : (JSON.parse(word) as { id: string }).id))).toEqual([
    'said',
    'end',
  ]);
});

test('a word that cannot be said fails nothing that has committed', async () => {
  await db.source.transaction(async (tx) => {
    await record(tx, 'need.opened', { needId: newId() });
    say(tx, 'x'.repeat(9_000)); // longer than PostgreSQL carries
  });
  expect(await db.source.query('SELECT count(*)::int AS n FROM facts')).toEqual([{ n: 3 }]);
  await silenceAfter();
  expect(idsHeard()).toEqual(['end']);
});

test('outside a transaction there is nothing to wait for', () => {
  expect(() => say(db.source.manager, 'never')).toThrow('Only a transaction');
});
