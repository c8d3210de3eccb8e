import { complaintView, needFilters, nextAddress, text } from './search.js';

test.each([
  ['/me/statement?from=2026-01-01', '/me/statement?from=2026-01-01'],
  ['//elsewhere.example/', undefined],
  ['/\\elsewhere.example/', undefined],
  ['https://elsewhere.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
  [7, undefined],
])('after a sign-in %j leads to %j: an address of this site alone', (next, leads) => {
  expect(nextAddress({ next })).toEqual({ next: leads, step: undefined });
});

test('what an address carries is read defensively: other types and unknown words are nothing', () => {
  expect(text('a'.repeat(200))).toHaveLength(100);
  expect([text(4), text(''), text(null), text({ toString: () => 'x' }), text(['x'])]).toEqual([
    '4',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  const { kind, sort, radius, view, urgent, q } = needFilters({
    kind: 'gold',
    sort: 'price',
    radius: 50,
    view: 'list',
    urgent: 'yes',
    q: 'дрова',
  });
  expect({ kind, sort, radius, view, urgent, q }).toEqual({ radius: '50', q: 'дрова' });
  expect(complaintView({ taken: 1.5, answered: 'true', about: '/needs/1' })).toEqual({ about: '/needs/1' });
});
