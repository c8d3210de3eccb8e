import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { organizationLine } from './organization-lines.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});
const read = (cells: Record<string, string> = {}) =>
  organizationLine(catalogue, { id: 'org-1', name: 'Соседский клуб «Тепло»', place: 'zeya', ...cells });
const faults = (cells: Record<string, string>): string[] => {
  const line = read(cells);
  return line.ok ? [] : line.errors.map(({ field, code }) => `${field} ${code}`);
};

test('without any number it is a group, and none is invented', () => {
  expect(read()).toMatchObject({
    ok: true,
    row: { id: 'org-1', coordinator: null, details: { form: 'informal', inn: null, ogrn: null } },
  });
});

test.each<[string, Record<string, string>, string[]]>([
  [
    'no id, no name, no place',
    { id: '', name: '', place: '' },
    ['id form.required', 'name form.required', 'place form.required'],
  ],
  ['a name of 301 letters', { name: 'а'.repeat(301) }, ['name form.too-long']],
  ['an address without a domain', { coordinator: 'anna' }, ['coordinator exchange.not-an-address']],
  ['two addresses', { coordinator: 'anna@example.org,boris@example.org' }, ['coordinator exchange.not-an-address']],
  ['an address with a bar', { coordinator: 'a|b@example.org' }, ['coordinator exchange.not-an-address']],
  [
    'an address that no mail server takes',
    { coordinator: `a@${'b'.repeat(250)}.org` },
    ['coordinator exchange.not-an-address'],
  ],
  ['an address', { coordinator: 'anna@example.org' }, []],
])('%s', (_, cells, wrong) => {
  expect(faults(cells)).toEqual(wrong);
});

test('a number without a form is no group: the form must be said', () => {
  expect(faults({ inn: '2801000000' }).some((fault) => fault.startsWith('form '))).toBe(true);
});

test('a part of an account is an account that is wrong', () => {
  expect(faults({ bik: '041012765' }).length).toBeGreaterThan(0);
});
