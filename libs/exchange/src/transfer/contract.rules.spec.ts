import { catalogueFromFiles } from '#catalogue';
import type { NumberedPaper } from '#matching';
import { contractSheet } from './contract.rules.js';

const company = {
  name: 'ООО «Пример дела»',
  organization: true,
  inn: '2899000063',
  kpp: null,
  ogrn: '1022800000000',
  place: 'belogorsk',
};

test.each<['accepted' | 'confirmed', string]>([
  ['accepted', '40 шт'],
  ['confirmed', '38 шт'],
])('a contract of what is %s says %s', async (status, amount) => {
  const paper: NumberedPaper = {
    id: 'm',
    status,
    kind: 'goods',
    unit: 'pcs',
    promised: 40,
    arrived: status === 'confirmed' ? 38 : 0,
    lost: 0,
    item: null,
    category: 'relief-household',
    offerTitle: 'Кресла офисные',
    needNumber: 7,
    needTitle: 'Мебель для класса',
    title: 'Мебель для класса',
    needPlace: 'belogorsk',
    timeZone: 'Asia/Yakutsk',
    acceptedAt: new Date('2026-11-02T00:00:00Z'),
    confirmedAt: null,
    handOverPlace: null,
    giver: company,
    receiver: { ...company, name: 'РОО «Пример школы»' },
    parties: { donorId: 'o', onBehalfOf: 'o', organizationId: 'g' },
    value: 9_600_000,
    valuePaper: null,
    number: 7,
    year: 2026,
    entry: null,
  };
  const said = JSON.stringify(contractSheet(await catalogueFromFiles(), paper, 'https://lepta.example')).replaceAll(
    '\u00a0',
    ' ',
  );
  for (const text of [
    'Договор пожертвования № 7/2026',
    '2 ноября 2026',
    'ООО «Пример дела»',
    'РОО «Пример школы»',
    `Кресла офисные, ${amount}.`,
    'Стоимость 96 000 ₽ указал даритель',
    'обособленный учёт',
    'статья 582 ГК РФ',
  ])
    expect(said).toContain(text);
});
