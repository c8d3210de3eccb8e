import fc from 'fast-check';
import type { Actor } from '#identity';
import { HOUR_MS, newId, Refusal, SetClock } from '#kernel';
import { log } from '#platform';
import { LONG, some } from '../../support/long.js';
import type { Bank } from '../payments/fixture.js';
import { mortal } from '../payments/histories.js';
import { openShifts, type Shifts } from './fixture.js';

/** `npm run histories` says how many, and of which seed. */
const { LEPTA_HISTORIES: asked, LEPTA_HISTORIES_SEED: seed, LEPTA_HISTORIES_PATH: path } = process.env;

let desk: Shifts;
/** The process dies at the statement of that number from now on, or after the commit where there is none. */
let die: (at: number | null) => void;
beforeAll(async () => {
  log.level = 'silent'; // failures are part of these histories
  desk = await openShifts('2026-03-10T05:00:00Z');
  die = mortal({ source: desk.source } as unknown as Bank);
});
afterAll(() => desk.db.drop());

/** What one of many clients, or the worker, does to one of four shifts: the second and third overlap, the last has no hour. */
const WHAT = [
  'sign-up',
  'sign-up',
  'sign-up-other',
  'cancel',
  'dismiss',
  'accept',
  'accept',
  'accept-minor',
  'check-in',
  'leave',
  'done',
  'confirm',
  'confirm-all',
  'no-show',
  'tick',
  'propose',
  'propose',
  'wider',
  'move',
  'die',
] as const;
interface Step {
  readonly what: (typeof WHAT)[number];
  readonly person: number;
  readonly shift: number;
  readonly minutes: number;
}
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...WHAT),
  person: fc.nat(5),
  shift: fc.nat(3),
  minutes: fc.integer({ min: 30, max: 240 }),
});
const ALLOWED =
  /^(done|died|shift\.(overlaps|too-little-rest|full|over|stale|not-editable|hours-counted|more-than-needed|need-is-full)|sign-up\.(not-now|not-found|not-in-window|confirmed-otherwise)|match\.holding-too-much|guardian\.no-consent|ledger\.not-enough-left|form\.invalid.*)$/;

/** What came of histories: in many of them everything has happened. */
const seen = { proposed: 0, accepted: 0, word: 0, died: 0, minors: 0 };

interface World {
  readonly need: string;
  readonly shifts: readonly string[];
  readonly people: readonly Actor[];
  readonly runs: readonly string[];
}

async function begun(): Promise<World> {
  die(null); // one that failed may have left a death planned
  const start = desk.clock.now();
  const at = (hours: number): Date => new Date(start.getTime() + hours * HOUR_MS);
  await desk.source.query('DELETE FROM shift_wishes'); // of people of earlier histories
  await desk.source.query('DELETE FROM due_row_failures');
  const need = await desk.openTime('36', { deadline: at(30 * 24) });
  const shifts = [
    await desk.plan(need, { from: at(30), until: at(32) }),
    await desk.plan(need, { from: at(40), until: at(43), capacity: 2 }),
    await desk.plan(need, { from: at(42), until: at(44) }),
    await desk.plan(need, { until: at(46), minutes: 60, capacity: 2 }),
  ];
  const people = [];
  for (let count = 0; count < 6; count += 1) people.push(await desk.people.person('Доброволец'));
  const wish = { place: 'selemdzhinsky', radiusKm: 300, remote: true, skills: [], windows: [], told: true };
  for (const { personId } of people.slice(0, 4)) await desk.wishes.save(personId, wish);
  return { need, shifts, people, runs: [newId(), newId()] };
}

async function signUpOf(person: Actor, shift: string): Promise<string> {
  const [row] = await desk.source.query(
    `SELECT id FROM sign_ups WHERE person_id = $1 AND shift_id = $2 ORDER BY number DESC LIMIT 1`,
    [person.personId, shift],
  );
  return row?.id ?? '00000000-0000-0000-0000-000000000000';
}

/** One of this history that a step can do something with; undefined where there is none. */
async function oneThat({ need, people }: World, fits: string, nth: number): Promise<[Actor, string] | undefined> {
  const rows: { id: string; personId: string }[] = await desk.source.query(
    `SELECT u.id, u.person_id AS "personId" FROM sign_ups u JOIN shifts s ON s.id = u.shift_id WHERE s.need_id = $1 AND ${fits} ORDER BY u.id`,
    [need],
  );
  const found = rows[nth % rows.length];
  const person = people.find(({ personId }) => personId === found?.personId);
  return found && person && [person, found.id];
}

async function edit(shift: string, what: 'wider' | 'move', minutes: number): Promise<void> {
  const [{ version, capacity, startsAt, endsAt, anyTime }] = await desk.source.query(
    'SELECT version, capacity, starts_at AS "startsAt", ends_at AS "endsAt", any_time AS "anyTime" FROM shifts WHERE id = $1',
    [shift],
  );
  const later = (moment: Date, hours: number): Date => new Date(moment.getTime() + hours * HOUR_MS);
  if (what === 'wider') return desk.shifts.edit(desk.coordinator, shift, version, { capacity: capacity + 1 });
  if (anyTime) return desk.shifts.edit(desk.coordinator, shift, version, { until: later(endsAt, 1), minutes });
  return desk.shifts.edit(desk.coordinator, shift, version, {
    from: later(startsAt, 1),
    until: later(endsAt, minutes > 120 ? 2 : 1),
  });
}

async function send(world: World, { what, person, shift, minutes }: Step): Promise<unknown> {
  const { shifts, people, runs } = world;
  const { attendance, signUps, coordinator } = desk;
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
    case 'accept-minor': {
      const [minor, proposed] = (await oneThat(world, 'u.offered_until IS NOT NULL', person)) ?? [who, id];
      return signUps.accept(minor, proposed, 16);
    }
    case 'check-in':
      return attendance.checkIn(coordinator, id);
    case 'leave':
      return desk.departures.leave(who, id);
    case 'done': {
      const [doer, task] = (await oneThat(world, `s.any_time AND u.status = 'signed_up'`, person)) ?? [who, id];
      return desk.word.done(doer, task, minutes);
    }
    case 'confirm':
      return attendance.confirm(coordinator, id, { minutes });
    case 'confirm-all':
      return attendance.confirmAll(coordinator, where);
    case 'no-show':
      return attendance.noShow(coordinator, id);
    case 'tick':
      return desk.clockJob.tick();
    case 'propose':
      return desk.proposing.propose(runs[person % runs.length]!);
    case 'die':
      return die(minutes % 45);
    default:
      return edit(where, what, minutes);
  }
}

/** Refusals and deaths are answers; anything else is a fault. */
async function answer(world: World, one: Step): Promise<string> {
  try {
    await send(world, one);
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    if (error instanceof Error && error.message.startsWith('died')) {
      seen.died += 1;
      return 'died';
    }
    throw error;
  }
}

/** Of the need of one history: nobody waits while a place is free, no more is promised or received than its sign-ups say, and no shift has more in it than places. */
async function holds({ need }: World): Promise<void> {
  const waiting = await desk.source.query(
    `SELECT s.id FROM shifts s WHERE s.need_id = $1 AND s.starts_at > $2 AND EXISTS (SELECT 1 FROM sign_ups u WHERE u.shift_id = s.id AND u.status = 'waiting' AND u.offered_until IS NULL AND s.taken + u.people <= s.capacity)`,
    [need, desk.clock.now()],
  );
  expect(waiting).toEqual([]);
  const [sum] = await desk.source.query(
    `SELECT coalesce(sum(u.minutes), 0)::int AS received, coalesce(sum(CASE WHEN u.status IN ('signed_up', 'checked_in') THEN u.people * extract(epoch FROM s.ends_at - s.starts_at) / 60 END), 0)::int AS reserved FROM sign_ups u JOIN shifts s ON s.id = u.shift_id WHERE s.need_id = $1`,
    [need],
  );
  expect(await desk.needOf(need)).toMatchObject(sum);
  const full = await desk.source.query(
    `SELECT s.id FROM shifts s WHERE s.need_id = $1 AND (SELECT coalesce(sum(u.people), 0) FROM sign_ups u WHERE u.shift_id = s.id AND (u.status IN ('signed_up', 'checked_in', 'confirmed') OR u.offered_until IS NOT NULL)) > s.capacity`,
    [need],
  );
  expect(full).toEqual([]);
}

async function lives(before: readonly Step[][], after: readonly Step[]): Promise<void> {
  const clock = desk.clock as SetClock;
  const world = await begun();
  const heard: string[] = [];
  await Promise.all(
    before.map(async (steps) => {
      for (const one of steps) heard.push(await answer(world, one));
    }),
  );
  await holds(world);
  for (const [index, one] of after.entries()) {
    // one after another, through the shifts and past them
    if (index % 2 === 0) clock.forward(9 * HOUR_MS);
    heard.push(await answer(world, one));
    await holds(world);
  }
  die(null);
  // The worker is alive again, and looks at what it left: as often as what failed must rest.
  for (const job of [() => desk.proposing.propose(world.runs[0]!), () => desk.clockJob.tick()]) await job();
  clock.forward(HOUR_MS);
  await desk.clockJob.tick();
  await holds(world);
  expect(heard.filter((one) => !ALLOWED.test(one))).toEqual([]);
  const [row] = await desk.source.query(
    `SELECT count(*) FILTER (WHERE u.proposed_by IS NOT NULL)::int AS proposed, count(*) FILTER (WHERE u.proposed_by IS NOT NULL AND u.match_id IS NOT NULL)::int AS accepted, count(*) FILTER (WHERE u.checked_in_by = 'word')::int AS word,
       (SELECT count(*)::int FROM guardian_consents c JOIN sign_ups o ON o.id = c.sign_up_id JOIN shifts t ON t.id = o.shift_id WHERE t.need_id = $1 AND o.proposed_by IS NOT NULL) AS minors
     FROM sign_ups u JOIN shifts s ON s.id = u.shift_id WHERE s.need_id = $1`,
    [world.need],
  );
  for (const what of ['proposed', 'accepted', 'word', 'minors'] as const) seen[what] += row[what];
}

test(
  'random histories of shifts, work without an hour and proposed places, several clients at once and processes that die: the books are exact, no place is given twice, nobody waits while a place is free',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 3, maxLength: 8 }), { minLength: 2, maxLength: 4 }),
        fc.array(step, { minLength: 2, maxLength: 10 }),
        lives,
      ),
      {
        numRuns: asked === undefined ? some(16) : Number(asked),
        endOnFailure: asked === undefined,
        ...(seed === undefined ? {} : { seed: Number(seed) }),
        ...(path === undefined ? {} : { path }),
      },
    );
    expect(await desk.alarms()).toEqual([]);
    if (LONG || Number(asked ?? 0) > 50) expect(Object.entries(seen).filter(([, times]) => times === 0)).toEqual([]);
  },
  400_000 + Number(asked ?? 0) * 20_000,
);
