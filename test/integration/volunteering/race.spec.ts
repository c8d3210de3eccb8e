import type { Actor } from '#identity';
import { HOUR_MS } from '#kernel';
import { answerOf } from '../needs/fixture.js';
import { openShifts, type Shifts } from './fixture.js';

let desk: Shifts;
beforeAll(async () => {
  desk = await openShifts('2026-03-10T05:00:00Z');
});
afterAll(() => desk.db.drop());

const crowd = async (size: number): Promise<Actor[]> => {
  const people: Actor[] = [];
  for (let at = 0; at < size; at += 1) people.push(await desk.people.person('Доброволец'));
  return people;
};

test('200 people for 20 places at once: exactly 20 are in, the others wait in the order in which they came', async () => {
  const need = await desk.openTime('60');
  const shift = await desk.plan(need, { capacity: 20 });
  const people = await crowd(200);
  // All at the lock at once, as many as there are connections; who finds none waits before the database as before a door.
  const queue = [...people];
  const answers: string[] = [];
  await Promise.all(
    Array.from({ length: 28 }, async () => {
      for (let person = queue.shift(); person; person = queue.shift())
        answers.push(await answerOf(desk.signUps.signUp(person, shift)));
    }),
  );
  expect(answers).toEqual(Array(200).fill('done'));
  const rows: { status: string; number: number }[] = await desk.source.query(
    'SELECT status, number FROM sign_ups WHERE shift_id = $1 ORDER BY number',
    [shift],
  );
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 200 }, (_, at) => at + 1));
  expect(rows.map(({ status }) => status)).toEqual([
    ...Array<string>(20).fill('signed_up'),
    ...Array<string>(180).fill('waiting'),
  ]);
  expect(await desk.needOf(need)).toEqual({ required: 3600, open: 0, reserved: 3600, received: 0, unit: 'minute' });
  const [held] = await desk.source.query(
    `SELECT count(*)::int AS offers, sum(a.held_out)::int AS minutes FROM offers o JOIN accounts a ON a.holder_id = o.id AND a.kind = 'offer' WHERE o.sign_up`,
  );
  expect(held).toEqual({ offers: 20, minutes: 3600 });
  expect(await desk.alarms()).toEqual([]);
  await expect(
    (async () => desk.source.query('UPDATE shifts SET taken = 21 WHERE id = $1', [shift]))(),
  ).rejects.toThrow(/shifts_places/); // code that forgets the rule meets the database
});

test('one person, ten shifts of two organizations at the same time, all at once: one is taken', async () => {
  const owner = await desk.people.person('Ольга Вторая');
  const other = await desk.people.organization(owner.personId, 'verified', 2);
  const boss = desk.as(owner, other, 'owner');
  const mine = await desk.openTime('60');
  const theirs = await desk.needs.draft(
    boss,
    desk.heaters({
      organization: other,
      kind: 'time',
      category: 'emergency-logistics',
      item: undefined,
      quantity: '60',
      unit: 'hour',
    }),
  );
  await desk.needs.submit(boss, theirs);
  await desk.run((tx) => desk.needs.approve(tx, desk.moderator, theirs));
  const shifts: string[] = [];
  for (let at = 0; at < 10; at += 1) {
    const from = new Date(desk.clock.now().getTime() + (48 + at * 0.2) * HOUR_MS);
    shifts.push(
      await (at % 2 ? desk.plan(theirs, { from, capacity: 2 }, boss) : desk.plan(mine, { from, capacity: 2 })),
    );
  }
  const [person] = await crowd(1);
  const answers = await Promise.all(shifts.map((shift) => answerOf(desk.signUps.signUp(person!, shift))));
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  expect(new Set(answers)).toEqual(new Set(['done', 'shift.overlaps']));
  const [row] = await desk.source.query(`SELECT person_id, shift_id FROM sign_ups WHERE person_id = $1`, [
    person!.personId,
  ]);
  const [free] = shifts.filter((shift) => shift !== row.shift_id);
  await expect(
    (async () =>
      desk.source.query(
        // the same without the service
        `INSERT INTO sign_ups (id, shift_id, person_id, status, number, starts_at, ends_at, signed_up_at, via) SELECT gen_random_uuid(), id, $2, 'waiting', 99, starts_at, ends_at, now(), 'web' FROM shifts WHERE id = $1`,
        [free, person!.personId],
      ))(),
  ).rejects.toThrow(/sign_ups_one_at_a_time/);
  expect(await desk.alarms()).toEqual([]);
});
