import type { BalanceItem, BalanceUnit, Kind } from '../../lib/api-types.js';

const MILLION = 1_000_000;
/** Units in which kinds are compared between places and spheres: of things those counted in pieces, the most usual. */
export const COMPARED: Record<Kind, string> = { money: 'kopeck', goods: 'pcs', time: 'minute' };

export const percent = (share: number): number => Math.round(share * 100);
export const shareOf = ({ share }: BalanceItem): number => share / MILLION;

/** The mean share over all open needs of these items: each need counts once. */
export function meanShare(items: readonly BalanceItem[]): number | null {
  const needs = items.reduce((sum, item) => sum + item.needs, 0);
  return needs === 0 ? null : items.reduce((sum, item) => sum + shareOf(item) * item.needs, 0) / needs;
}

/** Sums of one kind in the unit in which it is compared; null where nothing of it was asked for. */
export function comparedLine(items: readonly BalanceItem[], kind: Kind): BalanceUnit | null {
  const lines = items.flatMap(({ units }) =>
    units.filter((line) => line.kind === kind && line.unit === COMPARED[kind]),
  );
  if (lines.length === 0) return null;
  const sum = (part: 'required' | 'open' | 'reserved' | 'received'): number =>
    lines.reduce((all, line) => all + line[part], 0);
  return {
    kind,
    unit: COMPARED[kind],
    required: sum('required'),
    open: sum('open'),
    reserved: sum('reserved'),
    received: sum('received'),
  };
}

/** What of the amount asked for has arrived, 0..1. */
export function receivedShare(items: readonly BalanceItem[], kind: Kind): number | null {
  const line = comparedLine(items, kind);
  return line && line.required > 0 ? line.received / line.required : null;
}

/** Which of equal dots stands how high: one above the other where they would touch. */
export function stacked(values: readonly number[], apart: number): number[] {
  const rows: number[] = [];
  return values.map((value) => {
    const free = rows.findIndex((last) => value - last >= apart);
    const row = free === -1 ? rows.length : free;
    rows[row] = value;
    return row;
  });
}
