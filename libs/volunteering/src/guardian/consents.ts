import type { Catalogue } from '#catalogue';
import { refuseForm } from '#kernel';
import type { Tx } from '#platform';
import type { LockedShift } from '../places.js';
import { hasBegun } from '../sign-up-times.rules.js';
import { refuseGuardian } from './guardian.refusals.js';
import { AGES } from '../limits.rules.js';
import { answerUntil, minorErrors } from './guardian.rules.js';

interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** @param who how old they say they are, and how many come with them */
export function refuseTooYoung(
  catalogue: Catalogue,
  { need, shift }: LockedShift,
  { age, people }: { readonly age: number; readonly people: number },
  now: Date,
): void {
  if (age >= AGES.adult) refuseForm([{ field: 'age', code: 'form.too-large', params: { max: AGES.adult - 1 } }]);
  if (people > 1) refuseForm([{ field: 'people', code: 'minor.alone' }]);
  if (hasBegun(shift, now)) refuseForm([{ field: 'age', code: 'minor.has-begun' }]);
  const adultsOnly = catalogue.category(need.category)?.flags.includes('age18') ?? false;
  const timeZone = catalogue.place(shift.place)?.timeZone ?? 'UTC';
  refuseForm(minorErrors(age, { ...shift, timeZone, adultsOnly }));
}

/** A volunteer under age has a place, or waits for one: their guardian is to answer. The link is made when they ask for it. */
export async function askGuardian(tx: Tx, signUpId: string, age: number, times: Times, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO guardian_consents (sign_up_id, age, status, until, ends_at) VALUES ($1, $2, 'waiting', $3, $4)`,
    [signUpId, age, answerUntil(times, now), times.endsAt],
  );
}

/** The shift was moved: a consent was for its hours, and is asked for anew, by the same link. */
export async function askGuardiansAgain(tx: Tx, signUpIds: readonly string[], times: Times, now: Date): Promise<void> {
  await tx.query(
    `UPDATE guardian_consents SET status = 'waiting', until = $2, ends_at = $3, guardian = NULL, relation = NULL, decided_at = NULL
     WHERE sign_up_id = ANY($1) AND status IN ('waiting', 'given')`,
    [signUpIds, answerUntil(times, now), times.endsAt],
  );
}

/** @throws guardian.no-consent where a volunteer under age has none */
export async function refuseWithoutConsent(tx: Tx, signUpId: string): Promise<void> {
  const missing: unknown[] = await tx.query(
    `SELECT 1 FROM guardian_consents WHERE sign_up_id = $1 AND status <> 'given'`,
    [signUpId],
  );
  if (missing.length > 0) refuseGuardian('guardian.no-consent');
}

/** Nobody has answered in time; true where that was so. */
export async function lapseConsent(tx: Tx, signUpId: string, now: Date): Promise<boolean> {
  const [, changed] = (await tx.query(
    `UPDATE guardian_consents SET status = 'lapsed' WHERE sign_up_id = $1 AND status = 'waiting' AND until <= $2`,
    [signUpId, now],
  )) as [unknown, number];
  return changed > 0;
}
