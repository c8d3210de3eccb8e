import type { Catalogue } from '#catalogue';
import { refuseForm } from '#kernel';
import { NeedEntity } from '#needs';
import { titleInMails } from '#forms';
import type { Tx } from '#platform';
import { hoursOnDay } from '../guardian/guardian.rules.js';
import { SHIFT_LIMITS as LIMITS } from '../limits.rules.js';
import { overlapping } from '../places.js';
import { minutesOf } from '../shift-form.rules.js';
import type { ShiftEntity } from '../shift.entity.js';
import { refuse } from '../volunteering.refusals.js';
import { leavesRest, minutesOnDayOf } from './rest.rules.js';

interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Their other shifts within a day before and after, whichever organizations they are of. The person's promises must be locked, else two sign-ups at once do not see each other. */
async function shiftsNear(tx: Tx, personId: string, { startsAt, endsAt }: Times): Promise<Times[]> {
  return tx.query(
    `SELECT u.starts_at AS "startsAt", u.ends_at AS "endsAt" FROM sign_ups u
     WHERE u.person_id = $1 AND u.status IN ('signed_up', 'waiting', 'checked_in', 'confirmed') AND tstzrange(u.starts_at, u.ends_at) && tstzrange($2, $3)`,
    [personId, new Date(startsAt.getTime() - LIMITS.restWithinMs), new Date(endsAt.getTime() + LIMITS.restWithinMs)],
  );
}

/**
 * Work without an hour is done when there is time for it. Nobody is in two places at once, and everybody has time to rest, whichever organizations their shifts are of. Hours that are entered afterwards (`afterwards`) are not refused: the work is done.
 * @throws shift.overlaps, shift.too-little-rest; form.invalid where a volunteer under age would help for more hours of its day than they may
 */
export async function refuseClash(
  tx: Tx,
  catalogue: Catalogue,
  giver: { readonly personId: string; readonly locale: 'ru' | 'en' },
  shift: ShiftEntity,
  { age, afterwards = false }: { readonly age?: number; readonly afterwards?: boolean },
): Promise<void> {
  if (shift.anyTime) return;
  const other = await overlapping(tx, giver.personId, shift, null);
  if (other) {
    const need = await tx.findOneByOrFail(NeedEntity, { id: other.needId });
    refuse('shift.overlaps', {
      title: titleInMails(catalogue, need, giver.locale),
      at: other.startsAt.toISOString(),
    });
  }
  if (afterwards) return;
  const others = await shiftsNear(tx, giver.personId, shift);
  const timeZone = catalogue.place(shift.place)?.timeZone ?? 'UTC';
  const hours = age === undefined ? null : hoursOnDay(age);
  if (hours !== null && minutesOnDayOf(shift, others, timeZone) + minutesOf(shift) > hours * 60)
    refuseForm([{ field: 'age', code: 'minor.too-long', params: { hours } }]);
  if (!leavesRest(others, shift)) refuse('shift.too-little-rest', { hours: LIMITS.restMinutes / 60 });
}
