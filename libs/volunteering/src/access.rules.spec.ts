import { ACCOUNTANT, actor, COORDINATOR, OWNER_WHO_VOLUNTEERS, VOLUNTEER } from '../../../test/support/actors.js';
import { mayListShifts, mayRun, rolesIn } from './access.rules.js';

test('its own people list the shifts of an organization; owners and coordinators run them', () => {
  expect(
    [null, VOLUNTEER, ACCOUNTANT, COORDINATOR, OWNER_WHO_VOLUNTEERS].map((who) => [
      mayListShifts(who, 'o'),
      mayRun(who, 'o'),
    ]),
  ).toEqual([
    [false, false],
    [false, false],
    [true, false],
    [true, true],
    [true, true],
  ]);
  expect([mayListShifts(COORDINATOR, 'another'), mayRun(COORDINATOR, 'another')]).toEqual([false, false]);
});

test('nobody confirms their own hours: who signed up is the volunteer alone, also as an owner', () => {
  const sides = { personId: 'v', organizationId: 'o' };
  expect(
    [null, VOLUNTEER, OWNER_WHO_VOLUNTEERS, COORDINATOR, ACCOUNTANT, actor('x')].map((who) => rolesIn(who, sides)),
  ).toEqual([[], ['volunteer'], ['volunteer'], ['organization'], [], []]);
});
