import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import { papersOf } from '#organizations';
import type { Tx } from '#platform';
import { papersAsked, papersMissing, type papersCount } from './shift-papers.rules.js';
import type { LockedShift } from './places.js';
import { refuse } from './volunteering.refusals.js';

export type Checks = Parameters<typeof papersCount>[0];

export async function checksOf(db: Tx | DataSource, personId: string): Promise<Checks> {
  return (await papersOf(db, [personId])).get(personId) ?? [];
}

/** @throws shift.papers-not-seen */
export async function refuseUnseen(
  tx: Tx,
  catalogue: Catalogue,
  personId: string,
  { need, shift }: LockedShift,
  now: Date,
): Promise<void> {
  if (!papersAsked(catalogue, need.category)) return;
  if (
    papersMissing(
      catalogue,
      need.category,
      await checksOf(tx, personId),
      { organizationId: need.organizationId, endsAt: shift.endsAt },
      now,
    )
  )
    refuse('shift.papers-not-seen');
}
