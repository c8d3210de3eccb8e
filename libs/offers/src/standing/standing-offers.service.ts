import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { confirmedOnly, type Actor } from '#identity';
import { Clock, dayAt, newId, refuseForm } from '#kernel';
import { preparedQuery, type Tx } from '#platform';
import { mayGiveFor, mayManageOffer, maySeeOffer } from '../access.rules.js';
import { checkIds } from '#forms';
import { knownAmong } from '../givers.queries.js';
import { OffersService } from '../offers.service.js';
import { refuse as refuseOffer } from '../offers.refusals.js';
import {
  readStandingChanges,
  readStandingOffer,
  type StandingColumns,
  type StandingOfferChanges,
  type StandingOfferForm,
} from './form.rules.js';
import { canMoveStanding, mayEditStanding } from './lifecycle.rules.js';
import { STANDING_LIMITS } from './limits.rules.js';
import { datesThrough, nextDate, type OpeningDate } from './repeat.rules.js';
import type { Skip } from './skips.rules.js';
import { lastDay, skipDates } from './standing-dates.queries.js';
import { StandingOfferEntity } from './standing-offer.entity.js';
import { refuse } from './standing.refusals.js';

/** The verbs of a standing offer. What its dates do is the clock's (`open-standing.job.ts`). Lock order: standing offer, then all that offers lock. */
@Injectable()
export class StandingOffersService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly offers: OffersService,
  ) {}

  /**
   * Sets one up and returns its id. Any signed-in person; in an organization's name its owner or coordinator.
   * @param known the id that it is to have: where it is there already (a request run again after a crash) nothing is done
   */
  async setUp(actor: Actor, form: StandingOfferForm, known?: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      if (known !== undefined && (await tx.existsBy(StandingOfferEntity, { id: known, createdBy: actor.personId })))
        return known;
      const onBehalfOf = form.onBehalfOf ?? null;
      if (onBehalfOf !== null && !mayGiveFor(actor, onBehalfOf)) refuseOffer('offer.not-yours-to-give-for');
      if (form.gift) confirmedOnly(actor);
      const now = this.clock.now();
      const read = readStandingOffer(this.catalogue, form, now);
      if (!read.ok) return refuseForm(read.errors) as never;
      const next = nextDate(read.columns, null);
      if (!next) return refuseForm([{ field: 'firstOn', code: 'standing.no-date-left' }]) as never;
      checkIds(read.columns, await knownAmong(tx, [read.columns]));
      await this.offers.reading.checkSmallest(tx, actor, read.columns, read.columns.amount);
      await checkRoom(tx, actor);
      const wish = await this.offers.donorsWish(tx, actor, onBehalfOf);
      await this.offers.checkRepeated(tx, actor, onBehalfOf, {
        unit: read.columns.baseUnit,
        amount: read.columns.amount,
        amountConfirmed: form.amountConfirmed,
      });
      const id = known ?? newId();
      await tx.insert(StandingOfferEntity, {
        ...read.columns,
        id,
        version: 1,
        donorId: onBehalfOf ?? actor.personId,
        onBehalfOf,
        status: 'active',
        anonymous: form.anonymous ?? wish,
        nextOn: next.day,
        nextAt: next.at,
        via: actor.via,
        createdBy: actor.personId,
        createdAt: now,
        updatedAt: now,
      });
      return id;
    });
  }

  /**
   * Changes what the next ones will be; what is open already stays.
   * @param version the version that the editor saw; another one means that it was changed since (412)
   */
  async edit(actor: Actor, id: string, version: number, changes: StandingOfferChanges): Promise<void> {
    await this.source.transaction(async (tx) => {
      const standing = await this.lockFor(tx, actor, id);
      if (standing.version !== version) refuse('standing.stale');
      if (!mayEditStanding(standing.status)) refuse('standing.ended');
      const now = this.clock.now();
      const read = readStandingChanges(this.catalogue, standing, changes, now);
      if (!read.ok) return refuseForm(read.errors);
      const named = {
        prefers: changes.prefers === undefined ? [] : read.columns.prefers,
        only: changes.only === undefined ? [] : read.columns.only,
        item: read.columns.item,
        attributes: read.columns.attributes,
      };
      checkIds(named, await knownAmong(tx, [named]));
      const { amount, baseUnit: unit } = read.columns;
      if (amount !== standing.amount || !isDeepStrictEqual(read.columns.only, standing.only))
        await this.offers.reading.checkSmallest(tx, actor, read.columns, amount);
      if (amount > standing.amount)
        await this.offers.checkRepeated(tx, actor, standing.onBehalfOf, {
          unit,
          amount,
          amountConfirmed: changes.amountConfirmed,
        });
      if (repeatsOtherwise(standing, read.columns)) await this.replan(tx, standing, read.columns, now);
      Object.assign(standing, read.columns, changes.anonymous === undefined ? {} : { anonymous: changes.anonymous });
      await this.save(tx, standing);
    });
  }

  /** No date opens anything until it is resumed. */
  async pause(actor: Actor, id: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const standing = await this.lockFor(tx, actor, id);
      if (standing.status === 'paused') return;
      if (!canMoveStanding(standing.status, 'paused')) refuse('standing.ended');
      standing.status = 'paused';
      await this.save(tx, standing);
    });
  }

  /** Goes on with the first date that is still to come; those of the pause are kept as skipped. Where none is left it has ended. */
  async resume(actor: Actor, id: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const standing = await this.lockFor(tx, actor, id);
      if (standing.status === 'active') return;
      if (!canMoveStanding(standing.status, 'active')) refuse('standing.ended');
      const last = await this.passBy(tx, standing, come(standing, this.clock.now()), 'paused');
      standing.status = 'active';
      goTo(standing, nextDate(standing, last, standing.nextOn));
      await this.save(tx, standing);
    });
  }

  /** No more dates. Offers that are open stay open: each is taken back by itself. */
  async end(actor: Actor, id: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const standing = await this.lockFor(tx, actor, id);
      if (standing.status === 'ended') return;
      goTo(standing, null);
      await this.save(tx, standing);
    });
  }

  /** What a person who is erased gives again and again in their own name ends: here, before their row is locked, since the clock locks these rows first and the person's after them. */
  async endAllOf(personId: string): Promise<void> {
    for (const { id } of await going(this.source.manager, personId)) {
      await this.source.transaction(async (tx) => {
        const standing = await this.lock(tx, id);
        goTo(standing, null);
        await this.save(tx, standing);
      });
    }
  }

  /** Whether one was set up while the person was being erased. */
  async anyGoing(tx: Tx, personId: string): Promise<boolean> {
    return (await going(tx, personId)).length > 0;
  }

  /** Forgets the words of a donor who is erased. All of theirs have ended by then. */
  async forgetWords(tx: Tx, donorId: string): Promise<void> {
    await tx.update(StandingOfferEntity, { donorId }, { title: null, description: null, anonymous: true });
  }

  /** Days of the old plan that have gone by are past; the new plan begins with the first date that is still to come, today included. */
  private async replan(tx: Tx, standing: StandingOfferEntity, columns: StandingColumns, now: Date): Promise<void> {
    const today = dayAt(columns.timeZone, now);
    const last = await this.passBy(
      tx,
      standing,
      come(standing, now).filter(({ day }) => day < today),
      standing.status === 'paused' ? 'paused' : 'missed',
    );
    if (columns.firstOn !== standing.firstOn && last !== null && columns.firstOn <= last)
      refuseForm([{ field: 'firstOn', code: 'standing.date-taken' }]);
    const next = nextDate(columns, last, today);
    if (!next)
      return refuseForm([{ field: columns.times === null ? 'lastOn' : 'times', code: 'standing.no-date-left' }]);
    goTo(standing, next);
  }

  /** Keeps dates that opened nothing. Returns the last day that has had its turn. */
  private async passBy(
    tx: Tx,
    standing: StandingOfferEntity,
    passed: readonly OpeningDate[],
    skip: Skip,
  ): Promise<string | null> {
    await skipDates(tx, standing.id, passed, skip, this.clock.now());
    return lastDay(tx, standing.id);
  }

  private async lock(tx: Tx, id: string): Promise<StandingOfferEntity> {
    const standing = await tx.findOne(StandingOfferEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return standing ?? refuse('standing.not-found');
  }

  /** Locks it for the caller's change: those of others do not exist. */
  private async lockFor(tx: Tx, actor: Actor, id: string): Promise<StandingOfferEntity> {
    const standing = await this.lock(tx, id);
    if (!maySeeOffer(actor, standing)) refuse('standing.not-found');
    if (!mayManageOffer(actor, standing)) refuse('standing.not-yours');
    return standing;
  }

  private async save(tx: Tx, standing: StandingOfferEntity): Promise<void> {
    standing.updatedAt = this.clock.now();
    standing.version += 1;
    await tx.save(standing);
  }
}

/** Waits for its next date; where there is none it has ended. */
export function goTo(standing: StandingOfferEntity, next: OpeningDate | null): void {
  [standing.nextOn, standing.nextAt] = [next?.day ?? null, next?.at ?? null];
  if (!next) standing.status = 'ended';
}

/** Dates whose time has come and that have not had their turn. */
function come(standing: StandingOfferEntity, now: Date): OpeningDate[] {
  return standing.nextOn === null ? [] : datesThrough(standing, standing.nextOn, now);
}

function repeatsOtherwise(standing: StandingOfferEntity, columns: StandingColumns): boolean {
  return (['frequency', 'interval', 'firstOn', 'lastOn', 'times', 'timeZone'] as const).some(
    (field) => standing[field] !== columns[field],
  );
}

async function going(db: Tx, personId: string): Promise<{ id: string }[]> {
  return preparedQuery(db, `SELECT id FROM standing_offers WHERE donor_id = $1 AND status <> 'ended' ORDER BY id`, [
    personId,
  ]);
}

/** Those of one person wait for each other, so that the limit holds for two at once too. */
async function checkRoom(tx: Tx, actor: Actor): Promise<void> {
  await preparedQuery(tx, `SELECT pg_advisory_xact_lock(hashtextextended('standing offers of ' || $1, 0))`, [
    actor.personId,
  ]);
  const [{ going }] = (await preparedQuery(
    tx,
    `SELECT count(*) AS going FROM standing_offers WHERE created_by = $1 AND status <> 'ended'`,
    [actor.personId],
  )) as [{ going: number }];
  if (going >= STANDING_LIMITS.atOnce) refuse('standing.too-many', { limit: STANDING_LIMITS.atOnce });
}
