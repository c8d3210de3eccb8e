import type { Tx } from '#platform';
import { refuse } from './match-life.refusals.js';

/** Whether an organization was checked: one that a file brought is not, and its needs may be open all the same. */
export async function isVerified(tx: Tx, organizationId: string): Promise<boolean> {
  const [row]: { status: string }[] = await tx.query('SELECT status FROM organizations WHERE id = $1', [
    organizationId,
  ]);
  return row?.status === 'verified';
}

/** @throws match.organization-not-verified */
export async function verifiedOnly(tx: Tx, organizationId: string): Promise<void> {
  if (!(await isVerified(tx, organizationId))) refuse('match.organization-not-verified');
}
