import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import { SignUpMatches } from '#matching';
import { NeedsService } from '#needs';
import { processDueRows, type Tx } from '#platform';
import { lapseConsent } from './guardian/consents.js';
import { SHIFT_LIMITS } from './limits.rules.js';
import { endSignUp, lockSignUp, type ActionContext, type LockedSignUp } from './places.js';
import { isUndecided, type EndReason } from './sign-up-life.rules.js';
import { hasBegun } from './sign-up-times.rules.js';

/** What time alone does to sign-ups. Each row in a transaction of its own, looked at again under its lock; running it twice changes nothing. */
@Injectable()
export class ShiftClock {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly needs: NeedsService,
    private readonly matches: SignUpMatches,
  ) {}

  /** Places that were kept for a volunteer go to the next; a queue ends when its shift begins; a place about which nobody said anything is given back. */
  async tick(): Promise<number> {
    return (await this.passOn()) + (await this.lapseConsents()) + (await this.endQueues()) + (await this.giveBack());
  }

  private passOn(): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'volunteering.pass-places-on',
      due: 'SELECT id, offered_until AS at FROM sign_ups WHERE offered_until <= $1',
      apply: (tx, id) =>
        this.end(
          tx,
          id,
          'place-not-taken',
          ({ signUp }, at) => signUp.offeredUntil !== null && signUp.offeredUntil <= at,
        ),
    });
  }

  /** Whose guardian has not answered gives the place back. */
  private lapseConsents(): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'volunteering.lapse-consents',
      due: `SELECT sign_up_id AS id, until AS at FROM guardian_consents WHERE status = 'waiting' AND until <= $1`,
      apply: async (tx, id) => {
        const context: ActionContext = { tx, at: this.clock.now(), by: null };
        const locked = await lockSignUp(tx, this.needs, id);
        if (!(await lapseConsent(tx, id, context.at))) return false;
        if (locked.signUp.status === 'signed_up' || locked.signUp.status === 'waiting') {
          await endSignUp(this.matches, context, locked, {
            status: 'cancelled',
            reason: 'no-consent',
            endedBy: 'clock',
          });
        }
        return true;
      },
    });
  }

  private endQueues(): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'volunteering.end-queues',
      due: `SELECT id, starts_at AS at FROM sign_ups WHERE status = 'waiting' AND starts_at <= $1`,
      apply: (tx, id) =>
        this.end(tx, id, 'shift-began', ({ signUp, shift }, at) => signUp.status === 'waiting' && hasBegun(shift, at)),
    });
  }

  private giveBack(): Promise<number> {
    const now = this.clock.now().getTime();
    const [done, settled] = [new Date(now - SHIFT_LIMITS.doneMs), new Date(now - SHIFT_LIMITS.undecidedMs)];
    return processDueRows(this.source, this.clock, {
      job: 'volunteering.give-places-back',
      due: `SELECT id, ends_at AS at FROM sign_ups WHERE status = 'signed_up' AND ends_at <= $2 AND signed_up_at <= $2 AND (starts_at = ends_at OR (ends_at <= $3 AND signed_up_at <= $3))`,
      params: [done, settled],
      apply: (tx, id) =>
        this.end(
          tx,
          id,
          ({ shift }) => (shift.anyTime ? 'not-done' : 'nobody-said'),
          ({ signUp }, at) => isUndecided(signUp, at),
        ),
    });
  }

  private async end(
    tx: Tx,
    id: string,
    why: EndReason | ((locked: LockedSignUp) => EndReason),
    isDue: (locked: LockedSignUp, at: Date) => boolean,
  ): Promise<boolean> {
    const context: ActionContext = { tx, at: this.clock.now(), by: null };
    const locked = await lockSignUp(tx, this.needs, id);
    if (!isDue(locked, context.at)) return false;
    const reason = typeof why === 'string' ? why : why(locked);
    await endSignUp(this.matches, context, locked, { status: 'cancelled', reason, endedBy: 'clock' });
    return true;
  }
}
