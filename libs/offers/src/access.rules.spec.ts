import type { Actor } from '#identity';
import { mayGiveFor, mayManageOffer, maySeeOffer } from './access.rules.js';

const somebody: Actor = {
  personId: 'somebody',
  locale: 'ru',
  platform: [],
  organizations: [],
  places: [],
  via: 'web',
  confirmed: true,
};
const donor: Actor = { ...somebody, personId: 'donor' };
const inOrganization = (role: 'owner' | 'coordinator' | 'accountant', id = 'org'): Actor => ({
  ...somebody,
  organizations: [{ id, role }],
});
const own = { donorId: 'donor', onBehalfOf: null };
/** Given by an organization in its own name, and for a walk-in. */
const ofOrganization = { donorId: 'org', onBehalfOf: 'org' };
const ofWalkIn = { donorId: 'walk-in', onBehalfOf: 'org' };

test.each<[string, Actor | null, typeof own | typeof ofOrganization, boolean, boolean]>([
  ['nobody, an own offer', null, own, false, false],
  ['its donor', donor, own, true, true],
  ['another person', somebody, own, false, false],
  ['a moderator sees and does nothing', { ...somebody, platform: ['moderator'] }, own, true, false],
  ['an administrator is no moderator', { ...somebody, platform: ['administrator'] }, own, false, false],
  ['an official of a place', { ...somebody, places: ['zeya'] }, own, false, false],
  ['an owner of the organization that gives', inOrganization('owner'), ofOrganization, true, true],
  ['its coordinator', inOrganization('coordinator'), ofOrganization, true, true],
  ['its accountant reads', inOrganization('accountant'), ofOrganization, true, false],
  ['an owner of another organization', inOrganization('owner', 'other'), ofOrganization, false, false],
  ['who has left it', { ...somebody, left: ['org'] }, ofOrganization, false, false],
  ['an owner, of a person who came by', inOrganization('owner'), ofWalkIn, true, true],
  ['a coordinator, of a person who came by', inOrganization('coordinator'), ofWalkIn, true, true],
  ['an accountant does not learn who came by', inOrganization('accountant'), ofWalkIn, false, false],
  ['a moderator, of a person who came by', { ...somebody, platform: ['moderator'] }, ofWalkIn, true, false],
])('%s', (_, actor, offer, sees, manages) => {
  expect(maySeeOffer(actor, offer)).toBe(sees);
  expect(actor !== null && mayManageOffer(actor, offer)).toBe(manages);
});

test.each<[string, Actor, boolean]>([
  ['owner', inOrganization('owner'), true],
  ['coordinator', inOrganization('coordinator'), true],
  ['accountant', inOrganization('accountant'), false],
  ['nobody of it', donor, false],
])('in the name of an organization: %s', (_, actor, may) => {
  expect(mayGiveFor(actor, 'org')).toBe(may);
});
