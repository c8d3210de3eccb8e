import { clashOf, isInTheWay, worstClash, type ShiftOnTheWay } from './way.rules.js';

const BLAGOVESHCHENSK = { lat: 50.2907, lon: 127.5272 };
const EKIMCHAN = { lat: 53.0733, lon: 132.9478 }; // 485 km as the crow flies
const NEXT_TOWN = { lat: 50.38, lon: 127.5272 }; // 10 km

const shift = (from: string, until: string, also: Partial<ShiftOnTheWay> = {}): ShiftOnTheWay => ({
  startsAt: new Date(`2026-12-05T${from}Z`),
  endsAt: new Date(`2026-12-05T${until}Z`),
  anyTime: false,
  centre: BLAGOVESHCHENSK,
  ...also,
});
const KITS = shift('03:00', '06:00');

test.each([
  ['at the same time', shift('00:00', '07:00'), { why: 'same-time', km: 0 }],
  ['a minute of both', shift('05:59', '07:00'), { why: 'same-time', km: 0 }],
  ['one after the other at one place', shift('06:00', '07:00'), null],
  ['one before the other at one place', shift('02:00', '03:00'), null],
  ['at the same time, far away', shift('03:00', '06:00', { centre: EKIMCHAN }), { why: 'same-time', km: 485 }],
  ['an hour later, far away', shift('07:00', '08:00', { centre: EKIMCHAN }), { why: 'too-far', km: 485 }],
  ['until two hours before, far away', shift('00:00', '01:00', { centre: EKIMCHAN }), { why: 'too-far', km: 485 }],
  ['ten hours later, far away', shift('16:00', '18:00', { centre: EKIMCHAN }), null],
  ['at once in the next town', shift('06:00', '07:00', { centre: NEXT_TOWN }), { why: 'too-far', km: 10 }],
  ['twelve minutes later in the next town', shift('06:12', '07:00', { centre: NEXT_TOWN }), null],
  ['at once, from home', shift('06:00', '07:00', { centre: null }), null],
  ['at the same time, from home', shift('03:00', '04:00', { centre: null }), { why: 'same-time', km: null }],
  ['work without an hour', shift('03:00', '04:00', { anyTime: true }), null],
] as const)('%s', (_, other, clash) => {
  expect(clashOf(KITS, other)).toEqual(clash);
  expect(clashOf(other, KITS)).toEqual(clash);
});

test('the same time is worse than too far, and the nearer one worse than a later one', () => {
  const far = shift('07:00', '08:00', { centre: EKIMCHAN });
  const farther = shift('09:00', '10:00', { centre: EKIMCHAN });
  const same = shift('05:00', '09:00');
  expect(worstClash(KITS, [farther, far])?.other).toBe(far);
  expect(worstClash(KITS, [far, same])).toEqual({ why: 'same-time', km: 0, other: same });
  expect(worstClash(KITS, [shift('10:00', '11:00')])).toBeNull();
  expect(worstClash(KITS, [])).toBeNull();
});

test.each([
  ['signed_up', true],
  ['waiting', true],
  ['checked_in', true],
  ['confirmed', false],
  ['cancelled', false],
  ['no_show', false],
] as const)('%s stands in the way until its end: %s', (status, stands) => {
  const [endsAt, before] = [new Date('2026-12-05T06:00Z'), new Date('2026-12-05T05:59Z')];
  expect(isInTheWay(status, endsAt, before)).toBe(stands);
  expect(isInTheWay(status, endsAt, endsAt)).toBe(false);
});
