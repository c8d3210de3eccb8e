import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { confirmedOnly, isMember, lockLivingPerson, refuseIdentity, type Actor } from '#identity';
import { Clock, newId, Refusal, refuseForm } from '#kernel';
import { Ledger } from '#ledger';
import { IN_TIME, lockPromiseRoom, mayPromise, refuseMatch, SignUpMatches } from '#matching';
import { agreedFirst } from '#forms';
import { isLive, maySee, NeedEntity, NeedsService } from '#needs';
import { organizationSummaries } from '#organizations';
import { KeyedTurns, record } from '#platform';
import { keptTimes } from './any-time.rules.js';
import { SHIFT_LIMITS } from './limits.rules.js';
import { fits, minutesOfAll } from './group.rules.js';
import { askGuardian, refuseTooYoung } from './guardian/consents.js';
import { refuseClash } from './rest/clash.js';
import { refuseUnseen } from './papers-seen.js';
import {
  endSignUp,
  lockShift,
  lockSignUp,
  oneAtATime,
  type ActionContext,
  type LockedShift,
  type LockedSignUp,
} from './places.js';
import { rolesIn, type SignUpRole } from './access.rules.js';
import {
  hasHad,
  inItsTime,
  isLate,
  RUNNING,
  SIGN_UP_STEPS,
  SIGN_UP_VERB_ROLES,
  type SignUpVerb,
} from './sign-up-life.rules.js';
import { hasBegun, listCounts, takesSignUps } from './sign-up-times.rules.js';
import { SignUpEntity } from './sign-up.entity.js';
import { refuse } from './volunteering.refusals.js';

/** What a volunteer says when they sign up. */
export interface SignUpForm {
  /** Needed where the shift asks for skills: that the volunteer has them. */
  readonly hasSkills?: boolean;
  /** How many people come, the volunteer who signs up included; absent: one. */
  readonly people?: number;
  /** Of a volunteer under 18: their guardian is asked. */
  readonly age?: number;
}

/** The volunteer, and how they signed up. */
type Giver = Pick<Actor, 'personId' | 'via' | 'locale'>;

interface Admission {
  readonly hasSkills: boolean;
  readonly people?: number;
  readonly age?: number;
  /** The coordinator who signs them up; null: they do it themselves. */
  readonly enteredBy: string | null;
  /** They were there: it is over, or runs. */
  readonly afterwards?: boolean;
}

/** The verbs of a place in a shift, up to its beginning. Each opens its own transaction; a repeated one finds its effect done and changes nothing. */
@Injectable()
export class SignUpsService {
  private readonly turns = new KeyedTurns(SHIFT_LIMITS.signUpsAtOnce, SHIFT_LIMITS.signUpsWaiting);

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    private readonly needs: NeedsService,
    private readonly matches: SignUpMatches,
  ) {}

  /** Takes a place, or the end of the queue; returns the id of the sign-up. The last place goes to exactly one of many at once: each waits for the lock of the shift, most of them before they take a connection. */
  async signUp(actor: Actor, shiftId: string, said: SignUpForm = {}): Promise<string> {
    return this.turns.take(shiftId, () => oneAtATime(() => this.signUpNow(actor, shiftId, said)));
  }

  private signUpNow(actor: Actor, shiftId: string, said: SignUpForm): Promise<string> {
    return this.source.transaction(async (tx) => {
      const { need, shift } = await lockShift(tx, this.needs, shiftId);
      if (!maySee(actor, need)) refuse('shift.not-found');
      if (isMember(actor, need.organizationId)) refuse('shift.own-organization');
      confirmedOnly(actor);
      const before = await tx.findOneBy(SignUpEntity, {
        shiftId,
        personId: actor.personId,
        status: In([...RUNNING]),
      });
      if (before) return before.id;
      const context: ActionContext = { tx, at: this.clock.now(), by: actor.personId };
      return this.admit(
        context,
        actor,
        { need, shift },
        { hasSkills: said.hasSkills === true, people: said.people, age: said.age, enteredBy: null },
      );
    });
  }

  /** A place in a locked shift, or the end of its queue, for a person who has neither; returns the sign-up. */
  async admit(context: ActionContext, giver: Giver, { need, shift }: LockedShift, said: Admission): Promise<string> {
    const { tx, at } = context;
    await this.refuseClosed(context, { need, shift }, giver.personId, said.afterwards);
    if (need.skills.length > 0 && !said.hasSkills) refuseForm([{ field: 'hasSkills', code: 'sign-up.skills-needed' }]);
    const { people = 1 } = said;
    if (people > shift.capacity)
      refuseForm([{ field: 'people', code: 'sign-up.more-than-places', params: { capacity: shift.capacity } }]);
    if (said.age !== undefined) refuseTooYoung(this.catalogue, { need, shift }, { age: said.age, people }, at);
    const waits = !fits(shift, { people });
    if (waits && hasBegun(shift, at)) refuse('shift.full');
    await this.refuseTooMuch(context, giver, { need, shift }, people);
    await refuseClash(tx, this.catalogue, giver, shift, said);
    if (waits && !(await lockLivingPerson(tx, giver.personId, 'SHARE'))) refuseIdentity('identity.sign-in-first');
    shift.queued += 1;
    const signUp = tx.create(SignUpEntity, {
      id: newId(),
      shiftId: shift.id,
      personId: giver.personId,
      status: 'waiting',
      number: shift.queued,
      ...keptTimes(shift),
      signedUpAt: at,
      via: giver.via,
      enteredBy: said.enteredBy,
      people,
    });
    await tx.insert(SignUpEntity, signUp);
    if (said.age !== undefined) await askGuardian(tx, signUp.id, said.age, shift, at);
    if (!waits) {
      shift.taken += people;
      await this.take(context, giver, { need, shift, signUp });
    }
    await tx.save(shift);
    await record(tx, 'sign-up.made', { signUpId: signUp.id });
    return signUp.id;
  }

  /** A volunteer who waited takes the place that is kept for them. One to whom it was proposed has said nothing before: under 18 they say so now, and their guardian is asked. */
  async accept(actor: Actor, signUpId: string, age?: number): Promise<void> {
    await this.step(actor, signUpId, 'accept', async (context, locked) => {
      confirmedOnly(actor);
      await this.refuseClosed(context, locked, actor.personId);
      if (age !== undefined && locked.signUp.proposedBy !== null) {
        refuseTooYoung(this.catalogue, locked, { age, people: locked.signUp.people }, context.at);
        await askGuardian(context.tx, signUpId, age, locked.shift, context.at);
      }
      await this.refuseTooMuch(context, actor, locked, locked.signUp.people);
      await this.take(context, actor, locked);
      await record(context.tx, 'sign-up.made', { signUpId });
    });
  }

  /** Gives a place back, or leaves the queue, before the shift begins. Late, it counts as a broken promise; the organization's word never does. */
  async cancel(actor: Actor, signUpId: string): Promise<void> {
    await this.step(actor, signUpId, 'cancel', (context, locked, role) => {
      const reason = role === 'organization' ? 'by-organization' : isLate(locked.signUp, context.at) ? 'late' : IN_TIME;
      return endSignUp(this.matches, context, locked, {
        status: 'cancelled',
        reason,
        endedBy: role === 'organization' ? 'organization' : 'donor',
      });
    });
  }

  /** Leaves every queue, before a volunteer is erased; not while they have a place, which is to be ended first. */
  async leaveQueues(personId: string): Promise<void> {
    if (await this.source.manager.existsBy(SignUpEntity, { personId, status: In(['signed_up', 'checked_in']) })) return;
    const waiting = await this.source.manager.findBy(SignUpEntity, { personId, status: 'waiting' });
    for (const { id } of waiting) {
      await this.source.transaction(async (tx) => {
        const locked = await lockSignUp(tx, this.needs, id);
        if (locked.signUp.status === 'waiting')
          await endSignUp(this.matches, { tx, at: this.clock.now(), by: personId }, locked, {
            status: 'cancelled',
            reason: IN_TIME,
            endedBy: 'donor',
          });
      });
    }
  }

  /** Existence, permission, then state under lock, as every verb of a sign-up is asked. @param change is done once; `again` where it was done before @param was the moment at which it was done, where a device has kept it until now */
  async step(
    actor: Actor,
    signUpId: string,
    verb: SignUpVerb,
    change: (context: ActionContext, locked: LockedSignUp, role: SignUpRole) => Promise<void>,
    again?: (context: ActionContext, locked: LockedSignUp, role: SignUpRole) => Promise<void>,
    was?: Date,
  ): Promise<void> {
    await oneAtATime(() =>
      this.source.transaction(async (tx) => {
        const locked = await lockSignUp(tx, this.needs, signUpId);
        const { signUp, need } = locked;
        const sides = { personId: signUp.personId, organizationId: need.organizationId };
        const [role] = rolesIn(actor, sides);
        if (!role) return refuse('sign-up.not-found');
        if (!SIGN_UP_VERB_ROLES[verb].includes(role)) refuse('sign-up.not-yours');
        const context: ActionContext = { tx, at: this.clock.now(), by: actor.personId };
        if (hasHad(verb, signUp)) return again?.(context, locked, role);
        if (!SIGN_UP_STEPS[signUp.status][verb]?.includes(role)) refuse('sign-up.not-now', { status: signUp.status });
        const timely = inItsTime(verb, role, { ...signUp, ...sides }, was ?? context.at);
        if (!timely || (was !== undefined && !listCounts(signUp, context.at)))
          refuse(verb === 'check-in' ? 'sign-up.not-in-window' : 'sign-up.not-now', { status: signUp.status });
        await change(context, locked, role);
      }),
    );
  }

  /** Puts a locked sign-up into its place: offer, match and hold of the shift's minutes. The place itself is counted by the caller. */
  async take(context: ActionContext, giver: Giver, { need, shift, signUp }: LockedSignUp): Promise<void> {
    const { tx, at } = context;
    const matchId = newId();
    const minutes = minutesOfAll(shift, signUp);
    const until = new Date(Math.max(at.getTime(), shift.endsAt.getTime()) + SHIFT_LIMITS.offerAfterMs);
    await this.roomOr(giver, need, minutes, () =>
      this.matches.agree(context, { matchId, giver, need, minutes, place: shift.place, from: shift.startsAt, until }),
    );
    Object.assign(signUp, {
      status: 'signed_up',
      matchId,
      offeredUntil: null,
      signedUpAt: at,
      endedReason: null,
      endedAt: null,
    });
    await tx.save(signUp);
  }

  /** The need may have no room for these minutes though the shift has a place: others promised them otherwise. */
  private async roomOr(
    giver: Pick<Actor, 'locale'>,
    need: NeedEntity,
    minutes: number,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (err) {
      if (!(err instanceof Refusal) || err.code !== 'match.nothing-left') throw err;
      refuse('shift.need-is-full', {
        left: Number(err.params.left),
        unit: need.baseUnit,
        minutes,
        leftText: formatAmount(Number(err.params.left), need.baseUnit, giver.locale, this.catalogue),
      });
    }
  }

  private async refuseClosed(
    { tx, at }: ActionContext,
    { need, shift }: LockedShift,
    personId: string,
    afterwards = false,
  ): Promise<void> {
    if (shift.status === 'cancelled') refuse('shift.cancelled');
    const organization = (await organizationSummaries(tx, [need.organizationId])).get(need.organizationId);
    if (!isLive(need.status) || organization?.status !== 'verified') refuse('shift.need-not-open');
    if (agreedFirst(this.catalogue, need.category)) refuse('shift.agreed-first');
    if (!afterwards && !takesSignUps(shift, at)) refuse('shift.over');
    await refuseUnseen(tx, this.catalogue, personId, { need, shift }, at);
  }

  /** As much as anybody may promise at once; locks the promises of this person, so that two sign-ups of theirs wait for each other. */
  private async refuseTooMuch(
    { tx }: ActionContext,
    actor: Giver,
    { need, shift }: LockedShift,
    people: number,
  ): Promise<void> {
    const room = await lockPromiseRoom(tx, actor.personId, need.baseUnit);
    const minutes = minutesOfAll(shift, { people });
    if (mayPromise(room, minutes)) return;
    if (room.matches === 0) refuseMatch('match.holding-too-much', { by: 'matches', limit: room.matchesMax });
    const [limit, left] = [room.amountMax ?? 0, room.amount ?? 0];
    const text = (amount: number): string => formatAmount(amount, need.baseUnit, actor.locale, this.catalogue);
    refuseMatch('match.holding-too-much', {
      by: 'amount',
      limit,
      left,
      unit: need.baseUnit,
      limitText: text(limit),
      leftText: text(left),
    });
  }
}
