import { importedOrganizationId } from '#tables';
import { organizationMeant, takesNeeds } from './organization-names.rules.js';

const ID = '0190a5c2-6f1e-7b3d-9c4a-5e8f7a6b1c2d';
const one = (id: string, externalId: string | null = null, inn: string | null = null, status = 'verified') => ({
  id,
  externalId,
  inn,
  status,
});

test.each<[string, ReturnType<typeof one>[], string, string | null, string | undefined]>([
  ['what an earlier file called so', [one('b', null, '2801000001'), one('a', 'org-1')], 'org-1', '2801000001', 'a'],
  ['its id', [one(ID), one(importedOrganizationId(ID))], ID.toUpperCase(), null, ID],
  [
    'the id that an import gives the name',
    [one(importedOrganizationId('org-1'))],
    'org-1',
    null,
    importedOrganizationId('org-1'),
  ],
  ['the INN', [one('a', 'other', '2801000001')], 'org-1', '2801000001', 'a'],
  ['no INN is nobody’s', [one('a', 'other', null)], 'org-1', null, undefined],
  ['an INN that was sent back', [one('a', 'other', '2801000001', 'returned')], 'org-1', '2801000001', undefined],
  ['nobody', [one('a', 'other', '2801000001')], 'org-1', '2801000002', undefined],
])('%s', (_, found, name, inn, id) => {
  expect(organizationMeant(found, name, inn)?.id).toBe(id);
});

test.each([
  ['submitted', true],
  ['verified', true],
  ['suspended', false],
  ['returned', false],
  ['draft', false],
  ['closed', false],
])('needs of an organization that is %s come in: %p', (status, takes) => {
  expect(takesNeeds(status)).toBe(takes);
});
