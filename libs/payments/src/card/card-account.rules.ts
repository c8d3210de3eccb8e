import { isMember, type Actor } from '#identity';

/** What Stripe says of an organization's account. */
export interface ToldAccount {
  readonly country: string | null;
  readonly currency: string | null;
  readonly chargesEnabled: boolean;
  readonly payoutsEnabled: boolean;
  readonly detailsSubmitted: boolean;
  readonly missing: readonly string[];
  readonly disabledReason: string | null;
}

/** `none`: nobody has begun. `begun`: its form is not whole. `checked`: Stripe looks at it. `ready`: cards are taken. `stopped`: Stripe takes none for it now. */
export const CARD_STATES = ['none', 'begun', 'checked', 'ready', 'stopped'] as const;
export type CardState = (typeof CARD_STATES)[number];

export function stateOf(account: ToldAccount | null): CardState {
  if (account === null) return 'none';
  if (account.chargesEnabled) return 'ready';
  if (!account.detailsSubmitted) return 'begun';
  return account.disabledReason !== null && account.missing.length > 0 ? 'stopped' : 'checked';
}

export const CARD_VERBS = ['set-up', 'continue', 'look'] as const;
export type CardVerb = (typeof CARD_VERBS)[number];

/** Those who answer for the account set it up; those who read the bank see how it stands. */
export function cardVerbs(
  actor: Actor | null,
  organizationId: string,
  state: CardState,
  verified: boolean,
): CardVerb[] {
  const answers = isMember(actor, organizationId, ['owner', 'accountant']);
  const asks = state === 'none' ? [] : (['look'] as const);
  if (!answers || !verified) return [...asks];
  return state === 'none' ? ['set-up'] : ['continue', ...asks];
}

/** What Stripe asks for, in kinds that people know; everything else is `other`. */
export const MISSING_KINDS = ['bank', 'person', 'document', 'organization', 'terms', 'other'] as const;
export type MissingKind = (typeof MISSING_KINDS)[number];

const KINDS: readonly (readonly [RegExp, MissingKind])[] = [
  [/^external_account/, 'bank'],
  [/^tos_acceptance/, 'terms'],
  [/document/, 'document'],
  [/^(individual|person|representative|owners|directors|executives)/, 'person'],
  [/^(company|business_profile|business_type|settings)/, 'organization'],
];

export function missingKinds(missing: readonly string[]): MissingKind[] {
  const kinds = missing.map((name) => KINDS.find(([shape]) => shape.test(name))?.[1] ?? 'other');
  return MISSING_KINDS.filter((kind) => kinds.includes(kind));
}
