import { saysStorage, type Catalogue } from '#catalogue';
import { isId, type FieldError, type ThingAttributes } from '#kernel';
import { readAttributes, type AttributesForm } from './attributes.rules.js';
import { OFFER_LIMITS as LIMITS } from './offer-limits.rules.js';
import { readPickUp, type PickUp, type PickUpForm } from './pick-up.rules.js';

/** What a form says of how and when something is given; all of it can be edited later. Times are instants. */
export interface OfferTermsForm {
  readonly title?: string | null;
  readonly description?: string | null;
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
}

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

/** What is given. */
interface Thing {
  readonly kind: string;
  readonly category: string | null;
  readonly item: string | null;
}

/** The terms of a new offer; what is wrong with what is said of things is added to `said`. */
export function readTerms(
  catalogue: Catalogue,
  thing: Thing,
  form: OfferTermsForm,
  now: Date,
  said: FieldError[],
): OfferTerms {
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
    attributes: readAttributes(catalogue, thing, form.attributes, said),
    pickUp: readPickUp(thing.kind, form.pickUp, now, said),
  };
}

/** The terms once those that an edit names are laid over the offer; what is wrong with what is said of things is added to `said`. */
export function changedTerms(
  catalogue: Catalogue,
  offer: OfferTerms & Thing,
  changes: Partial<OfferTermsForm>,
  now: Date,
  said: FieldError[],
): OfferTerms {
  return {
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
}

/** What food and medicine must say of how they keep, and do not. Files of others need not: of them nobody has said. */
export function missingStorage(
  catalogue: Catalogue,
  columns: Thing & Pick<OfferTerms, 'bestBefore' | 'coldChain'>,
): FieldError[] {
  if (!saysStorage(catalogue, columns)) return [];
  const errors: FieldError[] = [];
  if (columns.bestBefore === null) errors.push({ field: 'bestBefore', code: 'offer.best-before-needed' });
  if (columns.coldChain === null) errors.push({ field: 'coldChain', code: 'offer.cold-chain-needed' });
  return errors;
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
