import type { Actor } from '#identity';
import { mayKnowSurplus, surplusVerbs, type SurplusState, type SurplusVerb } from './surplus.rules.js';

const ORG = 'organization',
  DONOR = 'donor';
const actor = (personId: string, organizations: Actor['organizations'] = []): Actor =>
  ({ personId, organizations, platform: [], confirmed: true, locale: 'ru', via: 'session' }) as never;
const who = {
  donor: actor(DONOR),
  owner: actor('o', [{ id: ORG, role: 'owner' }]),
  accountant: actor('a', [{ id: ORG, role: 'accountant' }]),
  coordinator: actor('c', [{ id: ORG, role: 'coordinator' }]),
  stranger: actor('s'),
  company: actor('k', [{ id: DONOR, role: 'owner' }]),
};

test.each<[SurplusState, string | null, boolean, Partial<Record<keyof typeof who, SurplusVerb[]>>]>([
  [
    'waiting',
    DONOR,
    false,
    {
      donor: ['to-need', 'keep', 'ask-back'],
      company: ['to-need', 'keep', 'ask-back'],
      owner: ['return'],
      accountant: ['return'],
    },
  ],
  [
    'waiting',
    DONOR,
    true,
    { donor: ['to-need', 'keep'], company: ['to-need', 'keep'], owner: ['return'], accountant: ['return'] },
  ],
  [
    'waiting',
    null,
    false,
    {
      owner: ['to-need', 'keep', 'return'],
      accountant: ['to-need', 'keep', 'return'],
      coordinator: ['to-need', 'keep'],
    },
  ],
  ['need', DONOR, false, { donor: ['undo'], company: ['undo'] }],
  ['organization', null, false, { owner: ['undo'], accountant: ['undo'], coordinator: ['undo'] }],
  ['returned', DONOR, true, { owner: ['undo'], accountant: ['undo'] }],
])(
  'of surplus that is %s and of %s, asked back %s, each may say no more than is theirs',
  (state, donorId, askedBack, expected) => {
    const surplus = { organizationId: ORG, donorId, state, askedBack };
    for (const name of Object.keys(who) as (keyof typeof who)[])
      expect([name, surplusVerbs(who[name], surplus)]).toEqual([name, expected[name] ?? []]);
    expect(surplusVerbs(null, surplus)).toEqual([]);
    expect(Object.values(who).filter((one) => mayKnowSurplus(one, surplus)).length).toBe(donorId === null ? 3 : 5);
  },
);
