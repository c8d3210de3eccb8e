import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '#kernel';
import { preparedQuery, type Tx } from '#platform';
import { dueDates, nextDate, type OpeningDate } from './repeat.rules.js';
import type { Skip } from './skips.rules.js';
import { keepGiven, skipDates } from './standing-dates.queries.js';
import { StandingOfferEntity } from './standing-offer.entity.js';
import { goTo } from './standing-offers.service.js';

/** A date of a standing gift whose time has come. */
export interface GiftTurn {
  readonly standing: StandingOfferEntity;
  /** What is to be given for now; null: only dates that were missed have passed. */
  readonly date: OpeningDate | null;
  readonly missed: readonly OpeningDate[];
}

/** The dates of standing offers that are gifts. What is given at one is the caller's, in its transaction; that each has one turn is kept here. */
@Injectable()
export class StandingGiftDates {
  readonly due = `SELECT id, next_at AS at FROM standing_offers WHERE status = 'active' AND gift AND next_at <= $1`;

  constructor(private readonly clock: Clock) {}

  /** Locks it and goes on to its next date. The caller keeps what became of `date`. Null where another worker is at it, or it was changed meanwhile. */
  async takeTurn(tx: Tx, id: string): Promise<GiftTurn | null> {
    const now = this.clock.now();
    const standing = await tx.findOne(StandingOfferEntity, {
      where: { id, status: 'active', gift: true },
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    if (!standing?.nextOn || !standing.nextAt || standing.nextAt > now) return null;
    const { open, missed, next } = dueDates(standing, standing.nextOn, standing.standsDays, now);
    await skipDates(tx, id, missed, 'missed', now);
    goTo(standing, next);
    standing.updatedAt = now; // the version stays: the person who is editing the next ones has seen nothing of this
    await tx.save(standing);
    return { standing, date: open, missed };
  }

  /** The date was given for. Its key is what makes a second time impossible. */
  async given(tx: Tx, standing: StandingOfferEntity, date: OpeningDate): Promise<void> {
    await keepGiven(tx, standing.id, date, this.clock.now());
  }

  async skip(tx: Tx, standing: StandingOfferEntity, date: OpeningDate, skip: Skip): Promise<void> {
    await skipDates(tx, standing.id, [date], skip, this.clock.now());
  }

  /** Waits for the giver's word: no date gives anything until they resume it. What has ended with this date stays so. */
  async pause(tx: Tx, standing: StandingOfferEntity): Promise<void> {
    if (standing.status !== 'active') return;
    Object.assign(standing, { status: 'paused', version: standing.version + 1 });
    await tx.save(standing);
  }

  /** Whether its giver has stopped it since the date of that day: there would have been more, or it waits. */
  stoppedSince(standing: StandingOfferEntity, day: string): boolean {
    return standing.status === 'paused' || (standing.status === 'ended' && nextDate(standing, day) !== null);
  }

  /** One that a person gives in their own name; it need not be a gift any more. */
  async one(db: Tx, id: string): Promise<StandingOfferEntity | null> {
    return db.findOneBy(StandingOfferEntity, { id, onBehalfOf: IsNull() });
  }

  /** Who gives, to be written to: nobody where they were erased. */
  async giver(
    tx: Tx,
    { createdBy }: StandingOfferEntity,
  ): Promise<{
    readonly personId: string;
    readonly locale: 'ru' | 'en';
    readonly organizations: { id: string }[];
    readonly confirmed: boolean;
  } | null> {
    const [row] = await preparedQuery<{
      personId: string;
      locale: 'ru' | 'en';
      confirmed: boolean;
      organizations: string[];
    }>(
      tx,
      `SELECT p.id AS "personId", p.locale, p.email_confirmed_at IS NOT NULL AS confirmed,
         ARRAY(SELECT g.object_id FROM grants g WHERE g.person_id = p.id AND g.object_type = 'organization' AND g.revoked_at IS NULL) AS organizations
       FROM people p WHERE p.id = $1 AND p.erased_at IS NULL`,
      [createdBy],
    );
    return row ? { ...row, organizations: row.organizations.map((id) => ({ id })) } : null;
  }
}
