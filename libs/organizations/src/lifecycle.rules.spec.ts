import { readFileSync } from 'node:fs';
import { canMove, HOLDING_INN, isEditable, ORGANIZATION_STATUSES } from './lifecycle.rules.js';

test('every status leads where it may and nowhere else', () => {
  const moves = ORGANIZATION_STATUSES.flatMap((from) =>
    ORGANIZATION_STATUSES.filter((to) => canMove(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(moves.sort()).toEqual([
    'draft → submitted',
    'returned → submitted',
    'submitted → returned',
    'submitted → verified',
    'suspended → returned',
    'suspended → verified',
    'verified → returned',
    'verified → suspended',
  ]);
});

test.each(ORGANIZATION_STATUSES.map((status) => [status, status === 'draft' || status === 'returned'] as const))(
  'its own people may correct one that is %s: %p',
  (status, may) => {
    expect(isEditable(status)).toBe(may);
  },
);

test('what was checked, or is being checked, is never edited in the same status', () => {
  for (const status of HOLDING_INN) expect(isEditable(status)).toBe(false);
});

test('an INN is taken in the statuses of the index', () => {
  const [, list] = /organizations_inn_once ON organizations \(inn\) WHERE status IN \(([^)]*)\)/.exec(
    readFileSync('migrations/1764000000005-organizations.ts', 'utf8'),
  )!;
  expect(
    list!
      .split(', ')
      .map((one) => one.replaceAll("'", ''))
      .sort(),
  ).toEqual([...HOLDING_INN].sort());
});
