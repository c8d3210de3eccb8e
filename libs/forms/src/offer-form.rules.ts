import { measure, measureAs, type Catalogue } from '#catalogue';
import type { FieldError, Kind } from '#kernel';
import {
  changedTerms,
  checkTerms,
  missingStorage,
  readTerms,
  type OfferTerms,
  type OfferTermsForm,
} from './offer-terms.rules.js';

/** An offer as it is made. Quantities are decimals as people write them; times are instants. */
export interface OfferForm extends OfferTermsForm {
  readonly kind: string;
  /** Category or sphere. Money may leave it out (any), goods too when an item is named (the item's own). */
  readonly category?: string | null;
  readonly item?: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly each?: { readonly quantity: string; readonly unit: string } | null;
  /** Smallest part, in the same unit; absent: one box or pack where what it holds is said, else the smallest there is. Of boxes, only one that is no whole number of them lets them be opened. */
  readonly minLot?: string | null;
  /** An organization that the actor belongs to and that gives. */
  readonly onBehalfOf?: string | null;
  /** Absent: as the donor has said for all their giving. */
  readonly anonymous?: boolean;
  /** The giver has been asked whether so much is meant, and says yes. */
  readonly amountConfirmed?: boolean;
}

/** What an edit may name. What is given and in whose name stays: that is a new offer. */
export type OfferChanges = Partial<Omit<OfferForm, 'kind' | 'category' | 'item' | 'each' | 'onBehalfOf'>>;

/** Columns that the giver's words become. Amounts are in `baseUnit`. */
export interface OfferColumns extends OfferTerms {
  kind: Kind;
  category: string | null;
  item: string | null;
  unit: string;
  baseUnit: string;
  eachAmount: number | null;
  eachUnit: string | null;
  minLot: number;
  step: number;
}

type Wrong = { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads a whole form; `amount` is in `columns.baseUnit`. That organizations and needs which it names exist is the service's to ask. */
export function readOffer(
  catalogue: Catalogue,
  form: OfferForm,
  now: Date,
): { readonly ok: true; readonly columns: OfferColumns; readonly amount: number } | Wrong {
  const category =
    form.category ?? (form.kind === 'goods' && form.item ? catalogue.item(form.item)?.category : null) ?? null;
  const said: FieldError[] = [];
  const terms = readTerms(catalogue, { kind: form.kind, category, item: form.item || null }, form, now, said);
  const errors = [...checkTerms(catalogue, terms, now), ...said];
  const measured = measure(catalogue, {
    kind: form.kind,
    category,
    item: form.item,
    quantity: form.quantity,
    unit: form.unit,
    each: form.each,
  });
  if (!measured.ok) return { ok: false, errors: [...errors, ...measured.errors] };
  const { amount, unit, baseUnit, eachAmount, eachUnit } = measured;
  const lot = readLot(
    catalogue,
    { kind: form.kind as Kind, unit, baseUnit, eachAmount },
    form.minLot,
    form.unit,
    amount,
  );
  if (!lot.ok) return { ok: false, errors: [...errors, ...lot.errors] };
  if (errors.length > 0) return { ok: false, errors };
  const { title, description, place, radiusKm, startsAt, until, skills, prefers, only, bestBefore, coldChain } = terms; // no spread: a file has very many rows
  const { attributes, pickUp } = terms;
  return {
    ok: true,
    amount,
    columns: {
      title,
      description,
      place,
      radiusKm,
      startsAt,
      until,
      skills,
      prefers,
      only,
      bestBefore,
      coldChain,
      attributes,
      pickUp,
      kind: form.kind as Kind,
      category,
      item: form.item || null,
      unit,
      baseUnit,
      eachAmount,
      eachUnit,
      minLot: lot.amount,
      step: lot.step,
    },
  };
}

/** An edit: `pledge` is what the donor puts on the table in all, or null where the quantity stays. */
export function readOfferChanges(
  catalogue: Catalogue,
  offer: OfferColumns,
  pledged: number,
  changes: OfferChanges,
  now: Date,
):
  | {
      readonly ok: true;
      readonly columns: OfferTerms & Pick<OfferColumns, 'minLot' | 'step'>;
      readonly pledge: number | null;
    }
  | Wrong {
  const said: FieldError[] = [];
  const terms = changedTerms(catalogue, offer, changes, now, said);
  const touched = new Set(Object.keys(changes).filter((field) => changes[field as keyof OfferChanges] !== undefined));
  if (touched.has('place')) touched.add('radiusKm');
  if (touched.has('from')) touched.add('until');
  const errors = [
    ...checkTerms(catalogue, terms, now),
    ...missingStorage(catalogue, { ...offer, ...terms }),
    ...said,
  ].filter((error) => touched.has(error.field.split('.')[0] ?? ''));
  const unit = changes.unit ?? offer.unit;
  const whole = changes.quantity === undefined ? null : measureAs(catalogue, offer, changes.quantity, unit);
  if (whole && !whole.ok) return { ok: false, errors: [...errors, ...whole.errors] };
  const amount = whole?.amount ?? pledged;
  const lot =
    changes.minLot === undefined
      ? keepLot(offer.minLot, offer.step, amount)
      : readLot(catalogue, offer, changes.minLot, unit, amount);
  if (!lot.ok) return { ok: false, errors: [...errors, ...lot.errors] };
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, columns: { ...terms, minLot: lot.amount, step: lot.step }, pledge: whole?.amount ?? null };
}

function readLot(
  catalogue: Catalogue,
  thing: Pick<OfferColumns, 'kind' | 'unit' | 'baseUnit' | 'eachAmount'>,
  said: string | null | undefined,
  unit: string,
  amount: number,
): Lot | Wrong {
  // Nobody opens a box to give a part of it, unless its donor says so.
  const box = thing.kind === 'goods' ? (thing.eachAmount ?? 1) : 1;
  if (said === undefined || said === null) return { ok: true, amount: Math.min(box, amount), step: box };
  const lot = measureAs(catalogue, thing, said, unit, { quantity: 'minLot', unit: 'unit' });
  return lot.ok ? keepLot(lot.amount, lot.amount % box === 0 ? box : 1, amount) : lot;
}

/** The smallest part, and what every part is a multiple of. */
interface Lot {
  readonly ok: true;
  readonly amount: number;
  readonly step: number;
}

function keepLot(lot: number, step: number, amount: number): Lot | Wrong {
  return lot <= amount
    ? { ok: true, amount: lot, step }
    : { ok: false, errors: [{ field: 'minLot', code: 'offer.lot-above-quantity' }] };
}
