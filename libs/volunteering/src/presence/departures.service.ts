import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock, refuseForm } from '#kernel';
import { SHIFT_LIMITS } from '../limits.rules.js';
import { SignUpsService } from '../sign-ups.service.js';
import { arrivedAt, minutesStayed, momentSaid } from './presence.rules.js';

/** When volunteers left. It decides nothing: the organization confirms, and sees where a volunteer was there for longer or shorter than the shift. */
@Injectable()
export class DeparturesService {
  constructor(
    private readonly clock: Clock,
    private readonly signUps: SignUpsService,
  ) {}

  /** Now, or at the moment that is said: by a device that has kept it, or by a volunteer who forgot and is asked. Until the hours are confirmed it may be said anew. */
  async leave(actor: Actor, signUpId: string, at?: Date): Promise<void> {
    const said = momentSaid(at, this.clock.now());
    if (said === null) return refuseForm([{ field: 'at', code: 'sign-up.at-ahead' }]);
    await this.signUps.step(actor, signUpId, 'check-out', async ({ tx }, { signUp, shift }) => {
      const stayed = minutesStayed(shift, arrivedAt(shift, signUp), said);
      if (stayed === null)
        refuseForm([{ field: 'at', code: 'sign-up.left-before', params: { hours: SHIFT_LIMITS.beyondMinutes / 60 } }]);
      Object.assign(signUp, { leftAt: said, stayed });
      await tx.save(signUp);
    });
  }
}
