import { setTimeout as sleep } from 'node:timers/promises';
import { KeyedTurns, Turns } from './turns.js';

test('some work runs at once, some waits, and what comes then is not begun; a turn passes on to the caller that waited longest', async () => {
  const turns = new Turns(2, 3);
  let [running, most] = [0, 0];
  const began: number[] = [];
  const work = (number: number) => async (): Promise<number> => {
    began.push(number);
    most = Math.max(most, (running += 1));
    await sleep(5);
    running -= 1;
    if (number === 0) throw new Error('broken');
    return number;
  };
  const taken = Array.from({ length: 8 }, (_, number) => turns.take(work(number)));
  expect(taken.map((turn) => turn === null)).toEqual([false, false, false, false, false, true, true, true]);
  expect(await Promise.allSettled(taken.flatMap((turn) => turn ?? []))).toMatchObject([
    { reason: { message: 'broken' } },
    { value: 1 },
    { value: 2 },
    { value: 3 },
    { value: 4 },
  ]);
  expect([most, began]).toEqual([2, [0, 1, 2, 3, 4]]);
  expect(await turns.take(work(9))).toBe(9);
});

test('each key has its turns: one key waits for itself alone, and what finds too many waiting begins at once', async () => {
  const turns = new KeyedTurns(1, 1);
  const began: string[] = [];
  let end = (): void => undefined;
  const gate = new Promise<void>((done) => (end = done));
  const work = (name: string) => async (): Promise<string> => {
    began.push(name);
    await gate;
    if (name === 'a2') throw new Error('broken');
    return name;
  };
  const taken = ['a1', 'a2', 'a3', 'b1'].map((name) => turns.take(name[0]!, work(name)));
  expect(began).toEqual(['a1', 'a3', 'b1']);
  end();
  expect(await Promise.allSettled(taken)).toMatchObject([
    { value: 'a1' },
    { reason: { message: 'broken' } },
    { value: 'a3' },
    { value: 'b1' },
  ]);
  expect(began).toEqual(['a1', 'a3', 'b1', 'a2']);
  expect(await turns.take('a', work('a4'))).toBe('a4');
});
