import { isMember, type Actor } from '#identity';
import { mayReadBank } from './bank-row.rules.js';

export const SURPLUS_STATES = ['waiting', 'need', 'organization', 'returned', 'undone'] as const;
/** What is known of money beyond a need. `waiting`: nobody has decided; silence decides nothing. `undone`: the transfer that brought it was taken for another one. */
export type SurplusState = (typeof SURPLUS_STATES)[number];

export const SURPLUS_OUTCOMES = ['need', 'organization', 'back'] as const;
export type SurplusOutcome = (typeof SURPLUS_OUTCOMES)[number];

export const SURPLUS_VERBS = ['to-need', 'keep', 'ask-back', 'return', 'undo'] as const;
export type SurplusVerb = (typeof SURPLUS_VERBS)[number];

/** The purpose of what an organization may use for all that it exists for; no category has this code. */
export const STATUTORY = 'statutory';

export interface SurplusToJudge {
  readonly organizationId: string;
  readonly state: SurplusState;
  readonly askedBack: boolean;
  /** A person or organization that can be asked; null: the money is of a visitor or of nobody. */
  readonly donorId: string | null;
}

const speaksFor = (actor: Actor, partyId: string): boolean =>
  actor.personId === partyId || isMember(actor, partyId, ['owner', 'coordinator', 'accountant']);

/** Who sees it: those who read the organization's bank, and its giver. */
export function mayKnowSurplus(actor: Actor | null, { organizationId, donorId }: SurplusToJudge): boolean {
  return actor !== null && (mayReadBank(actor, organizationId) || (donorId !== null && speaksFor(actor, donorId)));
}

/**
 * What a person may say about it now. Of a known donor's money the donor decides, and nobody in their stead; the organization may only give it back, which needs no
 * consent. Of anybody else's the organization decides. Money leaves the account only by a decision of those who answer for it. A decision is undone by the side that made it.
 */
export function surplusVerbs(actor: Actor | null, surplus: SurplusToJudge): SurplusVerb[] {
  if (!actor) return [];
  const { state, askedBack, donorId, organizationId } = surplus;
  const donor = donorId !== null && speaksFor(actor, donorId);
  const decides = donorId === null ? mayReadBank(actor, organizationId) : donor;
  const treasurer = isMember(actor, organizationId, ['owner', 'accountant']);
  const may: Record<SurplusVerb, boolean> = {
    'to-need': state === 'waiting' && decides,
    keep: state === 'waiting' && decides,
    'ask-back': state === 'waiting' && donor && !askedBack,
    return: state === 'waiting' && treasurer,
    undo: state === 'returned' ? treasurer : (state === 'need' || state === 'organization') && decides,
  };
  return SURPLUS_VERBS.filter((verb) => may[verb]);
}
