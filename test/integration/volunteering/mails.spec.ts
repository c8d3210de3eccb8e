import ICAL from 'ical.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, SetClock } from '#kernel';
import { answerOf } from '../needs/fixture.js';
import { openShifts, type Shifts } from './fixture.js';

let desk: Shifts;
beforeAll(async () => {
  desk = await openShifts();
  await desk.source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES (gen_random_uuid(), $1, 'coordinator', 'organization', $2)`,
    [desk.coordinator.personId, desk.organization],
  );
});
afterAll(() => desk.db.drop());

const forward = (ms: number): void => (desk.clock as SetClock).forward(ms);
const remind = async (): Promise<string[]> => {
  const before: { id: string }[] = await desk.source.query('SELECT id FROM mails');
  await desk.mails.remind();
  return (
    (await desk.source.query('SELECT template FROM mails WHERE id <> ALL($1) ORDER BY template', [
      before.map(({ id }) => id),
    ])) as { template: string }[]
  ).map((row) => row.template);
};
const templates = async (): Promise<string[]> => (await desk.tell()).map(({ template }) => template);

test('a volunteer hears at once, a day before, two hours before, and when the hours are confirmed; each once', async () => {
  const need = await desk.openTime('24');
  const shift = await desk.plan(need, { capacity: 1, gear: 'Перчатки', risks: 'Скользко' });
  const [anna, boris] = [await desk.people.person('Анна'), await desk.people.person('Борис')];
  const id = await desk.signUps.signUp(anna, shift);
  const [letter] = await desk.tell();
  expect(letter).toMatchObject({ template: 'shift.signed-up', personId: anna.personId, kind: 'match' });
  expect(letter?.body).toMatch(/12\sмарта/);
  expect(letter?.body).toMatch(/14:00–17:00/); // of the place: UTC+9
  expect(letter?.body).toContain('Склад, ворота 2');
  expect(letter?.body).toContain('Перчатки');
  const [{ parts }] = await desk.source.query(`SELECT parts FROM mails WHERE template = 'shift.signed-up'`);
  expect(JSON.stringify(parts)).toContain(`/shifts/${shift}`);
  expect(JSON.stringify(parts)).not.toContain('/api/'); // who reads a mail may have no session
  expect(await desk.tell()).toEqual([]); // a second delivery of the same facts
  const waiting = await desk.signUps.signUp(boris, shift);
  expect(await templates()).toEqual(['shift.waiting']);
  expect(await remind()).toEqual([]);
  forward(24 * HOUR_MS + MINUTE_MS);
  expect(await remind()).toEqual(['shift.day']);
  expect(await remind()).toEqual([]);
  forward(22 * HOUR_MS);
  expect(await remind()).toEqual(['shift.hours']);
  expect(await remind()).toEqual([]);
  await desk.signUps.cancel(anna, id);
  expect((await desk.tell()).map(({ template, personId }) => [template, personId]).sort()).toEqual(
    [
      ['shift.late-organization', desk.coordinator.personId],
      ['shift.offered', boris.personId],
    ].sort(),
  );
  await desk.signUps.accept(boris, waiting);
  expect(await templates()).toEqual(['shift.signed-up']);
  expect(await remind()).toEqual([]); // signed up within the two hours: it was all in that letter
  forward(3 * HOUR_MS);
  await desk.attendance.checkIn(desk.coordinator, waiting);
  forward(27 * HOUR_MS);
  expect(await remind()).toEqual(['shift.ask-organization']);
  expect(await remind()).toEqual([]);
  await desk.attendance.confirm(desk.coordinator, waiting, { minutes: 150, reason: 'Коробки кончились.' });
  const [receipt] = await desk.tell();
  expect(receipt).toMatchObject({ template: 'shift.confirmed', personId: boris.personId, kind: 'receipt' });
  expect(receipt?.body).toContain('Коробки кончились.');
  await desk.attendance.dispute(boris, waiting, { minutes: 180, reason: 'Был до конца.' });
  expect((await desk.tell()).map(({ template, personId }) => [template, personId])).toEqual([
    ['shift.objected-organization', desk.coordinator.personId],
  ]);
  const others = (await desk.source.query(`SELECT template FROM mails WHERE template LIKE 'match.%'`)) as unknown[];
  expect(others).toEqual([]);
});

test('who checked in and said nothing when they left is asked once, two hours after; nobody else is', async () => {
  const need = await desk.openTime('24');
  const shift = await desk.plan(need, { capacity: 4 });
  const [forgot, said, listed, done] = [
    await desk.people.person('Вера'),
    await desk.people.person('Глеб'),
    await desk.people.person('Дина'),
    await desk.people.person('Егор'),
  ];
  const ids: string[] = [];
  for (const who of [forgot, said, listed, done]) ids.push(await desk.signUps.signUp(who, shift));
  const [clock, code] = [desk.clock as SetClock, await desk.codeOf(shift)];
  clock.forward(48 * HOUR_MS);
  for (const [index, who] of [forgot, said, done].entries())
    await desk.attendance.checkIn(who, [ids[0]!, ids[1]!, ids[3]!][index]!, code);
  await desk.attendance.checkIn(desk.coordinator, ids[2]!);
  clock.forward(3 * HOUR_MS);
  await desk.departures.leave(said, ids[1]!);
  await desk.attendance.confirm(desk.coordinator, ids[3]!);
  const asked = async (): Promise<string[]> =>
    (
      (await desk.source.query(`SELECT person_id AS id FROM mails WHERE template = 'shift.left'`)) as { id: string }[]
    ).map(({ id }) => id);
  clock.forward(2 * HOUR_MS - 1);
  await desk.mails.remind();
  expect(await asked()).toEqual([]);
  clock.forward(1);
  await desk.mails.remind();
  await desk.mails.remind();
  expect(await asked()).toEqual([forgot.personId]);
  await desk.departures.leave(forgot, ids[0]!, new Date(clock.now().getTime() - 2 * HOUR_MS)); // as planned
  expect(await desk.signUp(ids[0]!)).toMatchObject({ stayed: 180 });
});

test('a change and a cancellation reach everybody who is signed up or waits', async () => {
  const need = await desk.openTime('24');
  const shift = await desk.plan(need, { capacity: 1 });
  const [one, two] = [await desk.people.person('Вера'), await desk.people.person('Глеб')];
  await desk.signUps.signUp(one, shift);
  await desk.signUps.signUp(two, shift);
  await desk.tell();
  await desk.shifts.edit(desk.coordinator, shift, 1, { meet: 'Ворота 3' });
  const changed = await desk.tell();
  expect(changed.map(({ template, personId }) => [template, personId]).sort()).toEqual(
    [
      ['shift.changed', one.personId],
      ['shift.changed', two.personId],
    ].sort(),
  );
  expect(changed.filter(({ body }) => body.includes('Ворота 3')).map(({ personId }) => personId)).toEqual([
    one.personId,
  ]); // who only waits reads the district
  await desk.shifts.cancel(desk.coordinator, shift, 'Дорогу размыло');
  const cancelled = await desk.tell();
  expect(cancelled.map(({ template, personId }) => [template, personId]).sort()).toEqual(
    [
      ['shift.cancelled', one.personId],
      ['shift.cancelled', two.personId],
    ].sort(),
  );
  expect(cancelled.every(({ body }) => body.includes('Дорогу размыло'))).toBe(true);
});

test('the calendar at a secret address has what is to come, in the time of the place; a new address ends the one before', async () => {
  const need = await desk.openTime('24');
  const from = new Date(Math.ceil(desk.clock.now().getTime() / DAY_MS) * DAY_MS + DAY_MS);
  const shift = await desk.plan(need, { from });
  const person = await desk.people.person('Дарья');
  const id = await desk.signUps.signUp(person, shift);
  const token = (await desk.calendars.issue(person.personId)).split('/').at(-2)!;
  const read = (text: string): { starts: string; status: string; location: string }[] =>
    new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((event) => ({
      starts: String(event.getFirstPropertyValue('dtstart')),
      status: String(event.getFirstPropertyValue('status')),
      location: String(event.getFirstPropertyValue('location')),
    }));
  const seen = read(await desk.calendars.feed(token));
  expect(seen).toEqual([
    {
      starts: `${from.toISOString().slice(0, 10)}T09:00:00`,
      status: 'CONFIRMED',
      location: expect.stringContaining('Склад, ворота 2'),
    },
  ]);
  expect(read(await desk.calendars.ofSignUp(person, id, 'ru'))).toEqual(seen);
  expect(await answerOf(desk.calendars.ofSignUp(desk.coordinator, id, 'ru'))).toBe('sign-up.not-found');
  await desk.signUps.cancel(person, id);
  expect(read(await desk.calendars.feed(token))).toEqual([]);
  await desk.calendars.issue(person.personId);
  expect(await answerOf(desk.calendars.feed(token))).toBe('calendar.not-found');
  const [stored] = await desk.source.query('SELECT token_hash FROM calendar_feeds WHERE person_id = $1', [
    person.personId,
  ]);
  expect(String(stored.token_hash)).not.toContain(token);
});
