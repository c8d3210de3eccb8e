import { Injectable } from '@nestjs/common';
import { Clock, type Fact } from '#kernel';
import { SignUpMatches } from '#matching';
import { NeedsService } from '#needs';
import type { FactJob, Tx } from '#platform';
import { endSignUp, lockSignUp } from './places.js';
import { ShiftsService } from './shifts.service.js';
import { SignUpEntity } from './sign-up.entity.js';

/** What others decide about a match or a need, brought to the sign-ups behind it: a moderator's word, a need that was taken back or ran out. What the shift itself did is there already. */
@Injectable()
export class FollowJobs {
  readonly match: FactJob<Fact<'match.confirmed' | 'match.cancelled' | 'match.expired' | 'match.objection-settled'>> = {
    name: 'volunteering.follow-match',
    apply: (tx, fact) => this.followMatch(tx, fact.payload.matchId),
  };
  readonly need: FactJob<Fact<'need.withdrawn' | 'need.closed' | 'need.expired'>>;

  constructor(
    private readonly clock: Clock,
    private readonly needs: NeedsService,
    private readonly matches: SignUpMatches,
    shifts: ShiftsService,
  ) {
    this.need = { name: 'volunteering.follow-need', apply: (tx, fact) => shifts.cancelOfNeed(tx, fact.payload.needId) };
  }

  private async followMatch(tx: Tx, matchId: string): Promise<void> {
    const found = await tx.findOneBy(SignUpEntity, { matchId });
    if (!found) return;
    const locked = await lockSignUp(tx, this.needs, found.id);
    const { signUp } = locked;
    const at = this.clock.now();
    const match = await this.matches.read(tx, matchId);
    if (match.status === 'confirmed') {
      const objectedAt = match.objected ? signUp.objectedAt : null;
      if (signUp.status === 'confirmed' && signUp.minutes === match.minutes && signUp.objectedAt === objectedAt) return;
      Object.assign(signUp, {
        status: 'confirmed',
        minutes: match.minutes,
        objectedAt,
        confirmedAt: signUp.confirmedAt ?? at,
      });
      await tx.save(signUp);
    } else if (
      (match.status === 'cancelled' || match.status === 'expired') &&
      (signUp.status === 'signed_up' || signUp.status === 'checked_in')
    ) {
      await endSignUp(this.matches, { tx, at, by: null }, locked, {
        status: 'cancelled',
        reason: 'decided',
        endedBy: 'moderator',
      });
    }
  }
}
