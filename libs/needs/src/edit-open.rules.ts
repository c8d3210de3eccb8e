import { measureAs, type Catalogue } from '#catalogue';
import { givesYesBeforehand, readAmounts, readMinimum, unique, type NeedColumns } from '#forms';
import type { FieldError } from '#kernel';
import {
  acceptedAfter,
  budgetAfter,
  checkNamed,
  fixedFields,
  keepMinimum,
  overlay,
  type ChangedForm,
  type NeedChanges,
  type Wrong,
} from './edit.rules.js';
import type { ReviewedChanges } from './need-edit.entity.js';

/** What an edit of an open need does: part of it at once, part of it after review. */
export interface OpenEdit {
  readonly ok: true;
  readonly atOnce: Partial<
    Pick<
      NeedColumns,
      'startsAt' | 'deadline' | 'urgency' | 'minAmount' | 'autoAccept' | 'skills' | 'coldChain' | 'accepts'
    >
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
  const accepts = acceptedAfter(catalogue, need, form, changes, errors);
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
      ...(changes.accepts === undefined ? {} : { accepts }),
      ...(smallest.amount === need.minAmount ? {} : { minAmount: smallest.amount }),
      ...(lowered < required ? { required: lowered } : {}),
    },
  };
}

/** What one visit or box holds is what donors have said yes to. */
function fixedOnceOpen(changes: NeedChanges): FieldError[] {
  return changes.each === undefined ? [] : [{ field: 'each', code: 'need.fixed-once-open' }];
}

function reviewedPart(
  need: NeedColumns,
  form: ChangedForm,
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
