import { catalogueFromFiles, type Catalogue } from '#catalogue';
import { nextSettlement, readPledge, readSums, type PledgeForm } from './pledge-form.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});
const FORM: PledgeForm = { ceiling: '300000', each: '50000', only: ['elderly', 'zeya'], until: '2026-12-31', day: 25 };
const said = (form: Partial<PledgeForm>): unknown => {
  const read = readPledge(catalogue, { ...FORM, ...form }, '2026-03-10');
  return read.ok ? read.pledge : read.errors.map(({ field, code }) => `${field} ${code}`);
};

test.each<[name: string, form: Partial<PledgeForm>, read: unknown]>([
  ['as it is meant', {}, { ceiling: 30_000_000, each: 5_000_000 }],
  ['without a sum for each time', { each: '' }, { ceiling: 30_000_000, each: null }],
  ['too little', { ceiling: '999.99', each: '0.99' }, ['ceiling pledge.too-little', 'each pledge.too-little']],
  ['no purpose', { only: [] }, ['only form.required']],
  ['a purpose that nobody knows', { only: ['nowhere'] }, ['only form.not-in-list']],
  ['an organization', { only: ['0190a0a0-0000-7000-8000-000000000001'] }, { ceiling: 30_000_000, each: 5_000_000 }],
  ['an end that has passed', { until: '2026-03-09' }, ['until pledge.over-already']],
  ['no day', { until: '2026-02-31' }, ['until pledge.over-already']],
])('a pledge %s', (_, form, read) => expect(said(form)).toEqual(read));

test('a ceiling is never below what was promised of it', () => {
  expect(readSums(catalogue, { ceiling: '2000.00' }, 200_000)).toMatchObject({ ok: true });
  expect(readSums(catalogue, { ceiling: '2000.00' }, 200_001)).toMatchObject({
    ok: false,
    errors: [{ field: 'ceiling', code: 'pledge.below-committed' }],
  });
});

test.each([
  [25, '2026-03-10', '2026-12-31', '2026-03-25'],
  [10, '2026-03-10', '2026-12-31', '2026-04-10'],
  [5, '2026-12-10', '2027-01-31', '2027-01-05'],
  [25, '2026-12-26', '2026-12-31', null],
])('day %d after %s until %s', (day, from, until, next) => expect(nextSettlement(day, from, until)).toBe(next));
