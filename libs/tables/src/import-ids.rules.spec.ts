import { isId } from '#kernel';
import { IMPORT_PEOPLE, importedOrganizationId, organizationCandidates } from './import-ids.rules.js';

test('the same name is the same organization in every file and for ever', () => {
  expect(importedOrganizationId('Тепло')).toBe(importedOrganizationId('Тепло'));
  expect(importedOrganizationId('Тепло')).not.toBe(importedOrganizationId('тепло'));
  expect(isId(importedOrganizationId('Тепло'))).toBe(true);
});

test('no name of an organization is one of those in whose name a file is brought in', () => {
  expect(IMPORT_PEOPLE.organizations.id).not.toBe(IMPORT_PEOPLE.donor.id);
  for (const name of ['organizations', 'donor', 'organization organizations'])
    for (const { id } of Object.values(IMPORT_PEOPLE)) expect(importedOrganizationId(name)).not.toBe(id);
});

test('nobody can sign in as they: their addresses lie in a domain that does not exist', () => {
  for (const { id, email } of Object.values(IMPORT_PEOPLE)) {
    expect(isId(id)).toBe(true);
    expect(email).toMatch(/@lepta\.invalid$/);
  }
});

test.each<[string, (name: string) => string[]]>([
  ['a name', (name) => [importedOrganizationId(name)]],
  ['018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10', (name) => [name, importedOrganizationId(name)]],
  ['018F3B1E-6C55-7C1D-8A9E-2F0F5F6F7A10', (name) => [name.toLowerCase(), importedOrganizationId(name)]],
])('%s may mean', (name, candidates) => {
  expect(organizationCandidates(name)).toEqual(candidates(name));
});
