import type { Catalogue } from '#catalogue';
import { readNeed, type NeedColumns, type NeedForm } from '#forms';

/** The moment at which the forms below are read. */
export const NOW = new Date('2026-03-01T00:00:00Z');

/** A form of a need in which nothing is wrong. */
export const HEATERS: NeedForm = {
  organization: 'o',
  kind: 'goods',
  category: 'relief-household',
  item: 'heater',
  title: 'Обогреватели для посёлка',
  description: 'Отключили котельную, греются печами.',
  quantity: '120',
  unit: 'pcs',
  place: 'selemdzhinsky',
  deadline: new Date('2026-04-01T00:00:00Z'),
  urgency: 5,
};

/** The need that the form with these changes becomes. */
export function heatersWith(
  catalogue: Catalogue,
  changes: Partial<NeedForm> = {},
): { columns: NeedColumns; required: number } {
  const result = readNeed(catalogue, { ...HEATERS, ...changes }, NOW);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result;
}

/** Fields and codes of what is refused; empty where it is taken. */
export const faultsOf = (
  result:
    | { readonly ok: true }
    | { readonly ok: false; readonly errors: readonly { readonly field: string; readonly code: string }[] },
): string[] => (result.ok ? [] : result.errors.map(({ field, code }) => `${field} ${code}`));
