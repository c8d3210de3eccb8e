import { actorFrom, INTEREST_MS, type Actor } from '#identity';
import { DAY_MS } from '#kernel';
import {
  DUE_DAYS,
  HOLD_MINUTES,
  holdEnds,
  maySuggest,
  reviewCan,
  reviewDue,
  whyMayNotDecide,
  type ReviewState,
} from './decision.rules.js';

const ORG = 'org-1';
const who = (parts: Partial<Actor> = {}): Actor => ({
  personId: 'm',
  locale: 'ru',
  platform: ['moderator'],
  organizations: [],
  places: [],
  via: 'web',
  confirmed: true,
  ...parts,
});
const review = (parts: Partial<ReviewState> = {}): ReviewState => ({
  status: 'open',
  subjectType: 'need',
  organizationIds: [ORG],
  personIds: ['author'],
  escalatedBy: null,
  approvedBy: [],
  decidedBefore: [],
  heldBy: null,
  unvouched: false,
  ...parts,
});

test.each<[string, Actor | null, ReviewState, ReturnType<typeof whyMayNotDecide>]>([
  ['a visitor', null, review(), 'review.moderators-only'],
  [
    'a coordinator',
    who({ platform: [], organizations: [{ id: ORG, role: 'coordinator' }] }),
    review(),
    'review.moderators-only',
  ],
  ['a moderator', who(), review(), null],
  [
    'a moderator who wrote it, gave to it or promised something to it',
    who({ personId: 'author' }),
    review(),
    'review.own-matter',
  ],
  [
    'a moderator of the organization',
    who({ organizations: [{ id: ORG, role: 'accountant' }] }),
    review(),
    'review.own-matter',
  ],
  ['a moderator who has lately left the organization', who({ left: [ORG] }), review(), 'review.own-matter'],
  [
    'a moderator who has lately left the organization that gives',
    who({ left: ['giver'] }),
    review({ organizationIds: [ORG, 'giver'] }),
    'review.own-matter',
  ],
  ['a moderator who has left another one', who({ left: ['org-2'] }), review(), null],
  [
    'a moderator who decided what the appeal is against',
    who(),
    review({ subjectType: 'appeal', decidedBefore: ['m'] }),
    'review.own-decision',
  ],
  [
    'an administrator who decided what the appeal is against, once it was passed on',
    who({ platform: ['administrator'] }),
    review({ subjectType: 'appeal', decidedBefore: ['m'], status: 'escalated', escalatedBy: 'x' }),
    'review.own-decision',
  ],
  ['another moderator, of an appeal', who(), review({ subjectType: 'appeal', decidedBefore: ['x'] }), null],
  ['an administrator', who({ platform: ['administrator'] }), review(), 'review.moderators-only'],
  [
    'an administrator, of what was passed on',
    who({ platform: ['administrator'] }),
    review({ status: 'escalated', escalatedBy: 'x' }),
    null,
  ],
  [
    'an administrator who has lately left, of what was passed on',
    who({ platform: ['administrator'], left: [ORG] }),
    review({ status: 'escalated', escalatedBy: 'x' }),
    'review.own-matter',
  ],
  [
    'the moderator who passed it on',
    who(),
    review({ status: 'escalated', escalatedBy: 'm' }),
    'review.administrators-only',
  ],
])('%s', (_name, actor, standing, no) => {
  expect(whyMayNotDecide(actor, standing)).toBe(no);
  expect(reviewCan(actor, standing).length > 0).toBe(no === null);
});

test('what was taken back is no role, only an interest that lasts a year', () => {
  const grants = [
    { role: 'moderator', objectType: 'platform', objectId: null, ended: false },
    { role: 'owner', objectType: 'organization', objectId: ORG, ended: true },
    { role: 'coordinator', objectType: 'organization', objectId: ORG, ended: true },
  ] as const;
  const actor = actorFrom({ id: 'm', locale: 'ru', confirmed: true }, grants, 'web');
  expect([actor.organizations, actor.left]).toEqual([[], [ORG]]);
  expect(whyMayNotDecide(actor, review())).toBe('review.own-matter');
  expect(INTEREST_MS).toBe(365 * DAY_MS);
});

test.each([
  ['need', '2026-12-01T10:00:00.000Z'],
  ['account_change', '2026-12-01T10:00:00.000Z'],
  ['match', '2026-12-03T10:00:00.000Z'],
  ['appeal', '2026-12-14T10:00:00.000Z'],
] as const)('%s is decided by %s', (type, due) => {
  expect(reviewDue(type, new Date('2026-11-30T10:00:00Z')).toISOString()).toBe(due);
});

test.each<[string, Partial<ReviewState>, ReturnType<typeof reviewCan>]>([
  ['nobody has it open', {}, ['approve', 'return', 'escalate']],
  ['the moderator has it open', { heldBy: 'm' }, ['approve', 'return', 'escalate']],
  [
    'no municipality has vouched for the group',
    { subjectType: 'organization', unvouched: true },
    ['return', 'escalate'],
  ],
  ['another has it open', { heldBy: 'x' }, ['take-over']],
  ['another has it open, and it is the reader’s own matter', { heldBy: 'x', personIds: ['m'] }, []],
  ['another had it open when it was decided', { heldBy: 'x', status: 'approved' }, []],
])('what a moderator can do where %s', (_case, parts, can) => {
  expect(reviewCan(who(), review(parts))).toEqual(can);
});

test('a hold ends by itself, some minutes after its page was last seen', () => {
  expect(HOLD_MINUTES).toBe(5);
  expect(holdEnds(new Date('2026-11-30T10:00:00Z')).toISOString()).toBe('2026-11-30T10:05:00.000Z');
});

test('a text is proposed for a need alone: whatever else is returned has no field that takes it', () => {
  expect((Object.keys(DUE_DAYS) as (keyof typeof DUE_DAYS)[]).filter(maySuggest)).toEqual(['need']);
});
