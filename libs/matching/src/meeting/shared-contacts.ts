import type { Actor } from '#identity';
import { readContact, refuseForm, type Contact, type SaidContact } from '#kernel';
import { isOfWalkIn } from '#offers';
import type { Tx } from '#platform';
import type { MatchSide } from '../match.entity.js';
import type { LockedMatch, StepContext } from '../match-steps.js';

type Shared = Contact & { readonly hours?: string | null };

/**
 * Writes what a side shares with its yes: what is said now, else what the organization keeps for it, else what the giver chose in their profile, else
 * nothing; of a walk-in, what the staff say or keep of them. The address that a person signs in with is never taken. Written once: what was shared stays as it was.
 */
export async function shareContact(
  actor: Actor,
  { tx, at }: StepContext,
  locked: LockedMatch,
  side: MatchSide,
  said: SaidContact | undefined,
): Promise<void> {
  const read = readContact(said);
  if (!read.ok) return refuseForm(read.errors);
  const { offer, need } = locked;
  const cameBy = side === 'donor' && isOfWalkIn(offer);
  if (read.contact) return write(tx, locked, side, read.contact, cameBy ? offer.donorId : actor.personId, at);
  const organizationId = side === 'organization' ? need.organizationId : cameBy ? null : offer.onBehalfOf;
  if (organizationId !== null) return shareOwn(tx, locked, side, organizationId, at);
  const [donor] = (await tx.query('SELECT contact FROM donors WHERE id = $1', [offer.donorId])) as {
    contact: Contact | null;
  }[];
  if (donor?.contact) await write(tx, locked, side, donor.contact, offer.donorId, at);
}

/** For a yes that the organization gave beforehand. */
export async function shareBeforehand({ tx, at }: StepContext, locked: LockedMatch): Promise<void> {
  await shareOwn(tx, locked, 'organization', locked.need.organizationId, at);
}

async function shareOwn(tx: Tx, locked: LockedMatch, side: MatchSide, organizationId: string, at: Date): Promise<void> {
  const [row] = (await tx.query('SELECT contacts FROM organizations WHERE id = $1', [organizationId])) as {
    contacts: Shared | null;
  }[];
  if (row?.contacts) await write(tx, locked, side, row.contacts, null, at);
}

async function write(
  tx: Tx,
  { match }: LockedMatch,
  side: MatchSide,
  { name, phone, email, hours, note }: Shared,
  givenBy: string | null,
  at: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO match_contacts (match_id, side, name, phone, email, hours, note, given_by, given_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (match_id, side) DO NOTHING`,
    [match.id, side, name, phone, email, hours ?? null, note, givenBy, at],
  );
}
