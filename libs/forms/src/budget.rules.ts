import { measureAs, type Catalogue } from '#catalogue';
import type { FieldError } from '#kernel';
import { NEED_LIMITS as LIMITS } from './need-limits.rules.js';

/** One line of what money is for; the amount is in the base unit of the need. */
export interface BudgetLine {
  readonly what: string;
  readonly amount: number;
}

/** As it is written: the amount is a decimal in the unit of the quantity. */
export interface BudgetLineForm {
  readonly what: string;
  readonly amount: string;
}

/** How the need is counted, and how much it asks for. */
interface Counted {
  readonly kind: string;
  readonly unit: string;
  readonly baseUnit: string;
  readonly eachAmount: number | null;
  readonly required: number;
}

/** What the money is for, line by line: the lines add up to what is asked for. Nothing said is no budget. */
export function readBudget(
  catalogue: Catalogue,
  lines: readonly BudgetLineForm[] | null | undefined,
  unit: string,
  need: Counted,
): { readonly ok: true; readonly budget: BudgetLine[] | null } | { readonly ok: false; readonly errors: FieldError[] } {
  if (!lines || lines.length === 0) return { ok: true, budget: null };
  if (need.kind !== 'money') return { ok: false, errors: [{ field: 'budget', code: 'need.budget-of-money' }] };
  if (lines.length > LIMITS.budgetLinesMax)
    return { ok: false, errors: [{ field: 'budget', code: 'form.too-many', params: { max: LIMITS.budgetLinesMax } }] };
  const errors: FieldError[] = [];
  const budget: BudgetLine[] = [];
  lines.forEach((line, at) => {
    const what = line.what.trim();
    if (what.length < LIMITS.budgetWhatMin)
      errors.push({ field: `budget.${at}.what`, code: 'form.too-short', params: { min: LIMITS.budgetWhatMin } });
    if (what.length > LIMITS.budgetWhatMax)
      errors.push({ field: `budget.${at}.what`, code: 'form.too-long', params: { max: LIMITS.budgetWhatMax } });
    const read = measureAs(catalogue, need, line.amount, unit, { quantity: `budget.${at}.amount`, unit: 'unit' });
    if (!read.ok) errors.push(...read.errors);
    else budget.push({ what, amount: read.amount });
  });
  if (errors.length === 0 && !addsUp(budget, need.required))
    errors.push({ field: 'budget', code: 'need.budget-differs' });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, budget };
}

/** Whether the lines are all of what is asked for: one that no longer is, is shown to nobody. */
export function addsUp(budget: readonly BudgetLine[] | null, required: number): boolean {
  return budget !== null && budget.reduce((sum, { amount }) => sum + amount, 0) === required;
}
