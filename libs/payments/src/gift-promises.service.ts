import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount, measureAs } from '#catalogue';
import { givesYesBeforehand } from '#forms';
import type { Actor } from '#identity';
import { Clock, newId, refuseForm } from '#kernel';
import { giftMatchId, GiftMatches, paymentCode, paymentPayload, purposeLine, refuseMatch, type Payee } from '#matching';
import { isPublic, NeedEntity, refuseNeed } from '#needs';
import { OrganizationEntity } from '#organizations';
import { record, type Tx } from '#platform';
import { openCardPayment } from './card/card-payments.queries.js';
import { offerOf } from './gift-giver.js';
import {
  CARD_WAIT_MS,
  GIFT_LIMITS,
  GIFT_WAIT_MS,
  holdsAtOnce,
  type GiftProvider,
  type Promiser,
} from './gift-life.rules.js';
import { GiftEntity } from './gift.entity.js';
import { refuse } from './payments.refusals.js';

/** A gift as its giver promises it. */
export interface GiftForm {
  /** Decimal in `unit`. */
  readonly quantity: string;
  readonly unit: string;
  readonly donor?: { readonly name?: string; readonly email?: string };
  readonly anonymous?: boolean;
  /** Left out: by bank transfer. */
  readonly provider?: GiftProvider;
  readonly locale: 'ru' | 'en';
}

/**
 * Promises of money: a gift is a payment order with a code, and holds its part of the need where its giver may hold so much. Locks: need, offer, match, ledger.
 */
@Injectable()
export class GiftPromises {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly matches: GiftMatches,
  ) {}

  /**
   * Promises money to a need; nobody has to sign in. Returns the gift's id.
   * @param known the id that it is to have: where it is there already nothing is done
   */
  async promise(actor: Actor | null, needId: string, form: GiftForm, known?: string): Promise<string> {
    const id = known ?? newId();
    await this.source.transaction(async (tx) => {
      if (!(await tx.existsBy(GiftEntity, { id }))) await this.promiseIn(tx, actor, needId, form, { id });
    });
    return id;
  }

  /** The same in the caller's transaction, for a gift that is not there yet; needs are locked in the order of their ids. @param made what is known of it beside its form */
  async promiseIn(
    tx: Tx,
    actor: Pick<Actor, 'personId' | 'confirmed'> | null,
    needId: string,
    form: GiftForm,
    made: { readonly id: string } & Partial<GiftEntity>,
  ): Promise<GiftEntity> {
    const seen = await tx.findOneBy(NeedEntity, { id: needId });
    if (!seen || !isPublic(seen)) refuseNeed('need.not-found');
    const { need, required, open } = await this.matches.lockOpenNeed(tx, needId);
    const amount = this.amountOf(need, form, open);
    if (amount > open)
      refuseMatch(open === 0 ? 'match.nothing-left' : 'match.less-left', {
        left: open,
        unit: need.baseUnit,
        leftText: this.text(open, need.baseUnit, form.locale),
      });
    const gift = Object.assign(
      this.giftOf(tx, made.id, need, {
        actor,
        form,
        amount,
        payee: await this.payeeOf(tx, need.organizationId, form.provider),
      }),
      made,
    );
    await tx.insert(GiftEntity, gift);
    if (gift.provider === 'stripe') await openCardPayment(tx, gift);
    const promiser = gift.giverOrganizationId !== null ? 'person' : promiserOf(actor);
    if (await this.mayHold(tx, gift, promiser, required)) await this.hold(tx, gift);
    await record(tx, 'gift.promised', { giftId: gift.id, needId });
    return gift;
  }

  private async mayHold(tx: Tx, gift: GiftEntity, promiser: Promiser, required: number): Promise<boolean> {
    const [{ held }]: [{ held: number }] = await tx.query(
      `SELECT coalesce(sum(amount), 0)::float8 AS held FROM gifts WHERE need_id = $1 AND status = 'promised' AND person_id IS NULL AND giver_organization_id IS NULL AND match_id IS NOT NULL`,
      [gift.needId],
    );
    const giver = gift.giverOrganizationId ?? gift.personId;
    const mayPromise =
      promiser === 'person' && giver !== null && (await this.matches.mayHold(tx, giver, gift.unit, gift.amount));
    return holdsAtOnce(promiser, gift.amount, { required, held, mayPromise });
  }

  private async hold(tx: Tx, gift: GiftEntity): Promise<void> {
    Object.assign(gift, await this.matches.hold(tx, await offerOf(tx, gift)));
    await tx.update(GiftEntity, { id: gift.id }, { offerId: gift.offerId, matchId: gift.matchId });
  }

  private giftOf(
    tx: Tx,
    id: string,
    need: NeedEntity,
    {
      actor,
      form,
      amount,
      payee,
    }: { actor: Pick<Actor, 'personId'> | null; form: GiftForm; amount: number; payee: Payee },
  ): GiftEntity {
    const at = this.clock.now();
    const code = paymentCode(giftMatchId(id));
    const purpose = purposeLine(need, code);
    const provider = form.provider ?? 'bank';
    if (provider === 'bank' && !paymentPayload({ ...payee, amount, purpose }).ok) refuse('gift.payee-too-long');
    return tx.create(GiftEntity, {
      id,
      code,
      needId: need.id,
      organizationId: need.organizationId,
      personId: actor?.personId ?? null,
      provider,
      status: 'promised',
      amount,
      unit: need.baseUnit,
      payee,
      purpose,
      donorName: form.donor?.name?.trim() || null,
      donorEmail: form.donor?.email?.trim() || null,
      anonymous: form.anonymous ?? true,
      offerId: null,
      matchId: null,
      createdAt: at,
      deadline: new Date(at.getTime() + (provider === 'bank' ? GIFT_WAIT_MS : CARD_WAIT_MS)),
      endedAt: null,
      undone: 0,
      reminders: 0,
      refundAmount: null,
      refundDay: null,
      refundNumber: null,
      refundedBy: null,
      orderId: null,
      why: null,
      standingOfferId: null,
      standingDay: null,
      takenBackAt: null,
      giverOrganizationId: null,
      pledgeTransferId: null,
      pledgePlace: null,
    });
  }

  /** The smallest gift is no bar to the last of it: what is still open may always be given. */
  private amountOf(need: NeedEntity, { quantity, unit, locale }: GiftForm, open: number): number {
    if (need.kind !== 'money') refuse('gift.not-money');
    if (!givesYesBeforehand(this.catalogue, need)) refuse('gift.needs-their-yes');
    const measured = measureAs(this.catalogue, need, quantity, unit);
    if (!measured.ok) return refuseForm(measured.errors) as never;
    if (measured.amount < Math.min(GIFT_LIMITS.smallest, open))
      refuseForm([
        {
          field: 'quantity',
          code: 'gift.below-smallest',
          params: { minText: this.text(GIFT_LIMITS.smallest, need.baseUnit, locale) },
        },
      ]);
    return measured.amount;
  }

  /** Whom money of gifts to an organization goes to. By card Stripe knows whom it pays; here stands the name. @throws gift.no-account */
  async payeeOf(tx: Tx, organizationId: string, provider: GiftProvider = 'bank'): Promise<Payee> {
    const organization = await tx.findOneByOrFail(OrganizationEntity, { id: organizationId });
    const { account, status, shortName, inn, kpp } = organization;
    if (provider === 'stripe')
      return { name: shortName, account: '', bankName: '', bik: '', correspondent: '', inn, kpp };
    if (status !== 'verified' || !account?.number) return refuse('gift.no-account');
    return {
      name: shortName,
      account: account.number,
      bankName: account.bankName,
      bik: account.bik,
      correspondent: account.correspondent,
      inn,
      kpp,
    };
  }

  text(amount: number, unit: string, locale: 'ru' | 'en'): string {
    return formatAmount(amount, unit, locale, this.catalogue);
  }
}

const promiserOf = (actor: Pick<Actor, 'confirmed'> | null): Promiser =>
  actor === null ? 'visitor' : actor.confirmed ? 'person' : 'unconfirmed';
