import { dayAfter, dayDigest, GENESIS, lineHash, sealingTime, utcDay, type PublicLine } from './seal.rules.js';

const sealed: PublicLine = {
  position: 1,
  sealedAt: '2026-03-10T23:00:00.000Z',
  id: '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10',
  at: '2026-03-10T22:59:59.000Z',
  kind: 'pledge',
  phase: 'posted',
  debit: { kind: 'promises', holder: '11111111-1111-4111-8111-111111111111' },
  credit: { kind: 'offer', holder: '22222222-2222-7222-8222-222222222222' },
  amount: 50,
  unit: 'pcs',
  item: 'heater',
  resolves: null,
  mirrors: null,
  subject: { type: 'offer', id: '22222222-2222-7222-8222-222222222222' },
};

// Published digests depend on these bytes: if this test fails, the format has changed and old books no longer verify.
test('the hash of a line and the digest of a day are what they have always been', () => {
  const hash = lineHash(GENESIS, sealed).toString('hex');
  expect(hash).toBe('5d575212c117dbce3c328256bbe18508c199c73833a3f377ef55db46d1365d88');
  expect(
    dayDigest({
      day: '2026-03-10',
      transfers: 1,
      lastPosition: 1,
      lastHash: hash,
      previous: GENESIS.toString('hex'),
    }).toString('hex'),
  ).toBe('a8b6d04f7dfe72c2c314dd8e1d9b38ad71d211b840976c96269109e3c2183c0b');
});

test.each<[string, Partial<PublicLine>]>([
  ['another amount', { amount: 51 }],
  ['another place in the chain', { position: 2 }],
  ['another item', { item: null }],
  ['another moment', { at: '2026-03-10T22:59:59.001Z' }],
  ['another account', { credit: { kind: 'offer', holder: '11111111-1111-4111-8111-111111111111' } }],
  ['another subject', { subject: { type: 'match', id: '22222222-2222-7222-8222-222222222222' } }],
  ['a hold that it ends', { resolves: '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10' }],
  ['a transfer that it takes back', { mirrors: '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10' }],
])('a line with %s has another hash', (_, changes) => {
  expect(lineHash(GENESIS, { ...sealed, ...changes })).not.toEqual(lineHash(GENESIS, sealed));
});

test('the hash of a line depends on all lines before it, and the digest of a day on all days before it', () => {
  expect(lineHash(Buffer.alloc(32, 1), sealed)).not.toEqual(lineHash(GENESIS, sealed));
  const close = { day: '2026-03-10', transfers: 0, lastPosition: 0, lastHash: '', previous: 'a' };
  expect(dayDigest({ ...close, previous: 'b' })).not.toEqual(dayDigest(close));
});

test.each([
  ['2026-02-28', '2026-03-01'],
  ['2028-02-28', '2028-02-29'],
  ['2026-12-31', '2027-01-01'],
])('the day after %s is %s', (day, next) => {
  expect(dayAfter(day)).toBe(next);
});

test.each([
  ['2026-03-10T23:59:59.999Z', '2026-03-10'],
  ['2026-03-11T00:00:00.000Z', '2026-03-11'],
  ['2026-03-11T08:00:00+09:00', '2026-03-10'],
])('%s is in the UTC day %s', (at, day) => {
  expect(utcDay(at)).toBe(day);
});

test.each<[string, string, string | null, string | null, string]>([
  ['nothing sealed yet: the clock', '2026-03-10T12:00:00Z', null, null, '2026-03-10T12:00:00Z'],
  [
    'a clock that goes on: the clock',
    '2026-03-10T12:00:00Z',
    '2026-03-10T11:00:00Z',
    '2026-03-09',
    '2026-03-10T12:00:00Z',
  ],
  [
    'a clock that stands back: not before the line before',
    '2026-03-10T12:00:00Z',
    '2026-03-10T12:00:01Z',
    null,
    '2026-03-10T12:00:01Z',
  ],
  [
    'a day that is closed: the next one',
    '2026-03-10T12:00:00Z',
    '2026-03-09T12:00:01Z',
    '2026-03-10',
    '2026-03-11T00:00:00Z',
  ],
  [
    'a closed day and a line after it: the line',
    '2026-03-10T12:00:00Z',
    '2026-03-11T00:00:05Z',
    '2026-03-10',
    '2026-03-11T00:00:05Z',
  ],
])('sealing time, %s', (_, now, sealedAt, closed, at) => {
  expect(sealingTime(new Date(now), sealedAt === null ? null : new Date(sealedAt), closed)).toEqual(new Date(at));
});
