import type { Actor, PlatformRole, Role } from '#identity';
import { mayOfferFor, maySee, NO_STANDING, organizationCan, type ScoringContext } from './access.rules.js';
import { canMove, HOLDING_INN, ORGANIZATION_STATUSES, type OrganizationStatus } from './lifecycle.rules.js';

const who = (personId: string, role: Role | null, ...platform: PlatformRole[]): Actor => ({
  personId,
  locale: 'ru',
  platform,
  organizations: role ? [{ id: 'o', role }] : [],
  places: [],
  via: 'web',
  confirmed: true,
});
const visitor = null;
const owner = who('owner', 'owner');
const coordinator = who('coordinator', 'coordinator');
const moderator = who('moderator', null, 'moderator');
const ownModerator = who('both', 'coordinator', 'moderator');
const founder = who('founder', null, 'moderator');
const official: Actor = { ...who('official', null), places: ['zeya'] };
const ofTheRegion: Actor = { ...who('governor', null), places: ['amur-oblast'] };
const ofElsewhere: Actor = { ...who('neighbour', null), places: ['tynda'] };
const organization = (status: OrganizationStatus, form = 'ano') => ({ id: 'o', status, form, createdBy: 'founder' });
const there: ScoringContext = { ...NO_STANDING, places: ['zeya', 'amur-oblast'] };

test.each<[OrganizationStatus, visitor: boolean]>([
  ['draft', false],
  ['submitted', false],
  ['verified', true],
  ['returned', false],
  ['suspended', false],
])('%s: shown to everybody %s, always to its people and to moderators', (status, shown) => {
  expect(maySee(visitor, organization(status))).toBe(shown);
  expect([owner, coordinator, moderator].map((actor) => maySee(actor, organization(status)))).toEqual([
    true,
    true,
    true,
  ]);
});

test.each<[OrganizationStatus, owner: string[], moderator: string[]]>([
  ['draft', ['edit', 'submit', 'invite', 'edit-contacts', 'see-papers', 'see-walk-ins'], []],
  ['submitted', ['invite', 'edit-contacts', 'see-papers', 'see-walk-ins'], []],
  ['verified', ['change-account', 'invite', 'edit-contacts', 'see-papers', 'see-walk-ins'], ['return', 'suspend']],
  ['returned', ['edit', 'submit', 'invite', 'edit-contacts', 'see-papers', 'see-walk-ins'], []],
  ['suspended', ['invite', 'edit-contacts', 'see-papers', 'see-walk-ins'], ['return', 'reinstate']],
])('%s: the owner can %j, a moderator %j, others nothing', (status, byOwner, byModerator) => {
  expect([organizationCan(owner, organization(status)), organizationCan(moderator, organization(status))]).toEqual([
    byOwner,
    byModerator,
  ]);
  for (const actor of [coordinator, ownModerator])
    expect(organizationCan(actor, organization(status), there)).toEqual([
      'edit-contacts',
      'see-papers',
      'see-walk-ins',
    ]);
  for (const actor of [visitor, who('accountant', 'accountant'), founder, official])
    expect(organizationCan(actor, organization(status), there)).toEqual([]);
});

test.each<[string, Actor | null, OrganizationStatus, boolean]>([
  ['the owner', owner, 'verified', true],
  ['a coordinator', coordinator, 'draft', true],
  ['a coordinator', coordinator, 'suspended', false],
  ['an accountant', who('accountant', 'accountant'), 'verified', false],
  ['a visitor', visitor, 'verified', false],
])('%s %#: who may offer in the name of an organization', (_name, actor, status, may) => {
  expect(mayOfferFor(actor, organization(status))).toBe(may);
});

test('while a changed account waits it can be cancelled and no other one asked for', () => {
  expect(organizationCan(owner, organization('verified'), { ...NO_STANDING, accountChange: true })).toEqual([
    'cancel-account-change',
    'invite',
    'edit-contacts',
    'see-papers',
    'see-walk-ins',
  ]);
  expect(organizationCan(owner, organization('verified', 'tos'))).toEqual([
    'invite',
    'edit-contacts',
    'see-papers',
    'see-walk-ins',
  ]);
});

test.each<[name: string, actor: Actor | null, sees: boolean, can: string[]]>([
  ['an official of its place', official, true, ['vouch', 'decline']],
  ['one of the region', ofTheRegion, true, ['vouch', 'decline']],
  ['one of another place', ofElsewhere, false, []],
  [
    'one who belongs to it',
    { ...official, organizations: [{ id: 'o', role: 'coordinator' }] },
    true,
    ['edit-contacts', 'see-papers', 'see-walk-ins'],
  ],
  ['one who founded it', { ...official, personId: 'founder' }, true, []],
  ['a visitor', null, false, []],
])('a group that waits to be vouched for: %s', (_name, actor, sees, can) => {
  expect([
    maySee(actor, organization('submitted', 'tos'), there),
    organizationCan(actor, organization('submitted', 'tos'), there),
  ]).toEqual([sees, can]);
  expect(maySee(actor, organization('draft', 'tos'), there)).toBe(actor?.organizations.length === 1);
});

test('an official vouches once and may take it back until the moderator has decided', () => {
  expect(organizationCan(official, organization('submitted', 'informal'), { ...there, vouched: true })).toEqual([
    'decline',
  ]);
  expect(organizationCan(official, organization('verified', 'informal'), { ...there, vouched: true })).toEqual([]);
  expect(organizationCan(official, organization('submitted', 'ano'), there)).toEqual([]);
});

test('nothing comes back to draft, and nothing is verified without having been submitted', () => {
  for (const status of ORGANIZATION_STATUSES) expect(canMove(status, 'draft')).toBe(false);
  expect(ORGANIZATION_STATUSES.filter((status) => canMove(status, 'verified'))).toEqual(['submitted', 'suspended']);
  expect(HOLDING_INN).not.toContain('draft');
});
