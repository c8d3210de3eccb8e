import type { DataSource } from 'typeorm';
import type { DonorsService } from '#donors';
import { refuseIdentity } from '#identity';
import { assert, Refusal, type Clock } from '#kernel';
import type { Ledger } from '#ledger';
import { preparedQuery, createBatcher, log, record, pipeline, forceGenericPlan, type Tx } from '#platform';
import { checkIds, type KnownIds, type OfferColumns } from './form.rules.js';
import { donorOf, knownAmong, lockGivers, openOffersOf, type Givers, type Giving } from './givers.queries.js';
import { OFFER_LIMITS } from './limits.rules.js';
import type { OfferEntity } from './offer.entity.js';
import { insertOffers } from './offer-row.queries.js';
import { refuse } from './offers.refusals.js';

/** An offer that has been read and not yet written. Whether the giver may give in that name has been asked. */
export interface NewOffer extends Giving {
  readonly id: string;
  readonly columns: OfferColumns;
  /** In `columns.baseUnit`. */
  readonly amount: number;
  /** Null: as the donor has said for all their giving. */
  readonly anonymous: boolean | null;
  readonly standingOfferId: string | null;
}

/** What became of it. `there`: it had been opened before. `busy`: somebody holds the giver, who is not waited for. */
type Outcome = 'opened' | 'there' | 'busy' | Refusal;

/** Offers that share a transaction: their givers are locked for so long. */
const SHARE = { most: 16, atOnce: 2 };

/**
 * How an offer comes to be: alone, in the caller's transaction, or, for those who post at the same time, with others in one. Locks: givers by id, then
 * the ledger.
 */
export class OfferOpening {
  /** Takes an offer into the next transaction. False: it did not work out there, for no fault of the offer, and is to be opened alone. */
  private readonly withOthers: (offer: NewOffer) => Promise<boolean>;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly donors: DonorsService,
  ) {
    this.withOthers = createBatcher<NewOffer, boolean>((offers) => this.several(offers), SHARE);
  }

  /** Opens an offer in a transaction that others may share, once: where it is there already, nothing is done. @throws what is refused of it */
  async post(offer: NewOffer): Promise<void> {
    if (!(await this.withOthers(offer))) await this.source.transaction((tx) => this.open(tx, offer));
  }

  /** Opens an offer in the caller's transaction, once. @throws what is refused of it */
  async open(tx: Tx, offer: NewOffer): Promise<void> {
    const [outcome] = await this.openAll(tx, [offer], { waits: true });
    if (outcome instanceof Refusal) throw outcome;
    assert(outcome !== 'busy', `no person ${offer.giver.personId}`);
  }

  /** Makes the giver a donor and says whether their offers hide the name unless said otherwise. @throws where the giver is erased or the organization suspended */
  async donorsWish(tx: Tx, giving: Giving): Promise<boolean> {
    const givers = await lockGivers(tx, [giving], true);
    checkGiver(givers, giving);
    return (await this.wishesOf(tx, [giving], givers)).get(donorOf(giving)) ?? true;
  }

  /** What one of them spoils, or an outage, is no answer for the others: each goes its own way then and hears its own. */
  private async several(offers: readonly NewOffer[]): Promise<(boolean | Refusal)[]> {
    const outcomes = await this.source.transaction((tx) => this.openAll(tx, offers, { waits: false })).catch((err: unknown): Outcome[] => {
      log.warn({ err, offers: offers.length }, 'offers that came together are opened one by one');
      return offers.map(() => 'busy');
    });
    return outcomes.map((outcome) => (outcome instanceof Refusal ? outcome : outcome !== 'busy'));
  }

  private async openAll(tx: Tx, offers: readonly NewOffer[], { waits }: { waits: boolean }): Promise<Outcome[]> {
    const givers = await lockGivers(tx, offers, waits);
    const [there, known, open] = await pipeline(
      openedBefore(tx, offers),
      knownAmong(tx, offers.map(({ columns }) => columns)),
      openOffersOf(tx, [...givers.people.keys()]),
    );
    const outcomes = offers.map((offer): Outcome => {
      if (there.get(offer.id) === offer.giver.personId) return 'there';
      if (!givers.people.has(offer.giver.personId)) return 'busy';
      return refusalOf(() => check(offer, givers, known, open)) ?? 'opened';
    });
    await this.write(tx, offers.filter((_, at) => outcomes[at] === 'opened'), givers);
    return outcomes;
  }

  private async write(tx: Tx, offers: readonly NewOffer[], givers: Givers): Promise<void> {
    if (offers.length === 0) return;
    const at = this.clock.now();
    const wishes = await this.wishesOf(tx, offers, givers);
    const rows = offers.map((offer) => rowOf(offer, wishes.get(donorOf(offer)) ?? true, at));
    const pledged = offers.map((offer) => ({ offerId: offer.id, donorId: donorOf(offer), unit: offer.columns.baseUnit, item: offer.columns.item, amount: offer.amount, at, by: offer.giver.personId }));
    await pipeline(insertOffers(tx, rows), this.ledger.openOffers(tx, pledged), record(tx, 'offer.opened', ...offers.map(({ id }) => ({ offerId: id }))));
  }

  /** Makes those donors who have never given before. */
  private async wishesOf(tx: Tx, givings: readonly Giving[], { people, organizations }: Givers): Promise<Map<string, boolean>> {
    const donors = new Map(givings.map((giving) => [donorOf(giving), giving]));
    const wishes = await this.donors.wishesOf(tx, [...donors.keys()]);
    for (const partyId of [...donors.keys()].filter((id) => !wishes.has(id)).sort()) {
      const organization = organizations.get(partyId);
      const party = organization ? { kind: 'company' as const, displayName: organization.shortName, inn: organization.inn } : { kind: 'person' as const, displayName: people.get(partyId)?.name ?? '' };
      await this.donors.ensure(tx, { partyId, ...party });
      wishes.set(partyId, await this.donors.anonymousByDefault(tx, partyId)); // another request may have made the donor meanwhile
    }
    return wishes;
  }
}

/** Who opened those of them that are there already: a request that is run again, or a transaction of which nobody heard that it was committed. */
async function openedBefore(tx: Tx, offers: readonly NewOffer[]): Promise<Map<string, string>> {
  const rows = await preparedQuery<{ id: string; by: string }>(tx, `SELECT id, created_by AS by FROM offers WHERE id = ANY (${forceGenericPlan('$1', 'uuid[]')})`, [offers.map(({ id }) => id)]);
  return new Map(rows.map(({ id, by }) => [id, by]));
}

/** @param open of each giver how many are open; the offer is counted with them where nothing speaks against it */
function check(offer: NewOffer, givers: Givers, known: KnownIds, open: Map<string, number>): void {
  const { personId } = offer.giver;
  const before = open.get(personId) ?? 0;
  checkIds(offer.columns, known);
  checkGiver(givers, offer);
  if (before >= OFFER_LIMITS.openAtOnce) refuse('offer.too-many-open', { limit: OFFER_LIMITS.openAtOnce });
  open.set(personId, before + 1);
}

function checkGiver({ people, organizations }: Givers, { giver, onBehalfOf }: Giving): void {
  if (onBehalfOf === null && people.get(giver.personId)?.erasedAt !== null) refuseIdentity('identity.sign-in-first');
  if (onBehalfOf !== null && organizations.get(onBehalfOf)?.status === 'suspended') refuse('offer.organization-suspended');
}

function refusalOf(checks: () => void): Refusal | null {
  try {
    checks();
    return null;
  } catch (err) {
    if (err instanceof Refusal) return err;
    throw err;
  }
}

function rowOf({ id, giver, onBehalfOf, columns, anonymous, standingOfferId }: NewOffer, wish: boolean, at: Date): OfferEntity {
  const { personId: createdBy, via } = giver;
  return {
    ...columns, id, version: 1, donorId: onBehalfOf ?? createdBy, onBehalfOf, status: 'open', anonymous: anonymous ?? wish, via, externalId: null, createdBy, createdAt: at, updatedAt: at, hasPhotos: false, standingOfferId,
  };
}
