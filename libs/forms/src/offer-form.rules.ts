import { measure, measureAs, saysStorage, type Catalogue } from '#catalogue';
import { isId, type FieldError, type Kind, type ThingAttributes } from '#kernel';
import { readAttributes, type AttributesForm } from './attributes.rules.js';
import { OFFER_LIMITS as LIMITS } from './offer-limits.rules.js';
import { readPickUp, type PickUp, type PickUpForm } from './pick-up.rules.js';

/** An offer as it is made. Quantities are decimals as people write them; times are instants. */
export interface OfferForm {
  readonly kind: string;
  /** Category or sphere. Money may leave it out (any), goods too when an item is named (the item's own). */
  readonly category?: string | null;
  readonly item?: string | null;
  readonly title?: string | null;
  readonly description?: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly each?: { readonly quantity: string; readonly unit: string } | null;
  /** Smallest part, in the same unit; absent: one box or pack where what it holds is said, else the smallest there is. Of boxes, only one that is no whole number of them lets them be opened. */
  readonly minLot?: string | null;
  readonly place?: string | null;
  readonly radiusKm?: number | null;
  readonly from?: Date | null;
  /** Absent: 90 days from now. */
  readonly until?: Date | null;
  readonly skills?: readonly string[];
  readonly prefers?: readonly string[];
  /** Codes of spheres, categories and places, ids of organizations and needs: it is given to what any one of them names, and to nothing else. */
  readonly only?: readonly string[];
  /** Until when it keeps. Food and medicine must say. */
  readonly bestBefore?: Date | null;
  /** Whether it must be kept cold all the way. Food and medicine must say. */
  readonly coldChain?: boolean | null;
  /** What its type asks: size, season, condition. */
  readonly attributes?: AttributesForm | null;
  /** When things can be fetched, or that they are brought. */
  readonly pickUp?: PickUpForm | null;
  /** An organization that the actor belongs to and that gives. */
  readonly onBehalfOf?: string | null;
  /** Absent: as the donor has said for all their giving. */
  readonly anonymous?: boolean;
  /** The giver has been asked whether so much is meant, and says yes. */
  readonly amountConfirmed?: boolean;
}

/** What an edit may name. What is given and in whose name stays: that is a new offer. */
export type OfferChanges = Partial<Omit<OfferForm, 'kind' | 'category' | 'item' | 'each' | 'onBehalfOf'>>;

/** What a giver may change later. */
export interface OfferTerms {
  title: string | null;
  description: string | null;
  place: string | null;
  radiusKm: number | null;
  startsAt: Date | null;
  until: Date;
  skills: string[];
  prefers: string[];
  only: string[];
  bestBefore: Date | null;
  coldChain: boolean | null;
  attributes: ThingAttributes | null;
  pickUp: PickUp | null;
}

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
  const terms: OfferTerms = {
    ...readTerms(form, now),
    attributes: readAttributes(
      catalogue,
      { kind: form.kind, category, item: form.item || null },
      form.attributes,
      said,
    ),
    pickUp: readPickUp(form.kind, form.pickUp, now, said),
  };
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
  const terms: OfferTerms = {
    title: changes.title === undefined ? offer.title : text(changes.title),
    description: changes.description === undefined ? offer.description : text(changes.description),
    place: changes.place === undefined ? offer.place : changes.place,
    radiusKm: changes.radiusKm === undefined ? offer.radiusKm : changes.radiusKm,
    startsAt: changes.from === undefined ? offer.startsAt : changes.from,
    until: changes.until ?? offer.until,
    skills: unique(changes.skills ?? offer.skills),
    prefers: unique(changes.prefers ?? offer.prefers),
    only: changes.only === undefined ? offer.only : codesOf(changes.only),
    bestBefore: changes.bestBefore === undefined ? offer.bestBefore : changes.bestBefore,
    coldChain: changes.coldChain === undefined ? offer.coldChain : changes.coldChain,
    attributes:
      changes.attributes === undefined ? offer.attributes : readAttributes(catalogue, offer, changes.attributes, said),
    pickUp: changes.pickUp === undefined ? offer.pickUp : readPickUp(offer.kind, changes.pickUp, now, said),
  };
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

/** What food and medicine must say of how they keep, and do not. Files of others need not: of them nobody has said. */
export function missingStorage(
  catalogue: Catalogue,
  columns: Pick<OfferColumns, 'kind' | 'category' | 'item' | 'bestBefore' | 'coldChain'>,
): FieldError[] {
  if (!saysStorage(catalogue, columns)) return [];
  const errors: FieldError[] = [];
  if (columns.bestBefore === null) errors.push({ field: 'bestBefore', code: 'offer.best-before-needed' });
  if (columns.coldChain === null) errors.push({ field: 'coldChain', code: 'offer.cold-chain-needed' });
  return errors;
}

function readTerms(form: OfferForm, now: Date): Omit<OfferTerms, 'attributes' | 'pickUp'> {
  return {
    title: text(form.title),
    description: text(form.description),
    place: form.place ?? null,
    radiusKm: form.radiusKm ?? null,
    startsAt: form.from ?? null,
    until: form.until ?? new Date(Math.max(now.getTime(), form.from?.getTime() ?? 0) + LIMITS.standsForMs),
    skills: unique(form.skills ?? []),
    prefers: codesOf(form.prefers),
    only: codesOf(form.only),
    bestBefore: form.bestBefore ?? null,
    coldChain: form.coldChain ?? null,
  };
}

/** What is wrong with the terms of an offer that is to open or to be edited now. */
export function checkTerms(catalogue: Catalogue, terms: OfferTerms, now: Date): FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (field: string, code: string, params?: FieldError['params']): void =>
    void errors.push({ field, code, params });
  if ((terms.title?.length ?? 0) > LIMITS.titleMax) wrong('title', 'form.too-long', { max: LIMITS.titleMax });
  if ((terms.description?.length ?? 0) > LIMITS.descriptionMax)
    wrong('description', 'form.too-long', { max: LIMITS.descriptionMax });
  if (terms.place !== null && !isListed(catalogue.place(terms.place))) wrong('place', 'form.not-in-list');
  if (terms.radiusKm !== null && terms.place === null) wrong('radiusKm', 'offer.radius-needs-place');
  else if (terms.radiusKm !== null && !Number.isInteger(terms.radiusKm)) wrong('radiusKm', 'form.wrong-type');
  else if (terms.radiusKm !== null && terms.radiusKm < 1) wrong('radiusKm', 'form.too-small', { min: 1 });
  else if (terms.radiusKm !== null && terms.radiusKm > LIMITS.radiusMaxKm)
    wrong('radiusKm', 'form.too-large', { max: LIMITS.radiusMaxKm });
  if (terms.until <= now) wrong('until', 'offer.until-in-past');
  else if (terms.until.getTime() - now.getTime() > LIMITS.untilWithinMs) wrong('until', 'offer.until-too-far');
  else if (terms.startsAt !== null && terms.startsAt >= terms.until) wrong('from', 'offer.starts-after-end');
  codes('skills', terms.skills, LIMITS.skillsMax, (code) => isListed(catalogue.skill(code)), wrong);
  if (terms.bestBefore !== null && terms.bestBefore <= now) wrong('bestBefore', 'offer.best-before-past');
  else if (terms.bestBefore !== null && terms.bestBefore.getTime() - now.getTime() > LIMITS.keepsWithinMs)
    wrong('bestBefore', 'offer.best-before-too-far');
  codes(
    'only',
    terms.only,
    LIMITS.onlyMax,
    (code) => isId(code) || isPurpose(catalogue, code),
    wrong,
    'offer.bound-to-unknown',
  );
  codes('prefers', terms.prefers, LIMITS.prefersMax, (code) => isId(code) || isPurpose(catalogue, code), wrong);
  return errors;
}

function codes(
  field: string,
  given: readonly string[],
  max: number,
  known: (code: string) => boolean,
  wrong: (field: string, code: string, params?: FieldError['params']) => void,
  unknown = 'form.not-in-list',
): void {
  if (given.length > max) return wrong(field, 'form.too-many', { max });
  const at = given.findIndex((code) => !known(code));
  if (at >= 0) wrong(`${field}.${at}`, unknown);
}

/** A sphere, category or place that can be chosen. */
function isPurpose(catalogue: Catalogue, code: string): boolean {
  return [catalogue.sphere(code), catalogue.category(code), catalogue.place(code)].some(isListed);
}

function isListed(entry: { readonly retiredAt: Date | null } | undefined): boolean {
  return entry !== undefined && entry.retiredAt === null;
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

function text(words: string | null | undefined): string | null {
  const trimmed = words?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function codesOf(given: readonly string[] | undefined): string[] {
  return given === undefined || given.length === 0
    ? []
    : unique(given.map((code) => (isId(code) ? code.toLowerCase() : code)));
}

function unique(given: readonly string[]): string[] {
  return given.length < 2 ? [...given] : [...new Set(given)];
}
