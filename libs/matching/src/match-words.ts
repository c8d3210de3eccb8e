import { refuseForm, type Clock, type SaidContact } from '#kernel';
import type { Actor } from '#identity';
import { formatAmount, measureAs, type Catalogue } from '#catalogue';
import { sidesOf } from './match-life.rules.js';
import { refuse } from './match-life.refusals.js';
import { otherSide, type LockedMatch, type StepServices } from './match-steps.js';
import type { MatchSide } from './match.entity.js';
import type { SaidReceipt } from './meeting/bank-receipt.rules.js';

/** A part of a match as a person says it: a decimal in the unit of the offer or need, or in their base unit. */
export interface QuantityInput {
  readonly quantity?: string;
  readonly unit?: string;
}

/** What a side says with its yes. */
export interface AcceptInput extends QuantityInput {
  readonly contact?: SaidContact;
}

/** How a hold is divided: what arrived, and of the rest what is lost. */
export interface PartInput extends QuantityInput {
  readonly lost?: string;
}

export interface ArrivalInput extends PartInput, SaidReceipt {
  readonly extra?: string;
}

export const saysPart = ({ quantity, lost }: PartInput): boolean => quantity !== undefined || lost !== undefined;

/** What the verbs of a match work with. */
export interface MatchVerbs extends StepServices {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}

export function sideThatSays(actor: Actor, locked: LockedMatch): MatchSide {
  const sides = sidesOf(actor, locked.parties);
  if (locked.match.status === 'held' && locked.match.firstYes) return otherSide(locked.match.firstYes);
  return sides[0] ?? refuse('match.not-yours');
}

export function amountOf(
  verbs: MatchVerbs,
  { offer, need }: LockedMatch,
  quantity: string,
  unit: string | undefined,
  field: string,
): number {
  const thing = unit === undefined || unit === offer.unit ? offer : need;
  const measured = measureAs(verbs.catalogue, thing, quantity, unit ?? offer.unit);
  if (measured.ok) return measured.amount;
  refuseForm(measured.errors.map((error) => ({ ...error, field })));
  return 0;
}

export function amountText(verbs: MatchVerbs, amount: number, unit: string, actor: Actor): string {
  return formatAmount(amount, unit, actor.locale, verbs.catalogue);
}

export function refuseOtherAmount(verbs: MatchVerbs, actor: Actor, { match }: LockedMatch): never {
  return refuse('match.amount-changed', {
    held: match.amount,
    heldText: amountText(verbs, match.amount, match.unit, actor),
  });
}
