import { dayAt } from '#kernel';
import { ORGANIZATION_STATUSES } from '../lifecycle.rules.js';
import {
  checkCan,
  checksCan,
  checksCount,
  checkState,
  codeOf,
  endOfDayAt,
  plainCode,
  readCheck,
  type CheckForm,
} from './papers.rules.js';

const TODAY = '2026-11-29';
const check: CheckForm = { paper: 'criminal-record', seenOn: '2026-11-20', validUntil: '2027-11-20' };

test.each<[string, Partial<CheckForm>, string[]]>([
  ['papers that were seen', {}, []],
  ['seen today and good today only', { seenOn: TODAY, validUntil: TODAY }, []],
  ['another kind of paper', { paper: 'horoscope' }, ['paper form.not-in-list']],
  ['seen tomorrow', { seenOn: '2026-11-30' }, ['seenOn papers.seen-in-future']],
  ['seen years ago', { seenOn: '2024-11-30' }, ['seenOn papers.seen-long-ago']],
  ['good until yesterday', { validUntil: '2026-11-28' }, ['validUntil papers.valid-in-past']],
  ['good for ever', { validUntil: '2099-01-01' }, ['validUntil papers.valid-too-long']],
  [
    'days that there are not',
    { seenOn: '2026-02-30', validUntil: 'never' },
    ['seenOn form.not-a-date', 'validUntil form.not-a-date'],
  ],
])('%s', (_, changes, errors) => {
  expect(readCheck({ ...check, ...changes }, TODAY).map(({ field, code }) => `${field} ${code}`)).toEqual(errors);
});

test.each([
  [null, '2026-11-30', 'valid'],
  [null, '2026-11-29', 'expired'],
  ['2026-11-01', '2026-11-30', 'ended'],
])('ended %s, valid until %s: %s', (endedAt, validUntil, state) => {
  expect(
    checkState(
      { endedAt: endedAt === null ? null : new Date(endedAt), validUntil: new Date(validUntil) },
      new Date(TODAY),
    ),
  ).toBe(state);
});

test('an organization takes back what has not ended, its person shares what is valid', () => {
  expect(
    (['valid', 'expired', 'ended'] as const).map((state) => [
      checkCan('organization', state),
      checkCan('person', state),
    ]),
  ).toEqual([
    [['end'], ['share']],
    [['end'], []],
    [[], []],
  ]);
});

test('checks are recorded by a verified organization and those whose address is confirmed; they count until it is suspended', () => {
  expect(
    ORGANIZATION_STATUSES.filter((status) => checksCan({ confirmed: true }, { status }).includes('record')),
  ).toEqual(['verified']);
  expect(checksCan({ confirmed: false }, { status: 'verified' })).toEqual([]);
  expect(ORGANIZATION_STATUSES.filter((status) => !checksCount(status))).toEqual(['suspended']);
});

test('a day ends where the organization is', () => {
  expect(endOfDayAt('Asia/Yakutsk', TODAY).toISOString()).toBe('2026-11-29T14:59:59.999Z');
  expect(dayAt('Asia/Yakutsk', new Date('2026-11-29T15:00:00Z'))).toBe('2026-11-30');
});

test('a code is read as people type it', () => {
  const code = codeOf(Uint8Array.from({ length: 12 }, (_, at) => at * 21));
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect([plainCode(code.toLowerCase().replaceAll('-', ' ')), plainCode('o1il-0000-0000')]).toEqual([
    code,
    '0111-0000-0000',
  ]);
});
