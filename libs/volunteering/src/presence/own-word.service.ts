import { Injectable } from '@nestjs/common';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, refuseForm } from '#kernel';
import { SignUpMatches } from '#matching';
import { record } from '#platform';
import { refuseWithoutConsent } from '../guardian/consents.js';
import { SHIFT_LIMITS as LIMITS } from '../limits.rules.js';
import { refuseUnseen } from '../papers-seen.js';
import { minutesOf } from '../shift-form.rules.js';
import { SignUpsService } from '../sign-ups.service.js';

/** What volunteers say of their place, and nobody can see: that work without an hour is done, that they come late. */
@Injectable()
export class OwnWordService {
  constructor(
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly signUps: SignUpsService,
    private readonly matches: SignUpMatches,
  ) {}

  /** Work without an hour is done, and took each of them so long; absent: as long as was planned. Until the hours are confirmed it may be said anew. */
  async done(actor: Actor, signUpId: string, minutes?: number): Promise<void> {
    await this.signUps.step(actor, signUpId, 'done', async ({ tx, at, by }, locked) => {
      const { signUp, shift } = locked;
      await refuseUnseen(tx, this.catalogue, actor.personId, locked, at);
      await refuseWithoutConsent(tx, signUpId);
      const planned = minutesOf(shift);
      const stayed = within(minutes ?? planned, planned + LIMITS.beyondMinutes);
      const first = signUp.status === 'signed_up';
      if (first)
        Object.assign(signUp, {
          status: 'checked_in',
          checkedInAt: at,
          checkedInBy: 'word',
          startsAt: at,
          endsAt: at,
        });
      Object.assign(signUp, { leftAt: signUp.endsAt, stayed });
      await tx.save(signUp);
      const confirmBy = new Date(at.getTime() + LIMITS.confirmMs);
      if (first && signUp.matchId) await this.matches.come({ tx, at, by }, signUp.matchId, confirmBy);
    });
  }

  /** They come, so many minutes after the beginning: the organization hears of it at once. Said once; it has no consequence. */
  async late(actor: Actor, signUpId: string, minutes: number): Promise<void> {
    within(minutes, LIMITS.lateMax);
    await this.signUps.step(actor, signUpId, 'say-late', async ({ tx }, { signUp }) => {
      Object.assign(signUp, { lateMinutes: minutes, lateSaidAt: this.clock.now() });
      await tx.save(signUp);
      await record(tx, 'sign-up.late', { signUpId });
    });
  }
}

function within(minutes: number, max: number): number {
  if (!Number.isInteger(minutes)) refuseForm([{ field: 'minutes', code: 'form.wrong-type' }]);
  if (minutes < 1) refuseForm([{ field: 'minutes', code: 'form.too-small', params: { min: 1 } }]);
  if (minutes > max) refuseForm([{ field: 'minutes', code: 'form.too-large', params: { max } }]);
  return minutes;
}
