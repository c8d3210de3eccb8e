import { catalogueFromFiles, type Catalogue } from '#catalogue';
import type { ExportedNeed } from '#needs';
import type { ExportedOffer } from '#offers';
import type { ExportedOrganization } from '#organizations';
import { COLUMNS, type Table } from '#tables';
import { needRow, offerRow, organizationRow, type FileRow } from './export-rows.rules.js';

let catalogue: Catalogue;
beforeAll(async () => (catalogue = await catalogueFromFiles()));

const counted = {
  unit: 'kg',
  baseUnit: 'gram',
  eachAmount: null,
  eachUnit: null,
  left: 1_000,
  category: 'relief-food-parcels',
  item: 'food-dairy-meat',
  kind: 'goods',
  place: 'zeya',
  skills: [],
  startsAt: null,
  title: null,
  description: null,
  externalId: null,
} as const;
const best = new Date('2030-05-01T23:59:59.999Z');
const offer = {
  ...counted,
  id: 'o-1',
  minLot: 1,
  radiusKm: null,
  until: new Date(0),
  prefers: [],
  only: ['n-1', 'org-1', 'tynda'],
  bestBefore: best,
  coldChain: true,
  attributes: { sizes: ['38', '40'], season: 'winter', condition: 'good' },
} as unknown as ExportedOffer;
const need = {
  ...counted,
  id: 'n-1',
  minAmount: 1,
  organization: 'org-1',
  remote: false,
  deadline: new Date(0),
  urgency: 3,
  beneficiaries: null,
  beneficiaryGroups: [],
  coldChain: true,
  accepts: { sizes: [], seasons: ['winter', 'summer'], conditions: ['new'], notNow: ['shoes'] },
  autoAccept: false,
  title: 'Молоко',
  description: '',
} as unknown as ExportedNeed;
const organization = {
  id: 'g-1',
  externalId: 'org-1',
  name: '',
  shortName: '',
  form: 'informal',
  inn: null,
  ogrn: null,
  kpp: null,
  place: 'zeya',
  account: null,
} as unknown as ExportedOrganization;

/** Columns of an import that no export fills, and why. */
const LEFT_OUT: Readonly<Record<Table, readonly string[]>> = {
  offers: [
    'lat',
    'lon',
    /* a place is said by its code */ 'vetted' /* whose papers were seen is nobody else's to take over */,
  ],
  needs: ['lat', 'lon'],
  organizations: ['coordinator' /* a person */],
};

test.each<[Table, () => FileRow]>([
  ['offers', () => offerRow(catalogue, offer)],
  ['needs', () => needRow(catalogue, need)],
  ['organizations', () => organizationRow(organization)],
])('what an import reads of %s, an export writes', (table, row) => {
  const written = Object.keys(row());
  expect(COLUMNS[table].all.filter((column) => !written.includes(column))).toEqual(LEFT_OUT[table]);
  expect(written.filter((column) => !COLUMNS[table].all.includes(column))).toEqual([]);
});

test('what binds an offer and how it keeps go along', () => {
  expect(offerRow(catalogue, offer)).toMatchObject({
    only: 'n-1|org-1|tynda',
    best_before: '2030-05-01T23:59:59.999Z',
    cold_chain: true,
    size: '38|40',
    season: 'winter',
    condition: 'good',
  });
  expect(needRow(catalogue, need)).toMatchObject({
    cold_chain: true,
    size: '',
    season: 'winter|summer',
    condition: 'new',
    not_now: 'shoes',
  });
});
