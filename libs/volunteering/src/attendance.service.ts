import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { AccountLimit, type Actor } from '#identity';
import { Clock, refuseForm } from '#kernel';
import { lockPromiseRoom, NO_SHOW, SignUpMatches } from '#matching';
import { NeedEntity } from '#needs';
import { record } from '#platform';
import { isCode } from './check-in-code.rules.js';
import { refuseWithoutConsent } from './guardian/consents.js';
import { fits, minutesOfAll } from './group.rules.js';
import { SHIFT_LIMITS } from './limits.rules.js';
import { refuseUnseen } from './papers-seen.js';
import { endSignUp, type ActionContext, type LockedSignUp } from './places.js';
import { isThere, momentSaid, pointOf, type Position } from './presence/presence.rules.js';
import { minutesOf } from './shift-form.rules.js';
import { ShiftEntity } from './shift.entity.js';
import { mayRun } from './access.rules.js';
import { codeCounts, minutesMax } from './sign-up-times.rules.js';
import { SignUpEntity } from './sign-up.entity.js';
import { SignUpsService } from './sign-ups.service.js';
import { refuse } from './volunteering.refusals.js';

export interface Minutes {
  /** Of all who came with the sign-up; absent: as long as the shift, for each. */
  readonly minutes?: number;
  /** Why it is other than the shift: its volunteer reads it. */
  readonly reason?: string;
}

/** How a check-in was made: when, where a device has kept it, and by which position. */
export interface Arrival {
  readonly at?: Date;
  readonly position?: Position;
}

/** What happens at a shift and after it: who came, for how long, and what the volunteer says of that. Repeating a verb changes nothing. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly limit: AccountLimit,
    private readonly signUps: SignUpsService,
    private readonly matches: SignUpMatches,
  ) {}

  /**
   * By the volunteer with the code of the place, or by where they are, in its time; by the organization from its list, also afterwards and for whom it had taken to be absent.
   * A device without a connection keeps it, and says later when it was.
   */
  async checkIn(actor: Actor, signUpId: string, code?: string, how: Arrival = {}): Promise<void> {
    const now = this.clock.now();
    const was = momentSaid(how.at, now);
    if (was === null) return refuseForm([{ field: 'at', code: 'sign-up.at-ahead' }]);
    // Counted before the code is looked at, and outside of the transaction that a wrong one undoes.
    if ((code !== undefined || how.position) && (await this.looksAtCode(actor, signUpId, was)))
      await this.limit.count('checkInCodes', actor.personId);
    await this.signUps.step(
      actor,
      signUpId,
      'check-in',
      async (context, locked, role) => {
        const by = role === 'organization' ? role : proven(locked.shift, code, how.position);
        if (role === 'volunteer') await refuseUnseen(context.tx, this.catalogue, actor.personId, locked, context.at); // a check may have ended since
        await refuseWithoutConsent(context.tx, signUpId);
        if (locked.signUp.status === 'no_show') await this.takeBack(context, actor, locked);
        const { signUp, shift } = locked;
        Object.assign(signUp, {
          ...(shift.anyTime ? { startsAt: was, endsAt: was } : {}),
          status: 'checked_in',
          checkedInAt: was,
          checkedInBy: by,
          heardAt: how.at === undefined ? null : context.at,
        });
        await context.tx.save(signUp);
        const confirmBy = new Date(Math.max(context.at.getTime(), signUp.endsAt.getTime()) + SHIFT_LIMITS.confirmMs);
        if (signUp.matchId) await this.matches.come(context, signUp.matchId, confirmBy);
      },
      undefined,
      how.at === undefined ? undefined : was,
    );
  }

  /** Nobody came: the minutes are free again, and it counts as one broken promise. */
  async noShow(actor: Actor, signUpId: string): Promise<void> {
    await this.signUps.step(actor, signUpId, 'no-show', (context, locked) =>
      endSignUp(this.matches, context, locked, { status: 'no_show', reason: NO_SHOW, endedBy: 'organization' }),
    );
  }

  /** So many minutes were given: they are in the books of both sides from here on. More than the shift counts too. Agreeing with an objection is the same verb. */
  async confirm(actor: Actor, signUpId: string, said: Minutes = {}): Promise<void> {
    await this.signUps.step(
      actor,
      signUpId,
      'confirm',
      (context, locked) => this.count(context, locked, said),
      async (context, { signUp, shift }) => {
        const minutes = this.minutesSaid(said, shift, signUp);
        if (minutes === signUp.minutes) return;
        if (signUp.objectedAt === null || minutes !== signUp.claimed)
          refuse('sign-up.confirmed-otherwise', {
            minutes: signUp.minutes,
            text: formatAmount(signUp.minutes ?? 0, 'minute', actor.locale, this.catalogue),
          });
        Object.assign(signUp, { minutes, objectedAt: null });
        await context.tx.save(signUp);
        if (signUp.matchId) await this.matches.agreeWithObjection(context, signUp.matchId);
        await record(context.tx, 'sign-up.confirmed', { signUpId });
      },
    );
  }

  /** Everybody who came, for as long as the shift was, except those who say that they left earlier or later; each in a transaction of its own, so that what was confirmed stays if one cannot be. What a colleague has confirmed meanwhile stays as they said. Answers how many. */
  async confirmAll(actor: Actor, shiftId: string): Promise<number> {
    const shift = await this.source.manager.findOneBy(ShiftEntity, { id: shiftId });
    const need = shift && (await this.source.manager.findOneBy(NeedEntity, { id: shift.needId }));
    if (!need) return refuse('shift.not-found');
    if (!mayRun(actor, need.organizationId)) refuse('shift.not-yours');
    const came = await this.source.manager.find(SignUpEntity, {
      where: { shiftId, status: 'checked_in' },
      order: { number: 'ASC' },
    });
    const planned = minutesOf(shift);
    const theirs = came.filter(
      ({ personId, stayed }) => personId !== actor.personId && (stayed === null || stayed === planned), // nobody confirms their own hours
    );
    let counted = 0;
    for (const { id } of theirs) {
      await this.signUps.step(actor, id, 'confirm', async (context, locked) => {
        await this.count(context, locked, {});
        counted += 1;
      });
    }
    return counted;
  }

  /** The volunteer says that it was more: a moderator decides, unless the organization agrees before. Once for a sign-up. */
  async dispute(
    actor: Actor,
    signUpId: string,
    said: { readonly minutes: number; readonly reason: string },
  ): Promise<void> {
    const reason = said.reason.trim();
    if (reason === '') refuseForm([{ field: 'reason', code: 'form.required' }]);
    await this.signUps.step(
      actor,
      signUpId,
      'dispute',
      async (context, { signUp, shift }) => {
        if (said.minutes <= (signUp.minutes ?? 0))
          refuseForm([{ field: 'minutes', code: 'sign-up.claim-more', params: { minutes: signUp.minutes } }]);
        this.minutesSaid(said, shift, signUp);
        Object.assign(signUp, { claimed: said.minutes, objection: reason, objectedAt: context.at });
        await context.tx.save(signUp);
        if (signUp.matchId) await this.matches.object(context, signUp.matchId, said.minutes);
      },
      async (_deed, { signUp }) => {
        if (signUp.claimed !== said.minutes || signUp.objection !== reason)
          refuse('sign-up.not-now', { status: signUp.status });
      },
    );
  }

  /** Of the volunteer who was there and is entered when it is over: they came, for so many minutes. In the transaction of the caller, who has locked the sign-up. */
  async enterHours(context: ActionContext, locked: LockedSignUp, said: Minutes): Promise<void> {
    const { signUp } = locked;
    Object.assign(signUp, { status: 'checked_in', checkedInAt: context.at, checkedInBy: 'organization' });
    await context.tx.save(signUp);
    const confirmBy = new Date(context.at.getTime() + SHIFT_LIMITS.confirmMs);
    if (signUp.matchId) await this.matches.come(context, signUp.matchId, confirmBy);
    await this.count(context, locked, said);
  }

  /** These minutes are in the books from here on. */
  private async count(context: ActionContext, { signUp, shift }: LockedSignUp, said: Minutes): Promise<void> {
    const minutes = this.minutesSaid(said, shift, signUp);
    Object.assign(signUp, {
      status: 'confirmed',
      minutes,
      minutesReason: said.reason?.trim() || null,
      confirmedAt: context.at,
    });
    await context.tx.save(signUp);
    if (signUp.matchId) await this.matches.confirm(context, signUp.matchId, minutes);
    await record(context.tx, 'sign-up.confirmed', { signUpId: signUp.id });
  }

  /** A volunteer was taken to be absent and had come: their place and what it held, anew. */
  private async takeBack(context: ActionContext, actor: Actor, locked: LockedSignUp): Promise<void> {
    const { tx } = context;
    const { shift, signUp, need } = locked;
    if (!fits(shift, signUp)) refuse('shift.full');
    await lockPromiseRoom(tx, signUp.personId, need.baseUnit);
    shift.taken += signUp.people;
    if (signUp.matchId) await this.matches.takeNoShowBack(context, signUp.matchId);
    await this.signUps.take(context, { personId: signUp.personId, via: signUp.via, locale: actor.locale }, locked);
    await tx.save(shift);
  }

  private minutesSaid({ minutes }: Minutes, shift: ShiftEntity, signUp: SignUpEntity): number {
    const planned = minutesOfAll(shift, signUp);
    const said = minutes ?? planned;
    const max = minutesMax(planned);
    if (!Number.isInteger(said)) refuseForm([{ field: 'minutes', code: 'form.wrong-type' }]);
    if (said < 1) refuseForm([{ field: 'minutes', code: 'form.too-small', params: { min: 1 } }]);
    if (said > max) refuseForm([{ field: 'minutes', code: 'form.too-large', params: { max } }]);
    return said;
  }

  /** Whether a code would decide now: it is their own place, and its time. */
  private async looksAtCode(actor: Actor, signUpId: string, at: Date): Promise<boolean> {
    const signUp = await this.source.manager.findOneBy(SignUpEntity, { id: signUpId, personId: actor.personId });
    return signUp !== null && signUp.status === 'signed_up' && codeCounts(signUp, at);
  }
}

/** By what a volunteer proves to be at the place. @throws sign-up.wrong-code, sign-up.not-here, sign-up.position-inexact */
function proven(shift: ShiftEntity, code: string | undefined, position: Position | undefined): 'code' | 'location' {
  if (code !== undefined || !position) {
    if (!isCode(code ?? '', shift.code)) refuse('sign-up.wrong-code');
    return 'code';
  }
  const where = isThere(pointOf(shift), position);
  if (where === 'inexact') refuse('sign-up.position-inexact');
  if (where === 'elsewhere') refuse('sign-up.not-here');
  return 'location';
}
