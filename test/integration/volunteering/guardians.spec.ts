import type { Actor } from '#identity';
import { DAY_MS, HOUR_MS, SetClock } from '#kernel';
import { GuardiansService, type ConsentForm } from '#volunteering';
import { answerOf } from '../needs/fixture.js';
import { openShifts, type Shifts } from './fixture.js';

let desk: Shifts;
let guardians: GuardiansService;
beforeAll(async () => {
  desk = await openShifts('2026-03-10T05:00:00Z');
  guardians = new GuardiansService(desk.source, desk.clock, desk.catalogue, desk.env, desk.needs, desk.matches);
});
afterEach(async () => expect(await desk.alarms()).toEqual([]));
afterAll(() => desk.db.drop());

const YES: ConsentForm = { decision: 'given', guardian: 'Наталья Викторовна', relation: 'mother' };
const forward = (ms: number): void => (desk.clock as SetClock).forward(ms);
/** In so many days, at ten in the morning in Yakutsk, for three hours. */
const morning = (days: number): { from: Date; until: Date } => {
  const from = new Date(Math.floor(desk.clock.now().getTime() / DAY_MS + days) * DAY_MS + HOUR_MS);
  return { from, until: new Date(from.getTime() + 3 * HOUR_MS) };
};
async function minor(days = 5, age = 16): Promise<{ child: Actor; id: string; shift: string; token: string }> {
  const child = await desk.people.person('Гриша');
  const shift = await desk.plan(await desk.openTime('12'), { ...morning(days), capacity: 2 });
  const id = await desk.signUps.signUp(child, shift, { age });
  return { child, id, shift, token: (await guardians.link(child, id)).split('#')[1]! };
}
const consentOf = async (who: Actor, id: string) => (await desk.shiftReads.signUp(who, id, 'ru')).consent;

test('under 18 a place is kept until a guardian has said yes by their own link, and nobody checks in before', async () => {
  const { child, id, shift, token } = await minor();
  expect(await consentOf(child, id)).toMatchObject({ age: 16, status: 'waiting' });
  expect(await guardians.look(token, 'ru')).toMatchObject({ child: 'Гриша', age: 16, meet: 'Склад, ворота 2', status: 'waiting', can: ['given', 'refused'], timeZone: 'Asia/Yakutsk' });
  expect(await answerOf(guardians.look('x'.repeat(43), 'ru'))).toBe('guardian.link-unknown');
  expect(await answerOf(guardians.decide(token, { decision: 'given' }, 'ru'))).toBe('form.invalid: guardian form.required');
  expect(await answerOf(guardians.link(desk.coordinator, id))).toBe('sign-up.not-yours');
  const second = (await guardians.link(child, id)).split('#')[1]!;
  expect(await answerOf(guardians.decide(token, YES, 'ru'))).toBe('guardian.link-unknown'); // the link before it
  await guardians.decide(second, YES, 'ru');
  expect((await guardians.decide(second, YES, 'ru')).can).toEqual(['refused']);
  const other = await desk.people.person('Пётр');
  const adult = await desk.signUps.signUp(other, shift);
  expect([await consentOf(other, adult), await answerOf(guardians.link(other, adult))]).toEqual([null, 'guardian.none']);
  // Moved to another hour: asked for anew, by the same link.
  const [{ version }] = await desk.source.query('SELECT version FROM shifts WHERE id = $1', [shift]);
  const { from, until } = morning(4);
  await desk.shifts.edit(desk.coordinator, shift, version, { from, until });
  expect(await consentOf(child, id)).toMatchObject({ status: 'waiting' });
  forward(from.getTime() - HOUR_MS - desk.clock.now().getTime());
  expect((await desk.shiftReads.signUp(desk.coordinator, id, 'ru')).can).toEqual(['cancel']);
  expect(await answerOf(desk.attendance.checkIn(desk.coordinator, id))).toBe('guardian.no-consent');
  expect(await answerOf(desk.attendance.checkIn(child, id, await desk.codeOf(shift)))).toBe('guardian.no-consent');
});

test('a no, or no answer in time, gives the place back, and counts against nobody; a yes can be taken back until it begins', async () => {
  const refused = await minor(15);
  await guardians.decide(refused.token, { decision: 'refused' }, 'ru');
  expect(await desk.signUp(refused.id)).toMatchObject({ status: 'cancelled', endedReason: 'no-consent' });
  expect(await answerOf(guardians.decide(refused.token, YES, 'ru'))).toBe('guardian.not-now');
  const taken = await minor(16);
  await guardians.decide(taken.token, YES, 'ru');
  await guardians.decide(taken.token, { decision: 'refused' }, 'ru');
  expect(await desk.signUp(taken.id)).toMatchObject({ status: 'cancelled' });
  const silent = await minor(17);
  forward(3 * DAY_MS);
  await desk.clockJob.tick();
  await desk.clockJob.tick();
  expect(await desk.signUp(silent.id)).toMatchObject({ status: 'cancelled', endedReason: 'no-consent' });
  expect(await consentOf(silent.child, silent.id)).toMatchObject({ status: 'lapsed' });
  expect((await desk.tell()).filter(({ personId }) => personId === silent.child.personId).map(({ template }) => template)).toContain('shift.ended');
  const promises = await desk.source.query(`SELECT ended_by AS by, reason FROM matches m JOIN offers o ON o.id = m.offer_id WHERE o.donor_id = ANY($1)`, [[refused, taken, silent].map(({ child }) => child.personId)]);
  expect(promises).toEqual(Array(3).fill({ by: 'clock', reason: 'no-consent' }));
});

test('what their age does not allow is refused, with or without consent', async () => {
  const child = await desk.people.person('Гриша');
  const shift = await desk.plan(await desk.openTime('24'), { ...morning(20), until: new Date(morning(20).from.getTime() + 5 * HOUR_MS), capacity: 2 });
  expect(await answerOf(desk.signUps.signUp(child, shift, { age: 13 }))).toBe('form.invalid: age minor.too-young');
  expect(await answerOf(desk.signUps.signUp(child, shift, { age: 15 }))).toBe('form.invalid: age minor.too-long');
  expect(await answerOf(desk.signUps.signUp(child, shift, { age: 16, people: 2 }))).toBe('form.invalid: people minor.alone');
  const fire = await desk.plan(await desk.openTime('12', { category: 'emergency-wildfire' }), morning(21));
  expect(await answerOf(desk.signUps.signUp(child, fire, { age: 17 }))).toBe('form.invalid: age minor.adults-only');
  await desk.signUps.signUp(child, shift, { age: 16 });
});
