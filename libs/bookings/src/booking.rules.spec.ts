import type { Actor } from '#identity';
import type { OpeningHours } from '#organizations';
import {
  bookingCan,
  isOpenAll,
  maySeeResource,
  resourceCan,
  spanErrors,
  whyNotBook,
  type ResourceStatus,
  type Who,
} from './booking.rules.js';

const person = (id: string, ...organizations: [id: string, role: string][]): Actor =>
  ({
    personId: id,
    organizations: organizations.map(([of, role]) => ({ id: of, role })),
    platform: [],
    places: [],
  }) as unknown as Actor;
const OWNER = person('olga', ['hall', 'coordinator']);
const ACCOUNTANT = person('galina', ['hall', 'accountant']);
const OTHER = person('maria', ['other', 'owner']);
const ANNA = person('anna');
const resource = (who: Who, status: ResourceStatus = 'open') => ({ organizationId: 'hall', who, status });
const other = (verified: boolean) => ({ id: 'other', verified });

test.each<[Who, ResourceStatus, string[], string[], string[], string[]]>([
  ['members', 'open', ['edit', 'close', 'book'], ['book'], [], []],
  ['organizations', 'open', ['edit', 'close', 'book'], ['book'], ['book'], []],
  ['everybody', 'open', ['edit', 'close', 'book'], ['book'], ['book'], ['book']],
  ['everybody', 'closed', ['edit', 'open'], [], [], []],
])('for %s and %s', (who, status, owner, accountant, organization, anybody) => {
  const one = resource(who, status);
  expect(resourceCan(OWNER, one, [])).toEqual(owner);
  expect(resourceCan(ACCOUNTANT, one, [])).toEqual(accountant);
  expect(resourceCan(OTHER, one, [{ verified: true }])).toEqual(organization);
  expect(resourceCan(ANNA, one, [])).toEqual(anybody);
  expect([OWNER, OTHER].map((actor) => maySeeResource(actor, one))).toEqual([
    true,
    status === 'open' && who !== 'members',
  ]);
});

test.each<[string, Actor, Who, { id: string; verified: boolean } | null, string | null]>([
  ['its own people', OWNER, 'members', null, null],
  ['its accountant', ACCOUNTANT, 'members', null, null],
  ['another person', ANNA, 'members', null, 'resource.not-for-you'],
  ['an organization', OTHER, 'organizations', other(true), null],
  ['one that is not checked', OTHER, 'organizations', other(false), 'resource.in-whose-name'],
  ['its owner, as a person', OTHER, 'organizations', null, 'resource.in-whose-name'],
  ['a stranger in another name', ANNA, 'everybody', other(true), 'resource.in-whose-name'],
  ['somebody', ANNA, 'everybody', null, null],
])('%s books', (_who, actor, who, as, why) => {
  expect(whyNotBook(actor, resource(who), as)).toBe(why);
  expect(whyNotBook(actor, resource(who, 'closed'), as)).toBe('resource.closed');
});

const NOW = new Date('2026-11-30T00:00:00Z'); // Monday, 9:00 in Blagoveshchensk
const ZONE = 'Asia/Yakutsk';
const at = (day: string, time: string): Date => new Date(`${day}T${time}:00+09:00`);
const WEEKDAYS: OpeningHours[] = [{ days: [1, 2, 3, 4, 5], from: '09:00', until: '21:00' }];
const ALWAYS: OpeningHours[] = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '23:59' }];

test.each<[string, Date, Date, OpeningHours[], boolean]>([
  ['a weekday', at('2026-12-01', '09:00'), at('2026-12-01', '21:00'), WEEKDAYS, true],
  ['too early', at('2026-12-01', '08:59'), at('2026-12-01', '12:00'), WEEKDAYS, false],
  ['too late', at('2026-12-01', '20:00'), at('2026-12-01', '21:01'), WEEKDAYS, false],
  ['a Saturday', at('2026-12-05', '10:00'), at('2026-12-05', '11:00'), WEEKDAYS, false],
  ['over a night', at('2026-12-01', '20:00'), at('2026-12-02', '10:00'), WEEKDAYS, false],
  ['a weekend, always open', at('2026-12-05', '10:00'), at('2026-12-06', '18:00'), ALWAYS, true],
  ['to midnight', at('2026-12-01', '20:00'), at('2026-12-02', '00:00'), ALWAYS, true],
  ['without hours', at('2026-12-05', '03:00'), at('2026-12-06', '03:00'), [], true],
  [
    'two rows that meet',
    at('2026-12-01', '09:00'),
    at('2026-12-01', '18:00'),
    [
      { days: [2], from: '13:00', until: '18:00' },
      { days: [2], from: '09:00', until: '13:00' },
    ],
    true,
  ],
  [
    'two rows with a break',
    at('2026-12-01', '09:00'),
    at('2026-12-01', '18:00'),
    [
      { days: [2], from: '09:00', until: '13:00' },
      { days: [2], from: '14:00', until: '18:00' },
    ],
    false,
  ],
])('%s', (_what, from, until, hours, open) => {
  expect(isOpenAll({ from, until }, hours, ZONE)).toBe(open);
});

test('hours follow the clock where it is changed', () => {
  const berlin: OpeningHours[] = [{ days: [7], from: '01:00', until: '05:00' }];
  // 29 March 2026: from two o'clock it is three. Four hours of the clock are three.
  const [from, until] = [new Date('2026-03-29T00:00:00Z'), new Date('2026-03-29T03:00:00Z')];
  expect(isOpenAll({ from, until }, berlin, 'Europe/Berlin')).toBe(true);
  expect(isOpenAll({ from, until: new Date('2026-03-29T03:01:00Z') }, berlin, 'Europe/Berlin')).toBe(false);
});

test.each<[Date, Date, string[]]>([
  [at('2026-12-01', '10:00'), at('2026-12-01', '12:00'), []],
  [at('2026-12-01', '12:00'), at('2026-12-01', '12:00'), ['until booking.ends-first']],
  [at('2026-12-01', '09:00'), at('2026-12-01', '14:00'), ['until booking.too-long']],
  [at('2026-11-30', '08:00'), at('2026-11-30', '10:00'), ['from booking.past']],
  [at('2027-07-01', '10:00'), at('2027-07-01', '12:00'), ['from booking.too-far']],
  [at('2026-12-05', '10:00'), at('2026-12-05', '12:00'), ['from booking.outside-hours']],
  [new Date(at('2026-12-01', '10:00').getTime() + 1), at('2026-12-01', '12:00'), ['from booking.whole-minutes']],
])('from %s until %s', (from, until, wrong) => {
  const errors = spanErrors({ from, until }, { hours: WEEKDAYS, longestMinutes: 240 }, ZONE, NOW);
  expect(errors.map(({ field, code }) => `${field} ${code}`)).toEqual(wrong);
});

test('who booked gives it back until it begins, its owner until it is over', () => {
  const booked = (from: number, until: number) => ({
    personId: 'anna',
    status: 'booked' as const,
    startsAt: new Date(NOW.getTime() + from),
    endsAt: new Date(NOW.getTime() + until),
  });
  const can = (actor: Actor, from: number, until: number) => bookingCan(actor, booked(from, until), 'hall', NOW);
  expect([can(ANNA, 1, 2), can(ANNA, -1, 1), can(OWNER, -1, 1), can(OWNER, -2, -1), can(OTHER, 1, 2)]).toEqual([
    ['cancel'],
    [],
    ['cancel'],
    [],
    [],
  ]);
  expect(bookingCan(ANNA, { ...booked(1, 2), status: 'cancelled' }, 'hall', NOW)).toEqual([]);
});
