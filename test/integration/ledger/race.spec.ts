import { DataSource } from 'typeorm';
import { newId } from '#kernel';
import { dataSourceOptions } from '#platform';
import { openBooks, refusal, type Books } from './books.js';

let books: Books;
beforeAll(async () => {
  books = await openBooks();
});
afterAll(() => books.db.drop());

test('twenty want the last unit at once: one gets it', async () => {
  for (let round = 0; round < 5; round += 1) {
    const need = await books.need(1);
    const offers = await Promise.all(Array.from({ length: 20 }, () => books.offer(1)));
    const answers = await Promise.all(offers.map((offer) => refusal(books.hold(offer, need, 1))));
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'ledger.not-enough-left')).toHaveLength(19);
    expect(await books.needBalance(need)).toEqual([1, 0, 1, 0]);
  }
});

test('the same hold sent ten times at once is one hold', async () => {
  const [offer, need, id] = [await books.offer(10), await books.need(10), newId()];
  const answers = await Promise.all(Array.from({ length: 10 }, () => refusal(books.hold(offer, need, 3, id))));
  expect(answers).toEqual(Array.from({ length: 10 }, () => 'done'));
  expect(await books.needBalance(need)).toEqual([10, 7, 3, 0]);
});

test('the same offer and need opened ten times at once are one', async () => {
  const { ledger, run, context } = books;
  const [offerId, needId, donorId, organizationId] = [
    newId(),
    newId(),
    await books.party(),
    await books.party('organization'),
  ];
  const opened = await Promise.all(
    Array.from({ length: 10 }, () =>
      run(async (tx) => [
        await ledger.openNeed(tx, { needId, organizationId, unit: 'pcs', item: null, required: 7, ...context() }),
        await ledger.openOffer(tx, { offerId, donorId, unit: 'pcs', item: null, amount: 5, ...context() }),
      ]),
    ),
  );
  expect(opened.flat().filter((outcome) => outcome === 'made')).toHaveLength(2);
  expect(await books.offerBalance(offerId)).toEqual([5, 5, 0, 0, 0]);
  expect(await books.needBalance(needId)).toEqual([7, 7, 0, 0]);
});

test('post, void and release of one hold at once never count it twice', async () => {
  const { ledger, run, context } = books;
  for (let round = 0; round < 10; round += 1) {
    const [offer, need] = [await books.offer(10), await books.need(10)];
    const hold = await books.hold(offer, need, 10);
    await Promise.all([
      refusal(run((tx) => ledger.post(tx, { holdId: hold, amount: 6, ...context() }))),
      refusal(run((tx) => ledger.voidHold(tx, { holdId: hold, ...context() }))),
      refusal(run((tx) => ledger.release(tx, { offerId: offer, ...context() }))),
      refusal(run((tx) => ledger.post(tx, { holdId: hold, amount: 6, ...context() }))),
    ]);
    const [pledged, available, reserved, delivered, released] = (await books.offerBalance(offer)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    expect(pledged).toBe(available + reserved + delivered + released);
    expect(reserved).toBe(0);
    expect((await books.needBalance(need))[3]).toBe(delivered);
  }
});

test('crossed offers and needs never deadlock', async () => {
  const { ledger, run, context } = books;
  const offers = await Promise.all(Array.from({ length: 3 }, () => books.offer(1000)));
  const needs = await Promise.all(Array.from({ length: 3 }, () => books.need(1000)));
  const work = Array.from({ length: 90 }, (_, i) => async () => {
    const offerId = offers[i % 3]!;
    const needId = needs[Math.floor(i / 3) % 3]!;
    const id = newId();
    await run((tx) => ledger.hold(tx, { id, offerId, needId, matchId: id, amount: 2, ...context() }));
    await run(async (tx) => {
      await ledger.lockNeed(tx, needId);
      await ledger.lockOffer(tx, offerId);
      await ledger.post(tx, { holdId: id, amount: 1, ...context() });
      await ledger.surplus(tx, {
        id: newId(),
        offerId,
        organizationId: await books.party('organization'),
        purpose: 'p',
        amount: 1,
        matchId: id,
        ...context(),
      });
    });
    await run((tx) => ledger.lock(tx, { needIds: needs, offerIds: offers }));
  });
  const queue = [...work];
  const answers: string[] = [];
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) answers.push(await refusal(next()));
    }),
  );
  expect([...new Set(answers)]).toEqual(['done']);
  expect(answers).toHaveLength(90);
});

test('a transaction killed in the middle leaves nothing of itself', async () => {
  const { ledger, source, context } = books;
  const [offer, need] = [await books.offer(10), await books.need(10)];
  const hold = await books.hold(offer, need, 6);
  for (const step of [1, 2, 3]) {
    const victim = await new DataSource(dataSourceOptions({ url: books.db.url, max: 1 })).initialize();
    const runner = victim.createQueryRunner();
    await runner.startTransaction();
    const [{ pid }] = await runner.query('SELECT pg_backend_pid() AS pid');
    await ledger.post(runner.manager, { holdId: hold, amount: 4, ...context() });
    if (step > 1) await ledger.raise(runner.manager, { id: newId(), offerId: offer, amount: 5, ...context() });
    if (step > 2) await ledger.release(runner.manager, { offerId: offer, ...context() });
    await source.query('SELECT pg_terminate_backend($1)', [pid]);
    await expect(runner.commitTransaction()).rejects.toThrow();
    await victim.destroy();
    expect(await books.offerBalance(offer)).toEqual([10, 4, 6, 0, 0]);
    expect(await books.needBalance(need)).toEqual([10, 4, 6, 0]);
  }
  expect(await books.run((tx) => ledger.post(tx, { holdId: hold, amount: 4, ...context() }))).toBe('made');
});

test('the books are clean after all of it', async () => {
  expect(await books.alarms()).toEqual([]);
});
