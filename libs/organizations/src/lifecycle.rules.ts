export const ORGANIZATION_STATUSES = ['draft', 'submitted', 'verified', 'returned', 'suspended'] as const;
export type OrganizationStatus = (typeof ORGANIZATION_STATUSES)[number];

/**
 * status → statuses. A verified organization changes its details by being returned and checked again, so that no account number is
 * swapped behind a moderator's back; a suspended one comes back by a moderator's word.
 */
const MOVES: Readonly<Record<OrganizationStatus, readonly OrganizationStatus[]>> = {
  draft: ['submitted'],
  submitted: ['verified', 'returned'],
  returned: ['submitted'],
  verified: ['returned', 'suspended'],
  suspended: ['verified', 'returned'],
};

export function canMove(from: OrganizationStatus, to: OrganizationStatus): boolean {
  return MOVES[from].includes(to);
}

/** Statuses in which an INN is taken: nobody else may be checked under it. Same list as the index `organizations_inn_once`. */
export const HOLDING_INN: readonly OrganizationStatus[] = ['submitted', 'verified', 'suspended'];

/** Its own people may correct it. */
export function isEditable(status: OrganizationStatus): boolean {
  return status === 'draft' || status === 'returned';
}
