import { setImmediate as breath } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import { agreedFirst } from '#forms';
import { papersOf } from '#organizations';
import { papersMissing } from '../shift-papers.rules.js';
import type { ShiftWish } from '../wishes/wishes.rules.js';
import { mayBeProposed, placesToPropose, PROPOSING, worthOf, type OpenShift, type Willing } from './propose.rules.js';
import type { Pair } from './assignment.js';

/** What a clearing of time looks at, at one moment. */
export interface Proposable {
  readonly people: readonly Willing[];
  readonly shifts: readonly OpenShift[];
  readonly pairs: readonly Pair[];
}

interface WillingRow extends ShiftWish {
  readonly personId: string;
  readonly own: readonly string[];
  readonly proposed: number;
}
interface SignUpRow {
  readonly personId: string;
  readonly shiftId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly runs: boolean;
}

/** The soonest of so many are looked at, and for as many people; others have their turn in the next clearing. */
const SHIFTS_MAX = 2_000;
const PEOPLE_MAX = 2_000;
/** Of what suits a volunteer so many of the best go into the plan. */
const BEST_MAX = 20;
/** So many pairs are looked at before others have a turn: together under ten milliseconds. */
const PAIRS_AT_ONCE = 250;

/** Places that are proposed, and not answered. */
export const KEPT = `SELECT count(*)::int FROM sign_ups u WHERE u.status = 'waiting' AND u.proposed_by IS NOT NULL`;

/** Free places of shifts to come for which nobody waits. */
const SHIFTS = `SELECT s.id, s.need_id AS "needId", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.any_time AS "anyTime", s.place, s.remote, s.capacity - s.taken AS free, (${KEPT} AND u.shift_id = s.id) AS kept, n.skills, n.category, n.urgency, n.organization_id AS "organizationId"
  FROM shifts s JOIN needs n ON n.id = s.need_id JOIN organizations g ON g.id = n.organization_id
  WHERE s.status = 'planned' AND s.starts_at > $1 AND s.starts_at < $2 AND s.taken < s.capacity AND n.status IN ('open', 'partly_met') AND g.status = 'verified'
    AND NOT EXISTS (SELECT 1 FROM sign_ups u WHERE u.shift_id = s.id AND u.status = 'waiting' AND u.offered_until IS NULL)
  ORDER BY s.starts_at, s.id LIMIT ${SHIFTS_MAX}`;

/** People who want to hear of shifts, have a confirmed address, no open proposal and none of this clearing ($1); those to whom nothing was proposed for longest come first. */
const WILLING = `SELECT w.person_id AS "personId", w.place, w.radius_km AS "radiusKm", w.remote, w.skills, w.windows,
    array(SELECT m.object_id FROM grants m WHERE m.person_id = w.person_id AND m.object_type = 'organization' AND m.revoked_at IS NULL) AS own,
    (SELECT count(*)::int FROM sign_ups u WHERE u.person_id = w.person_id AND u.proposed_by IS NOT NULL AND u.signed_up_at > $2) AS proposed
  FROM shift_wishes w JOIN people p ON p.id = w.person_id
  WHERE w.tell_at IS NOT NULL AND p.erased_at IS NULL AND p.email_confirmed_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM sign_ups u WHERE u.person_id = w.person_id AND u.proposed_by IS NOT NULL AND (u.proposed_by = $1 OR u.status = 'waiting'))
  ORDER BY (SELECT max(u.signed_up_at) FROM sign_ups u WHERE u.person_id = w.person_id AND u.proposed_by IS NOT NULL) NULLS FIRST, w.person_id LIMIT ${PEOPLE_MAX}`;

const SIGN_UPS = `SELECT u.person_id AS "personId", u.shift_id AS "shiftId", u.starts_at AS "startsAt", u.ends_at AS "endsAt", u.status IN ('signed_up', 'waiting', 'checked_in', 'confirmed') AS runs
  FROM sign_ups u WHERE u.person_id = ANY($1) AND u.ends_at > $2::timestamptz - interval '1 day'`;

/** Everybody who may be proposed a shift now, and what each is worth. */
export async function readProposable(
  source: DataSource,
  catalogue: Catalogue,
  clearingId: string,
  now: Date,
): Promise<Proposable> {
  const [from, until] = [PROPOSING.fromMs, PROPOSING.untilMs].map((ms) => new Date(now.getTime() + ms));
  const found: (OpenShift & { kept: number })[] = await source.query(SHIFTS, [from, until]);
  const shifts = found
    .filter(({ category }) => !agreedFirst(catalogue, category))
    .map((one) => ({ ...one, free: placesToPropose(one) }));
  const since = new Date(now.getTime() - PROPOSING.withinMs);
  const rows: WillingRow[] = shifts.length === 0 ? [] : await source.query(WILLING, [clearingId, since]);
  const ids = rows.map(({ personId }) => personId);
  const signUps: SignUpRow[] = await source.query(SIGN_UPS, [ids, now]);
  const byPerson = new Map<string, SignUpRow[]>();
  for (const row of signUps) byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), row]);
  const papers = await papersOf(source, ids);
  const people = rows.map(({ personId, own, proposed, ...wish }): Willing => {
    const theirs = byPerson.get(personId) ?? [];
    return {
      personId,
      wish,
      own: new Set(own),
      proposed,
      busy: theirs.filter(({ runs }) => runs),
      known: new Set(theirs.map(({ shiftId }) => shiftId)),
    };
  });
  const pairs: Pair[] = [];
  let looked = 0;
  for (const [person, one] of people.entries()) {
    const theirs: Pair[] = [];
    for (const [at, shift] of shifts.entries()) {
      if (++looked % PAIRS_AT_ONCE === 0) await breath();
      if (!mayBeProposed(catalogue, one, shift)) continue;
      if (papersMissing(catalogue, shift.category, papers.get(one.personId) ?? [], shift, now)) continue;
      theirs.push({ person, shift: at, worth: worthOf(catalogue, one, shift, now) });
    }
    pairs.push(...bestOf(theirs));
  }
  return { people, shifts, pairs };
}

/** The best of what suits a volunteer, in the order of the shifts. */
const bestOf = (pairs: readonly Pair[]): Pair[] =>
  [...pairs]
    .sort((a, b) => b.worth - a.worth || a.shift - b.shift)
    .slice(0, BEST_MAX)
    .sort((a, b) => a.shift - b.shift);
