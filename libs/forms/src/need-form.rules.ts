import { measure, measureAs, type Catalogue } from '#catalogue';
import type { FieldError, Kind } from '#kernel';
import { readBudget, type BudgetLine, type BudgetLineForm } from './budget.rules.js';
import { givesYesBeforehand } from './private.rules.js';
import { NEED_LIMITS as LIMITS } from './need-limits.rules.js';

/** A need as it is asked for. Quantities are decimals as people write them; times are instants. */
export interface NeedForm {
  readonly organization: string;
  readonly kind: string;
  readonly category: string;
  /** Goods only. */
  readonly item?: string | null;
  readonly title: string;
  readonly description: string;
  readonly quantity: string;
  readonly unit: string;
  /** What one visit, trip, day, box or pack holds. */
  readonly each?: { readonly quantity: string; readonly unit: string } | null;
  /** Smallest useful part, in the same unit; absent: the smallest there is. */
  readonly minQuantity?: string | null;
  readonly place: string;
  readonly remote?: boolean;
  readonly from?: Date | null;
  readonly deadline: Date;
  readonly urgency: number;
  readonly beneficiaries?: number | null;
  readonly beneficiaryGroups?: readonly string[];
  readonly skills?: readonly string[];
  /** The organization can keep it cold. */
  readonly coldChain?: boolean;
  /** Absent: yes for money, no for everything else. In a private category always no. */
  readonly autoAccept?: boolean;
  /** Money only: what it is for. The lines add up to the quantity. */
  readonly budget?: readonly BudgetLineForm[] | null;
}

/** Columns that the author's words become. Amounts are in `baseUnit`. */
export interface NeedColumns {
  kind: Kind;
  category: string;
  item: string | null;
  title: string;
  description: string;
  unit: string;
  baseUnit: string;
  eachAmount: number | null;
  eachUnit: string | null;
  minAmount: number;
  place: string;
  remote: boolean;
  startsAt: Date | null;
  deadline: Date;
  urgency: number;
  beneficiaries: number | null;
  beneficiaryGroups: string[];
  skills: string[];
  coldChain: boolean;
  autoAccept: boolean;
  budget: BudgetLine[] | null;
}

/** A request read against the catalogue: `required` is in `columns.baseUnit`. */
export type ReadNeed =
  | { readonly ok: true; readonly columns: NeedColumns; readonly required: number }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads a whole form; every field that is wrong is named once. */
export function readNeed(catalogue: Catalogue, form: NeedForm, now: Date): ReadNeed {
  const errors = [...checkWords(form), ...checkTimes(form, now), ...checkPlaceAndPeople(catalogue, form)];
  const amounts = readAmounts(catalogue, form);
  if (!amounts.ok) return { ok: false, errors: [...errors, ...amounts.errors] };
  const budget = readBudget(catalogue, form.budget, form.unit, { ...amounts, kind: form.kind });
  if (!budget.ok) errors.push(...budget.errors);
  if (errors.length > 0 || !budget.ok) return { ok: false, errors };
  const { required, minAmount, ...measured } = amounts;
  return {
    ok: true,
    required,
    columns: {
      kind: form.kind as Kind,
      category: form.category,
      item: form.item || null,
      title: form.title.trim(),
      description: form.description.trim(),
      unit: measured.unit,
      baseUnit: measured.baseUnit,
      eachAmount: measured.eachAmount,
      eachUnit: measured.eachUnit,
      minAmount,
      place: form.place,
      remote: form.remote ?? false,
      startsAt: form.from ?? null,
      deadline: form.deadline,
      urgency: form.urgency,
      beneficiaries: form.beneficiaries ?? null,
      beneficiaryGroups: unique(form.beneficiaryGroups ?? []),
      skills: unique(form.skills ?? []),
      coldChain: form.coldChain ?? false,
      autoAccept: givesYesBeforehand(catalogue, {
        category: form.category,
        autoAccept: form.autoAccept ?? form.kind === 'money',
      }),
      budget: budget.budget,
    },
  };
}

export function unique(codes: readonly string[]): string[] {
  return codes.length < 2 ? [...codes] : [...new Set(codes)];
}

export function checkWords(words: { readonly title: string; readonly description: string }): FieldError[] {
  return [
    ...length('title', words.title, LIMITS.titleMin, LIMITS.titleMax),
    ...length('description', words.description, LIMITS.descriptionMin, LIMITS.descriptionMax),
  ];
}

function length(field: string, text: string, min: number, max: number): FieldError[] {
  const signs = text.trim().length;
  if (signs < min) return [{ field, code: 'form.too-short', params: { min } }];
  return signs > max ? [{ field, code: 'form.too-long', params: { max } }] : [];
}

export function checkTimes(times: { readonly from?: Date | null; readonly deadline: Date }, now: Date): FieldError[] {
  if (times.deadline <= now) return [{ field: 'deadline', code: 'need.deadline-in-past' }];
  if (times.deadline.getTime() - now.getTime() > LIMITS.deadlineWithinMs)
    return [{ field: 'deadline', code: 'need.deadline-too-far' }];
  if (times.from && times.from >= times.deadline) return [{ field: 'from', code: 'need.starts-after-deadline' }];
  return [];
}

interface PlaceAndPeople {
  readonly place: string;
  readonly urgency: number;
  readonly beneficiaries?: number | null;
  readonly beneficiaryGroups?: readonly string[];
  readonly skills?: readonly string[];
}

export function checkPlaceAndPeople(catalogue: Catalogue, form: PlaceAndPeople): FieldError[] {
  const errors: FieldError[] = [];
  if (!isListed(catalogue.place(form.place))) errors.push({ field: 'place', code: 'form.not-in-list' });
  errors.push(...range('urgency', form.urgency, 1, 5));
  if (form.beneficiaries !== undefined && form.beneficiaries !== null)
    errors.push(...range('beneficiaries', form.beneficiaries, 1, LIMITS.beneficiariesMax));
  errors.push(
    ...codes('beneficiaryGroups', form.beneficiaryGroups, LIMITS.groupsMax, (code) =>
      isListed(catalogue.beneficiaryGroup(code)),
    ),
  );
  errors.push(...codes('skills', form.skills, LIMITS.skillsMax, (code) => isListed(catalogue.skill(code))));
  return errors;
}

function isListed(entry: { readonly retiredAt: Date | null } | undefined): boolean {
  return entry !== undefined && entry.retiredAt === null;
}

function range(field: string, value: number, min: number, max: number): FieldError[] {
  if (!Number.isInteger(value)) return [{ field, code: 'form.wrong-type' }];
  if (value < min) return [{ field, code: 'form.too-small', params: { min } }];
  return value > max ? [{ field, code: 'form.too-large', params: { max } }] : [];
}

function codes(
  field: string,
  given: readonly string[] | undefined,
  max: number,
  known: (code: string) => boolean,
): FieldError[] {
  if (!given) return [];
  if (given.length > max) return [{ field, code: 'form.too-many', params: { max } }];
  const wrong = given.findIndex((code) => !known(code));
  return wrong >= 0 ? [{ field: `${field}.${wrong}`, code: 'form.not-in-list' }] : [];
}

type Amounts = Pick<NeedColumns, 'unit' | 'baseUnit' | 'eachAmount' | 'eachUnit' | 'minAmount'> & {
  readonly required: number;
};

/** Quantity, what one of them holds, and the smallest useful part, as the ledger counts them. */
export function readAmounts(
  catalogue: Catalogue,
  form: Pick<NeedForm, 'kind' | 'category' | 'item' | 'quantity' | 'unit' | 'each' | 'minQuantity'>,
): ({ readonly ok: true } & Amounts) | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const { kind, category, item, quantity, unit, each } = form;
  const measured = measure(catalogue, { kind, category, item, quantity, unit, each, exactCategory: true });
  if (!measured.ok) return measured;
  const { amount: required, baseUnit, eachAmount, eachUnit } = measured;
  const smallest = readMinimum(
    catalogue,
    { unit: measured.unit, baseUnit, eachAmount },
    form.minQuantity,
    unit,
    required,
  );
  if (!smallest.ok) return smallest;
  return { ok: true, required, baseUnit, unit: measured.unit, eachAmount, eachUnit, minAmount: smallest.amount };
}

/** @param said the smallest useful part as written, in the unit of the quantity; null or absent: one base unit */
export function readMinimum(
  catalogue: Catalogue,
  thing: Pick<NeedColumns, 'unit' | 'baseUnit' | 'eachAmount'>,
  said: string | null | undefined,
  unit: string,
  required: number,
): { readonly ok: true; readonly amount: number } | { readonly ok: false; readonly errors: readonly FieldError[] } {
  if (said === undefined || said === null) return { ok: true, amount: 1 };
  const measured = measureAs(catalogue, thing, said, unit, { quantity: 'minQuantity', unit: 'unit' });
  if (!measured.ok) return measured;
  if (measured.amount > required)
    return { ok: false, errors: [{ field: 'minQuantity', code: 'need.minimum-above-quantity' }] };
  return measured;
}
