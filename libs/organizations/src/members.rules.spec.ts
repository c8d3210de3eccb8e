import type { Actor, Role } from '#identity';
import { memberCan, strongest } from './members.rules.js';

const who = (personId: string, ...roles: Role[]): Actor => ({
  personId,
  locale: 'ru',
  platform: [],
  organizations: roles.map((role) => ({ id: 'o', role })),
  places: [],
  via: 'web',
  confirmed: true,
});

test.each<[Role[], Role | null]>([
  [['accountant', 'owner'], 'owner'],
  [['accountant', 'coordinator'], 'coordinator'],
  [['accountant'], 'accountant'],
  [[], null],
])('of %j counts %s', (roles, role) => {
  expect(strongest(roles)).toBe(role);
});

test.each<[name: string, actor: Actor | null, member: string, role: Role, owners: number, can: string[]]>([
  ['an owner of a coordinator', who('a', 'owner'), 'b', 'coordinator', 1, ['change-role', 'remove']],
  ['an owner of another owner', who('a', 'owner'), 'b', 'owner', 2, ['change-role', 'remove']],
  ['an owner of themself, with another one', who('a', 'owner'), 'a', 'owner', 2, ['change-role', 'leave']],
  ['the last owner of themself', who('a', 'owner'), 'a', 'owner', 1, []],
  ['a coordinator of themself', who('b', 'coordinator'), 'b', 'coordinator', 1, ['leave']],
  ['a coordinator of others', who('b', 'coordinator'), 'c', 'accountant', 1, []],
  ['a stranger', who('s'), 'b', 'coordinator', 1, []],
  ['a visitor', null, 'b', 'coordinator', 1, []],
])('%s', (_name, actor, personId, role, owners, can) => {
  expect(memberCan(actor, 'o', { personId, role }, owners)).toEqual(can);
});
