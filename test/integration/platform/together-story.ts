import { newId } from '#kernel';
import { record, Relay, type FactJob } from '#platform';
import type { TestDatabase } from '../../support/database.js';
import type { QueueStore, StoreName } from '../../support/store.js';
import { emptyStore } from './empty-store.js';
import { reactions, startWorker, until } from './jobs-story.js';

/** What must hold of tasks that carry several facts, on whichever store. */
export function togetherOn(name: StoreName): void {
  let db: TestDatabase;
  let store: QueueStore;
  emptyStore(name, (opened) => ({ db, store } = opened));

  const openNeeds = (count: number): Promise<void> =>
    db.source.transaction((tx) =>
      record(tx, 'need.opened', ...Array.from({ length: count }, () => ({ needId: newId() }))),
    );
  const seen = async (): Promise<number> => (await db.source.query('SELECT count(*) AS n FROM seen'))[0].n;

  test('facts that come together are handled together, each once; what one of them spoils is done for the others all the same', async () => {
    const sizes: number[] = [];
    let bad: string | undefined;
    const several: FactJob = {
      name: 'a.several',
      applyAll: async (tx, facts) => {
        sizes.push(facts.length);
        for (const { id } of facts) await tx.query('INSERT INTO seen VALUES ($1)', [id]);
        if (facts.some(({ id }) => id === bad)) throw new Error('this one never');
      },
    };
    const worker = await startWorker(db, store, [several]);
    try {
      await openNeeds(20);
      await until('all of them', async () => (await seen()) === 20);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(20);
      expect(sizes.length).toBeLessThan(10);

      sizes.length = 0;
      await worker.relay.stop();
      await openNeeds(5);
      [{ id: bad }] = await db.source.query('SELECT id FROM facts WHERE position IS NULL ORDER BY id LIMIT 1');
      await new Relay(
        db.source,
        worker.queue,
        reactions({ 'need.opened': ['a.several'] }),
        new Set(['a.several']),
      ).pass();
      await until(
        'the end of the bad one',
        async () =>
          (await db.source.query('SELECT fact_id AS id FROM fact_jobs WHERE failed_at IS NOT NULL')).length === 1,
        15_000,
      );
      expect(await db.source.query('SELECT fact_id AS id FROM fact_jobs WHERE failed_at IS NOT NULL')).toEqual([
        { id: bad },
      ]);
      expect(await seen()).toBe(24);
      expect(await db.source.query('SELECT fact_id FROM seen GROUP BY 1 HAVING count(*) > 1')).toEqual([]);
      expect(sizes.filter((size) => size === 5)).toEqual([5]); // once together, then five tries of the bad one and one of each other
      expect(sizes.filter((size) => size === 1)).toHaveLength(9);
    } finally {
      await worker.stop();
    }
  });
}
