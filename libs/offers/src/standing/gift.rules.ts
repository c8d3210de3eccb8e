import type { FieldError } from '#kernel';

export interface GiftTerms {
  readonly gift: boolean;
  readonly kind: string;
  readonly baseUnit: string;
  readonly only: readonly string[];
  readonly onBehalfOf: string | null;
}

/** Dates that make gifts of money must know where to: the engine says yes by itself, and only within what the giver has set. A person gives so in their own name. */
export function checkGift({ gift, kind, baseUnit, only, onBehalfOf }: GiftTerms): FieldError[] {
  if (!gift) return [];
  const errors: FieldError[] = [];
  if (kind !== 'money' || baseUnit !== 'kopeck') errors.push({ field: 'gift', code: 'standing.gift-of-money' });
  if (only.length === 0) errors.push({ field: 'only', code: 'standing.gift-needs-purpose' });
  if (onBehalfOf !== null) errors.push({ field: 'onBehalfOf', code: 'standing.gift-of-person' });
  return errors;
}
