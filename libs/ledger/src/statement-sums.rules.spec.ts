import { statementSums } from './statement-sums.rules.js';
import type { HeldEntry, StatementEntry, StatementKind, StatementUnit } from './statement.queries.js';

const at = new Date('2026-03-10T05:00:00Z');
const entry = (state: StatementEntry['state'], amount: number): StatementEntry => ({
  id: 'x',
  at,
  kind: 'delivery',
  state,
  amount,
  unit: 'pcs',
  item: null,
  match: null,
});
const unitOf = (kind: StatementKind, unit: string, opening: number, entries: StatementEntry[]): StatementUnit => ({
  kind,
  unit,
  opening,
  entries,
  closing: entries.reduce((sum, { state, amount }) => (state === 'posted' ? sum + amount : sum), opening),
});
const heldOf = (kind: StatementKind, unit: string, amount: number): HeldEntry => ({
  id: 'x',
  at,
  kind,
  amount,
  unit,
  item: null,
  match: null,
});

test.each([
  ['nothing', [], [], []],
  ['arrived', [unitOf('goods', 'pcs', 2, [entry('posted', 8)])], [], [['goods', 'pcs', 2, 8, 0, 10, 0]]],
  [
    'taken back is a row of its own',
    [unitOf('goods', 'pcs', 2, [entry('posted', 8), entry('posted', -3)])],
    [],
    [['goods', 'pcs', 2, 8, 3, 7, 0]],
  ],
  [
    'promised, held, ended and lost entries are in no sum',
    [
      unitOf('goods', 'pcs', 0, [
        entry('promised', 20),
        entry('held', 9),
        entry('voided', 4),
        entry('lost', 1),
        entry('posted', 8),
      ]),
    ],
    [heldOf('goods', 'pcs', 9)],
    [['goods', 'pcs', 0, 8, 0, 8, 9]],
  ],
  [
    'things of one unit are one sum',
    [unitOf('goods', 'pcs', 1, []), unitOf('goods', 'pcs', 2, [entry('posted', 1)])],
    [],
    [['goods', 'pcs', 3, 1, 0, 4, 0]],
  ],
  [
    'units and kinds are never added; money, goods, time',
    [
      unitOf('time', 'minute', 60, []),
      unitOf('goods', 'pcs', 1, []),
      unitOf('goods', 'gram', 5, []),
      unitOf('money', 'kopeck', 100, []),
    ],
    [],
    [
      ['money', 'kopeck', 100, 0, 0, 100, 0],
      ['goods', 'gram', 5, 0, 0, 5, 0],
      ['goods', 'pcs', 1, 0, 0, 1, 0],
      ['time', 'minute', 60, 0, 0, 60, 0],
    ],
  ],
  ['only promised', [], [heldOf('time', 'minute', 240)], [['time', 'minute', 0, 0, 0, 0, 240]]],
] as const)('%s', (_, units, held, expected) => {
  const sums = statementSums([...units], held);
  expect(
    sums.map((sum) => [sum.kind, sum.unit, sum.opening, sum.arrived, sum.takenBack, sum.closing, sum.promised]),
  ).toEqual(expected);
  for (const { opening, arrived, takenBack, closing } of sums) expect(opening + arrived - takenBack).toBe(closing);
});
