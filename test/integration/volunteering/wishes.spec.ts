import { DAY_MS, HOUR_MS, SetClock } from '#kernel';
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

test('whoever said when they would come is somebody who could cover a shift then', async () => {
  const need = await desk.openTime('30', { place: 'zeya', deadline: new Date(clock().now().getTime() + 60 * DAY_MS) });
  const [yes, no] = [await desk.people.person('Вера'), await desk.people.person('Глеб')];
  await desk.wishes.save(yes.personId, wish());
  await desk.wishes.save(no.personId, wish({ windows: [{ days: [1], from: '09:00', until: '14:00' }] }));
  const shift = await desk.plan(need, { from: saturday(10), until: saturday(12) });
  const found = await desk.candidates.of(desk.coordinator, shift);
  expect(found.map(({ person, name }) => [person, name])).toEqual([[yes.personId, null]]);
  await desk.asks.ask(desk.coordinator, shift, yes.personId);
});
