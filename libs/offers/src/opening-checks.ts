import { checkIds, OFFER_LIMITS, type KnownIds } from '#forms';
import { refuseIdentity } from '#identity';
import { Refusal, refuseForm } from '#kernel';
import type { GivenSoFar } from '#ledger';
import { countedFor, donorOf, type Givers, type Giving } from './givers.queries.js';
import type { NewOffer } from './new-offer.js';
import { refuse } from './offers.refusals.js';
import { giverLevel, plausibilityOf, type GiverLevel } from './plausible.rules.js';
import type { ReviewReason } from './reviewed.rules.js';
import { refuse as refuseWalkIn } from './walk-ins/walk-ins.refusals.js';

/** What stands beside the offers that come together: of each giver, how far they are known and what they have on the table. */
export class Amounts {
  private readonly added = new Map<string, number>();
  private readonly large = new Set<string>();

  constructor(
    private readonly givers: Givers,
    private readonly given: ReadonlyMap<string, GivenSoFar>,
  ) {}

  /** Counts an offer with those before it. @throws offer.confirm-amount where its giver is to be asked first */
  take(offer: NewOffer): void {
    if (offer.signUp) return; // as long as its shift is: the place is held at once, and no moderator could let it in later
    const { columns, amount, amountConfirmed, amountText } = offer;
    const donor = donorOf(offer);
    const key = `${donor} ${columns.baseUnit}`;
    const before = this.given.get(donor);
    const level = levelOf(this.givers, donor, before);
    const { ask, review } = plausibilityOf(
      columns.baseUnit,
      amount,
      (before?.onTable.get(columns.baseUnit) ?? 0) + (this.added.get(key) ?? 0),
      level,
    );
    if (ask && !amountConfirmed) askBack(amountText);
    this.added.set(key, (this.added.get(key) ?? 0) + amount);
    if (review) this.large.add(offer.id);
  }

  reasonsOf({ id, reasons }: NewOffer): ReviewReason[] {
    return [...reasons, ...(this.large.has(id) ? (['amount'] as const) : [])];
  }
}

export function levelOf({ organizations }: Givers, donor: string, given: GivenSoFar | undefined): GiverLevel {
  return giverLevel({
    given: given?.given ?? 0,
    isVerifiedOrganization: organizations.get(donor)?.status === 'verified',
  });
}

export function askBack(amountText: string): never {
  return refuseForm([{ field: 'amountConfirmed', code: 'offer.confirm-amount', params: { amountText } }]) as never;
}

/** @param open how many are open, by whom they count for; the offer is counted with them where nothing speaks against it */
export function checkOffer(offer: NewOffer, givers: Givers, known: KnownIds, open: Map<string, number>): void {
  const counted = countedFor(offer);
  const before = open.get(counted) ?? 0;
  checkIds(offer.columns, known);
  checkGiver(givers, offer);
  if (before >= OFFER_LIMITS.openAtOnce) refuse('offer.too-many-open', { limit: OFFER_LIMITS.openAtOnce });
  open.set(counted, before + 1);
}

export function checkGiver({ people, organizations, walkIns }: Givers, { giver, onBehalfOf, walkIn }: Giving): void {
  if (onBehalfOf === null && people.get(giver.personId)?.erasedAt !== null) refuseIdentity('identity.sign-in-first');
  if (onBehalfOf !== null && organizations.get(onBehalfOf)?.status === 'suspended')
    refuse('offer.organization-suspended');
  if (!walkIn) return;
  if (!walkIns.has(walkIn)) refuseWalkIn('walk-in.not-found');
  if (organizations.get(onBehalfOf ?? '')?.status !== 'verified') refuseWalkIn('walk-in.organization-not-verified');
}

/** What is refused by the checks; any other failure is thrown. */
export function refusalOf(checks: () => void): Refusal | null {
  try {
    checks();
    return null;
  } catch (err) {
    if (err instanceof Refusal) return err;
    throw err;
  }
}
