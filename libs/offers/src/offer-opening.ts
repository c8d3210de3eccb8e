import type { DataSource } from 'typeorm';
import type { DonorsService } from '#donors';
import { assert, Refusal, type Clock } from '#kernel';
import { givenSoFar, type Ledger } from '#ledger';
import { preparedQuery, createBatcher, log, record, pipeline, forceGenericPlan, type Tx } from '#platform';
import { donorOf, knownAmong, lockGivers, openOffersOf, type Givers, type Giving } from './givers.queries.js';
import type { OfferEntity } from './offer.entity.js';
import { insertOffers } from './offer-row.queries.js';
import type { OfferStatus } from './lifecycle.rules.js';
import { refuse } from './offers.refusals.js';
import { plausibilityOf } from './plausible.rules.js';
import { firstStatus } from './reviewed.rules.js';
import { Amounts, askBack, checkGiver, checkOffer, levelOf, refusalOf } from './opening-checks.js';
import { rowOf, type Asked, type NewOffer } from './new-offer.js';

/** What became of it. `there`: it had been opened before. `busy`: another transaction holds the giver, who is not waited for. */
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
  async openAmongOthers(offer: NewOffer): Promise<void> {
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

  /**
   * A larger amount of an open offer is asked back as a new one is; what a moderator would have to look at is made a new offer.
   * @param givers of the offer, locked: what the same giver raises or posts meanwhile counts
   * @throws offer.confirm-amount, offer.amount-needs-review
   */
  async checkRaised(
    tx: Tx,
    givers: Givers,
    {
      offer,
      amount,
      before,
      amountConfirmed,
      amountText,
    }: { offer: OfferEntity; amount: number; before: number } & Omit<Asked, 'reasons'>,
  ): Promise<void> {
    const given = (await givenSoFar(tx, [offer.donorId])).get(offer.donorId);
    const level = levelOf(givers, offer.donorId, given);
    const { ask, review } = plausibilityOf(
      offer.baseUnit,
      amount,
      (given?.onTable.get(offer.baseUnit) ?? 0) - before,
      level,
    );
    if (review) refuse('offer.amount-needs-review');
    if (ask && !amountConfirmed) askBack(amountText);
  }

  /**
   * The same of what a person will give again and again: each time it is so much, and nobody is there to be asked when an offer opens by itself. What a moderator would have to
   * look at, they look at then.
   * @throws offer.confirm-amount
   */
  async checkRepeated(
    tx: Tx,
    giving: Giving,
    { unit, amount, amountConfirmed, amountText }: { unit: string; amount: number } & Omit<Asked, 'reasons'>,
  ): Promise<void> {
    if (amountConfirmed) return;
    const donor = donorOf(giving);
    const givers = await lockGivers(tx, [giving], true);
    const given = (await givenSoFar(tx, [donor])).get(donor);
    if (plausibilityOf(unit, amount, 0, levelOf(givers, donor, given)).ask) askBack(amountText);
  }

  /** What one of them spoils, or an outage, is no answer for the others: each goes its own way then and hears its own. */
  private async several(offers: readonly NewOffer[]): Promise<(boolean | Refusal)[]> {
    const outcomes = await this.source
      .transaction((tx) => this.openAll(tx, offers, { waits: false }))
      .catch((err: unknown): Outcome[] => {
        log.warn({ err, offers: offers.length }, 'offers that came together are opened one by one');
        return offers.map(() => 'busy');
      });
    return outcomes.map((outcome) => (outcome instanceof Refusal ? outcome : outcome !== 'busy'));
  }

  private async openAll(tx: Tx, offers: readonly NewOffer[], { waits }: { waits: boolean }): Promise<Outcome[]> {
    const givers = await lockGivers(tx, offers, waits);
    const [there, known, open, given] = await pipeline(
      openedBefore(tx, offers),
      knownAmong(
        tx,
        offers.map(({ columns }) => columns),
      ),
      openOffersOf(tx, [...givers.people.keys()], [...givers.walkIns]),
      givenSoFar(tx, [...new Set(offers.map(donorOf))]),
    );
    const amounts = new Amounts(givers, given);
    const outcomes = offers.map((offer): Outcome => {
      if (there.get(offer.id) === offer.giver.personId) return 'there';
      if (!givers.people.has(offer.giver.personId)) return 'busy';
      if (!waits && offer.walkIn && !givers.walkIns.has(offer.walkIn)) return 'busy'; // or erased: the second try, which waits, finds out
      return (
        refusalOf(() => {
          checkOffer(offer, givers, known, open);
          amounts.take(offer);
        }) ?? 'opened'
      );
    });
    await this.write(
      tx,
      offers.filter((_, at) => outcomes[at] === 'opened'),
      givers,
      amounts,
    );
    return outcomes;
  }

  private async write(tx: Tx, offers: readonly NewOffer[], givers: Givers, amounts: Amounts): Promise<void> {
    if (offers.length === 0) return;
    const at = this.clock.now();
    const wishes = await this.wishesOf(tx, offers, givers);
    const rows = offers.map((offer) => {
      const reasons = amounts.reasonsOf(offer);
      const status = firstStatus({ confirmed: givers.people.get(offer.giver.personId)?.confirmed ?? false }, reasons);
      return { ...rowOf(offer, wishes.get(donorOf(offer)) ?? true, at), status, reviewReasons: reasons };
    });
    const of = (status: OfferStatus) => rows.filter((row) => row.status === status).map(({ id }) => ({ offerId: id }));
    const pledged = offers.map((offer) => ({
      offerId: offer.id,
      donorId: donorOf(offer),
      unit: offer.columns.baseUnit,
      item: offer.columns.item,
      amount: offer.amount,
      at,
      by: offer.giver.personId,
    }));
    await pipeline(
      insertOffers(tx, rows),
      this.ledger.openOffers(tx, pledged),
      record(tx, 'offer.opened', ...of('open')),
      record(tx, 'offer.submitted', ...of('in_review')),
    );
  }

  /** Makes those donors who have never given before. */
  private async wishesOf(
    tx: Tx,
    givings: readonly Giving[],
    { people, organizations }: Givers,
  ): Promise<Map<string, boolean>> {
    const donors = new Map(givings.map((giving) => [donorOf(giving), giving]));
    const wishes = await this.donors.wishesOf(tx, [...donors.keys()]);
    for (const partyId of [...donors.keys()].filter((id) => !wishes.has(id)).sort()) {
      const organization = organizations.get(partyId);
      const party = organization
        ? { kind: 'company' as const, displayName: organization.shortName, inn: organization.inn }
        : { kind: 'person' as const, displayName: people.get(partyId)?.name ?? '' };
      await this.donors.ensure(tx, { partyId, ...party });
      wishes.set(partyId, await this.donors.anonymousByDefault(tx, partyId)); // another request may have made the donor meanwhile
    }
    return wishes;
  }
}

/** Who opened those of them that are there already: a request that is run again, or a transaction of which nobody heard that it was committed. */
async function openedBefore(tx: Tx, offers: readonly NewOffer[]): Promise<Map<string, string>> {
  const rows = await preparedQuery<{ id: string; by: string }>(
    tx,
    `SELECT id, created_by AS by FROM offers WHERE id = ANY (${forceGenericPlan('$1', 'uuid[]')})`,
    [offers.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, by }) => [id, by]));
}
