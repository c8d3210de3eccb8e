import fc from 'fast-check';
import type { Actor } from '#identity';
import { HOUR_MS, SetClock } from '#kernel';
import { some } from '../../support/long.js';
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
  ).rejects.toThrow(/shifts_places/); // whoever forgets the rule meets the database
}, 120_000);

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

/** What one of many clients does to one of three shifts, the last two of which overlap. */
type Step = {
  readonly what:
    | 'sign-up'
    | 'sign-up-other'
    | 'cancel'
    | 'dismiss'
    | 'accept'
    | 'check-in'
    | 'confirm'
    | 'no-show'
    | 'tick'
    | 'wider'
    | 'move';
  readonly person: number;
  readonly shift: number;
  readonly minutes: number;
};
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    'sign-up',
    'sign-up',
    'sign-up-other',
    'cancel',
    'dismiss',
    'accept',
    'accept',
    'check-in',
    'confirm',
    'no-show',
    'tick',
    'wider',
    'move',
  ),
  person: fc.nat(5),
  shift: fc.nat(2),
  minutes: fc.integer({ min: 30, max: 240 }),
});
const ALLOWED =
  /^(done|shift\.(overlaps|too-little-rest|full|over|stale|not-editable|more-than-needed|need-is-full)|sign-up\.(not-now|not-found|not-in-window|confirmed-otherwise)|match\.holding-too-much|ledger\.not-enough-left|form\.invalid.*)$/;

/** Who has which place now. */
async function signUpOf(person: Actor, shift: string): Promise<string> {
  const [row] = await desk.source.query(
    `SELECT id FROM sign_ups WHERE person_id = $1 AND shift_id = $2 ORDER BY number DESC LIMIT 1`,
    [person.personId, shift],
  );
  return row?.id ?? '00000000-0000-0000-0000-000000000000';
}

test('random histories, several clients at once: the books are exact, no place is given twice, nobody waits while a place is free', async () => {
  const clock = desk.clock as SetClock;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 3, maxLength: 7 }), { minLength: 2, maxLength: 4 }),
      fc.array(step, { minLength: 2, maxLength: 8 }),
      async (before, after) => {
        const start = clock.now();
        const need = await desk.openTime('30');
        const from = (hours: number): Date => new Date(start.getTime() + hours * HOUR_MS);
        const shifts = [
          await desk.plan(need, { from: from(30), until: from(32) }),
          await desk.plan(need, { from: from(40), until: from(43), capacity: 2 }),
          await desk.plan(need, { from: from(42), until: from(44) }),
        ];
        const people = await crowd(6);
        const { attendance, signUps, coordinator } = desk;
        const send = async ({ what, person, shift, minutes }: Step): Promise<unknown> => {
          const [who, where] = [people[person]!, shifts[shift]!];
          const id = await signUpOf(who, where);
          switch (what) {
            case 'sign-up':
              return signUps.signUp(who, where);
            case 'sign-up-other':
              return signUps.signUp(who, where, { people: 2 });
            case 'cancel':
              return signUps.cancel(who, id);
            case 'dismiss':
              return signUps.cancel(coordinator, id);
            case 'accept':
              return signUps.accept(who, id);
            case 'check-in':
              return attendance.checkIn(coordinator, id);
            case 'confirm':
              return attendance.confirm(coordinator, id, { minutes });
            case 'no-show':
              return attendance.noShow(coordinator, id);
            case 'tick':
              return desk.clockJob.tick();
            default: {
              const [{ version, capacity, startsAt, endsAt }] = await desk.source.query(
                'SELECT version, capacity, starts_at AS "startsAt", ends_at AS "endsAt" FROM shifts WHERE id = $1',
                [where],
              );
              if (what === 'wider') return desk.shifts.edit(coordinator, where, version, { capacity: capacity + 1 });
              return desk.shifts.edit(coordinator, where, version, {
                from: new Date(startsAt.getTime() + HOUR_MS),
                until: new Date(endsAt.getTime() + (minutes > 120 ? 2 : 1) * HOUR_MS),
              });
            }
          }
        };
        const heard: string[] = [];
        const soundly = async (): Promise<void> => {
          const waiting = await desk.source.query(
            `SELECT s.id FROM shifts s WHERE s.need_id = $1 AND s.starts_at > $2 AND EXISTS (SELECT 1 FROM sign_ups u WHERE u.shift_id = s.id AND u.status = 'waiting' AND u.offered_until IS NULL AND s.taken + u.people <= s.capacity)`,
            [need, clock.now()],
          );
          expect(waiting).toEqual([]);
          const [sum] = await desk.source.query(
            `SELECT coalesce(sum(u.minutes), 0)::int AS received, coalesce(sum(CASE WHEN u.status IN ('signed_up', 'checked_in') THEN u.people * extract(epoch FROM s.ends_at - s.starts_at) / 60 END), 0)::int AS reserved FROM sign_ups u JOIN shifts s ON s.id = u.shift_id WHERE s.need_id = $1`,
            [need],
          );
          expect(await desk.needOf(need)).toMatchObject(sum);
        };
        await Promise.all(
          before.map(async (steps) => {
            for (const one of steps) heard.push(await answerOf(send(one)));
          }),
        );
        await soundly();
        for (const [index, one] of after.entries()) {
          // one after another, through the shifts and past them
          if (index % 2 === 0) clock.forward(9 * HOUR_MS);
          heard.push(await answerOf(send(one)));
          await soundly();
        }
        expect(heard.filter((answer) => !ALLOWED.test(answer))).toEqual([]);
      },
    ),
    { numRuns: some(12), endOnFailure: true },
  );
  expect(await desk.alarms()).toEqual([]);
}, 180_000);
