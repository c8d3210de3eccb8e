import type { Actor } from '#identity';
import {
  canMoveStanding,
  standingCan,
  STANDING_LIFE,
  STANDING_STATUSES,
  type StandingStatus,
} from './lifecycle.rules.js';

const donor: Actor = {
  personId: 'anna',
  locale: 'ru',
  platform: [],
  organizations: [],
  places: [],
  via: 'web',
  confirmed: true,
};

test.each<[StandingStatus, string[]]>([
  ['active', ['edit', 'pause', 'end']],
  ['paused', ['edit', 'resume', 'end']],
  ['ended', []],
])('%s: its donor can %j', (status, verbs) => {
  const mine = { status, donorId: 'anna', onBehalfOf: null };
  expect(standingCan(donor, mine)).toEqual(verbs);
  expect(standingCan({ ...donor, personId: 'boris' }, mine)).toEqual([]);
  expect(standingCan({ ...donor, personId: 'boris', platform: ['moderator'] }, mine)).toEqual([]);
  expect(standingCan(null, mine)).toEqual([]);
  const ours = { status, donorId: 'fund', onBehalfOf: 'fund' };
  expect(standingCan({ ...donor, organizations: [{ id: 'fund', role: 'coordinator' }] }, ours)).toEqual(verbs);
  expect(standingCan({ ...donor, organizations: [{ id: 'fund', role: 'accountant' }] }, ours)).toEqual([]);
});

test('nothing leaves the end, and nothing stays where it is', () => {
  for (const status of STANDING_STATUSES) expect(canMoveStanding(status, status)).toBe(false);
  expect(STANDING_LIFE.ended).toEqual([]);
});
