import type { Actor } from '#identity';
import { DAY_MS, HOUR_MS, SetClock } from '#kernel';
import { PaperChecks } from '#organizations';
import { answerOf } from '../needs/fixture.js';
import { openShifts, type Shifts } from './fixture.js';

let desk: Shifts;
beforeAll(async () => {
  desk = await openShifts();
});
afterEach(async () => expect(await desk.alarms()).toEqual([]));
afterAll(() => desk.db.drop());

const forward = (ms: number): void => (desk.clock as SetClock).forward(ms);
const inHours = (hours: number): Date => new Date(desk.clock.now().getTime() + hours * HOUR_MS);
const someone = (name = 'Доброволец') => desk.people.person(name);
const statuses = async (shift: string): Promise<string[]> =>
  (
    (await desk.source.query('SELECT status FROM sign_ups WHERE shift_id = $1 ORDER BY number', [shift])) as {
      status: string;
    }[]
  ).map((row) => row.status);

test('with the old people sign up those whose papers were seen; others read why not, and nobody whose check has ended checks in', async () => {
  const papers = new PaperChecks(desk.source, desk.clock, desk.catalogue);
  const shift = await desk.plan(await desk.openTime('12', { category: 'elderly-visiting' }), { capacity: 2 });
  const [checked, stranger] = [await someone(), await someone()];
  const day = (inDays: number): string =>
    new Date(desk.clock.now().getTime() + inDays * DAY_MS).toISOString().slice(0, 10);
  const check = async (validUntil: string): Promise<string> =>
    papers.record(desk.coordinator, desk.organization, {
      code: (await papers.newCode(checked)).code,
      paper: 'criminal-record',
      seenOn: day(0),
      validUntil,
    });
  const seen = async (who: Actor | null): Promise<unknown> => {
    const { can, whyNot } = await desk.shiftReads.byId(who, shift, 'en');
    return [whyNot?.code ?? null, can];
  };
  for (const who of [checked, stranger, null]) expect(await seen(who)).toEqual(['shift.papers-not-seen', []]);
  expect((await desk.shiftReads.byId(stranger, shift, 'en')).whyNot?.sentence).toContain('“My papers”');
  expect(await answerOf(desk.signUps.signUp(checked, shift))).toBe('shift.papers-not-seen');
  await check(day(1)); // good today, and no longer when the shift is
  expect(await answerOf(desk.signUps.signUp(checked, shift))).toBe('shift.papers-not-seen');
  const id = await check(day(300));
  expect(await seen(checked)).toEqual([null, ['sign-up']]);
  expect(await seen(desk.coordinator)).toEqual([null, ['edit', 'cancel', 'run']]);
  expect(await seen(stranger)).toEqual(['shift.papers-not-seen', []]);
  const signUp = await desk.signUps.signUp(checked, shift);
  expect(await seen(checked)).toEqual([null, []]);
  expect(await answerOf(desk.signUps.signUp(stranger, shift))).toBe('shift.papers-not-seen');
  await papers.end(desk.coordinator, desk.organization, id);
  forward(47.5 * HOUR_MS);
  expect([await seen(checked), (await desk.shiftReads.signUp(checked, signUp, 'en')).can]).toEqual([
    ['shift.papers-not-seen', []],
    ['cancel', 'say-late'],
  ]);
  expect(await answerOf(desk.attendance.checkIn(checked, signUp, await desk.codeOf(shift)))).toBe(
    'shift.papers-not-seen',
  );
  await check(day(300));
  expect((await desk.shiftReads.signUp(checked, signUp, 'en')).can).toEqual(['cancel', 'check-in', 'say-late']);
  await desk.attendance.checkIn(checked, signUp, await desk.codeOf(shift));
});

test('a place that becomes free is offered to the first who waits, then to the next, and nobody else gets it meanwhile', async () => {
  const need = await desk.openTime();
  const shift = await desk.plan(need);
  const [first, second, third, fourth] = [await someone(), await someone(), await someone(), await someone()];
  const id = await desk.signUps.signUp(first, shift);
  const [two, three] = [await desk.signUps.signUp(second, shift), await desk.signUps.signUp(third, shift)];
  expect(await answerOf(desk.signUps.accept(second, two))).toBe('sign-up.not-now');
  await desk.signUps.cancel(first, id);
  await desk.signUps.cancel(first, id);
  expect(await desk.offerOf(id)).toEqual({
    status: 'withdrawn',
    pledged: 180,
    available: 0,
    reserved: 0,
    delivered: 0,
    released: 180,
    unit: 'minute',
  });
  expect(await desk.needOf(need)).toMatchObject({ open: 720, reserved: 0 });
  const four = await desk.signUps.signUp(fourth, shift);
  expect((await desk.signUp(four)).status).toBe('waiting');
  expect((await desk.signUp(two)).offeredUntil).toEqual(inHours(12));
  expect(await answerOf(desk.signUps.accept(third, three))).toBe('sign-up.not-now');
  forward(12 * HOUR_MS);
  expect(await answerOf(desk.signUps.accept(second, two))).toBe('sign-up.not-now');
  await desk.clockJob.tick();
  await desk.clockJob.tick();
  expect(await statuses(shift)).toEqual(['cancelled', 'cancelled', 'waiting', 'waiting']);
  await desk.signUps.accept(third, three);
  await desk.signUps.accept(third, three);
  expect(await statuses(shift)).toEqual(['cancelled', 'cancelled', 'signed_up', 'waiting']);
  expect(await desk.needOf(need)).toMatchObject({ reserved: 180 });
  const rows = await desk.shiftReads.signUpsOf(desk.coordinator, shift, 20, null, 'ru');
  expect(rows.items.map(({ status, position }) => [status, position])).toEqual([
    ['cancelled', null],
    ['cancelled', null],
    ['signed_up', null],
    ['waiting', 1],
  ]);
});

test('an edit keeps what is held in step, and whoever would be in two places gives this one back', async () => {
  const need = await desk.openTime('24');
  const [one, other] = [await desk.plan(need, { capacity: 2 }), await desk.plan(need, { from: inHours(60) })];
  const [person, clashing] = [await someone(), await someone()];
  const id = await desk.signUps.signUp(person, one);
  const clash = await desk.signUps.signUp(clashing, one);
  await desk.signUps.signUp(clashing, other);
  expect(await answerOf(desk.shifts.edit(desk.coordinator, one, 7, {}))).toBe('shift.stale');
  expect(await answerOf(desk.shifts.edit(person, one, 1, {}))).toBe('shift.not-yours');
  await desk.shifts.edit(desk.coordinator, one, 1, { from: inHours(58), until: inHours(62), gear: 'Перчатки' });
  expect(await desk.signUp(clash)).toMatchObject({ status: 'cancelled', endedReason: 'moved-into-another' });
  expect(await desk.signUp(id)).toMatchObject({ status: 'signed_up', startsAt: inHours(58) });
  expect(await desk.offerOf(id)).toMatchObject({ pledged: 240, reserved: 240, available: 0 });
  await desk.shifts.edit(desk.coordinator, one, 2, { until: inHours(59) });
  expect(await desk.offerOf(id)).toMatchObject({ pledged: 240, reserved: 60, available: 0, released: 180 });
  await desk.shifts.cancel(desk.coordinator, one, 'Дорогу размыло');
  await desk.shifts.cancel(desk.coordinator, one, 'Дорогу размыло');
  expect(await desk.needOf(need)).toMatchObject({ reserved: 180 });
  expect(await answerOf(desk.signUps.signUp(person, one))).toBe('shift.cancelled');
});

test('who cannot come at the new time leaves, and their place goes to somebody who can', async () => {
  const need = await desk.openTime('36');
  const [moved, other] = [await desk.plan(need), await desk.plan(need, { from: inHours(60), capacity: 2 })];
  const [first, second, third] = [await someone(), await someone(), await someone()];
  const [a, b, c] = [
    await desk.signUps.signUp(first, moved),
    await desk.signUps.signUp(second, moved),
    await desk.signUps.signUp(third, moved),
  ];
  for (const person of [first, second]) await desk.signUps.signUp(person, other);
  await desk.shifts.edit(desk.coordinator, moved, 1, { from: inHours(60), until: inHours(63) });
  expect(await statuses(moved)).toEqual(['cancelled', 'cancelled', 'waiting']);
  expect([(await desk.signUp(a)).endedReason, (await desk.signUp(b)).endedReason]).toEqual([
    'moved-into-another',
    'moved-into-another',
  ]);
  await desk.signUps.accept(third, c);
  expect(await desk.shiftReads.byId(desk.coordinator, moved, 'ru')).toMatchObject({ capacity: 1, free: 0, waiting: 0 });
});

test('a need that runs out leaves its shifts to those who are in them, and ends those that have not begun', async () => {
  const need = await desk.openTime('12', { deadline: inHours(51) });
  const shift = await desk.plan(need); // ends with the need
  const [came, absent] = [await someone(), await someone()];
  const id = await desk.signUps.signUp(came, shift);
  const later = await desk.openTime('12', { deadline: inHours(300) });
  const ahead = await desk.signUps.signUp(absent, await desk.plan(later, { from: inHours(250) }));
  await desk.source.query('UPDATE needs SET fresh_until = $2 WHERE id = $1', [later, inHours(50)]);
  forward(51 * HOUR_MS);
  await desk.ends.expireDue();
  await desk.followAll();
  expect([(await desk.view(need)).status, (await desk.view(later)).status]).toEqual(['expired', 'expired']);
  expect(await desk.signUp(ahead)).toMatchObject({ status: 'cancelled', endedReason: 'shift-cancelled' });
  expect(await desk.needOf(later)).toMatchObject({ reserved: 0 });
  forward(18 * HOUR_MS);
  await desk.attendance.checkIn(desk.coordinator, id); // the list, entered the next morning
  expect(await desk.attendance.confirmAll(desk.coordinator, shift)).toBe(1);
  expect(await desk.needOf(need)).toMatchObject({ reserved: 0, received: 180 });
});

test('a shift says which other one stands in its way: at the same time, or too far for the time between', async () => {
  const need = await desk.openTime('60');
  const plan = (hour: number, place: string): Promise<string> =>
    desk.plan(need, { from: inHours(hour), until: inHours(hour + 3), place, capacity: 2 });
  const [kits, same, far, near, later] = [
    await plan(240, 'zeya'),
    await plan(241, 'zeya'),
    await plan(244, 'selemdzhinsky'), // an hour after the kits, and hundreds of kilometres away
    await plan(243, 'zeya'),
    await plan(300, 'selemdzhinsky'),
  ];
  const [who, other] = [await someone(), await someone()];
  const kitsSignUp = await desk.signUps.signUp(who, kits);
  const said = async (reader: Actor | null, shift: string): Promise<unknown> => {
    const { clash, can } = await desk.shiftReads.byId(reader, shift, 'ru');
    return [clash && [clash.why, clash.with.shift, clash.with.signUp, clash.with.can], can];
  };
  const theKits = [kits, kitsSignUp, ['cancel']];
  expect(await said(who, same)).toEqual([['same-time', ...theKits], []]);
  expect(await said(who, far)).toEqual([['too-far', ...theKits], ['sign-up']]);
  for (const shift of [near, later]) expect(await said(who, shift)).toEqual([null, ['sign-up']]);
  for (const reader of [other, null, desk.coordinator])
    expect((await desk.shiftReads.byId(reader, same, 'ru')).clash).toBeNull();
  expect(await answerOf(desk.signUps.signUp(who, same))).toBe('shift.overlaps');

  const farSignUp = await desk.signUps.signUp(who, far);
  await desk.signUps.signUp(who, later);
  const mine = async () =>
    (await desk.ownShifts.mine(who, false, 10, null, 'ru')).items.map(({ shift, at }) => [
      shift,
      at.clash?.with.signUp ?? null,
      at.clash?.km ?? null,
    ]);
  const km = (await desk.shiftReads.byId(who, far, 'ru')).clash!.km;
  expect(await mine()).toEqual([
    [kits, farSignUp, km],
    [far, kitsSignUp, km],
    [later, null, null],
  ]);
  expect(km).toBeGreaterThan(50);
  await desk.signUps.cancel(who, kitsSignUp);
  expect((await mine()).filter(([, clash]) => clash !== null)).toEqual([]);
  expect(await said(who, same)).toEqual([['too-far', far, farSignUp, ['cancel']], ['sign-up']]); // it ends when the far one begins
});
