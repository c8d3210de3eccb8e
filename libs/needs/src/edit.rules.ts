import { measureAs, type Catalogue } from '#catalogue';
import type { FieldError } from '#kernel';
import { givesYesBeforehand } from '#forms';
import {
  addsUp,
  readBudget,
  type BudgetLine,
  checkPlaceAndPeople,
  checkTimes,
  checkWords,
  readAmounts,
  readMinimum,
  unique,
  type NeedColumns,
  type NeedForm,
} from '#forms';
import type { ReviewedChanges } from './need-edit.entity.js';

/** Fields of a form that an edit names; null clears where a field may be empty. */
export type NeedChanges = Partial<Omit<NeedForm, 'organization'>>;

type Wrong = { readonly ok: false; readonly errors: readonly FieldError[] };

const MEASURED = ['unit', 'each'] as const;

/** The whole form that a need amounts to once the changes are laid over it; amounts apart. */
function overlay(
  need: NeedColumns,
  changes: NeedChanges,
): Omit<NeedForm, 'organization' | 'quantity' | 'unit' | 'each' | 'minQuantity'> {
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
    autoAccept: changes.autoAccept ?? need.autoAccept,
  };
}

/** What is wrong with the fields that were named; what stays as it was is not judged again. */
function checkNamed(
  catalogue: Catalogue,
  form: ReturnType<typeof overlay>,
  changes: NeedChanges,
  now: Date,
): FieldError[] {
  const errors = [...checkWords(form), ...checkPlaceAndPeople(catalogue, form)].filter(
    (error) => changes[rootOf(error.field)] !== undefined,
  );
  if (changes.deadline !== undefined || changes.from !== undefined) errors.push(...checkTimes(form, now));
  return errors;
}

function rootOf(field: string): keyof NeedChanges {
  return field.split('.')[0] as keyof NeedChanges;
}

/** A draft or returned need, rewritten: everything but what the ledger counts it in may change. `required` is what it asks for now. */
export function rewriteUnseen(
  catalogue: Catalogue,
  need: NeedColumns,
  required: number,
  changes: NeedChanges,
  now: Date,
): { readonly ok: true; readonly columns: NeedColumns; readonly required: number } | Wrong {
  const form = overlay(need, changes);
  const fixed = fixedFields(need, changes);
  if (fixed.length > 0) return { ok: false, errors: fixed };
  const errors = checkNamed(catalogue, form, changes, now);
  const amounts = rewriteAmounts(catalogue, need, required, form, changes);
  if (!amounts.ok) errors.push(...amounts.errors);
  if (errors.length > 0 || !amounts.ok) return { ok: false, errors };
  const budget = budgetAfter(catalogue, need, changes, amounts.required);
  if (!budget.ok) return budget;
  const { ok: _, required: asked, ...measured } = amounts;
  const { kind, from, beneficiaryGroups, skills, ...rest } = form;
  return {
    ok: true,
    required: asked,
    columns: {
      ...measured,
      kind: kind as NeedColumns['kind'],
      category: rest.category,
      item: rest.item || null,
      title: rest.title.trim(),
      description: rest.description.trim(),
      place: rest.place,
      remote: rest.remote ?? false,
      startsAt: from ?? null,
      deadline: rest.deadline,
      urgency: rest.urgency,
      beneficiaries: rest.beneficiaries ?? null,
      beneficiaryGroups: unique(beneficiaryGroups ?? []),
      skills: unique(skills ?? []),
      coldChain: rest.coldChain ?? false,
      autoAccept: givesYesBeforehand(catalogue, {
        category: rest.category,
        autoAccept: rest.autoAccept ?? need.autoAccept,
      }),
      budget: budget.budget,
    },
  };
}

/** The budget that an edit leaves: with another sum it has to be said again. */
function budgetAfter(
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

function rewriteAmounts(
  catalogue: Catalogue,
  need: NeedColumns,
  required: number,
  form: ReturnType<typeof overlay>,
  changes: NeedChanges,
): ReturnType<typeof readAmounts> {
  const recount = changes.quantity !== undefined || MEASURED.some((field) => changes[field] !== undefined);
  if (recount && changes.quantity === undefined)
    return { ok: false, errors: [{ field: 'quantity', code: 'need.quantity-with-unit' }] };
  const unit = changes.unit ?? need.unit;
  const kept =
    need.eachAmount === null || unit !== need.unit
      ? undefined
      : { quantity: String(need.eachAmount), unit: need.baseUnit };
  const each = changes.each === undefined ? kept : changes.each;
  const whole = readAmounts(catalogue, {
    ...form,
    quantity: changes.quantity ?? '1',
    unit,
    each,
    minQuantity: undefined,
  });
  if (!whole.ok) return whole;
  if (whole.baseUnit !== need.baseUnit)
    return { ok: false, errors: [{ field: 'unit', code: 'need.counted-otherwise' }] };
  const asked = recount ? whole.required : required;
  const smallest =
    changes.minQuantity === undefined
      ? keepMinimum(need.minAmount, asked)
      : readMinimum(catalogue, whole, changes.minQuantity, unit, asked);
  if (!smallest.ok) return smallest;
  return {
    ok: true,
    required: asked,
    unit: recount ? whole.unit : need.unit,
    baseUnit: need.baseUnit,
    eachAmount: whole.eachAmount,
    eachUnit: kept && changes.each === undefined ? need.eachUnit : whole.eachUnit,
    minAmount: smallest.amount,
  };
}

function keepMinimum(minAmount: number, required: number): { ok: true; amount: number } | Wrong {
  return minAmount <= required
    ? { ok: true, amount: minAmount }
    : { ok: false, errors: [{ field: 'minQuantity', code: 'need.minimum-above-quantity' }] };
}

/** What an edit of an open need does: part of it at once, part of it after review. */
export interface OpenEdit {
  readonly ok: true;
  readonly atOnce: Partial<
    Pick<NeedColumns, 'startsAt' | 'deadline' | 'urgency' | 'minAmount' | 'autoAccept' | 'skills' | 'coldChain'>
  > & { readonly required?: number };
  /** Named fields only; a field set back to what is public stands in `settled`. */
  readonly reviewed: ReviewedChanges;
  readonly settled: readonly (keyof ReviewedChanges)[];
}

/** Words, purpose, place, whom it helps, and more than was asked for: read by a moderator before the public sees it. */
export function editOpen(
  catalogue: Catalogue,
  need: NeedColumns,
  required: number,
  changes: NeedChanges,
  now: Date,
): OpenEdit | Wrong {
  const form = overlay(need, changes);
  const errors = [
    ...fixedFields(need, changes),
    ...fixedOnceOpen(changes),
    ...checkNamed(catalogue, form, changes, now),
  ];
  if (errors.length > 0) return { ok: false, errors };
  const purpose =
    changes.category === undefined
      ? null
      : readAmounts(catalogue, {
          ...form,
          quantity: '1',
          unit: need.unit,
          each: need.eachAmount === null ? null : { quantity: String(need.eachAmount), unit: need.baseUnit },
        });
  if (purpose && !purpose.ok) return purpose;

  const wanted =
    changes.quantity === undefined ? null : measureAs(catalogue, need, changes.quantity, changes.unit ?? need.unit);
  if (wanted && !wanted.ok) return wanted;
  const asked = wanted?.amount ?? required;
  const lowered = Math.min(asked, required);
  const smallest =
    changes.minQuantity === undefined
      ? keepMinimum(need.minAmount, lowered)
      : readMinimum(catalogue, need, changes.minQuantity, changes.unit ?? need.unit, lowered);
  if (!smallest.ok) return smallest;

  const budget = budgetAfter(catalogue, need, changes, asked);
  if (!budget.ok) return budget;
  const { reviewed, settled } = reviewedPart(need, form, changes);
  if (changes.budget !== undefined) {
    if (JSON.stringify(budget.budget) === JSON.stringify(need.budget)) settled.push('budget');
    else reviewed.budget = budget.budget;
  }
  if (asked > required) reviewed.required = asked;
  else if (wanted) settled.push('required');
  return {
    ok: true,
    reviewed,
    settled,
    atOnce: {
      ...(changes.from === undefined ? {} : { startsAt: form.from ?? null }),
      ...(changes.deadline === undefined ? {} : { deadline: form.deadline }),
      ...(changes.urgency === undefined ? {} : { urgency: form.urgency }),
      ...(changes.autoAccept === undefined
        ? {}
        : { autoAccept: givesYesBeforehand(catalogue, { category: need.category, autoAccept: changes.autoAccept }) }),
      ...(changes.skills === undefined ? {} : { skills: unique(changes.skills) }),
      ...(changes.coldChain === undefined ? {} : { coldChain: changes.coldChain }),
      ...(smallest.amount === need.minAmount ? {} : { minAmount: smallest.amount }),
      ...(lowered < required ? { required: lowered } : {}),
    },
  };
}

/** The ledger counts this need in its unit and item from the first draft on. */
function fixedFields(need: NeedColumns, changes: NeedChanges): FieldError[] {
  const errors: FieldError[] = [];
  if (changes.kind !== undefined && changes.kind !== need.kind)
    errors.push({ field: 'kind', code: 'need.counted-otherwise' });
  if (changes.item !== undefined && changes.item !== need.item)
    errors.push({ field: 'item', code: 'need.counted-otherwise' });
  return errors;
}

/** What one visit or box holds is what donors have said yes to. */
function fixedOnceOpen(changes: NeedChanges): FieldError[] {
  return changes.each === undefined ? [] : [{ field: 'each', code: 'need.fixed-once-open' }];
}

function reviewedPart(
  need: NeedColumns,
  form: ReturnType<typeof overlay>,
  changes: NeedChanges,
): { reviewed: ReviewedChanges; settled: (keyof ReviewedChanges)[] } {
  const after = {
    title: form.title.trim(),
    description: form.description.trim(),
    category: form.category,
    place: form.place,
    remote: form.remote ?? false,
    beneficiaries: form.beneficiaries ?? null,
    beneficiaryGroups: unique(form.beneficiaryGroups ?? []),
  };
  const reviewed: ReviewedChanges = {};
  const settled: (keyof ReviewedChanges)[] = [];
  for (const field of Object.keys(after) as (keyof typeof after)[]) {
    if (changes[field] === undefined) continue;
    if (JSON.stringify(after[field]) === JSON.stringify(need[field])) settled.push(field);
    else Object.assign(reviewed, { [field]: after[field] });
  }
  return { reviewed, settled };
}

/** Several edits make one: the newest word on each field, and nothing that is public already. Null when nothing is left to read. */
export function mergeEdits(
  before: ReviewedChanges,
  edit: Pick<OpenEdit, 'reviewed' | 'settled'>,
): ReviewedChanges | null {
  const merged: ReviewedChanges = { ...before, ...edit.reviewed };
  for (const field of edit.settled) delete merged[field];
  return Object.keys(merged).length > 0 ? merged : null;
}
