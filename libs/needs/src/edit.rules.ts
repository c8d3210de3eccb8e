import type { Catalogue } from '#catalogue';
import type { FieldError } from '#kernel';
import {
  addsUp,
  readBudget,
  type BudgetLine,
  checkPlaceAndPeople,
  checkTimes,
  checkWords,
  readAccepted,
  type NeedColumns,
  type NeedForm,
} from '#forms';

/** Fields of a form that an edit names; null clears where a field may be empty. */
export type NeedChanges = Partial<Omit<NeedForm, 'organization'>>;

/** Why an edit is refused, field by field. */
export type Wrong = { readonly ok: false; readonly errors: readonly FieldError[] };

/** The whole form that a need amounts to once the changes are laid over it; amounts apart. */
export type ChangedForm = Omit<NeedForm, 'organization' | 'quantity' | 'unit' | 'each' | 'minQuantity'>;

export function overlay(need: NeedColumns, changes: NeedChanges): ChangedForm {
  return {
    kind: changes.kind ?? need.kind,
    category: changes.category ?? need.category,
    item: changes.item === undefined ? need.item : changes.item,
    title: changes.title ?? need.title,
    description: changes.description ?? need.description,
    place: changes.place ?? need.place,
    remote: changes.remote ?? need.remote,
    from: changes.from === undefined ? need.startsAt : changes.from,
    deadline: changes.deadline ?? need.deadline,
    urgency: changes.urgency ?? need.urgency,
    beneficiaries: changes.beneficiaries === undefined ? need.beneficiaries : changes.beneficiaries,
    beneficiaryGroups: changes.beneficiaryGroups ?? need.beneficiaryGroups,
    skills: changes.skills ?? need.skills,
    coldChain: changes.coldChain ?? need.coldChain,
    accepts: changes.accepts === undefined ? need.accepts : changes.accepts,
    autoAccept: changes.autoAccept ?? need.autoAccept,
  };
}

/** What is wrong with the fields that were named; what stays as it was is not judged again. */
export function checkNamed(catalogue: Catalogue, form: ChangedForm, changes: NeedChanges, now: Date): FieldError[] {
  const errors = [...checkWords(form), ...checkPlaceAndPeople(catalogue, form)].filter(
    (error) => changes[rootOf(error.field)] !== undefined,
  );
  if (changes.deadline !== undefined || changes.from !== undefined) errors.push(...checkTimes(form, now));
  return errors;
}

function rootOf(field: string): keyof NeedChanges {
  return field.split('.')[0] as keyof NeedChanges;
}

/** What it takes, where that was named; else it stays, or goes with the category that asked for it. */
export function acceptedAfter(
  catalogue: Catalogue,
  need: NeedColumns,
  form: ChangedForm,
  changes: NeedChanges,
  errors: FieldError[],
): NeedColumns['accepts'] {
  if (changes.accepts !== undefined)
    return readAccepted(
      catalogue,
      { kind: form.kind, category: form.category, item: form.item || null },
      changes.accepts,
      errors,
    );
  return form.category === need.category ? need.accepts : null;
}

/** The budget that an edit leaves: with another sum it has to be said again. */
export function budgetAfter(
  catalogue: Catalogue,
  need: NeedColumns,
  changes: NeedChanges,
  required: number,
): { readonly ok: true; readonly budget: BudgetLine[] | null } | Wrong {
  if (changes.budget !== undefined)
    return readBudget(catalogue, changes.budget, changes.unit ?? need.unit, { ...need, required });
  return need.budget === null || changes.quantity === undefined || addsUp(need.budget, required)
    ? { ok: true, budget: need.budget }
    : { ok: false, errors: [{ field: 'budget', code: 'need.budget-differs' }] };
}

export function keepMinimum(minAmount: number, required: number): { ok: true; amount: number } | Wrong {
  return minAmount <= required
    ? { ok: true, amount: minAmount }
    : { ok: false, errors: [{ field: 'minQuantity', code: 'need.minimum-above-quantity' }] };
}

/** The ledger counts this need in its unit and item from the first draft on. */
export function fixedFields(need: NeedColumns, changes: NeedChanges): FieldError[] {
  const errors: FieldError[] = [];
  if (changes.kind !== undefined && changes.kind !== need.kind)
    errors.push({ field: 'kind', code: 'need.counted-otherwise' });
  if (changes.item !== undefined && changes.item !== need.item)
    errors.push({ field: 'item', code: 'need.counted-otherwise' });
  return errors;
}
