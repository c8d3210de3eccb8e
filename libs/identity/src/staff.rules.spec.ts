import { leavesNoAdministrator, reasonErrors, whyAsleep, wishErrors, type StaffRole } from './staff.rules.js';

test.each<[StaffRole, { confirmed: boolean; secondFactor: boolean }, boolean, string | null]>([
  ['moderator', { confirmed: true, secondFactor: true }, true, null],
  ['moderator', { confirmed: true, secondFactor: false }, true, 'no-second-factor'],
  ['administrator', { confirmed: true, secondFactor: false }, true, 'no-second-factor'],
  ['administrator', { confirmed: true, secondFactor: false }, false, null],
  ['official', { confirmed: true, secondFactor: false }, true, null],
  ['official', { confirmed: false, secondFactor: false }, true, 'address-not-confirmed'],
  ['moderator', { confirmed: false, secondFactor: true }, false, 'address-not-confirmed'],
])('%s of %j, second factor required %s: %s', (role, person, required, why) => {
  expect(whyAsleep(role, person, required)).toBe(why);
});

const [awake, asleep] = [{ awake: true }, { awake: false }];
test.each<[string, { personId: string; awake: boolean }[], string, boolean]>([
  ['the only one stays', [{ personId: 'a', ...awake }], 'a', true],
  ['the only one stays although asleep', [{ personId: 'a', ...asleep }], 'a', true],
  [
    'another who is awake is enough',
    [
      { personId: 'a', ...awake },
      { personId: 'b', ...awake },
    ],
    'a',
    false,
  ],
  [
    'others who sleep are not',
    [
      { personId: 'a', ...awake },
      { personId: 'b', ...asleep },
    ],
    'a',
    true,
  ],
  [
    'who sleeps may go while another is awake',
    [
      { personId: 'a', ...asleep },
      { personId: 'b', ...awake },
    ],
    'a',
    false,
  ],
  [
    'of two who sleep one may go: nothing is lost by it',
    [
      { personId: 'a', ...asleep },
      { personId: 'b', ...asleep },
    ],
    'a',
    false,
  ],
  ['who is none may always go', [{ personId: 'b', ...awake }], 'a', false],
])('%s', (_, all, going, last) => {
  expect(leavesNoAdministrator(all, going)).toBe(last);
});

test.each<[object, string[]]>([
  [{ role: 'moderator', place: null, reason: 'Решение № 3' }, []],
  [{ role: 'official', place: 'zeya', reason: 'Письмо № 118' }, []],
  [{ role: 'official', place: null, reason: 'Письмо № 118' }, ['place identity.place-needed']],
  [{ role: 'administrator', place: 'zeya', reason: '' }, ['place identity.place-not-wanted', 'reason form.required']],
  [{ role: 'moderator', place: null, reason: ' \t' }, ['reason form.required']],
  [{ role: 'moderator', place: null, reason: 'x'.repeat(501) }, ['reason form.too-long']],
  [{ role: 'moderator', place: null, reason: 'две\nстроки' }, ['reason form.one-line']],
])('%j: %j', (wish, errors) => {
  expect(wishErrors(wish as never).map(({ field, code }) => `${field} ${code}`)).toEqual(errors);
});

test('a reason is needed to take a role, too', () => {
  expect(reasonErrors('')).toEqual([{ field: 'reason', code: 'form.required' }]);
});
