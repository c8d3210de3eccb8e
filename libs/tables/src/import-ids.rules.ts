import { derivedId, isId } from '#kernel';

const NAMESPACE = 'b0b8a9f2-6c0e-5d0a-9a53-6a3c3a1d7b15';

/**
 * In whose name a file is brought in. Two, not one: the owner of an organization never gives to it. Nobody can sign in as either; their
 * addresses lie in a domain that does not exist.
 */
export const IMPORT_PEOPLE = {
  organizations: {
    id: derivedId(NAMESPACE, 'organizations'),
    email: 'import-organizations@lepta.invalid',
    name: 'Импорт организаций',
  },
  donor: { id: derivedId(NAMESPACE, 'donor'), email: 'import-offers@lepta.invalid', name: 'Импорт вкладов' },
} as const;

/** The id that an organization of a file gets here: the same for the same name in every file. */
export function importedOrganizationId(name: string): string {
  return derivedId(NAMESPACE, `organization ${name}`);
}

/** A file may also name an organization that is here by its id. */
export function organizationCandidates(name: string): string[] {
  return isId(name) ? [name.toLowerCase(), importedOrganizationId(name)] : [importedOrganizationId(name)];
}
