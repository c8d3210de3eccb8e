import type { Actor, PlatformRole, Role } from '#identity';
import { maySee, organizationCan } from './access.rules.js';
import { canMove, HOLDING_INN, ORGANIZATION_STATUSES, type OrganizationStatus } from './lifecycle.rules.js';

const who = (personId: string, role: Role | null, ...platform: PlatformRole[]): Actor => ({ personId, locale: 'ru', platform, organizations: role ? [{ id: 'o', role }] : [], places: [], via: 'web' });
const visitor = null;
const owner = who('owner', 'owner');
const coordinator = who('coordinator', 'coordinator');
const moderator = who('moderator', null, 'moderator');
const ownModerator = who('both', 'coordinator', 'moderator');
const founder = who('founder', null, 'moderator');
const organization = (status: OrganizationStatus) => ({ id: 'o', status, createdBy: 'founder' });

test.each<[OrganizationStatus, visitor: boolean]>([
  ['draft', false], ['submitted', false], ['verified', true], ['returned', false], ['suspended', false],
])('%s: shown to everybody %s, always to its people and to moderators', (status, shown) => {
  expect(maySee(visitor, organization(status))).toBe(shown);
  expect([owner, coordinator, moderator].map((actor) => maySee(actor, organization(status)))).toEqual([true, true, true]);
});

test.each<[OrganizationStatus, owner: string[], moderator: string[]]>([
  ['draft', ['edit', 'submit'], []],
  ['submitted', [], []],
  ['verified', [], ['suspend']],
  ['returned', ['edit', 'submit'], []],
  ['suspended', [], ['reinstate']],
])('%s: the owner can %j, a moderator %j, others nothing', (status, byOwner, byModerator) => {
  expect([organizationCan(owner, organization(status)), organizationCan(moderator, organization(status))]).toEqual([byOwner, byModerator]);
  for (const actor of [visitor, coordinator, ownModerator, founder]) expect(organizationCan(actor, organization(status))).toEqual([]);
});

test('nothing comes back to draft, and nothing is verified without having been submitted', () => {
  for (const status of ORGANIZATION_STATUSES) expect(canMove(status, 'draft')).toBe(false);
  expect(ORGANIZATION_STATUSES.filter((status) => canMove(status, 'verified'))).toEqual(['submitted', 'suspended']);
  expect(HOLDING_INN).not.toContain('draft');
});
