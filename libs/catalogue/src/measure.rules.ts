import { DECIMAL, MAX_AMOUNT, toBaseUnits, type FieldError } from '#kernel';
import type { Catalogue } from './catalogue.js';
import type { Unit } from './entries.js';
import { basesWithin, choose, isContainer, unitsFor, unitWords, type Choice, type Chosen } from './choice.rules.js';

export interface MeasureInput extends Choice {
  /** A decimal above zero, as it was written: "1500.00". */
  readonly quantity: string;
  /** A code of `units.tsv` or a base unit (kopeck, minute, gram ...). */
  readonly unit: string;
  /** What one visit, trip, day, box or pack holds. */
  readonly each?: { readonly quantity: string; readonly unit: string } | null;
}

export interface Measured {
  readonly ok: true;
  /** In `baseUnit`: what the ledger counts. */
  readonly amount: number;
  readonly baseUnit: string;
  /** As the author said it, always a code of `units.tsv` ("minute" becomes "hour", "gram" the category's "kg"). */
  readonly unit: string;
  /** What one `unit` holds, in `baseUnit`; null where the unit itself is measured. */
  readonly eachAmount: number | null;
  /** The unit in which the author said it. */
  readonly eachUnit: string | null;
}

export interface NotMeasured {
  readonly ok: false;
  readonly errors: readonly FieldError[];
}

/**
 * Turns the quantity of a request into what the ledger counts, exactly.
 * @param fieldPrefix put before each field named in an error, for a quantity that is nested ("lines.3.")
 */
export function measure(catalogue: Catalogue, input: MeasureInput, fieldPrefix = ''): Measured | NotMeasured {
  const errors: FieldError[] = [];
  const chosen = choose(catalogue, input, fieldPrefix, errors);
  const quantity = `${fieldPrefix}quantity`;
  // Whatever it is of, that it is no number is said with the rest.
  const number = DECIMAL.test(input.quantity) ? [] : [{ field: quantity, code: 'quantity.not-a-number' }];
  if (!chosen) return { ok: false, errors: [...errors, ...number] };
  const said = findUnit(catalogue, chosen, input.unit);
  if (!said.ok)
    return { ok: false, errors: [{ field: `${fieldPrefix}unit`, code: said.code, params: said.params }, ...number] };

  const each = readEach(catalogue, chosen, said.unit, input.each ?? null, fieldPrefix, errors);
  const whole = toBaseUnits(input.quantity, said.exact.basePerUnit);
  if (!whole.ok) errors.push({ field: quantity, code: whole.code });
  if (!whole.ok || each === undefined) return { ok: false, errors };
  if (!each)
    return {
      ok: true,
      amount: whole.amount,
      baseUnit: said.unit.base,
      unit: said.unit.code,
      eachAmount: null,
      eachUnit: null,
    };

  const amount = times(whole.amount, each.amount);
  if (amount === null) return { ok: false, errors: [{ field: quantity, code: 'quantity.too-large' }] };
  return {
    ok: true,
    amount,
    baseUnit: each.unit.base,
    unit: said.unit.code,
    eachAmount: each.amount,
    eachUnit: each.unit.code,
  };
}

/** An existing need or offer, as far as measuring a part of it goes (row or view). */
export interface MeasuredThing {
  readonly unit: string;
  readonly baseUnit?: string;
  readonly base_unit?: string;
  readonly eachAmount?: number | null;
  readonly each_amount?: number | null;
}

/** Measures a part of an existing need or offer ("48 pcs arrived") in that thing's own base unit. */
export function measureAs(
  catalogue: Catalogue,
  thing: MeasuredThing,
  quantity: string,
  unit: string,
  fields: { readonly quantity: string; readonly unit: string } = { quantity: 'quantity', unit: 'unit' },
): { readonly ok: true; readonly amount: number } | NotMeasured {
  const baseUnit = thing.baseUnit ?? thing.base_unit ?? '';
  const eachAmount = thing.eachAmount ?? thing.each_amount ?? null;
  const said = catalogue.unit(unit);
  if (!said) return { ok: false, errors: [{ field: fields.unit, code: 'quantity.unknown-unit' }] };
  const contained = unit === thing.unit && eachAmount !== null;
  if (!contained && said.base !== baseUnit) {
    const fitting = catalogue.units.filter((known) => known.base === baseUnit).map((known) => known.code);
    if (eachAmount !== null) fitting.unshift(thing.unit);
    return {
      ok: false,
      errors: [
        {
          field: fields.unit,
          code: 'catalogue.unit-does-not-fit',
          params: unitWords(catalogue, fitting.length > 0 ? fitting : [baseUnit]),
        },
      ],
    };
  }
  const whole = toBaseUnits(quantity, contained ? 1 : said.basePerUnit);
  if (!whole.ok) return { ok: false, errors: [{ field: fields.quantity, code: whole.code }] };
  const amount = contained ? times(whole.amount, eachAmount) : whole.amount;
  if (amount === null) return { ok: false, errors: [{ field: fields.quantity, code: 'quantity.too-large' }] };
  return { ok: true, amount };
}

/** `unit`: of `units.tsv`; `exact`: what was said, which may be its base unit. */
type FoundUnit = { ok: true; unit: Unit; exact: Unit } | { ok: false; code: string; params?: FieldError['params'] };

function findUnit(catalogue: Catalogue, chosen: Chosen, code: string): FoundUnit {
  const exact = catalogue.unit(code);
  if (!exact) return { ok: false, code: 'quantity.unknown-unit' };
  const allowed = unitsFor(chosen);
  if (allowed.includes(code)) return { ok: true, unit: exact, exact };
  if (exact.code === exact.base) {
    const unit = allowed
      .map((candidate) => catalogue.unit(candidate))
      .find((candidate) => candidate?.base === exact.base);
    if (unit) return { ok: true, unit, exact };
  }
  return { ok: false, code: 'catalogue.unit-does-not-fit', params: unitWords(catalogue, allowed) };
}

/** Null: none is needed; undefined: something is wrong and `errors` says what. */
function readEach(
  catalogue: Catalogue,
  chosen: Chosen,
  unit: Unit,
  each: { readonly quantity: string; readonly unit: string } | null,
  prefix: string,
  errors: FieldError[],
): { amount: number; unit: Unit } | null | undefined {
  const wrong = (field: string, code: string, params?: FieldError['params']): undefined => {
    errors.push({ field: `${prefix}${field}`, code, params });
    return undefined;
  };
  if (!each) return chosen.kind === 'time' && unit.base !== 'minute' ? wrong('each', 'catalogue.each-needed') : null;
  if (chosen.kind === 'money' || !isContainer(unit)) return wrong('each', 'catalogue.each-does-not-fit');
  const held = catalogue.unit(each.unit);
  if (!held) return wrong('each.unit', 'quantity.unknown-unit');
  const bases = basesWithin(catalogue, chosen, unit);
  if (!bases.includes(held.base)) {
    const fitting = catalogue.units.filter((known) => bases.includes(known.base)).map((known) => known.code);
    return wrong('each.unit', 'catalogue.unit-does-not-fit', unitWords(catalogue, fitting));
  }
  const amount = toBaseUnits(each.quantity, held.basePerUnit);
  return amount.ok ? { amount: amount.amount, unit: held } : wrong('each.quantity', amount.code);
}

function times(amount: number, each: number): number | null {
  const product = BigInt(amount) * BigInt(each);
  return product > BigInt(MAX_AMOUNT) ? null : Number(product);
}
