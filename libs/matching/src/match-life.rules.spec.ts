import type { Actor } from '#identity';
import type { MatchStatus } from './match.entity.js';
import type { PromiseRoom } from './promises.rules.js';
import {
  deadlineOf,
  isWithModerator,
  matchCan,
  matchCannot,
  sidesOf,
  whyMayNotAccept,
  type MatchVerb,
} from './match-life.rules.js';
import type { Room } from './match-room.rules.js';

const DONOR = 'd0000000-0000-7000-8000-000000000001';
const ORGANIZATION = 'a0000000-0000-7000-8000-000000000002';
const parties = { donorId: DONOR, onBehalfOf: null, organizationId: ORGANIZATION };
const person = (personId: string, more: Partial<Actor> = {}): Actor => ({
  personId,
  locale: 'ru',
  platform: [],
  organizations: [],
  places: [],
  via: 'web',
  confirmed: true,
  ...more,
});
const donor = person(DONOR);
const coordinator = person('c', { organizations: [{ id: ORGANIZATION, role: 'coordinator' }] });
const accountant = person('b', { organizations: [{ id: ORGANIZATION, role: 'accountant' }] });
const stranger = person('s');
const moderator = person('m', { platform: ['moderator'] });
const ample: Room = { offerOpen: true, needOpen: true, available: 50, open: 120, minLot: 1, step: 1, minAmount: 1 };

const table: [MatchStatus, 'donor' | 'organization' | null, Actor | null, MatchVerb[]][] = [
  ['proposed', null, donor, ['accept', 'decline']],
  ['proposed', null, coordinator, ['accept', 'decline']],
  ['proposed', null, accountant, []],
  ['proposed', null, stranger, []],
  ['proposed', null, moderator, []],
  ['proposed', null, null, []],
  ['held', 'donor', donor, ['cancel']],
  ['held', 'donor', coordinator, ['accept', 'decline']],
  ['held', 'organization', coordinator, ['cancel']],
  ['held', 'organization', donor, ['accept', 'decline']],
  ['accepted', 'donor', donor, ['deliver', 'cancel']],
  ['accepted', 'donor', coordinator, ['confirm', 'cancel']],
  ['delivered', 'donor', donor, ['dispute']],
  ['delivered', 'donor', coordinator, ['confirm', 'dispute']],
  ['delivered', 'donor', moderator, []],
  ['disputed', 'donor', donor, []],
  ['disputed', 'donor', coordinator, []],
  ['disputed', 'donor', moderator, ['confirm', 'cancel']],
  ['confirmed', 'donor', coordinator, []],
  ['expired', 'donor', donor, []],
];

test.each(table)('a %s match (first yes: %s) lets each caller do just its own', (status, firstYes, actor, verbs) => {
  expect(matchCan(actor, parties, { status, firstYes, amount: 10, kind: 'goods' }, ample, null)).toEqual(verbs);
});

test('the staff of the organization that entered a person who came by are their side, and nobody else of it', () => {
  const walkIn = { donorId: 'w', onBehalfOf: 'desk', organizationId: ORGANIZATION };
  const of = (role: 'owner' | 'coordinator' | 'accountant') =>
    sidesOf(person('x', { organizations: [{ id: 'desk', role }] }), walkIn);
  expect([
    of('owner'),
    of('coordinator'),
    of('accountant'),
    sidesOf(donor, walkIn),
    sidesOf(coordinator, walkIn),
  ]).toEqual([['donor'], ['donor'], [], [], ['organization']]);
});

test.each<[string, Actor, MatchVerb[]]>([
  ['the owner', person('o', { organizations: [{ id: ORGANIZATION, role: 'owner' }] }), ['confirm', 'cancel']],
  ['the accountant', person('a', { organizations: [{ id: ORGANIZATION, role: 'accountant' }] }), ['confirm']],
  ['a coordinator', coordinator, ['cancel']],
  ['the donor', donor, ['deliver', 'cancel']],
])('of agreed money %s can %j', (_name, actor, verbs) => {
  expect(
    [
      ...matchCan(actor, parties, { status: 'accepted', firstYes: 'donor', amount: 10, kind: 'money' }, ample, null),
    ].sort(),
  ).toEqual([...verbs].sort());
});

test.each<[MatchStatus, Actor, MatchVerb[]]>([
  ['accepted', donor, ['cancel']],
  ['accepted', coordinator, ['cancel']],
  ['accepted', accountant, ['confirm']],
  ['delivered', donor, []],
])('of a gift that is %s nobody says that it is on its way or objects: %#', (status, actor, verbs) => {
  expect(
    matchCan(actor, parties, { status, firstYes: 'organization', amount: 10, kind: 'money', gift: true }, ample, null),
  ).toEqual(verbs);
});

test.each<[MatchStatus, Actor, MatchVerb[]]>([
  ['accepted', donor, ['cancel']],
  ['accepted', accountant, []],
  ['delivered', accountant, []],
])('of a gift by card that is %s nobody says by hand that its money came: %#', (status, actor, verbs) => {
  const byCard = { status, firstYes: 'organization', amount: 10, kind: 'money', gift: true, byCard: true } as const;
  expect(matchCan(actor, parties, byCard, ample, null)).toEqual(verbs);
});

test('while the organization is being checked nobody agrees for it, and a donor may', () => {
  const checking: Room = { ...ample, verified: false };
  expect(
    matchCan(coordinator, parties, { status: 'proposed', firstYes: null, amount: 10, kind: 'goods' }, checking, null),
  ).toEqual(['decline']);
  expect(
    matchCan(coordinator, parties, { status: 'held', firstYes: 'donor', amount: 10, kind: 'goods' }, checking, null),
  ).not.toContain('accept');
  expect(
    matchCan(donor, parties, { status: 'proposed', firstYes: null, amount: 10, kind: 'goods' }, checking, null),
  ).toContain('accept');
});

test('a yes that would be refused is told with its refusal, to those alone whose turn it is', () => {
  const proposed = { status: 'proposed', firstYes: null, amount: 10, kind: 'goods' } as const;
  const full: PromiseRoom = { matchesMax: 3, matches: 0, amountMax: null, amount: null };
  const cases: [Actor, Partial<Room>, PromiseRoom | null, string | null][] = [
    [donor, {}, null, null],
    [donor, {}, full, 'match.holding-too-much'],
    [coordinator, {}, full, null],
    [donor, { needOpen: false }, full, 'match.need-not-open'],
    [donor, { offerOpen: false }, null, 'match.offer-not-open'],
    [donor, { open: 0 }, null, 'match.nothing-left'],
    [coordinator, { verified: false }, null, 'match.organization-not-verified'],
    [donor, { verified: false }, null, null],
    [stranger, {}, full, null],
    [moderator, { open: 0 }, null, null],
  ];
  for (const [actor, room, promises, why] of cases) {
    expect([actor.personId, room, whyMayNotAccept(actor, parties, proposed, { ...ample, ...room }, promises)]).toEqual([
      actor.personId,
      room,
      why,
    ]);
    expect(matchCan(actor, parties, proposed, { ...ample, ...room }, promises).includes('accept')).toBe(
      why === null && actor !== stranger && actor !== moderator,
    );
  }
});

test('a moderator of the organization does not settle its own dispute', () => {
  const own = person('m', { platform: ['moderator'], organizations: [{ id: ORGANIZATION, role: 'accountant' }] });
  expect(
    matchCan(own, parties, { status: 'disputed', firstYes: 'donor', amount: 10, kind: 'goods' }, ample, null),
  ).toEqual([]);
});

test('a hand-over is due with the need at the latest, and never in the past', () => {
  const now = new Date('2026-11-24T00:00:00Z');
  expect(deadlineOf('accepted', now, new Date('2026-11-26T00:00:00Z'))?.toISOString()).toBe('2026-11-26T00:00:00.000Z');
  expect(deadlineOf('accepted', now, new Date('2027-11-26T00:00:00Z'))?.toISOString()).toBe('2026-12-08T00:00:00.000Z');
  expect(deadlineOf('accepted', now, new Date('2026-11-01T00:00:00Z'))).toEqual(now);
  expect(deadlineOf('held', now, now)?.toISOString()).toBe('2026-11-27T00:00:00.000Z');
  expect(deadlineOf('confirmed', now, now)).toBeNull();
});

test.each<[string, Actor | null, 'donor' | 'organization' | null, string | null, readonly string[]]>([
  ['the side that began it has said its words', coordinator, 'organization', null, []],
  ['the other side says its own', donor, 'organization', null, ['dispute']],
  ['the other side, where the donor began it', coordinator, 'donor', null, ['dispute']],
  ['the other side, once', donor, 'organization', 'Отдали всё', []],
  ['an accountant speaks for nobody', accountant, 'donor', null, []],
  ['a moderator', moderator, 'donor', null, ['confirm', 'cancel']],
])('words of a dispute: %s', (_case, actor, disputedBy, disputeAnswer, can) => {
  const match = {
    status: 'disputed',
    firstYes: 'donor',
    disputedBy,
    disputeAnswer,
    amount: 10,
    kind: 'goods',
  } as const;
  expect(matchCan(actor, parties, match, ample, null)).toEqual(can);
});

test.each([
  ['who gives', donor, 'accepted', ['cancel'], ['deliver']],
  ['the organization', coordinator, 'accepted', ['cancel'], ['confirm']],
  ['the organization, of what was said to be given before', coordinator, 'delivered', ['dispute'], ['confirm']],
  ['an accountant says nothing of hours', accountant, 'accepted', [], []],
] as const)('before the meeting nobody says that hours were given: %s', (_case, actor, status, can, cannot) => {
  const match = { status, firstYes: 'donor', amount: 180, kind: 'time', toMeet: true } as const;
  expect(matchCan(actor, parties, match, ample, null)).toEqual(can);
  expect(matchCannot(actor, parties, match, ample, null)).toEqual(
    cannot.map((verb) => ({ verb, code: 'match.meeting-to-come' })),
  );
  expect(matchCan(actor, parties, { ...match, toMeet: false }, ample, null)).toEqual(
    expect.arrayContaining([...can, ...cannot]),
  );
});

test.each([
  ['the sides differ', 'disputed', null, false, true],
  ['the organization has said nothing in time', 'delivered', null, false, true],
  ['it may still say so by itself', 'delivered', new Date(), false, false],
  ['a gift waits for the bank', 'delivered', null, true, false],
  ['not yet handed over', 'accepted', null, false, false],
  ['decided', 'confirmed', null, false, false],
] as const)('what a moderator has: %s', (_case, status, deadline, gift, has) => {
  expect(isWithModerator({ status, deadline, gift })).toBe(has);
});
