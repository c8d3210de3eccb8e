import type { Actor } from '#identity';
import { makesParty, mayDecide, readsWords } from './access.rules.js';

const ORG = 'org-1';
const who = (parts: Partial<Actor> = {}): Actor => ({
  personId: 'p',
  locale: 'ru',
  platform: [],
  organizations: [],
  places: [],
  via: 'web',
  confirmed: true,
  ...parts,
});
const ACTORS: Readonly<Record<string, Actor | null>> = {
  visitor: null,
  stranger: who(),
  unconfirmed: who({ confirmed: false }),
  member: who({ organizations: [{ id: ORG, role: 'coordinator' }] }),
  accountant: who({ organizations: [{ id: ORG, role: 'accountant' }] }),
  'member of another': who({ organizations: [{ id: 'org-2', role: 'owner' }] }),
  'former member': who({ left: [ORG] }),
  moderator: who({ platform: ['moderator'] }),
  administrator: who({ platform: ['administrator'] }),
};

// Who reads title, text, photos, exact place and small counts of a need in a private category.
test.each([
  ['visitor', false, false],
  ['stranger', false, false],
  ['stranger', true, true],
  ['unconfirmed', false, false],
  ['member', false, true],
  ['accountant', false, true],
  ['member of another', false, false],
  ['member of another', true, true],
  ['former member', false, false],
  ['moderator', false, true],
  ['administrator', false, false],
])('%s, a party: %s, reads the words of a private need: %s', (actor, party, reads) => {
  expect(readsWords(ACTORS[actor] ?? null, { organizationId: ORG }, true, party)).toBe(reads);
});

test('in other categories everybody reads them', () => {
  for (const actor of Object.values(ACTORS))
    expect(readsWords(actor, { organizationId: ORG }, false, false)).toBe(true);
});

// Both sides have said yes, and it is not over. What has ended, however it ended, makes a stranger of the donor again.
test.each([
  ['proposed', false],
  ['held', false],
  ['accepted', true],
  ['delivered', true],
  ['disputed', true],
  ['confirmed', false],
  ['declined', false],
  ['expired', false],
  ['cancelled', false],
])('a match that is %s makes its donor a party: %s', (status, party) => {
  expect(makesParty(status)).toBe(party);
});

test('who has lately left the organization does not decide on its needs', () => {
  const need = { organizationId: ORG, createdBy: 'somebody' };
  expect(mayDecide(who({ platform: ['moderator'] }), need)).toBe(true);
  expect(mayDecide(who({ platform: ['moderator'], left: [ORG] }), need)).toBe(false);
  expect(mayDecide(who({ platform: ['moderator'], left: ['org-2'] }), need)).toBe(true);
});
