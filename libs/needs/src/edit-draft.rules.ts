import type { Catalogue } from '#catalogue';
import { givesYesBeforehand, readAmounts, readMinimum, unique, type NeedColumns } from '#forms';
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

const MEASURED = ['unit', 'each'] as const;

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
  const accepts = acceptedAfter(catalogue, need, form, changes, errors);
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
      accepts,
      autoAccept: givesYesBeforehand(catalogue, {
        category: rest.category,
        autoAccept: rest.autoAccept ?? need.autoAccept,
      }),
      budget: budget.budget,
    },
  };
}

function rewriteAmounts(
  catalogue: Catalogue,
  need: NeedColumns,
  required: number,
  form: ChangedForm,
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
