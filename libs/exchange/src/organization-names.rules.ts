import type { NamedOrganization } from '#organizations';
import { organizationCandidates } from '#tables';

/** What the name of an organization in a file leads to here. */
export interface OrganizationMeant {
  readonly id: string;
  /** Its needs come in. */
  readonly ready: boolean;
}

/** What organizations.csv has brought by the time that needs and offers name it. */
export interface ListedOrganizations {
  /** Ids of the organizations of the sound rows. */
  readonly named: Set<string>;
  readonly byName: ReadonlyMap<string, OrganizationMeant>;
}

/** While an organization is being checked nothing that is promised to it is agreed, so its needs come in; of others they do not. */
const TAKES_NEEDS: readonly string[] = ['submitted', 'verified'];

export function takesNeeds(status: string): boolean {
  return TAKES_NEEDS.includes(status);
}

/**
 * Which of the organizations that were found is meant: the one that an earlier file called so, then the one with this id, then the one that is checked
 * under this INN. One that was sent back has no claim to its INN.
 */
export function organizationMeant<T extends NamedOrganization>(
  found: readonly T[],
  name: string,
  inn: string | null,
): T | undefined {
  const called = found.find(({ externalId }) => externalId === name);
  if (called) return called;
  for (const id of organizationCandidates(name)) {
    const same = found.find((one) => one.id === id);
    if (same) return same;
  }
  return inn === null ? undefined : found.find((one) => one.inn === inn && one.status !== 'returned');
}
