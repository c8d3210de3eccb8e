import type { Actor } from '#identity';
import {
  AFTER,
  isOpenStill,
  mayDecideTripHours,
  TRIP_HOURS_VERBS,
  tripHoursCan,
  type TripHoursToJudge,
} from './trip-hours.rules.js';

const NOW = new Date('2026-03-10T12:00:00Z');
const days = (count: number): Date => new Date(NOW.getTime() - count * 86_400_000);
const who = (personId: string, role?: 'owner' | 'coordinator' | 'accountant'): Actor => ({
  personId,
  locale: 'ru',
  platform: [],
  organizations: role ? [{ id: 'o', role }] : [],
  places: [],
  via: 'web',
  confirmed: true,
});
const hours = (changes: Partial<TripHoursToJudge> = {}): TripHoursToJudge => ({
  status: 'proposed',
  organizationId: 'o',
  driverId: 'd',
  proposedAt: days(1),
  ...changes,
});

test.each<[who: string, actor: Actor, may: boolean]>([
  ['an owner', who('p', 'owner'), true],
  ['a coordinator', who('p', 'coordinator'), true],
  ['an accountant', who('p', 'accountant'), false],
  ['somebody', who('p'), false],
  ['the driver', who('d'), false],
  ['the driver who coordinates there now', who('d', 'coordinator'), false],
])('%s settles hours of a trip: %#', (_who, actor, may) => {
  expect(mayDecideTripHours(actor, hours())).toBe(may);
  expect(tripHoursCan(actor, hours(), NOW)).toEqual(may ? TRIP_HOURS_VERBS : []);
});

test.each<[what: Partial<TripHoursToJudge>, open: boolean]>([
  [{}, true],
  [{ proposedAt: days(29) }, true],
  [{ proposedAt: days(30) }, false],
  [{ status: 'confirmed' }, false],
  [{ status: 'declined' }, false],
])('%j is open: %s', (changes, open) => {
  expect(isOpenStill(hours(changes), NOW)).toBe(open);
});

test('each verb has a status that it leads to', () => {
  expect(AFTER).toEqual({ confirm: 'confirmed', decline: 'declined' });
});
