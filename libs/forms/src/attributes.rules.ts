import { askedOf, onlyNew, thingsIn, type Catalogue } from '#catalogue';
import {
  ALL_YEAR,
  CONDITIONS,
  plainSize,
  SEASONS,
  type AcceptedByAll,
  type AcceptedThings,
  type Attribute,
  type FieldError,
  type ThingAttributes,
} from '#kernel';

export const ATTRIBUTE_LIMITS = { sizes: 10, acceptedSizes: 30, sizeLength: 12, notNow: 20 } as const;
/** Letters, figures, and what stands between them: 42.5, 98-104, XL, 50/4. */
const SIZE = /^[\p{L}\d][\p{L}\d.+\-/ ]*$/u;

export interface AttributesForm {
  readonly sizes?: readonly string[];
  readonly season?: string | null;
  readonly condition?: string | null;
}

export interface AcceptedForm {
  readonly sizes?: readonly string[];
  readonly seasons?: readonly string[];
  readonly conditions?: readonly string[];
  readonly notNow?: readonly string[];
}

interface Thing {
  readonly kind: string;
  readonly category: string | null;
  readonly item: string | null;
}

/** What a giver says of a thing; null: nothing. Only what its type asks may be said. */
export function readAttributes(
  catalogue: Catalogue,
  thing: Thing,
  said: AttributesForm | null | undefined,
  errors: FieldError[],
): ThingAttributes | null {
  const sizes = sizesOf(said?.sizes);
  const [season, condition] = [said?.season ?? null, said?.condition ?? null];
  if (sizes.length === 0 && season === null && condition === null) return null;
  const asked = askedOf(catalogue, thing);
  const unasked = (attribute: Attribute, field: string): boolean => {
    if (asked.includes(attribute)) return false;
    errors.push({ field: `attributes.${field}`, code: 'catalogue.attribute-not-asked' });
    return true;
  };
  if (sizes.length > 0 && !unasked('size', 'sizes'))
    checkSizes('attributes.sizes', sizes, ATTRIBUTE_LIMITS.sizes, errors);
  if (season !== null && !unasked('season', 'season') && ![...SEASONS, ALL_YEAR].includes(season))
    errors.push({ field: 'attributes.season', code: 'form.not-in-list' });
  if (condition !== null && !unasked('condition', 'condition')) {
    if (!CONDITIONS.some((known) => known === condition))
      errors.push({ field: 'attributes.condition', code: 'form.not-in-list' });
    else if (condition !== 'new' && onlyNew(catalogue, thing.item))
      errors.push({ field: 'attributes.condition', code: 'catalogue.only-new' });
  }
  return { sizes, season: season as ThingAttributes['season'], condition: condition as ThingAttributes['condition'] };
}

/** What a need takes; null: everything of its kind. What is not needed now is said of a category; a need for one thing needs that. */
export function readAccepted(
  catalogue: Catalogue,
  thing: Thing,
  said: AcceptedForm | null | undefined,
  errors: FieldError[],
): AcceptedThings | null {
  const sizes = sizesOf(said?.sizes);
  const [seasons, conditions, notNow] = [said?.seasons, said?.conditions, said?.notNow].map((codes) => [
    ...new Set(codes ?? []),
  ]) as [string[], string[], string[]];
  if ([sizes, seasons, conditions, notNow].every((list) => list.length === 0)) return null;
  const asked = askedOf(catalogue, thing);
  const listed = (attribute: Attribute, field: string, codes: readonly string[], known: readonly string[]): void => {
    if (codes.length === 0) return;
    const strange = codes.findIndex((code) => !known.includes(code));
    if (!asked.includes(attribute)) errors.push({ field: `accepts.${field}`, code: 'catalogue.attribute-not-asked' });
    else if (strange >= 0) errors.push({ field: `accepts.${field}.${strange}`, code: 'form.not-in-list' });
  };
  listed('season', 'seasons', seasons, SEASONS);
  listed('condition', 'conditions', conditions, CONDITIONS);
  if (sizes.length > 0 && !asked.includes('size'))
    errors.push({ field: 'accepts.sizes', code: 'catalogue.attribute-not-asked' });
  else checkSizes('accepts.sizes', sizes, ATTRIBUTE_LIMITS.acceptedSizes, errors);
  const inside = thing.item === null ? thingsIn(catalogue, thing.category).map(({ code }) => code) : [];
  const strange = notNow.findIndex((code) => !inside.includes(code));
  if (notNow.length > 0 && thing.item !== null)
    errors.push({ field: 'accepts.notNow', code: 'need.not-now-of-category' });
  else if (notNow.length > ATTRIBUTE_LIMITS.notNow)
    errors.push({ field: 'accepts.notNow', code: 'form.too-many', params: { max: ATTRIBUTE_LIMITS.notNow } });
  else if (strange >= 0) errors.push({ field: `accepts.notNow.${strange}`, code: 'form.not-in-list' });
  return { sizes, seasons, conditions, notNow } as AcceptedThings;
}

function sizesOf(written: readonly string[] | undefined): string[] {
  return [...new Set((written ?? []).map(plainSize).filter((size) => size !== ''))];
}

function checkSizes(field: string, sizes: readonly string[], max: number, errors: FieldError[]): void {
  const strange = sizes.findIndex((size) => size.length > ATTRIBUTE_LIMITS.sizeLength || !SIZE.test(size));
  if (sizes.length > max) errors.push({ field, code: 'form.too-many', params: { max } });
  else if (strange >= 0) errors.push({ field: `${field}.${strange}`, code: 'catalogue.no-size' });
}

/**
 * What a need takes together with what its organization says of all its needs. Conditions that the need names itself stand before those of the organization; a need for one thing needs that thing,
 * whatever the organization has enough of.
 */
export function acceptedTogether(
  { kind, item, accepts }: Pick<Thing, 'kind' | 'item'> & { readonly accepts: AcceptedThings | null },
  byAll: AcceptedByAll | null,
): AcceptedThings | null {
  if (byAll === null || kind !== 'goods') return accepts;
  const { sizes, seasons, conditions, notNow } = accepts ?? NOTHING_SAID;
  const both: AcceptedThings = {
    sizes,
    seasons,
    conditions: conditions.length > 0 ? conditions : byAll.conditions,
    notNow: [...new Set([...notNow, ...byAll.notNow])].filter((code) => code !== item),
  };
  return Object.values(both).every((list: readonly string[]) => list.length === 0) ? null : both;
}

/** The same as people read it beside a need: what its organization says of other things is left out. */
export function acceptedHere(
  catalogue: Catalogue,
  need: Thing & { readonly accepts: AcceptedThings | null },
  byAll: AcceptedByAll | null,
): AcceptedThings | null {
  if (byAll === null) return need.accepts;
  const inside = new Set(need.item === null ? thingsIn(catalogue, need.category).map(({ code }) => code) : []);
  return acceptedTogether(need, {
    conditions: askedOf(catalogue, need).includes('condition') ? byAll.conditions : [],
    notNow: byAll.notNow.filter((code) => inside.has(code)),
  });
}

const NOTHING_SAID: AcceptedThings = { sizes: [], seasons: [], conditions: [], notNow: [] };
