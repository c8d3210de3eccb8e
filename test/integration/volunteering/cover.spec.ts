import type { Actor } from '#identity';
import { DAY_MS, HOUR_MS, SetClock } from '#kernel';
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
const someone = (name: string): Promise<Actor> => desk.people.person(name);
/** A volunteer who has been in a shift of the organization, with so many minutes confirmed. */
async function veteran(name: string): Promise<Actor> {
  const person = await someone(name);
  const shift = await desk.plan(await desk.openTime('3'), { from: inHours(1), until: inHours(2) });
  const id = await desk.signUps.signUp(person, shift);
  forward(HOUR_MS);
  await desk.attendance.checkIn(desk.coordinator, id);
  await desk.attendance.confirm(desk.coordinator, id);
  forward(HOUR_MS);
  return person;
}
const broken = async (person: Actor): Promise<number> => {
  const [row] = await desk.source.query(
    `SELECT count(*)::int AS broken FROM matches m JOIN offers o ON o.id = m.offer_id WHERE o.donor_id = $1 AND m.sign_up AND m.status = 'cancelled' AND (m.reason = 'no-show' OR (m.ended_by = 'donor' AND m.reason IS DISTINCT FROM 'in-time'))`,
    [person.personId],
  );
  return row.broken;
};

test('who could cover a shift: those who were there before by name, those who offer time without one, nobody who is busy then', async () => {
  const [old, second, busy, offering] = [
    await veteran('Марина Давняя'),
    await veteran('Вера Вторая'),
    await veteran('Тимур Занятой'),
    await someone('Олег Новый'),
  ];
  await desk.offers.publish(offering, {
    kind: 'time',
    category: 'emergency-logistics',
    quantity: '8',
    unit: 'hour',
    place: 'zeya',
    radiusKm: 900,
    until: inHours(500),
  });
  const need = await desk.openTime('30');
  const shift = await desk.plan(need, { capacity: 3 });
  await desk.signUps.signUp(busy, await desk.plan(await desk.openTime('6'), { capacity: 1 }));
  const { candidates, coordinator } = desk;
  const list = async (of: string): Promise<Awaited<ReturnType<typeof candidates.of>>> =>
    (await candidates.of(coordinator, of)).filter(({ person }) =>
      [old, second, busy, offering].some(({ personId }) => personId === person),
    );
  const listed = await list(shift);
  expect(listed.map(({ person, name, shifts, can }) => [person, name, shifts, can])).toEqual([
    [old.personId, 'Марина Давняя', 1, ['ask', 'sign-up']],
    [second.personId, 'Вера Вторая', 1, ['ask', 'sign-up']],
    [offering.personId, null, 0, ['ask']],
  ]);
  expect(await answerOf(candidates.of(old, shift))).toBe('shift.not-yours');
  expect((await candidates.of(coordinator, shift)).some(({ person }) => person === coordinator.personId)).toBe(false);

  // Asked once, by a mail that promises nothing; and then later ones come before them.
  await desk.tell();
  await desk.asks.ask(coordinator, shift, old.personId);
  await desk.asks.ask(coordinator, shift, old.personId);
  const mails = await desk.source.query(`SELECT person_id AS "personId" FROM mails WHERE template = 'shift.asked'`);
  expect(mails).toEqual([{ personId: old.personId }]);
  // Who is asked stays where they stand in this list; for another shift those come first who were not asked.
  const order = async (of: string): Promise<string[]> => (await list(of)).map(({ person }) => person);
  expect(await order(shift)).toEqual([old.personId, second.personId, offering.personId]);
  const other = await desk.plan(need, { from: inHours(50) });
  expect(await order(other)).toEqual([second.personId, old.personId, offering.personId]);
  expect((await candidates.of(coordinator, shift)).find(({ person }) => person === old.personId)).toMatchObject({
    can: ['sign-up'],
    askedAt: desk.clock.now(),
  });
  expect(await answerOf(desk.asks.ask(coordinator, shift, busy.personId))).toBe('ask.not-a-candidate');
  for (const hours of [60, 70])
    await desk.asks.ask(coordinator, await desk.plan(need, { from: inHours(hours) }), old.personId);
  const another = await desk.plan(need, { from: inHours(80) });
  expect(await answerOf(desk.asks.ask(coordinator, another, old.personId))).toBe('ask.too-often');
  expect((await candidates.of(coordinator, another)).find(({ person }) => person === old.personId)?.can).toEqual([
    'sign-up',
  ]);
  const later = await desk.plan(need, { from: inHours(300) });
  forward(8 * DAY_MS);
  await desk.asks.ask(coordinator, later, old.personId);
});

test('a coordinator signs up whom they know: they hear of it, and neither giving it back late nor staying away counts', async () => {
  const [person, stranger, colleague] = [await veteran('Инна Своя'), await someone('Чужой'), await someone('Коллега')];
  const shift = await desk.plan(await desk.openTime('12'), { from: inHours(30), until: inHours(32), capacity: 1 });
  const { entries, coordinator } = desk;
  const enter = (who: Actor, where = shift, came = false): Promise<string> =>
    entries.enter(coordinator, where, { person: who.personId, came });
  expect(await answerOf(enter(stranger))).toBe('entry.not-known');
  expect(await answerOf(entries.enter(stranger, shift, { person: person.personId, came: false }))).toBe(
    'shift.not-yours',
  );
  expect(await answerOf(enter(person, shift, true))).toBe('entry.not-begun');
  const id = await enter(person);
  expect(await enter(person)).toBe(id);
  expect(await desk.signUp(id)).toMatchObject({ status: 'signed_up', via: 'staff', enteredBy: coordinator.personId });
  expect((await desk.tell()).filter(({ personId }) => personId === person.personId).at(-1)).toMatchObject({
    template: 'shift.signed-up',
  });
  forward(20 * HOUR_MS); // ten hours before
  expect(await desk.shiftReads.signUp(person, id, 'ru')).toMatchObject({ late: false, entered: true });
  await desk.signUps.cancel(person, id);
  expect(await desk.signUp(id)).toMatchObject({ endedReason: 'in-time' });
  const again = await enter(person);
  forward(10 * HOUR_MS);
  await desk.attendance.noShow(coordinator, again);
  expect(await desk.signUp(again)).toMatchObject({ status: 'no_show', endedReason: 'no-show' });
  expect(await broken(person)).toBe(0);
  expect(await answerOf(enter(colleague))).toBe('entry.not-known');
  // Said to have come after all: the same sign-up, taken back.
  expect(await enter(person, shift, true)).toBe(again);
  expect(await desk.signUp(again)).toMatchObject({ status: 'checked_in' });
});

test('somebody came without having signed up: a place more, checked in, and the hours are confirmed as of all', async () => {
  const [first, extra] = [await veteran('Алина Т.'), await veteran('Кирилл Ф.')];
  const need = await desk.openTime('12');
  const shift = await desk.plan(need, { from: inHours(1), until: inHours(3), capacity: 1 });
  await desk.signUps.signUp(first, shift);
  forward(4 * HOUR_MS);
  const { entries, coordinator, attendance } = desk;
  expect(await answerOf(desk.signUps.signUp(extra, shift))).toBe('shift.over');
  expect((await desk.candidates.of(coordinator, shift)).find(({ person }) => person === extra.personId)?.can).toEqual([
    'came',
  ]);
  const [one, two] = await Promise.all(
    [1, 2].map(() => entries.enter(coordinator, shift, { person: extra.personId, came: true })),
  );
  expect(one).toBe(two);
  expect(await desk.signUp(one!)).toMatchObject({ status: 'checked_in', checkedInBy: 'organization' });
  await attendance.confirm(coordinator, one!, { minutes: 100, reason: 'Пришёл позже' });
  expect(await desk.needOf(need)).toMatchObject({ received: 100, reserved: 120 });
  const [{ capacity, taken }] = await desk.source.query('SELECT capacity, taken FROM shifts WHERE id = $1', [shift]);
  expect([capacity, taken]).toEqual([2, 2]);
  forward(8 * DAY_MS);
  const late = await veteran('Опоздавший');
  expect(await answerOf(entries.enter(coordinator, shift, { person: late.personId, came: true }))).toBe(
    'entry.not-begun',
  );
});
