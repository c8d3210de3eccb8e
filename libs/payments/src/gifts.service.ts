import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount, measureAs } from '#catalogue';
import { addParties, type Actor } from '#identity';
import { Clock, derivedId, newId, refuseForm } from '#kernel';
import {
  giftMatchId,
  GiftMatches,
  paymentCode,
  paymentPayload,
  purposeLine,
  refuseMatch,
  type GiftOffer,
  type Payee,
} from '#matching';
import { givesYesBeforehand } from '#forms';
import { isPublic, NeedEntity, refuseNeed } from '#needs';
import { OrganizationEntity } from '#organizations';
import { processDueRows, record, type Tx } from '#platform';
import { seenKey } from './bank-split.rules.js';
import { openCardPayment } from './card/card-payments.queries.js';
import {
  canMoveGift,
  CARD_WAIT_MS,
  GIFT_LIMITS,
  GIFT_WAIT_MS,
  holdsAtOnce,
  type GiftProvider,
  type Promiser,
} from './gift-life.rules.js';
import { GiftEntity } from './gift.entity.js';
import { refuse } from './payments.refusals.js';

/** A gift as somebody promises it. */
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
 * Gifts by bank transfer. Promised, a gift is a payment order with a code; it is counted as received when its money is seen in a statement of the organization's
 * account, whenever that is. Locks: row of a statement, gift, need, offer, match, ledger.
 */
@Injectable()
export class Gifts {
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

  /**
   * The money of a gift has been seen: once, in the caller's transaction. The gift is locked by it. False where it was paid before, also by hand a moment ago, or is paid by card: then nothing is booked.
   * @param amount what came, in the gift's unit @param by who brought the statement
   */
  async seen(tx: Tx, gift: GiftEntity, amount: number, by: string | null): Promise<boolean> {
    return gift.provider === 'bank' && this.arrived(tx, gift, amount, by);
  }

  /** The same, by whichever way it was paid. */
  async arrived(tx: Tx, gift: GiftEntity, amount: number, by: string | null): Promise<boolean> {
    if (!canMoveGift(gift.status, 'paid')) return false;
    if (gift.matchId === null)
      Object.assign(gift, await this.matches.bookUnheld(tx, { ...(await this.offerOf(tx, gift)), amount }));
    else if (!(await this.matches.seen(tx, gift.matchId, seenKey(gift.id, gift.undone), amount, by))) return false;
    Object.assign(gift, { status: 'paid', endedAt: this.clock.now() });
    await tx.save(GiftEntity, gift);
    return true;
  }

  /**
   * As `seen`, for many gifts at once, of which just what was promised has come. Locks gifts, then all else, each by id. Returns those that are paid now; the others are not so
   * plain (unheld, late, undone before, or paid a moment ago) and are seen one by one.
   * @param amounts what came of each gift, by its id
   */
  async seenTogether(tx: Tx, amounts: ReadonlyMap<string, number>, by: string | null): Promise<ReadonlySet<string>> {
    const gifts: { id: string; matchId: string; amount: number }[] = await tx.query(
      `SELECT id, match_id AS "matchId", amount FROM gifts WHERE id = ANY($1) AND status = 'promised' AND provider = 'bank' AND match_id IS NOT NULL AND undone = 0 ORDER BY id FOR UPDATE`,
      [[...amounts.keys()]],
    );
    const plain = gifts.filter(({ id, amount }) => amounts.get(id) === amount);
    const seen = await this.matches.seenTogether(
      tx,
      plain.map(({ matchId }) => matchId),
      by,
    );
    const paid = plain.filter(({ matchId }) => seen.has(matchId)).map(({ id }) => id);
    await tx.query(`UPDATE gifts SET status = 'paid', ended_at = $2 WHERE id = ANY($1)`, [paid, this.clock.now()]);
    return new Set(paid);
  }

  /** Money on the account of which nobody knows who gave it: surplus of the organization, of a party without a name. Once for a step of a row of a statement, which is locked by the caller. */
  async seenOfNobody(
    tx: Tx,
    {
      id,
      organizationId,
      amount,
      step,
    }: { readonly id: string; readonly organizationId: string; readonly amount: number; readonly step: number },
    by: string,
  ): Promise<void> {
    const key = seenKey(id, step);
    const donorId = derivedId(key, 'party');
    await addParties(tx, [{ id: donorId, kind: 'person' }]);
    await this.matches.bookNobodys(tx, {
      id,
      key,
      organizationId,
      donorId,
      amount,
      unit: 'rub',
      baseUnit: 'kopeck',
      by,
    });
  }

  /** Promises whose money did not come in time give back what they hold. Of those by card Stripe is asked first; a day later they lapse without its answer. */
  lapseDue(): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'payments.lapse',
      due: `SELECT id, deadline AS at FROM gifts WHERE status = 'promised' AND deadline <= $1 AND (provider = 'bank' OR deadline <= $1::timestamptz - interval '1 day')`,
      apply: async (tx, id) => this.lapse(tx, await lockGift(tx, id)),
    });
  }

  /** The gift is locked. False where it has ended, or has still time. */
  async lapse(tx: Tx, gift: GiftEntity): Promise<boolean> {
    if (gift.status !== 'promised' || gift.deadline > this.clock.now()) return false;
    if (gift.matchId !== null && !(await this.matches.lapse(tx, gift.matchId))) return false;
    await tx.update(GiftEntity, { id: gift.id }, { status: 'lapsed', endedAt: this.clock.now() });
    await record(tx, 'gift.lapsed', { giftId: gift.id, needId: gift.needId });
    return true;
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
    Object.assign(gift, await this.matches.hold(tx, await this.offerOf(tx, gift)));
    await tx.update(GiftEntity, { id: gift.id }, { offerId: gift.offerId, matchId: gift.matchId });
  }

  /**
   * Gives in the name of the company, of the person, or of a party of the gift's own: a visitor has none, and neither has somebody who was erased before their money came. What is written for papers is
   * nobody's public name: nobody has looked at it.
   */
  private async offerOf(tx: Tx, gift: GiftEntity): Promise<GiftOffer> {
    const { giver, by } = await this.giverOf(tx, gift);
    return {
      giftId: gift.id,
      needId: gift.needId,
      giver,
      by,
      amount: gift.amount,
      anonymous: gift.anonymous,
      byCard: gift.provider === 'stripe',
      until: new Date(gift.deadline.getTime() + GIFT_WAIT_MS), // later than the gift's own end
    };
  }

  private async giverOf(tx: Tx, gift: GiftEntity): Promise<Pick<GiftOffer, 'giver' | 'by'>> {
    if (gift.giverOrganizationId !== null) {
      const { id, shortName, inn } = await tx.findOneByOrFail(OrganizationEntity, { id: gift.giverOrganizationId });
      return { giver: { partyId: id, kind: 'company', displayName: shortName, inn }, by: null };
    }
    const [person]: { id: string; name: string }[] =
      gift.personId === null
        ? []
        : await tx.query('SELECT id, name FROM people WHERE id = $1 AND erased_at IS NULL FOR SHARE', [gift.personId]);
    const partyId = person?.id ?? derivedId(gift.id, 'party');
    if (!person) await addParties(tx, [{ id: partyId, kind: 'person' }]);
    return { giver: { partyId, kind: 'person', displayName: person?.name ?? '' }, by: person?.id ?? null };
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

/** @throws gift.not-found */
export async function lockGift(tx: Tx, id: string): Promise<GiftEntity> {
  return (
    (await tx.findOne(GiftEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })) ?? refuse('gift.not-found')
  );
}
