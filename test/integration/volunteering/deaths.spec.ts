import { DAY_MS, HOUR_MS, MINUTE_MS, newId, SetClock } from '#kernel';
import { log } from '#platform';
import { SEED } from '../../support/in-turn.js';
import { LONG } from '../../support/long.js';
import type { Bank } from '../payments/fixture.js';
import { mortal } from '../payments/histories.js';
import { openShifts, type Shifts } from './fixture.js';

const START = new Date('2026-03-10T05:00:00Z');
/** Every so many statements a process dies, and at others the next time. */
const STRIDE = LONG ? 11 : 37;
const FIRST = LONG ? 0 : SEED % STRIDE;

let desk: Shifts;
let die: (at: number | null) => void;
let died = false;
/** The clearing whose proposals are made, again and again. */
let run = newId();
beforeAll(async () => {
  log.level = 'silent'; // failures are part of these scenarios
  desk = await openShifts(START.toISOString());
  await desk.source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES (gen_random_uuid(), $1, 'coordinator', 'organization', $2)`,
    [desk.coordinator.personId, desk.organization],
  );
  die = mortal({ source: desk.source } as unknown as Bank);
  const source = desk.source as unknown as { transaction: (...said: unknown[]) => Promise<unknown> };
  const whole = source.transaction;
  source.transaction = (...said) =>
    whole(...said).catch((error: unknown) => {
      died ||= error instanceof Error && error.message.startsWith('died');
      throw error;
    });
});
afterAll(() => desk.db.drop());

/** What the worker does to shifts when its clock says so. */
const JOBS = [
  () => desk.proposing.propose(run),
  () => desk.clockJob.tick(),
  () => desk.mails.remind(),
  () => desk.series.tick(),
];
/** From one moment to the next: the volunteer who checked in is asked when they left, places that nobody takes go on, hours are asked for, reminders go out, a queue ends, a consent lapses, it is asked whether work is done, and a week after it places about which nobody said anything are given back. */
const STEPS_MS = [6, 7, 12, 4, 17.5, 4, 24, 12, 7.5 * 24].map((hours) => hours * HOUR_MS);

/** Needs and people as they are before the first of them. */
async function begun(): Promise<string> {
  const need = await desk.openTime('90', { deadline: new Date(START.getTime() + 80 * DAY_MS) });
  const shift = (hours: number, lasts = 2) => {
    const from = new Date(START.getTime() + hours * HOUR_MS);
    return desk.plan(need, { from, until: new Date(from.getTime() + lasts * HOUR_MS) });
  };
  const people = await Promise.all(Array.from({ length: 12 }, () => desk.people.person('Доброволец')));
  const signUp = (at: number, where: string, said = {}) => desk.signUps.signUp(people[at]!, where, said);
  const now = await shift(0.5, 3);
  const here = await signUp(0, now);
  await desk.attendance.checkIn(people[0]!, here, await desk.codeOf(now));
  await signUp(1, await shift(48)); // never heard of again
  const full = await shift(50);
  await signUp(2, full);
  await signUp(3, full);
  const passed = await shift(60);
  const gone = await signUp(4, passed);
  for (const at of [5, 6, 7]) await signUp(at, passed);
  await desk.signUps.cancel(people[4]!, gone);
  await signUp(8, await shift(70), { age: 16 });
  const task = { until: new Date(START.getTime() + 80 * HOUR_MS), minutes: 60, capacity: 2 };
  const noted = await desk.plan(need, task);
  await signUp(9, noted); // never said to be done
  await desk.word.done(people[10]!, await signUp(10, noted));
  const wish = { place: 'selemdzhinsky', radiusKm: 300, remote: true, skills: [], windows: [], told: true };
  await desk.wishes.save(people[11]!.personId, wish);
  await shift(96);
  await desk.series.plan(
    desk.coordinator,
    need,
    desk.shiftForm({
      from: new Date(START.getTime() + 92 * HOUR_MS),
      until: new Date(START.getTime() + 94 * HOUR_MS),
    }),
    { rule: 'FREQ=WEEKLY' },
  );
  return need;
}

/** The same days with a process that dies once, at the statement of that number; answers how they ended, and whether it died. */
async function lived(nth: number | null): Promise<{ ending: unknown; died: boolean }> {
  const clock = desk.clock as SetClock;
  clock.set(START);
  await desk.source.query('DELETE FROM due_row_failures');
  await desk.source.query('DELETE FROM mails');
  await desk.source.query('DELETE FROM shift_wishes');
  run = newId();
  const need = await begun();
  died = false;
  die(nth);
  for (const ms of STEPS_MS) {
    clock.forward(ms);
    for (const job of JOBS) await job().catch(() => undefined);
    clock.forward(31 * MINUTE_MS); // what was noted as a failure has rested
    for (const job of JOBS) await job().catch(() => undefined);
  }
  die(null);
  const all = (sql: string): Promise<unknown[]> => desk.source.query(sql, [need]);
  const ending = {
    signUps: await all(
      `SELECT u.status, u.ended_reason, u.number, s.starts_at FROM sign_ups u JOIN shifts s ON s.id = u.shift_id WHERE s.need_id = $1 ORDER BY s.starts_at, u.number`,
    ),
    shifts: await all('SELECT starts_at, taken, series_day::text FROM shifts WHERE need_id = $1 ORDER BY starts_at'),
    mails: await desk.source.query('SELECT template, count(*)::int AS mails FROM mails GROUP BY template ORDER BY 1'),
    balance: await desk.needOf(need),
    alarms: await desk.alarms(),
  };
  await desk.source.query('UPDATE shift_series SET look_at = NULL, ended_at = now() WHERE need_id = $1', [need]);
  await desk.source.query(`UPDATE shifts SET status = 'cancelled' WHERE need_id = $1 AND taken < capacity`, [need]); // the next life proposes its own
  return { ending, died };
}

test('a process that dies at any statement of any job of shifts is followed by one that ends in the same balances', async () => {
  const { ending } = await lived(null);
  expect(ending).toMatchObject({ alarms: [] });
  expect((ending as { mails: { template: string }[] }).mails.map(({ template }) => template)).toEqual([
    'shift.ask-organization',
    'shift.day',
    'shift.hours',
    'shift.left',
    'shift.task-day',
    'shift.task-due',
  ]);
  expect(
    (ending as { signUps: { ended_reason: string | null }[] }).signUps.map(({ ended_reason: reason }) => reason),
  ).toEqual(expect.arrayContaining(['nobody-said', 'not-done', 'place-not-taken', 'shift-began', 'no-consent']));
  let deaths = 0;
  for (let nth = FIRST; ; nth += STRIDE) {
    const again = await lived(nth);
    expect([nth, again.ending]).toEqual([nth, ending]);
    if (!again.died) break;
    deaths += 1;
  }
  expect(deaths).toBeGreaterThan(LONG ? 8 : 1);
}, 300_000);
