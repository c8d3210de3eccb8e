import { isOutage, OUTAGES_FORGIVEN, pauseAfter } from './outage.rules.js';

const of = (code: string, more: object = {}): Error => Object.assign(new Error('what it said'), { code, ...more });

test.each([
  ['a connection that was refused', of('ECONNREFUSED'), true],
  ['a connection that was reset', of('ECONNRESET'), true],
  ['a name that is not known for now', of('EAI_AGAIN'), true],
  ['a connection that PostgreSQL did not take', of('08006'), true],
  ['a pooler without a server', of('08P01'), true],
  ['a full disk of PostgreSQL', of('53100'), true],
  ['too many connections', of('53300'), true],
  ['a session that an administrator ended', of('57P01'), true],
  ['a database that starts', of('57P03'), true],
  ['a standby that cannot write yet', of('25006'), true],
  ['a full disk with the files', of('ENOSPC'), true],
  ['TypeORM around what pg said', Object.assign(new Error('query failed'), { driverError: of('57P01') }), true],
  ['a pool without a free connection', new Error('timeout exceeded when trying to connect'), true],
  ['a connection that ended without a word', new Error('Connection terminated unexpectedly'), true],
  [
    'a transaction whose connection broke while it computed',
    new Error('Query runner already released. Cannot run queries anymore.'),
    true,
  ],
  [
    'the same, asked in another way',
    new Error(
      'Database connection provided by a query runner was already released, cannot continue to use its querying methods anymore.',
    ),
    true,
  ],
  ['a client of pg whose connection is gone', new Error('Client was closed and is not queryable'), true],
  ['a store of files that cannot be reached', new TypeError('fetch failed', { cause: of('ECONNREFUSED') }), true],
  [
    'a store of files that answers 503',
    Object.assign(new Error('S3 returned 503'), { name: 'S3ServiceError', status: 503, code: 'SlowDown' }),
    true,
  ],
  [
    'a store of files that does not answer',
    Object.assign(new Error('aborted due to timeout'), { name: 'TimeoutError' }),
    true,
  ],
  [
    'a store of files that refuses',
    Object.assign(new Error('S3 returned 403'), { name: 'S3ServiceError', status: 403, code: 'AccessDenied' }),
    false,
  ],
  ['a statement that took too long', of('57014'), false],
  ['a deadlock', of('40P01'), false],
  ['a lock that was not to be had', of('55P03'), false],
  ['a value that does not fit', of('22P02'), false],
  ['a row that is there already', of('23505'), false],
  ['a code of ours that begins like one of theirs', of('08-something'), false],
  ['a file that is not there', of('ENOENT'), false],
  ['a bug', new TypeError('x is not a function'), false],
  ['a word', 'ECONNREFUSED', false],
  ['nothing', undefined, false],
])('%s', (_, failure, outage) => {
  expect(isOutage(failure)).toBe(outage);
  expect(pauseAfter(failure, 0)).toBe(outage ? 250 : null);
});

test('causes that lead back to themselves are not followed for ever', () => {
  const err = new Error('round');
  err.cause = err;
  expect(isOutage(err)).toBe(false);
});

test('pauses grow to half a minute, and after about a day a try counts again', () => {
  const pauses = Array.from({ length: OUTAGES_FORGIVEN + 1 }, (_, before) => pauseAfter(of('53100'), before));
  expect(pauses.slice(0, 9)).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(pauses.at(-2)).toBe(30_000);
  expect(pauses.at(-1)).toBeNull();
  const hours = pauses.reduce<number>((sum, pause) => sum + (pause ?? 0), 0) / 3_600_000;
  expect(hours).toBeGreaterThan(23);
  expect(hours).toBeLessThan(25);
});
