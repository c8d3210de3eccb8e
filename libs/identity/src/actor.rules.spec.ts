import { actorFrom, isAdministrator, isMember, isModerator, partiesOf, type GrantRow } from './actor.rules.js';

const grants: GrantRow[] = [
  { role: 'moderator', objectType: 'platform', objectId: null },
  { role: 'coordinator', objectType: 'organization', objectId: 'org-1' },
  { role: 'accountant', objectType: 'organization', objectId: 'org-1' },
  { role: 'owner', objectType: 'organization', objectId: 'org-2' },
  { role: 'official', objectType: 'place', objectId: 'tynda' },
];
const actor = actorFrom({ id: 'person', locale: 'en', confirmed: true }, grants, 'web');

test('grants become roles on their own objects', () => {
  expect(actor).toEqual({
    personId: 'person',
    locale: 'en',
    platform: ['moderator'],
    places: ['tynda'],
    via: 'web',
    confirmed: true,
    left: [],
    organizations: [
      { id: 'org-1', role: 'coordinator' },
      { id: 'org-1', role: 'accountant' },
      { id: 'org-2', role: 'owner' },
    ],
  });
});

test.each([
  ['a member in any role', 'org-1', undefined, true],
  ['one of two roles in the same organization', 'org-1', ['accountant'], true],
  ['a role that is had elsewhere', 'org-1', ['owner'], false],
  ['another organization', 'org-3', undefined, false],
  ['no role at all', 'org-1', [], false],
] as const)('%s', (_case, id, roles, expected) => {
  expect(isMember(actor, id, roles)).toBe(expected);
});

test('a visitor is nobody', () => {
  expect([isModerator(null), isAdministrator(null), isMember(null, 'org-1'), partiesOf(null)]).toEqual([
    false,
    false,
    false,
    [],
  ]);
});

test('a moderator is no administrator; one speaks for oneself and each organization once', () => {
  expect([isModerator(actor), isAdministrator(actor)]).toEqual([true, false]);
  expect(partiesOf(actor)).toEqual(['person', 'org-1', 'org-2']);
});
