import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { confirmedOnly, isMember, type Actor } from '#identity';
import { Clock, dayAt, derivedId, newId, Refusal, refuseForm } from '#kernel';
import { GiftChoices, GiftMatches, paymentCode, readPaymentCode } from '#matching';
import { OrganizationEntity, refuseOrganization } from '#organizations';
import { record, type Tx } from '#platform';
import { GIFT_LIMITS } from '../gift-life.rules.js';
import { GiftEntity } from '../gift.entity.js';
import { GiftPromises } from '../gift-promises.service.js';
import { lockGift } from '../gifts.service.js';
import { refuse } from '../payments.refusals.js';
import { PledgeEntity, PledgeTransferEntity } from './pledge.entity.js';
import { refuse as refusePledge } from './pledge.refusals.js';
import { dotted } from './payment-order-file.rules.js';
import { nextSettlement, readPledge, readSums, type PledgeForm } from './pledge-form.rules.js';
import {
  atOneTime,
  mayReadPledges,
  planTransfers,
  pledgeCan,
  PLEDGE_WAIT_MS,
  type PlannedTransfer,
  type PledgeVerb,
} from './pledge.rules.js';
import { readSumsOf } from './pledge-sums.queries.js';

export type PledgeChanges = Partial<Pick<PledgeForm, 'ceiling' | 'each'>>;
type Locale = 'ru' | 'en';

/** The world may move between choosing and promising; then it is chosen again. */
const TRIES = 3;

/**
 * Pledges of companies. A pledge promises nothing by itself: when its day has come, or its company says so, the needs within its purposes that have waited longest are promised what there is
 * room for below the ceiling, and all that goes to one organization is one transfer. Locks: pledge, then all that gifts lock.
 */
@Injectable()
export class Pledges {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly choices: GiftChoices,
    private readonly promises: GiftPromises,
    private readonly matches: GiftMatches,
  ) {}

  /** @param known the id that it is to have: where it is there already nothing is done @throws organization.not-found, pledge.not-yours, pledge.company-not-ready */
  async make(actor: Actor, companyId: string, form: PledgeForm, known?: string): Promise<string> {
    const id = known ?? newId();
    await this.source.transaction(async (tx) => {
      const company = await this.companyOf(tx, actor, companyId);
      if (!isMember(actor, companyId, ['owner'])) refusePledge('pledge.not-yours');
      confirmedOnly(actor);
      if (await tx.existsBy(PledgeEntity, { id })) return;
      if (company.status !== 'verified') refusePledge('pledge.company-not-ready');
      const today = this.today();
      const read = readPledge(this.catalogue, form, today);
      if (!read.ok) return void refuseForm(read.errors);
      await tx.insert(PledgeEntity, {
        ...read.pledge,
        id,
        organizationId: companyId,
        status: 'active',
        unit: 'kopeck',
        only: [...new Set(form.only)],
        until: form.until,
        day: form.day,
        nextOn: nextSettlement(form.day, today, form.until),
        anonymous: form.anonymous ?? false,
        createdBy: actor.personId,
        createdAt: this.clock.now(),
        endedAt: null,
      });
    });
    return id;
  }

  /** Another ceiling, never below what was promised of it, or another sum for each time. */
  async change(actor: Actor, id: string, changes: PledgeChanges): Promise<void> {
    await this.source.transaction(async (tx) => {
      const pledge = await this.lockFor(tx, actor, id, 'change');
      const sums = await readSumsOf(tx, id);
      const read = readSums(
        this.catalogue,
        {
          ceiling: changes.ceiling ?? roubles(pledge.ceiling),
          each: changes.each === undefined ? (pledge.each === null ? null : roubles(pledge.each)) : changes.each,
        },
        sums.arrived + sums.due,
      );
      if (!read.ok) return void refuseForm(read.errors);
      await tx.update(PledgeEntity, { id }, read.pledge);
    });
  }

  /** Said again it changes nothing. What is promised already stays to be paid. */
  async go(actor: Actor, id: string, verb: 'pause' | 'resume' | 'end'): Promise<void> {
    const status = { pause: 'paused', resume: 'active', end: 'ended' } as const;
    await this.source.transaction(async (tx) => {
      const pledge = await this.lock(tx, actor, id);
      if (pledge.status === status[verb] && isMember(actor, pledge.organizationId, ['owner'])) return;
      this.mustBeAble(actor, pledge, verb);
      await tx.update(
        PledgeEntity,
        { id },
        {
          status: status[verb],
          nextOn: verb === 'resume' ? nextSettlement(pledge.day, this.today(), pledge.until) : pledge.nextOn,
          endedAt: verb === 'end' ? this.clock.now() : null,
        },
      );
    });
  }

  /**
   * Puts its transfers together now. Returns their ids, none where no need within its purposes has room.
   * @param key what the ids of transfers and gifts come from: said again it is the same transfers
   * @throws pledge.nothing-free
   */
  async settle(actor: Actor, id: string, locale: Locale, key = newId()): Promise<string[]> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.source.transaction(async (tx) =>
          this.settleIn(tx, await this.lockFor(tx, actor, id, 'settle'), key, locale),
        );
      } catch (error) {
        if (!(error instanceof Refusal) || !error.code.startsWith('match.') || tried === TRIES) throw error;
      }
    }
  }

  /** The same in the caller's transaction, of a locked pledge. */
  async settleIn(tx: Tx, pledge: PledgeEntity, key: string, locale: Locale): Promise<string[]> {
    const before = await tx.findBy(PledgeTransferEntity, { settlementId: key, pledgeId: pledge.id });
    if (before.length > 0) return before.map(({ id }) => id);
    const amount = atOneTime(pledge.each, await readSumsOf(tx, pledge.id));
    if (amount < GIFT_LIMITS.smallest) refusePledge('pledge.nothing-free');
    const ranked = await this.choices.ranked(tx, {
      only: pledge.only,
      smallest: GIFT_LIMITS.smallest,
      giver: { personId: pledge.createdBy, organizations: [{ id: pledge.organizationId }] },
      without: await this.awaitedBy(tx, pledge.id),
    });
    const planned = planTransfers(
      ranked.map(({ need: { id, organization, left, min, since } }) => ({ id, organization, left, min, since })),
      amount,
    );
    const needs = planned.flatMap(({ parts }) => parts.map(({ need }) => need)).sort();
    for (const need of needs) await this.matches.lockOpenNeed(tx, need);
    const made: string[] = [];
    for (const transfer of planned) made.push(await this.open(tx, pledge, transfer, key, locale));
    return made;
  }

  /** A line of a transfer that is not paid yet is left out: its need has its place again. Said again it changes nothing. @throws gift.not-found, pledge.not-yours, gift.not-to-take-back */
  async remove(actor: Actor, transferId: string, text: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const code = readPaymentCode(text);
      const seen = code === null ? null : await tx.findOneBy(GiftEntity, { code, pledgeTransferId: transferId });
      if (!seen?.giverOrganizationId || !mayReadPledges(actor, seen.giverOrganizationId))
        return refuse('gift.not-found');
      if (!isMember(actor, seen.giverOrganizationId, ['owner', 'accountant'])) refusePledge('pledge.not-yours');
      const gift = await lockGift(tx, seen.id);
      if (gift.takenBackAt !== null) return;
      const isOver =
        gift.status !== 'promised' ||
        (gift.matchId !== null && !(await this.matches.takeBack(tx, gift.matchId, actor.personId)));
      if (isOver) refuse('gift.not-to-take-back');
      const now = this.clock.now();
      await tx.update(GiftEntity, { id: gift.id }, { status: 'lapsed', endedAt: now, takenBackAt: now });
      await record(tx, 'gift.lapsed', { giftId: gift.id, needId: gift.needId });
    });
  }

  /** The company, where the caller may read its pledges. @throws organization.not-found, pledge.not-yours */
  async companyOf(db: Tx, actor: Actor, companyId: string): Promise<OrganizationEntity> {
    const company = await db.findOneBy(OrganizationEntity, { id: companyId });
    if (!company || (company.status !== 'verified' && !isMember(actor, companyId)))
      return refuseOrganization('organization.not-found');
    if (!mayReadPledges(actor, companyId)) refusePledge('pledge.not-yours');
    return company;
  }

  private async open(
    tx: Tx,
    pledge: PledgeEntity,
    { organization, parts }: PlannedTransfer,
    key: string,
    locale: Locale,
  ): Promise<string> {
    const id = derivedId(key, organization);
    const [at, code] = [this.clock.now(), paymentCode(id)];
    const deadline = new Date(at.getTime() + PLEDGE_WAIT_MS);
    await tx.insert(PledgeTransferEntity, {
      id,
      pledgeId: pledge.id,
      organizationId: organization,
      settlementId: key,
      code,
      payee: await this.promises.payeeOf(tx, organization),
      purpose: `Пожертвование по поручению от ${dotted(dayAt(this.catalogue.timeZone, pledge.createdAt))}. Код ${code}. Без НДС`,
      createdAt: at,
      deadline,
    });
    for (const [index, { need, amount }] of parts.entries())
      await this.promises.promiseIn(
        tx,
        null,
        need,
        { quantity: roubles(amount), unit: 'rub', anonymous: pledge.anonymous, locale },
        {
          id: derivedId(id, need),
          giverOrganizationId: pledge.organizationId,
          pledgeTransferId: id,
          pledgePlace: index + 1,
          deadline,
        },
      );
    return id;
  }

  /** Needs that a transfer of it is awaited for already. */
  private async awaitedBy(tx: Tx, pledgeId: string): Promise<string[]> {
    const rows: { need: string }[] = await tx.query(
      `SELECT DISTINCT g.need_id AS need FROM pledge_transfers t JOIN gifts g ON g.pledge_transfer_id = t.id WHERE t.pledge_id = $1 AND g.status = 'promised'`,
      [pledgeId],
    );
    return rows.map(({ need }) => need);
  }

  private async lock(tx: Tx, actor: Actor, id: string): Promise<PledgeEntity> {
    const pledge = await tx.findOne(PledgeEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!pledge || !mayReadPledges(actor, pledge.organizationId)) return refusePledge('pledge.not-found');
    return pledge;
  }

  private async lockFor(tx: Tx, actor: Actor, id: string, verb: PledgeVerb): Promise<PledgeEntity> {
    const pledge = await this.lock(tx, actor, id);
    this.mustBeAble(actor, pledge, verb);
    return pledge;
  }

  private mustBeAble(actor: Actor, { organizationId, status }: PledgeEntity, verb: PledgeVerb): void {
    if (pledgeCan(actor, { companyId: organizationId, status }).includes(verb)) return;
    const roles = verb === 'settle' ? (['owner', 'accountant'] as const) : (['owner'] as const);
    refusePledge(isMember(actor, organizationId, roles) ? 'pledge.not-now' : 'pledge.not-yours');
  }

  private today(): string {
    return dayAt(this.catalogue.timeZone, this.clock.now());
  }
}

const roubles = (kopecks: number): string => (kopecks / 100).toFixed(2);
