import { DAY_MS, HOUR_MS, MINUTE_MS, SetClock } from '#kernel';
import { HandOvers, MatchesQueries, MatchReads, MeetingReads, readPromises, readScoringContext } from '#matching';
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

test('from the sign-up to the hours in the books, to the minute', async () => {
  const need = await desk.openTime();
  const shift = await desk.plan(need);
  const volunteer = await someone();
  const id = await desk.signUps.signUp(volunteer, shift);
  expect(await desk.signUps.signUp(volunteer, shift)).toBe(id); // a double click
  expect(await desk.needOf(need)).toEqual({ required: 720, open: 540, reserved: 180, received: 0, unit: 'minute' });
  const second = await someone();
  const waits = await desk.signUps.signUp(second, shift);
  expect(await statuses(shift)).toEqual(['signed_up', 'waiting']);

  const code = await desk.codeOf(shift);
  expect(await answerOf(desk.attendance.checkIn(volunteer, id, code))).toBe('sign-up.not-in-window'); // the day before
  forward(47 * HOUR_MS);
  expect(await answerOf(desk.attendance.checkIn(volunteer, id, 'WRONG'))).toBe('sign-up.wrong-code');
  expect(await answerOf(desk.attendance.checkIn(volunteer, id))).toBe('sign-up.wrong-code');
  expect(await answerOf(desk.attendance.checkIn(second, id, code))).toBe('sign-up.not-found');
  expect(await answerOf(desk.attendance.checkIn(second, waits, code))).toBe('sign-up.not-now');
  expect(await answerOf(desk.attendance.confirm(desk.coordinator, id))).toBe('sign-up.not-now'); // nobody has come yet
  await desk.attendance.checkIn(volunteer, id, ` ${code.toLowerCase()} `);
  await desk.attendance.checkIn(volunteer, id, code);
  expect(await answerOf(desk.attendance.confirm(volunteer, id, { minutes: 170 }))).toBe('sign-up.not-yours');
  await desk.attendance.confirm(desk.coordinator, id, { minutes: 170 });
  await desk.attendance.confirm(desk.coordinator, id, { minutes: 170 });
  expect(await answerOf(desk.attendance.confirm(desk.coordinator, id, { minutes: 175 }))).toBe(
    'sign-up.confirmed-otherwise',
  );
  expect(await desk.needOf(need)).toEqual({ required: 720, open: 550, reserved: 0, received: 170, unit: 'minute' });
  expect(await desk.offerOf(id)).toEqual({
    status: 'used_up',
    pledged: 180,
    available: 0,
    reserved: 0,
    delivered: 170,
    released: 10,
    unit: 'minute',
  });
  forward(HOUR_MS);
  await desk.clockJob.tick();
  expect(await statuses(shift)).toEqual(['confirmed', 'cancelled']); // the queue ends when the shift begins
});

test('a place is held at once, however much else its volunteer offers', async () => {
  const shift = await desk.plan(await desk.openTime());
  const volunteer = await someone();
  await desk.postOffer(
    {
      kind: 'time',
      category: 'emergency-logistics',
      item: undefined,
      quantity: '2499',
      unit: 'hour',
      amountConfirmed: true,
    },
    volunteer,
  );
  const id = await desk.signUps.signUp(volunteer, shift);
  expect(await desk.offerOf(id)).toMatchObject({ status: 'open', reserved: 180 });
});

test('more than was reserved counts too: the need takes what it has room for, the rest is surplus', async () => {
  const need = await desk.openTime('4');
  const shift = await desk.plan(need);
  const id = await desk.signUps.signUp(await someone(), shift);
  forward(48 * HOUR_MS);
  await desk.attendance.checkIn(desk.coordinator, id);
  expect(await answerOf(desk.attendance.confirm(desk.coordinator, id, { minutes: 2000 }))).toBe(
    'form.invalid: minutes form.too-large',
  );
  await desk.attendance.confirm(desk.coordinator, id, { minutes: 300, reason: 'Машина пришла позже.' });
  expect(await desk.needOf(need)).toEqual({ required: 240, open: 0, reserved: 0, received: 240, unit: 'minute' });
  expect(await desk.offerOf(id)).toEqual({
    status: 'used_up',
    pledged: 300,
    available: 0,
    reserved: 0,
    delivered: 300,
    released: 0,
    unit: 'minute',
  });
  expect((await desk.view(need)).status).toBe('met');
});

test('shifts together ask for no more than the need has open, and the refusal says how much is left', async () => {
  const need = await desk.openTime('12');
  await desk.plan(need, { capacity: 3 });
  const later = { from: inHours(72) };
  const refusal = await desk.plan(need, { ...later, capacity: 2 }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: 'shift.more-than-needed',
    params: { left: 180, unit: 'minute', leftText: expect.stringMatching(/3\s*ч/) },
  });
  const shift = await desk.plan(need, { ...later, capacity: 1 });
  const id = await desk.signUps.signUp(await someone(), shift);
  expect(await answerOf(desk.shifts.edit(desk.coordinator, shift, 1, { capacity: 2 }))).toBe('shift.more-than-needed');
  await desk.signUps.cancel(desk.coordinator, id);
  await desk.shifts.cancel(desk.coordinator, shift, null);
  await desk.plan(need, { ...later, until: inHours(74), capacity: 1 });
  expect(await answerOf(desk.plan(await desk.openNeed()))).toBe('shift.not-of-time');
  expect(await answerOf(desk.plan(await desk.openTime('12', { category: 'relief-violence' })))).toBe(
    'shift.agreed-first',
  );
});

test('a shift may be entered afterwards, at most seven days back, and whoever was there is put into it', async () => {
  const need = await desk.openTime();
  const ago = (ms: number): { from: Date; until: Date } => ({
    from: new Date(desk.clock.now().getTime() - ms),
    until: new Date(desk.clock.now().getTime() - ms + 2 * HOUR_MS),
  });
  expect(await answerOf(desk.plan(need, ago(7 * DAY_MS + MINUTE_MS)))).toBe('form.invalid: from shift.too-long-ago');
  const shift = await desk.plan(need, ago(6 * DAY_MS));
  const id = await desk.signUps.signUp(await someone(), shift);
  await desk.attendance.checkIn(desk.coordinator, id);
  expect(await desk.attendance.confirmAll(desk.coordinator, shift)).toBe(1);
  expect(await desk.attendance.confirmAll(desk.coordinator, shift)).toBe(0);
  expect(await desk.needOf(need)).toMatchObject({ received: 120, reserved: 0 });
});

test('with notice a place is given back without consequence; late, or by staying away, it is a broken promise', async () => {
  const need = await desk.openTime('48');
  const broken = async (personId: string): Promise<number> =>
    (await readPromises(desk.source, [personId])).get(personId)?.broken ?? 0;
  const shift = await desk.plan(need, { capacity: 4 });
  const [early, late, absent, asked] = [await someone(), await someone(), await someone(), await someone()];
  const ids = [];
  for (const person of [early, late, absent, asked]) ids.push(await desk.signUps.signUp(person, shift));
  const [a, b, c, d] = ids as [string, string, string, string];
  await desk.signUps.cancel(early, a);
  expect(await answerOf(desk.attendance.noShow(desk.coordinator, c))).toBe('sign-up.not-now'); // it has not begun
  forward(30 * HOUR_MS);
  expect((await desk.shiftReads.signUp(late, b, 'ru')).late).toBe(true);
  await desk.signUps.cancel(late, b);
  await desk.signUps.cancel(desk.coordinator, d);
  forward(19 * HOUR_MS);
  expect(await answerOf(desk.signUps.cancel(absent, c))).toBe('sign-up.not-now'); // it runs
  await desk.attendance.noShow(desk.coordinator, c);
  expect(await Promise.all([early, late, absent, asked].map(({ personId }) => broken(personId)))).toEqual([0, 1, 1, 0]);
  expect(await desk.needOf(need)).toMatchObject({ reserved: 0, received: 0 });

  await desk.attendance.checkIn(desk.coordinator, c); // had come after all: the place and its minutes are there again, and nothing was broken
  expect(await desk.needOf(need)).toMatchObject({ reserved: 180 });
  expect(await broken(absent.personId)).toBe(0);
  const { kept, of } = (await readScoringContext(desk.source.manager, desk.clock.now())).organizationRecords.get(
    desk.organization,
  )!;
  expect(of - kept).toBe(0); // whom it strikes off its list was promised nothing
  await desk.attendance.confirm(desk.coordinator, c);
  expect(await desk.needOf(need)).toMatchObject({ reserved: 0, received: 180 });
});

test('hours that a colleague confirmed meanwhile stay as they said, and the others are confirmed', async () => {
  const need = await desk.openTime('12');
  const shift = await desk.plan(need, { capacity: 2 });
  const ids = [
    await desk.signUps.signUp(await someone(), shift),
    await desk.signUps.signUp(await someone(), shift),
  ] as const;
  forward(48 * HOUR_MS);
  for (const id of ids) await desk.attendance.checkIn(desk.coordinator, id);
  const step = desk.signUps.step.bind(desk.signUps);
  desk.signUps.step = async (...said) => {
    desk.signUps.step = step;
    await desk.attendance.confirm(desk.coordinator, ids[0], { minutes: 100 }); // a moment after the list was read
    return step(...said);
  };
  expect(await desk.attendance.confirmAll(desk.coordinator, shift)).toBe(1);
  expect([(await desk.signUp(ids[0])).minutes, (await desk.signUp(ids[1])).minutes]).toEqual([100, 180]);
});

test('the picture of the code is drawn for the page of a shift, not for each of a list', async () => {
  const need = await desk.openTime();
  const shift = await desk.plan(need);
  expect(await desk.shiftReads.byId(desk.coordinator, shift, 'ru')).toMatchObject({
    checkInCode: expect.any(String),
    checkInQr: { svg: expect.stringContaining('<svg') },
  });
  const [listed] = (await desk.shiftReads.ofNeed(desk.coordinator, need, undefined, 20, null, 'ru')).items;
  expect(listed).toMatchObject({ checkInCode: expect.any(String) });
  expect(listed).not.toHaveProperty('checkInQr');
});

test('what is signed up is no match to accept, cancel or confirm, and no offer to edit', async () => {
  const need = await desk.openTime();
  const volunteer = await someone();
  const id = await desk.signUps.signUp(volunteer, await desk.plan(need));
  const { matchId } = await desk.signUp(id);
  for (const verb of ['cancel', 'deliver'] as const)
    expect(await answerOf(desk.life[verb](volunteer, matchId!))).toBe('match.of-a-shift');
  expect(await answerOf(desk.life.confirm(desk.coordinator, matchId!))).toBe('match.of-a-shift');
  const [{ offerId }] = await desk.source.query('SELECT offer_id AS "offerId" FROM matches WHERE id = $1', [matchId]);
  expect(await answerOf(desk.offers.edit(volunteer, offerId, 1, { quantity: '600', unit: 'minute' }))).toBe(
    'offer.of-a-sign-up',
  );
  expect(await answerOf(desk.run((tx) => desk.offers.withdraw(tx, volunteer, offerId)))).toBe('offer.of-a-sign-up');
  expect((await desk.offerReads.page(volunteer, {}, 20, null)).items).toEqual([]);
});

test('refused: an address that nobody confirmed, one’s own organization, skills that nobody claims, a need that is closed', async () => {
  const need = await desk.openTime('12', { skills: ['driver-b'] });
  const shift = await desk.plan(need);
  const person = await someone();
  expect(await answerOf(desk.signUps.signUp({ ...person, confirmed: false }, shift))).toBe('person.unconfirmed');
  expect(await answerOf(desk.signUps.signUp(desk.coordinator, shift))).toBe('shift.own-organization');
  expect(await answerOf(desk.signUps.signUp(person, shift))).toBe('form.invalid: hasSkills sign-up.skills-needed');
  const id = await desk.signUps.signUp(person, shift, { hasSkills: true });
  await desk.ends.withdrawNeed(desk.coordinator, need);
  await desk.followAll();
  expect(await desk.signUp(id)).toMatchObject({ status: 'cancelled' });
  expect(await desk.offerOf(id)).toMatchObject({ status: 'withdrawn', available: 0, reserved: 0 });
  expect(await answerOf(desk.signUps.signUp(await someone(), shift, { hasSkills: true }))).toBe('shift.cancelled');
});

test('the volunteer objects to the minutes: a moderator, or the organization itself, books what is missing; once', async () => {
  const need = await desk.openTime('12');
  const shift = await desk.plan(need, { capacity: 2 });
  const [one, two] = [await someone(), await someone()];
  const ids = [await desk.signUps.signUp(one, shift), await desk.signUps.signUp(two, shift)] as const;
  forward(48 * HOUR_MS);
  for (const id of ids) {
    await desk.attendance.checkIn(desk.coordinator, id);
    await desk.attendance.confirm(desk.coordinator, id, { minutes: 120, reason: 'Ушли раньше.' });
  }
  expect(await answerOf(desk.attendance.dispute(one, ids[0], { minutes: 120, reason: 'Был до конца.' }))).toBe(
    'form.invalid: minutes sign-up.claim-more',
  );
  await desk.attendance.dispute(one, ids[0], { minutes: 180, reason: 'Был до конца.' });
  await desk.attendance.dispute(two, ids[1], { minutes: 150, reason: 'Ушла в пять.' });
  await desk.attendance.dispute(two, ids[1], { minutes: 150, reason: ' Ушла в пять.' }); // a double click
  expect(await answerOf(desk.attendance.dispute(one, ids[0], { minutes: 190, reason: 'Ещё.' }))).toBe(
    'sign-up.not-now',
  );
  expect(await desk.needOf(need)).toMatchObject({ received: 240 });
  const { matchId } = await desk.signUp(ids[0]);
  await desk.run((tx) => desk.life.decide(tx, desk.moderator, matchId!, 'cancel')); // the volunteer is right
  await desk.run((tx) => desk.life.decide(tx, desk.moderator, matchId!, 'confirm')); // decided already
  await desk.attendance.confirm(desk.coordinator, ids[1], { minutes: 150 });
  await desk.followAll();
  expect(await desk.needOf(need)).toMatchObject({ received: 330, reserved: 0 });
  expect([
    (await desk.signUp(ids[0])).minutes,
    (await desk.signUp(ids[0])).objectedAt,
    (await desk.signUp(ids[1])).minutes,
  ]).toEqual([180, null, 150]);
});

test('hours that nobody confirms go to a moderator; a place about which nobody said anything is given back', async () => {
  const need = await desk.openTime('12');
  const shift = await desk.plan(need, { capacity: 2 });
  const [came, forgotten] = [
    await desk.signUps.signUp(await someone(), shift),
    await desk.signUps.signUp(await someone(), shift),
  ];
  forward(48 * HOUR_MS);
  await desk.attendance.checkIn(desk.coordinator, came);
  forward(3 * HOUR_MS + 3 * DAY_MS + MINUTE_MS);
  await desk.ends.lapseDue();
  const { matchId } = await desk.signUp(came);
  expect(await desk.facts(need)).toContain('match.silent');
  await desk.run((tx) => desk.life.decide(tx, desk.moderator, matchId!, 'confirm'));
  await desk.followAll();
  expect(await desk.signUp(came)).toMatchObject({ status: 'confirmed', minutes: 180 });
  forward(4 * DAY_MS);
  await desk.clockJob.tick();
  expect(await desk.signUp(forgotten)).toMatchObject({ status: 'cancelled', endedReason: 'nobody-said' });
  expect(await desk.needOf(need)).toMatchObject({ received: 180, reserved: 0 });
});

test('an organization lists its shifts: what has hours to confirm stays among what is to come', async () => {
  const need = await desk.openTime('40');
  const first = await desk.plan(need, { from: inHours(24) });
  const [cancelled, later] = [
    await desk.plan(need, { from: inHours(30) }),
    await desk.plan(need, { from: inHours(400) }),
  ];
  await desk.shifts.cancel(desk.coordinator, cancelled, null);
  const id = await desk.signUps.signUp(await someone(), first);
  forward(24 * HOUR_MS);
  await desk.attendance.checkIn(desk.coordinator, id);
  forward(100 * HOUR_MS);
  const listed = async (past: boolean): Promise<string[]> => {
    const ids: string[] = [];
    for (let after: Parameters<typeof desk.shiftReads.ofOrganization>[4] | undefined = null; after !== undefined;) {
      const { items, next } = await desk.shiftReads.ofOrganization(
        desk.coordinator,
        desk.organization,
        past,
        1,
        after,
        'ru',
      );
      ids.push(...items.filter((shift) => shift.need.id === need).map((shift) => shift.id));
      after = next ?? undefined;
    }
    return ids;
  };
  expect([await listed(false), await listed(true)]).toEqual([[first, later], [cancelled]]);
  await desk.attendance.confirm(desk.coordinator, id);
  expect([await listed(false), await listed(true)]).toEqual([[later], [cancelled, first]]);
  expect(
    await answerOf(desk.shiftReads.ofOrganization(await someone(), desk.organization, false, 20, null, 'ru')),
  ).toBe('shift.not-yours');
});

test('the match of a sign-up has its shift and no meeting; those who run it read the name that they read in its list', async () => {
  const volunteer = await someone('Полина Ветрова');
  const shift = await desk.plan(await desk.openTime(), { capacity: 3 });
  const { matchId } = await desk.signUp(await desk.signUps.signUp(volunteer, shift));
  const queries = new MatchesQueries(desk.source, desk.clock, desk.ledger);
  const reads = new MatchReads(desk.source, desk.catalogue, queries);
  const meetings = new MeetingReads(desk.source, desk.clock, desk.catalogue, reads);
  const { from, until } = await desk.shiftReads.byId(desk.coordinator, shift, 'ru');
  for (const who of [volunteer, desk.coordinator]) {
    const match = await meetings.one(who, matchId!, 'ru');
    expect(match.shift).toEqual({ id: shift, from, until, anyTime: false, timeZone: 'Asia/Yakutsk' });
    expect([match.can, match.slots, match.firstTime]).toEqual([[], [], null]);
  }
  const listed = await reads.page(desk.coordinator, { organizationId: desk.organization }, 50, null, 'ru');
  expect(listed.items.find(({ id }) => id === matchId)?.offer.donor).toBe('Полина Ветрова');
  expect((await meetings.one(desk.coordinator, matchId!, 'ru')).contact?.name).toBe('Полина Ветрова');
  expect((await reads.one(desk.moderator, matchId!, 'ru')).offer.donor).toBe('Анонимный даритель');
  const hours = { from: new Date(from.getTime() + HOUR_MS), until: new Date(until.getTime() + HOUR_MS) };
  const proposing = new HandOvers(desk.source, desk.clock).propose(desk.coordinator, matchId!, hours);
  expect(await answerOf(proposing)).toBe('match.of-a-shift');
});
