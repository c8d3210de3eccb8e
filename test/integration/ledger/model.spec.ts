import fc from 'fast-check';
import { newId } from '#kernel';
import { sealLedger } from '#ledger';
import { openBooks, refusal, type Books } from './books.js';
import { commands, type Model } from './model.js';

let books: Books;
beforeAll(async () => {
  books = await openBooks();
});
afterAll(() => books.db.drop());

test('whatever is asked in whatever order, the books say what a plain count says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 40, size: 'max' }), async (asked) => {
      await fc.asyncModelRun(() => ({ model: { offers: [], needs: [], holds: [] } as Model, real: books }), asked);
    }),
    { numRuns: 30, endOnFailure: true },
  );
  await sealLedger(books.source, books.clock);
  expect(await books.alarms()).toEqual([]);
});

/** What one client does, one thing after another, while the others do theirs. */
type Step = {
  what: 'hold' | 'post' | 'void' | 'release' | 'raise' | 'change';
  offer: number;
  need: number;
  hold: number;
  amount: number;
};
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('hold', 'hold', 'hold', 'post', 'void', 'release', 'raise', 'change'),
  offer: fc.nat(2),
  need: fc.nat(2),
  hold: fc.nat(9),
  amount: fc.integer({ min: 1, max: 6 }),
});

test('several clients at once, repeats included, never break a limit or count anything twice', async () => {
  const allowed = [
    'done',
    'ledger.not-enough-left',
    'ledger.hold-is-over',
    'ledger.more-than-held',
    'ledger.same-id-other-content',
    'ledger.required-below-use',
    'ledger.no-such-hold',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 3, maxLength: 8 }), { minLength: 3, maxLength: 5 }),
      async (clients) => {
        const offers = await Promise.all([books.offer(10), books.offer(10), books.offer(10)]);
        const needs = await Promise.all([books.need(9), books.need(9), books.need(9)]);
        const holds = Array.from({ length: 10 }, () => newId()); // shared: clients end each other's holds and reuse ids
        const raises = Array.from({ length: 10 }, () => newId());
        const { ledger, run, context } = books;
        const send = (s: Step) =>
          run<unknown>((tx) => {
            const [offerId, needId, id] = [offers[s.offer]!, needs[s.need]!, holds[s.hold]!];
            switch (s.what) {
              case 'hold':
                return ledger.hold(tx, { id, offerId, needId, matchId: id, amount: s.amount, ...context() });
              case 'post':
                return ledger.post(tx, { holdId: id, amount: s.amount, ...context() });
              case 'void':
                return ledger.voidHold(tx, { holdId: id, ...context() });
              case 'release':
                return ledger.release(tx, { offerId, ...context() });
              case 'raise':
                return ledger.raise(tx, { id: raises[s.hold]!, offerId, amount: s.amount, ...context() });
              case 'change':
                return ledger.changeRequired(tx, { needId, required: s.amount + 3, ...context() });
            }
          });
        const answers = await Promise.all(
          clients.map(async (steps) => {
            const heard: string[] = [];
            for (const s of steps) heard.push(await refusal(send(s)));
            return heard;
          }),
        );
        expect(answers.flat().filter((answer) => !allowed.includes(answer))).toEqual([]);
        for (const offer of offers) {
          const [pledged, ...parts] = (await books.offerBalance(offer)) as [number, ...number[]];
          expect(parts.reduce((a, b) => a + b)).toBe(pledged);
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        }
        for (const need of needs) {
          const [required, ...parts] = (await books.needBalance(need)) as [number, ...number[]];
          expect(parts.reduce((a, b) => a + b)).toBe(required);
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: 20, endOnFailure: true },
  );
  expect(await books.alarms()).toEqual([]);
});
