import { setTimeout as sleep } from 'node:timers/promises';
import { Turns } from './apart.js';

test('some work runs at once, some waits, and what comes then is not begun; a turn passes on to whoever waited longest', async () => {
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
