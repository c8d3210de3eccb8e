import type { DataSource } from 'typeorm';
import { formatAmount, type Catalogue } from '#catalogue';
import { idsIn, missingStorage, readOffer, type OfferForm } from '#forms';
import type { Env } from '#host';
import { confirmedOnly, type Actor } from '#identity';
import { refuseForm, type Clock } from '#kernel';
import type { Db, Ledger } from '#ledger';
import { mayGiveFor } from './access.rules.js';
import { organizationOfWalkIn } from './givers.queries.js';
import type { NewOffer } from './new-offer.js';
import type { OfferEntity } from './offer.entity.js';
import { refuse } from './offers.refusals.js';
import { reviewReasons } from './reviewed.rules.js';
import { smallestMoney } from './smallest.rules.js';

/** How a form becomes an offer that can be opened. Writes nothing. */
export class OfferReading {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    private readonly env: Env,
  ) {}

  /** What a form says, with what is asked of it; who gives is asked, the amount is not. @throws offer.not-yours-to-give-for */
  async read(giver: Actor, form: OfferForm, id: string): Promise<NewOffer> {
    const inNameOf = await this.inNameOf(giver, form.onBehalfOf ?? null);
    const read = readOffer(this.catalogue, form, this.clock.now());
    const errors = read.ok ? missingStorage(this.catalogue, read.columns) : read.errors;
    if (!read.ok || errors.length > 0) return refuseForm(errors) as never;
    return {
      id,
      giver,
      ...inNameOf,
      columns: read.columns,
      amount: read.amount,
      anonymous: form.anonymous ?? null,
      standingOfferId: null,
      reasons: reviewReasons(this.catalogue, read.columns),
      amountConfirmed: form.amountConfirmed ?? false,
      amountText: this.text(giver, read.amount, read.columns.baseUnit),
    };
  }

  /** An organization of the giver's, or a walk-in of one of theirs. @throws offer.not-yours-to-give-for */
  private async inNameOf(
    giver: Actor,
    named: string | null,
  ): Promise<{ onBehalfOf: string | null; walkIn: string | null }> {
    if (named === null || mayGiveFor(giver, named)) return { onBehalfOf: named, walkIn: null };
    const organizationId = await organizationOfWalkIn(this.source, named);
    if (organizationId === null || !mayGiveFor(giver, organizationId)) return refuse('offer.not-yours-to-give-for');
    confirmedOnly(giver);
    return { onBehalfOf: organizationId, walkIn: named };
  }

  /** The amount as the giver reads it. */
  text(actor: Pick<Actor, 'locale'>, amount: number, unit: string): string {
    return formatAmount(amount, unit, actor.locale, this.catalogue);
  }

  /** What is below the least amount of money is refused at its field, with that amount. @throws offer.below-smallest */
  async checkSmallest(
    db: Db,
    giver: Pick<Actor, 'locale'>,
    { kind, baseUnit, only }: Pick<OfferEntity, 'kind' | 'baseUnit' | 'only'>,
    amount: number,
  ): Promise<void> {
    const setting = this.env.SMALLEST_MONEY_OFFER;
    if (kind !== 'money' || amount >= setting) return;
    const balances = [...(await this.ledger.needBalances(db, idsIn(only)))].filter(([, { unit }]) => unit === baseUnit);
    const least = smallestMoney(setting, only, new Map(balances.map(([id, { open }]) => [id, open])));
    if (amount < least)
      refuseForm([
        { field: 'quantity', code: 'offer.below-smallest', params: { minText: this.text(giver, least, baseUnit) } },
      ]);
  }
}
