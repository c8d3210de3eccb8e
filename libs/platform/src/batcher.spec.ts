import { createBatcher } from './batcher.js';

/** Answers that are given by hand: what was asked together, in order. */
function byHand(most: number, atOnce: number) {
  const asked: {
    questions: readonly number[];
    answer: (answers: readonly (string | Error)[]) => void;
    fail: (err: Error) => void;
  }[] = [];
  const ask = createBatcher<number, string>(
    (questions) => new Promise((answer, fail) => asked.push({ questions, answer, fail })),
    { most, atOnce },
  );
  const turn = (): Promise<void> => new Promise((done) => setImmediate(() => setImmediate(done)));
  return { asked, ask, turn, told: () => asked.map(({ questions }) => questions) };
}

test('alone on a quiet day; together what comes while others are being answered, so many at a time', async () => {
  const { asked, ask, turn, told } = byHand(3, 1);
  const first = ask(1);
  await turn();
  const others = [2, 3, 4, 5].map(ask);
  await turn();
  expect(told()).toEqual([[1]]);
  asked[0]?.answer(['one']);
  expect(await first).toBe('one');
  await turn();
  expect(told()).toEqual([[1], [2, 3, 4]]);
  const late = ask(6);
  asked[1]?.answer(['two', 'three', 'four']);
  await turn();
  expect(told()).toEqual([[1], [2, 3, 4], [5, 6]]);
  asked[2]?.answer(['five', 'six']);
  expect(await Promise.all([...others, late])).toEqual(['two', 'three', 'four', 'five', 'six']);
});

test('as many answers at a time as it says', async () => {
  const { ask, turn, told } = byHand(1, 2);
  const open = [1, 2, 3].map(ask);
  await turn();
  expect(told()).toEqual([[1], [2]]);
  void open;
});

test('an error is for the one who asked, a failure for all of them, and neither stands in the way of the next', async () => {
  const { asked, ask, turn, told } = byHand(2, 1);
  const said = [1, 2, 3, 4, 5].map((question) => ask(question).catch((err: Error) => err.message));
  await turn();
  asked[0]?.answer(['one', new Error('not two')]);
  await turn();
  asked[1]?.fail(new Error('down'));
  await turn();
  asked[2]?.answer(['five']);
  expect(await Promise.all(said)).toEqual(['one', 'not two', 'down', 'down', 'five']);
  expect(told()).toEqual([[1, 2], [3, 4], [5]]);
});
