import { HOUR_MS, Refusal } from '#kernel';
import type { Actor } from '#identity';
import { Bookings, bookingsChecks, BookingsQueries, Resources, type ResourceForm } from '#bookings';
import { openDesk, type Desk } from '../needs/fixture.js';

let desk: Desk;
let resources: Resources;
let bookings: Bookings;
let reads: BookingsQueries;
beforeAll(async () => {
  desk = await openDesk('2026-03-10T00:00:00Z'); // Tuesday, nine in the morning there
  const { source, clock, catalogue } = desk;
  resources = new Resources(source, clock, catalogue);
  bookings = new Bookings(source, clock, catalogue);
  reads = new BookingsQueries(source, clock, catalogue);
});
afterAll(async () => {
  for (const { sentence, sql } of bookingsChecks)
    expect([sentence, await desk.source.query(sql)]).toEqual([sentence, []]);
  await desk.db.drop();
});

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: unknown) =>
      error instanceof Refusal
        ? [error.code, ...error.errors.map(({ code }) => code)].join(' ')
        : Promise.reject(error as Error),
  );
const hall = (changes: Partial<ResourceForm> = {}): Promise<string> =>
  resources.add(desk.coordinator, desk.organization, {
    kind: 'hall',
    name: 'Зал на сорок мест',
    place: 'zeya',
    who: 'everybody',
    hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', until: '21:00' }],
    longestMinutes: 240,
    ...changes,
  });
const in_ = (hours: number): Date => new Date(desk.clock.now().getTime() + hours * HOUR_MS);
const book = (who: Actor, resource: string, from: number, until: number, more: object = {}): Promise<string> =>
  bookings.book(who, resource, { from: in_(from), until: in_(until), ...more });

test('of fifty who ask for one hour at once exactly one has it, and every hour beside it is free', async () => {
  const id = await hall();
  const people = await Promise.all(Array.from({ length: 10 }, () => desk.people.person('Кто-то Ещё')));
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) => codeOf(book(people[at % 10]!, id, 1 + (at % 3) / 4, 2 + (at % 3) / 4))),
  );
  expect(answers.filter((code) => code === 'ok')).toHaveLength(1);
  expect(answers.filter((code) => code === 'booking.taken')).toHaveLength(49);
  const [taken] = await reads.calendar(desk.coordinator, id, in_(0), in_(24));
  const end = (taken!.until.getTime() - desk.clock.now().getTime()) / HOUR_MS;
  expect(await codeOf(book(people[0]!, id, end, end + 1))).toBe('ok'); // it begins where the other ends
  await expect(
    desk.source.query(
      `INSERT INTO bookings (id, resource_id, person_id, status, starts_at, ends_at, booked_at) SELECT gen_random_uuid(), resource_id, person_id, 'booked', starts_at, ends_at, booked_at FROM bookings WHERE id = $1`,
      [taken!.id],
    ),
  ).rejects.toThrow('bookings_one_at_a_time');
});

test('only whoever may, only when it is open, and the same request twice is one booking', async () => {
  const inside = await hall({ who: 'members' });
  const known = '0198c0de-0000-7000-8000-0000000000b1';
  expect(await codeOf(book(desk.donor, inside, 1, 2))).toBe('resource.not-found');
  const shared = await hall({ who: 'organizations' });
  expect(await codeOf(book(desk.donor, shared, 1, 2))).toBe('resource.in-whose-name');
  expect(await codeOf(book(desk.donor, shared, 1, 2, { organization: desk.organization }))).toBe(
    'resource.in-whose-name',
  );
  const open = await hall();
  const form = { from: in_(3), until: in_(4) };
  expect([
    await bookings.book(desk.donor, open, form, known),
    await bookings.book(desk.donor, open, form, known),
  ]).toEqual([known, known]);
  expect(await codeOf(book(desk.donor, open, 11.5, 12.5))).toBe('form.invalid booking.outside-hours');
  expect(await codeOf(book(desk.donor, open, 1, 6))).toBe('form.invalid booking.too-long');
  await resources.turn(desk.coordinator, open, 'closed');
  expect(await codeOf(book(desk.coordinator, open, 1, 2))).toBe('resource.closed');
  expect(await codeOf(reads.one(desk.donor, open))).toBe('resource.not-found');
});

test('a stranger sees that it is taken, its owner by whom; taken back by the owner it is free, and a mail says why', async () => {
  const id = await hall();
  const booking = await book(desk.donor, id, 1, 2, { purpose: 'Занятие с детьми' });
  const stranger = await desk.people.person('Пётр Прохожий');
  const seen = async (who: Actor) => (await reads.calendar(who, id, in_(0), in_(24)))[0];
  expect(await seen(stranger)).toMatchObject({ own: false, by: null, purpose: null, can: [] });
  expect(await seen(desk.coordinator)).toMatchObject({
    by: 'Анна Дарина',
    purpose: 'Занятие с детьми',
    can: ['cancel'],
  });
  expect(await seen(desk.donor)).toMatchObject({ own: true, can: ['cancel'] });
  expect(await codeOf(bookings.cancel(stranger, booking, null))).toBe('booking.not-found');
  expect(await codeOf(bookings.cancel(desk.coordinator, booking, ' '))).toBe('form.invalid booking.reason-needed');
  await bookings.cancel(desk.coordinator, booking, 'Прорвало трубу');
  await bookings.cancel(desk.coordinator, booking, 'ещё раз');
  expect(await seen(desk.donor)).toBeUndefined();
  const mails: { body: string }[] = await desk.source.query(
    `SELECT body FROM mails WHERE person_id = $1 AND template = 'booking-taken-back'`,
    [desk.donor.personId],
  );
  expect(mails).toHaveLength(1);
  expect(mails[0]!.body).toContain('Прорвало трубу');
  const mine = (await reads.mine(desk.donor, 5, null)).items;
  expect(mine.find((one) => one.id === booking)).toMatchObject({
    status: 'cancelled',
    cancelledBy: 'owner',
    reason: 'Прорвало трубу',
  });
  expect(await codeOf(book(stranger, id, 1, 2))).toBe('ok');
});

test('a season of all halls is nobody’s: forty bookings ahead, also asked for at once', async () => {
  const id = await hall({ hours: [], longestMinutes: 60 });
  const greedy = await desk.people.person('Семён Жадин');
  const answers = await Promise.all(Array.from({ length: 45 }, (_, at) => codeOf(book(greedy, id, at + 1, at + 2))));
  expect(answers.filter((code) => code === 'ok')).toHaveLength(40);
  expect(answers.filter((code) => code === 'booking.too-many')).toHaveLength(5);
});

test('what is booked stays booked when it is edited; an edit of another version is refused', async () => {
  const id = await hall();
  await book(desk.donor, id, 5, 6);
  await resources.edit(desk.coordinator, id, 1, {
    hours: [{ days: [6], from: '10:00', until: '12:00' }],
    name: 'Малый зал',
  });
  expect(await codeOf(resources.edit(desk.coordinator, id, 1, { name: 'Другой' }))).toBe('resource.stale');
  expect(await codeOf(resources.edit(desk.donor, id, 2, { name: 'Другой' }))).toBe('resource.not-yours');
  expect(await reads.calendar(desk.donor, id, in_(0), in_(24))).toHaveLength(1);
});
