import type { Actor } from '#identity';
import { DAY_MS, HOUR_MS, newId, SetClock } from '#kernel';
import type { OwnWish } from '#volunteering';
import { answerOf } from '../needs/fixture.js';
import { openShifts, type Shifts } from './fixture.js';

let desk: Shifts;
beforeAll(async () => {
  desk = await openShifts();
});
afterEach(async () => expect(await desk.alarms()).toEqual([]));
afterAll(() => desk.db.drop());

const clock = (): SetClock => desk.clock as SetClock;
const wish = (changes: Partial<OwnWish> = {}): OwnWish => ({
  place: 'zeya',
  radiusKm: 30,
  remote: false,
  skills: [],
  windows: [{ days: [6, 7], from: '09:00', until: '14:00' }],
  told: true,
  ...changes,
});
/** So many hours after the next midnight in Yakutsk that begins a Saturday. */
function saturday(hours: number): Date {
  const now = clock().now().getTime() + 9 * HOUR_MS;
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const ahead = (6 - new Date(today).getUTCDay() + 7) % 7 || 7;
  return new Date(today + ahead * DAY_MS - 9 * HOUR_MS + hours * HOUR_MS);
}

test('shifts that suit what somebody said stand on their page, and are told once a week; what no longer suits is gone', async () => {
  const need = await desk.openTime('90', { place: 'zeya', deadline: new Date(clock().now().getTime() + 60 * DAY_MS) });
  const at = (from: number, until: number) => ({ from: saturday(from), until: saturday(until), capacity: 2 });
  const volunteer = await desk.people.person('Доброволец');
  const suited = async (who = volunteer): Promise<string[]> =>
    (await desk.wishes.suited(who, 'ru')).map(({ id }) => id);
  const before = await desk.plan(need, at(9, 11));
  expect(await suited()).toEqual([]);
  expect(await answerOf(desk.wishes.save(volunteer.personId, wish({ place: 'nowhere' })))).toBe(
    'form.invalid: place form.not-in-list',
  );
  await desk.wishes.save(volunteer.personId, wish());
  clock().forward(HOUR_MS);
  const morning = await desk.plan(need, at(10, 13));
  await desk.plan(need, at(13, 15)); // beyond the hours
  await desk.plan(need, { from: saturday(-14), until: saturday(-12) }); // on a Friday
  expect(await suited()).toEqual([before, morning]);
  expect(await suited(desk.coordinator)).toEqual([]);

  const told = async (): Promise<string[]> => {
    await desk.wishMails.tick();
    const mails: { body: string; parts: unknown }[] = await desk.source.query(
      `SELECT body, parts FROM mails WHERE template = 'shift.proposed' AND person_id = $1 ORDER BY created_at`,
      [volunteer.personId],
    );
    return mails.map((mail) => JSON.stringify(mail));
  };
  expect(await told()).toEqual([]);
  await desk.source.query(`UPDATE shift_wishes SET tell_at = $1`, [clock().now()]);
  const [first, ...more] = [...(await told()), ...(await told()).slice(1)];
  expect(more).toEqual([]);
  expect([first?.includes(morning), first?.includes(before)]).toEqual([true, false]); // what was there before was on the page

  await desk.signUps.signUp(volunteer, before); // at the time of the other one
  expect(await suited()).toEqual([]);
  await desk.wishes.forget(volunteer.personId);
  expect(await desk.wishes.of(volunteer.personId)).toBeNull();
});

test('who said when they would come is somebody who could cover a shift then', async () => {
  const need = await desk.openTime('30', { place: 'zeya', deadline: new Date(clock().now().getTime() + 60 * DAY_MS) });
  const [yes, no] = [await desk.people.person('Вера'), await desk.people.person('Глеб')];
  await desk.wishes.save(yes.personId, wish());
  await desk.wishes.save(no.personId, wish({ windows: [{ days: [1], from: '09:00', until: '14:00' }] }));
  const shift = await desk.plan(need, { from: saturday(10), until: saturday(12) });
  const found = await desk.candidates.of(desk.coordinator, shift);
  expect(found.map(({ person, name }) => [person, name])).toEqual([[yes.personId, null]]);
  await desk.asks.ask(desk.coordinator, shift, yes.personId);
});

test('a clearing proposes places of shifts: half of the free ones, to whom it suits, never one twice, whatever runs at once; they are taken, or lapse', async () => {
  await desk.source.query('DELETE FROM shift_wishes');

  const need = await desk.openTime('90', {
    place: 'svobodny',
    deadline: new Date(clock().now().getTime() + 60 * DAY_MS),
  });
  const at = (from: number, until: number, capacity: number) => ({
    from: new Date(saturday(from).getTime() + 7 * DAY_MS),
    until: new Date(saturday(until).getTime() + 7 * DAY_MS),
    capacity,
  });
  const [wide, last] = [await desk.plan(need, at(9, 12, 6)), await desk.plan(need, at(12, 14, 1))];
  const people = await Promise.all(Array.from({ length: 8 }, () => desk.people.person('Доброволец')));
  for (const [index, { personId }] of people.entries())
    await desk.wishes.save(personId, wish({ place: index === 1 ? 'tynda' : 'svobodny', told: index !== 0 }));
  await desk.signUps.signUp(
    people[2]!,
    await desk.plan(
      await desk.openTime('12', { deadline: new Date(clock().now().getTime() + 60 * DAY_MS) }),
      at(9, 14, 1),
    ),
  ); // elsewhere then
  const proposals = (): Promise<{ shift: string; person: string; status: string }[]> =>
    desk.source.query(
      `SELECT shift_id AS shift, person_id AS person, status FROM sign_ups WHERE proposed_by IS NOT NULL ORDER BY signed_up_at, id`,
    );
  const run = newId();
  const both = await Promise.all([desk.proposing.propose(run), desk.proposing.propose(run)]);
  await desk.proposing.propose(run); // taken up again
  expect(both[0] + both[1]).toBeLessThanOrEqual(4);
  const made = await proposals();
  expect(made.map(({ shift }) => shift).sort()).toEqual([wide, wide, wide, last].sort());
  expect(new Set(made.map(({ person }) => person)).size).toBe(4);
  for (const index of [0, 1, 2]) expect(made.map(({ person }) => person)).not.toContain(people[index]!.personId);
  expect(await desk.proposing.propose(run)).toBe(0);

  const proposedTo = async (person: string): Promise<[Actor, string]> => {
    const who = people.find(({ personId }) => personId === person)!;
    return [who, (await desk.ownShifts.mine(who, false, 10, null, 'ru')).items[0]!.id];
  };
  const mine = people.find(({ personId }) => personId === made[0]!.person)!;
  const [own] = (await desk.ownShifts.mine(mine, false, 10, null, 'ru')).items;
  expect(own).toMatchObject({ status: 'waiting', proposed: true, can: ['accept', 'cancel'] });
  const listed = await desk.shiftReads.signUpsOf(desk.coordinator, made[0]!.shift, 10, null, 'ru');
  expect(listed.items[0]).toMatchObject({ name: 'Предложено добровольцу' });
  const letters = (await desk.tell()).filter(({ template }) => template === 'shift.place-proposed');
  expect(letters.map(({ kind }) => kind)).toContain('proposal');
  await desk.signUps.accept(mine, own!.id);
  expect(await desk.signUp(own!.id)).toMatchObject({ status: 'signed_up' });
  const [under, theirs] = await proposedTo(made[2]!.person);
  expect(await answerOf(desk.signUps.accept(under, theirs, 13))).toBe('form.invalid: age minor.too-young');
  await desk.signUps.accept(under, theirs, 16);
  await desk.signUps.accept(under, theirs, 16);
  expect((await desk.shiftReads.signUp(under, theirs, 'ru')).consent).toMatchObject({ age: 16, status: 'waiting' });
  clock().forward(13 * HOUR_MS);
  await desk.clockJob.tick();
  expect((await proposals()).filter(({ status }) => status === 'waiting')).toEqual([]);
  expect((await desk.tell()).filter(({ template }) => template === 'shift.ended')).toEqual([]); // nobody had asked for it
  const silent = people.find(({ personId }) => personId === made[1]!.person)!;
  expect((await desk.ownShifts.mine(silent, false, 10, null, 'ru')).items).toEqual([]);
  await desk.proposing.propose(newId());
  const again = (await proposals()).filter(({ status }) => status === 'waiting');
  for (const { person, shift } of again)
    expect(made.some((one) => one.person === person && one.shift === shift)).toBe(false); // not twice to the same
});
