import { ALL_YEAR, type AcceptedThings, type ThingAttributes } from '#kernel';
import type { NeedSide, OfferSide } from '../sides.js';

export type Mismatch = 'size' | 'season' | 'condition' | 'not-needed';

/** What a need takes and this thing is not. What nobody has said of a thing stands in no way. */
export function mismatches(
  { attributes, item }: Pick<OfferSide, 'attributes' | 'item'>,
  { accepts }: Pick<NeedSide, 'accepts'>,
): Mismatch[] {
  if (accepts === null) return [];
  const fails: Mismatch[] = [];
  if (attributes !== null && !sizesMeet(attributes, accepts)) fails.push('size');
  if (attributes !== null && !seasonMeets(attributes, accepts)) fails.push('season');
  if (attributes !== null && !conditionMeets(attributes, accepts)) fails.push('condition');
  if (item !== null && accepts.notNow.includes(item)) fails.push('not-needed');
  return fails;
}

function sizesMeet({ sizes }: ThingAttributes, accepts: AcceptedThings): boolean {
  return sizes.length === 0 || accepts.sizes.length === 0 || sizes.some((size) => accepts.sizes.includes(size));
}

function seasonMeets({ season }: ThingAttributes, { seasons }: AcceptedThings): boolean {
  return season === null || season === ALL_YEAR || seasons.length === 0 || seasons.includes(season);
}

function conditionMeets({ condition }: ThingAttributes, { conditions }: AcceptedThings): boolean {
  return condition === null || conditions.length === 0 || conditions.includes(condition);
}
