import type { HeldEntry, Statement, StatementKind } from './statement.queries.js';

/** opening + arrived − takenBack = closing, to the base unit; what is promised stands beside it. */
export interface StatementSum {
  kind: StatementKind;
  unit: string;
  opening: number;
  arrived: number;
  /** What later entries took back: positive. */
  takenBack: number;
  closing: number;
  promised: number;
}

const KINDS: readonly StatementKind[] = ['money', 'goods', 'time'];

/** The sums of a statement, one for each unit; units of one kind stand side by side and are never added to each other. The page, the files and the check say these. */
export function statementSums(units: Statement['units'], held: readonly HeldEntry[]): StatementSum[] {
  const sums = new Map<string, StatementSum>();
  const of = (kind: StatementKind, unit: string): StatementSum => {
    const found = sums.get(unit) ?? { kind, unit, opening: 0, arrived: 0, takenBack: 0, closing: 0, promised: 0 };
    sums.set(unit, found);
    return found;
  };
  for (const unit of units) {
    const sum = of(unit.kind, unit.unit);
    sum.opening += unit.opening;
    sum.closing += unit.closing;
    for (const { state, amount } of unit.entries) {
      if (state === 'posted' && amount > 0) sum.arrived += amount;
      if (state === 'posted' && amount < 0) sum.takenBack -= amount;
    }
  }
  for (const { kind, unit, amount } of held) of(kind, unit).promised += amount;
  return [...sums.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.unit < b.unit ? -1 : 1));
}
