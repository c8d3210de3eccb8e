import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { papersOf } from '#organizations';
import type { Tx } from '#platform';
import { papersAsked, papersMissing, type papersCount } from './shift-papers.rules.js';
import type { LockedShift } from './places.js';
import { refuse } from './volunteering.refusals.js';

export type Checks = Parameters<typeof papersCount>[0];

export async function checksOf(db: Tx | DataSource, personId: string): Promise<Checks> {
  return (await papersOf(db, [personId])).get(personId) ?? [];
}

/** For those of whom nobody asks for papers. */
export const NO_CHECKS: Checks = [];

/** Of the reader's papers, where one of the shifts asks for them. */
export async function checksFor(
  db: DataSource,
  catalogue: Catalogue,
  reader: Actor | null,
  shifts: readonly { readonly category: string }[],
): Promise<Checks> {
  return reader !== null && shifts.some(({ category }) => papersAsked(catalogue, category))
    ? checksOf(db, reader.personId)
    : NO_CHECKS;
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
