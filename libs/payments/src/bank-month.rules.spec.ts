import { monthOf } from './bank-month.rules.js';

test.each([
  [undefined, { month: '2026-12', from: '2026-12-01', to: '2027-01-01', before: '2026-11', after: null }],
  ['2026-01', { month: '2026-01', from: '2026-01-01', to: '2026-02-01', before: '2025-12', after: '2026-02' }],
  ['2020-01', { month: '2020-01', from: '2020-01-01', to: '2020-02-01', before: null, after: '2020-02' }],
])('%s is a month', (asked, month) => {
  expect(monthOf(asked, '2026-12-31')).toEqual(month);
});

test.each(['2027-01', '2019-12', '2026-13', '2026-1', '', 'январь', '2026-01-01'])(
  '%j is none that has begun',
  (asked) => {
    expect(() => monthOf(asked, '2026-12-31')).toThrow();
  },
);
