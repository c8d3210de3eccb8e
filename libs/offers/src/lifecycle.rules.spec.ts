import type { Actor } from '#identity';
import {
  canMoveOffer,
  CONFIRM_WITHIN_MS,
  hasEndedOffer,
  isForOneMatch,
  isLiveOffer,
  isWaitingOffer,
  OFFER_LIFE,
  OFFER_STATUSES,
  offerCan,
  offerRunsOutAt,
  offerStatusByBalance,
  oneMatchOfferStatus,
  type OfferStatus,
} from './lifecycle.rules.js';

test('every status leads where it may and nowhere else', () => {
  const moves = OFFER_STATUSES.flatMap((from) =>
    OFFER_STATUSES.filter((to) => canMoveOffer(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(moves.sort()).toEqual([
    'in_review → expired',
    'in_review → open',
    'in_review → returned',
    'in_review → withdrawn',
    'open → expired',
    'open → partly_used',
    'open → used_up',
    'open → withdrawn',
    'partly_used → expired',
    'partly_used → open',
    'partly_used → used_up',
    'partly_used → withdrawn',
    'unconfirmed → expired',
    'unconfirmed → in_review',
    'unconfirmed → open',
    'unconfirmed → withdrawn',
    'used_up → open',
    'used_up → partly_used',
  ]);
});

test('what has ended leads nowhere; what waits or lives has not ended', () => {
  for (const status of OFFER_STATUSES) {
    expect(hasEndedOffer(status)).toBe(OFFER_LIFE[status].length === 0);
    expect([isLiveOffer(status), isWaitingOffer(status), hasEndedOffer(status)].filter(Boolean).length).toBe(
      status === 'used_up' ? 0 : 1,
    );
  }
});

const created = new Date('2026-03-01T10:00:00Z');
const until = new Date('2026-05-01T00:00:00Z');
test.each<[OfferStatus, Date, Date | null]>([
  ['unconfirmed', until, new Date(created.getTime() + CONFIRM_WITHIN_MS)],
  ['unconfirmed', new Date('2026-03-01T12:00:00Z'), new Date('2026-03-01T12:00:00Z')],
  ['in_review', until, until],
  ['open', until, until],
  ['partly_used', until, until],
  ['used_up', until, null],
  ['returned', until, null],
  ['withdrawn', until, null],
  ['expired', until, null],
])('an offer that is %s and stands until %p runs out at %p', (status, end, at) => {
  expect(offerRunsOutAt({ status, until: end, createdAt: created })).toEqual(at);
});

test.each<[string, { available: number; reserved: number; delivered: number }, OfferStatus]>([
  ['untouched', { available: 10, reserved: 0, delivered: 0 }, 'open'],
  ['partly held: it may all come back', { available: 4, reserved: 6, delivered: 0 }, 'open'],
  ['wholly held: it may still come back', { available: 0, reserved: 10, delivered: 0 }, 'open'],
  ['partly given', { available: 9, reserved: 0, delivered: 1 }, 'partly_used'],
  ['partly given, the rest held', { available: 0, reserved: 9, delivered: 1 }, 'partly_used'],
  ['all given', { available: 0, reserved: 0, delivered: 10 }, 'used_up'],
  ['all released', { available: 0, reserved: 0, delivered: 0 }, 'used_up'],
])('%s', (_, balance, status) => {
  expect(offerStatusByBalance(balance)).toBe(status);
});

test.each<[string, { reserved: number; delivered: number }, OfferStatus]>([
  ['held for its match', { reserved: 5, delivered: 0 }, 'open'],
  ['some given, some still held', { reserved: 1, delivered: 4 }, 'open'],
  ['given', { reserved: 0, delivered: 4 }, 'used_up'],
  ['nothing came of it', { reserved: 0, delivered: 0 }, 'withdrawn'],
])('an offer for one match, %s', (_, balance, status) => {
  expect(oneMatchOfferStatus(balance)).toBe(status);
});

const donor: Actor = {
  personId: 'donor',
  locale: 'ru',
  platform: [],
  organizations: [],
  places: [],
  via: 'web',
  confirmed: true,
};
const balance = { pledged: 1, available: 1, reserved: 0, delivered: 0, released: 0, unit: 'pcs' };
const offer = { status: 'open' as OfferStatus, donorId: 'donor', onBehalfOf: null };
test.each<
  [string, Actor | null, Partial<{ status: OfferStatus; onBehalfOf: string; signUp: boolean; gift: boolean }>, string[]]
>([
  ['its donor', donor, {}, ['edit', 'withdraw']],
  ['partly used', donor, { status: 'partly_used' }, ['edit', 'withdraw']],
  ['while its address is not confirmed', donor, { status: 'unconfirmed' }, ['withdraw']],
  ['while a moderator is to read it', donor, { status: 'in_review' }, ['withdraw']],
  ['used up', donor, { status: 'used_up' }, []],
  ['returned', donor, { status: 'returned' }, []],
  ['withdrawn', donor, { status: 'withdrawn' }, []],
  ['expired', donor, { status: 'expired' }, []],
  ['made by signing up for a shift', donor, { signUp: true }, []],
  ['made by a gift', donor, { gift: true }, []],
  ['another person', { ...donor, personId: 'other' }, {}, []],
  ['a moderator, who sees it', { ...donor, personId: 'other', platform: ['moderator'] }, {}, []],
  ['nobody', null, {}, []],
  [
    'a coordinator of the organization that gives',
    { ...donor, personId: 'other', organizations: [{ id: 'org', role: 'coordinator' }] },
    { onBehalfOf: 'org' },
    ['edit', 'withdraw'],
  ],
  [
    'its accountant',
    { ...donor, personId: 'other', organizations: [{ id: 'org', role: 'accountant' }] },
    { onBehalfOf: 'org' },
    [],
  ],
  ['who wrote it for the organization and is in it no more', donor, { onBehalfOf: 'org' }, []],
])('what can be done with an offer: %s', (_, actor, changes, verbs) => {
  expect(offerCan(actor, { ...offer, ...changes }, balance)).toEqual(verbs);
});

test.each([
  [{}, false],
  [{ signUp: false, gift: false }, false],
  [{ signUp: true }, true],
  [{ gift: true }, true],
])('%p is for one match: %p', (made, is) => {
  expect(isForOneMatch(made)).toBe(is);
});

test('what was given makes it partly used, what is only held does not, and with nothing left or on its way it is used up', () => {
  const status = (available: number, reserved: number, delivered: number) =>
    offerStatusByBalance({ available, reserved, delivered });
  expect([status(10, 0, 0), status(5, 5, 0), status(0, 10, 0), status(2, 0, 8), status(0, 0, 10)]).toEqual([
    'open',
    'open',
    'open',
    'partly_used',
    'used_up',
  ]);
});

test.each<[OfferStatus, string[]]>([
  ['open', ['edit', 'withdraw']],
  ['partly_used', ['edit', 'withdraw']],
  ['used_up', []],
  ['withdrawn', []],
  ['expired', []],
])('the donor can, when an offer is %s: %j', (status, verbs) => {
  const donor: Actor = {
    personId: 'p',
    locale: 'ru',
    platform: [],
    organizations: [],
    places: [],
    via: 'web',
    confirmed: true,
  };
  const balance = { pledged: 1, available: 1, reserved: 0, delivered: 0, released: 0, unit: 'pcs' };
  expect(offerCan(donor, { status, donorId: 'p', onBehalfOf: null }, balance)).toEqual(verbs);
  expect(offerCan({ ...donor, personId: 'q' }, { status, donorId: 'p', onBehalfOf: null }, balance)).toEqual([]);
  expect(
    offerCan(
      { ...donor, organizations: [{ id: 'o', role: 'accountant' }] },
      { status, donorId: 'o', onBehalfOf: 'o' },
      balance,
    ),
  ).toEqual([]);
});
