import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { DETAIL_LIMITS, detailWarnings, readDetails, shortNameOf, type OrganizationDetails } from './details.rules.js';
import { LEGAL_FORMS, readForm } from './legal-forms.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const account = {
  bik: '041012999',
  number: '40703810900000000001',
  bankName: 'ДЕМО-БАНК г. Благовещенск',
  correspondent: '30101810600000000999',
};
const sound: OrganizationDetails & { account: typeof account } = {
  name: 'Автономная некоммерческая организация «Пример помощи»',
  shortName: 'АНО «Пример помощи»',
  form: 'ano',
  inn: '2899000017',
  ogrn: '1992800000015',
  kpp: '289901001',
  place: 'blagoveshchensk',
  account,
};

test('sound details are taken as they are; a form becomes its code, pasted spaces go', () => {
  const said = {
    ...sound,
    name: ' Автономная  некоммерческая организация\n«Пример помощи» ',
    form: 'АНО',
    inn: '28 99 000017',
    account: { ...account, number: '40703 810 9 0000 0000001' },
  };
  expect(readDetails(catalogue, said)).toEqual({ ok: true, details: sound });
});

test.each([
  ['Хор «Утро»', 'Хор «Утро»'],
  [`${'о'.repeat(119)} и ещё`, 'о'.repeat(119)],
  ['о'.repeat(300), 'о'.repeat(DETAIL_LIMITS.shortName)],
])('a short name of %s', (name, short) => {
  expect(shortNameOf(name)).toBe(short);
});

test('an organization without a KPP is one without a KPP', () => {
  expect(readDetails(catalogue, { ...sound, kpp: ' ' })).toMatchObject({ ok: true, details: { kpp: null } });
});

type Changed = Partial<Omit<OrganizationDetails, 'account'>> & { account?: Partial<OrganizationDetails['account']> };
test.each<[name: string, changed: Changed, errors: [field: string, code: string][]]>([
  ['a swapped figure in the INN', { inn: '2899000071' }, [['inn', 'organization.number-check-digit']]],
  ['the INN of a person', { inn: '500100732259' }, [['inn', 'organization.inn-of-a-person']]],
  ['zeros for an INN', { inn: '0000000000' }, [['inn', 'organization.number-all-zeros']]],
  ['an OGRN too short', { ogrn: '199280000001' }, [['ogrn', 'organization.number-wrong-length']]],
  ['a KPP with letters at its end', { kpp: '28990100А' }, [['kpp', 'organization.number-wrong-shape']]],
  ['a firm without KPP', { form: 'ООО', kpp: null }, [['kpp', 'form.required']]],
  ['a firm under the INN of a person', { form: 'ао', inn: '500100732259' }, [['inn', 'organization.inn-of-a-person']]],
  [
    'an entrepreneur with the numbers of a firm',
    { form: 'ип' },
    [
      ['inn', 'organization.number-wrong-length'],
      ['ogrn', 'organization.number-wrong-length'],
      ['kpp', 'organization.no-kpp'],
    ],
  ],
  ['a form that nobody knows', { form: 'орден' }, [['form', 'form.not-in-list']]],
  ['a place that nobody knows', { place: 'atlantis' }, [['place', 'form.not-in-list']]],
  [
    'an account at another bank',
    { account: { bik: '040813608' } },
    [
      ['account.number', 'organization.account-key'],
      ['account.correspondent', 'organization.account-key'],
    ],
  ],
  [
    'a BIK that cannot be: the keys are not blamed',
    { account: { bik: '941012999' } },
    [['account.bik', 'organization.number-wrong-shape']],
  ],
  [
    'an account too short',
    { account: { number: '4070381090000000000' } },
    [['account.number', 'organization.number-wrong-length']],
  ],
  [
    'no names',
    { name: ' ', shortName: '' },
    [
      ['name', 'form.too-short'],
      ['shortName', 'form.too-short'],
    ],
  ],
  [
    'everything at once',
    { inn: 'x', ogrn: '1', form: '?', place: '?' },
    [
      ['form', 'form.not-in-list'],
      ['place', 'form.not-in-list'],
      ['inn', 'organization.number-not-digits'],
      ['ogrn', 'organization.number-wrong-length'],
    ],
  ],
])('refused: %s', (_name, changed, errors) => {
  const result = readDetails(catalogue, { ...sound, ...changed, account: { ...account, ...changed.account } });
  expect(result.ok ? [] : result.errors.map((error) => [error.field, error.code])).toEqual(errors);
});

test('the account of a firm is taken with a warning', () => {
  expect(detailWarnings({ ...account, number: '40702810900000000001' }, 'ru')).toMatchObject([
    { field: 'account.number', code: 'commercial-account' },
  ]);
  expect(detailWarnings(account, 'en')).toEqual([]);
});

const group: OrganizationDetails = {
  name: 'ТОС «Большой двор»',
  shortName: 'ТОС «Большой двор»',
  form: 'ТОС',
  place: 'zeya',
};

test('a group without registration has no numbers and no account', () => {
  expect(readDetails(catalogue, group)).toEqual({
    ok: true,
    details: { ...group, form: 'tos', inn: null, ogrn: null, kpp: null, account: null },
  });
  expect(readDetails(catalogue, { ...group, form: 'Группа жителей' })).toMatchObject({
    ok: true,
    details: { form: 'informal' },
  });
});

test('«ТОС» with numbers is the registered one', () => {
  expect(readDetails(catalogue, { ...sound, form: 'ТОС' })).toMatchObject({
    ok: true,
    details: { form: 'neighbourhood-self-government' },
  });
});

test.each<[name: string, said: OrganizationDetails, fields: [field: string, code: string][]]>([
  ['a group with an account', { ...group, account }, [['account', 'organization.not-for-a-group']]],
  ['a group with an INN', { ...group, form: 'tos', inn: '2899000017' }, [['inn', 'organization.not-for-a-group']]],
  [
    'an organization without numbers',
    { ...group, form: 'АНО' },
    [
      ['inn', 'form.required'],
      ['ogrn', 'form.required'],
      ['account', 'form.required'],
    ],
  ],
])('refused: %s', (_name, said, fields) => {
  const result = readDetails(catalogue, said);
  expect(result.ok ? [] : result.errors.map((error) => [error.field, error.code])).toEqual(fields);
});

test('who only gives needs no account; an entrepreneur has the numbers of a person', () => {
  expect(readDetails(catalogue, { ...sound, form: 'ООО', account: null })).toMatchObject({
    ok: true,
    details: { form: 'ooo', account: null, kpp: '289901001' },
  });
  expect(
    readDetails(catalogue, {
      ...sound,
      form: 'ИП',
      inn: '500100732259',
      ogrn: '304500116000157',
      kpp: null,
      account: null,
    }),
  ).toMatchObject({ ok: true, details: { form: 'ip', kpp: null } });
});

test.each([false, true])('no name of a form means two of them (informal: %s)', (informal) => {
  const names = LEGAL_FORMS.filter((form) => Boolean(form.informal) === informal).flatMap((form) => [
    ...new Set([form.code, form.nameRu, form.nameEn, ...form.aliases].map((name) => name.toLowerCase())),
  ]);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(names.filter((name) => readForm(name, !informal) === null)).toEqual([]);
});
