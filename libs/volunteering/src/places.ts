import { QueryFailedError } from 'typeorm';
import { record, type Tx } from '#platform';
import type { NeedEntity, NeedsService } from '#needs';
import type { MatchEntity, SignUpMatches } from '#matching';
import { ShiftEntity } from './shift.entity.js';
import { IN_PLACE, type EndReason } from './sign-up-life.rules.js';
import { hasBegun, offeredUntil } from './sign-up-times.rules.js';
import { SignUpEntity } from './sign-up.entity.js';
import { refuse } from './volunteering.refusals.js';

/** A shift with its need, locked in the written order: need, shift; then sign-ups, offers, matches, ledger. */
export interface LockedShift {
  readonly need: NeedEntity;
  readonly shift: ShiftEntity;
}

export interface LockedSignUp extends LockedShift {
  readonly signUp: SignUpEntity;
}

export interface ActionContext {
  readonly tx: Tx;
  readonly at: Date;
  /** Null for the clock. */
  readonly by: string | null;
}

const lock = { mode: 'pessimistic_write' } as const;

/** @throws shift.not-found */
export async function lockShift(tx: Tx, needs: NeedsService, shiftId: string): Promise<LockedShift> {
  const found = await tx.findOneBy(ShiftEntity, { id: shiftId });
  if (!found) return refuse('shift.not-found');
  const need = await needs.lock(tx, found.needId);
  return { need, shift: await tx.findOneOrFail(ShiftEntity, { where: { id: shiftId }, lock }) };
}

/** @throws sign-up.not-found */
export async function lockSignUp(tx: Tx, needs: NeedsService, signUpId: string): Promise<LockedSignUp> {
  const found = await tx.findOneBy(SignUpEntity, { id: signUpId });
  if (!found) return refuse('sign-up.not-found');
  const locked = await lockShift(tx, needs, found.shiftId);
  return { ...locked, signUp: await tx.findOneOrFail(SignUpEntity, { where: { id: signUpId }, lock }) };
}

/** Offers every free place to the first who waits, until the shift begins: nobody waits while a place is free for all who come with them. Saves the shift. */
export async function fillPlaces({ tx, at }: ActionContext, shift: ShiftEntity): Promise<void> {
  while (shift.status === 'planned' && !hasBegun(shift, at) && shift.taken < shift.capacity) {
    const next = await tx
      .createQueryBuilder(SignUpEntity, 's')
      .where(`s.shift_id = :id AND s.status = 'waiting' AND s.offered_until IS NULL AND s.people <= :free`, {
        id: shift.id,
        free: shift.capacity - shift.taken,
      })
      .orderBy('s.number')
      .limit(1)
      .setLock('pessimistic_write')
      .getOne();
    if (!next) break;
    next.offeredUntil = offeredUntil(shift, at);
    await tx.save(next);
    shift.taken += next.people;
    await record(tx, 'sign-up.offered', { signUpId: next.id });
  }
  await tx.save(shift);
}

export interface SignUpEnd {
  readonly status: 'cancelled' | 'no_show';
  readonly reason: EndReason;
  readonly endedBy: MatchEntity['endedBy'];
}

/** Ends a locked sign-up and gives back what it held; its place goes to the first who waits. */
export async function endSignUp(
  matches: SignUpMatches,
  context: ActionContext,
  locked: LockedSignUp,
  end: SignUpEnd,
): Promise<void> {
  await leavePlace(matches, context, locked, end);
  await fillPlaces(context, locked.shift);
}

/** Ends a locked sign-up and counts its place as free; a caller that ends several fills the places and saves the shift after the last of them, because those who wait may be among them. */
export async function leavePlace(
  matches: SignUpMatches,
  context: ActionContext,
  { shift, signUp }: LockedSignUp,
  end: SignUpEnd,
): Promise<void> {
  const { tx, at } = context;
  const hadPlace = IN_PLACE.includes(signUp.status) || signUp.offeredUntil !== null;
  Object.assign(signUp, { status: end.status, endedReason: end.reason, endedAt: at, offeredUntil: null });
  await tx.save(signUp);
  // Whom a coordinator signed up has broken no promise by staying away.
  const reason = end.reason === 'no-show' && signUp.enteredBy !== null ? 'by-organization' : end.reason;
  if (signUp.matchId) await matches.end(context, signUp.matchId, { endedBy: end.endedBy, reason });
  await record(tx, 'sign-up.ended', { signUpId: signUp.id });
  if (hadPlace) shift.taken -= signUp.people;
}

/** Another of this person's shifts at that time, whichever organization's. The person's promises must be locked, else two at once do not see each other. */
export async function overlapping(
  tx: Tx,
  personId: string,
  times: { readonly startsAt: Date; readonly endsAt: Date },
  except: string | null,
): Promise<{ needId: string; startsAt: Date } | null> {
  const rows: { needId: string; startsAt: Date }[] = await tx.query(
    `SELECT s.need_id AS "needId", s.starts_at AS "startsAt" FROM sign_ups u JOIN shifts s ON s.id = u.shift_id
     WHERE u.person_id = $1 AND u.status IN ('signed_up', 'waiting', 'checked_in', 'confirmed') AND tstzrange(u.starts_at, u.ends_at) && tstzrange($2, $3) AND u.id IS DISTINCT FROM $4::uuid LIMIT 1`,
    [personId, times.startsAt, times.endsAt, except],
  );
  return rows[0] ?? null;
}

/** Of these sign-ups, those whose person has another shift at that time. One query; the promises of all these people must be locked. */
export async function overlappingAmong(
  tx: Tx,
  signUpIds: readonly string[],
  times: { readonly startsAt: Date; readonly endsAt: Date },
): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    `SELECT own.id FROM sign_ups own WHERE own.id = ANY($1) AND EXISTS (
       SELECT 1 FROM sign_ups u WHERE u.person_id = own.person_id AND u.id <> own.id AND u.status IN ('signed_up', 'waiting', 'checked_in', 'confirmed') AND tstzrange(u.starts_at, u.ends_at) && tstzrange($2, $3))`,
    [signUpIds, times.startsAt, times.endsAt],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The database's own word on who would be in two places at once, should a look before have missed it. */
export async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (err) {
    const { code, constraint } = (err instanceof QueryFailedError ? err.driverError : {}) as {
      code?: string;
      constraint?: string;
    };
    if (code === '23P01' && constraint === 'sign_ups_one_at_a_time') return refuse('shift.overlaps', { title: '—' });
    throw err;
  }
}
