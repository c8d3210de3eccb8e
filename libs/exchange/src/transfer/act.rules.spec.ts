import { extractText, getDocumentProxy } from 'unpdf';
import { catalogueFromFiles, type Catalogue } from '#catalogue';
import type { NumberedPaper } from '#matching';
import { actSheet } from './act.rules.js';
import { transferPaper } from './transfer-paper.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const paper = (changes: Partial<NumberedPaper> = {}): NumberedPaper => ({
  id: '018f0000-0000-7000-8000-000000000001',
  status: 'confirmed',
  kind: 'goods',
  unit: 'pcs',
  promised: 6,
  arrived: 4,
  lost: 1,
  item: 'heater',
  category: 'relief-household',
  offerTitle: 'Масляные, 2 кВт',
  needNumber: 318,
  needTitle: 'Обогреватели для посёлка',
  title: 'Обогреватели для посёлка',
  needPlace: 'zeya',
  timeZone: 'Asia/Yakutsk',
  acceptedAt: new Date('2026-11-20T00:00:00Z'),
  confirmedAt: new Date('2026-11-26T10:00:00Z'),
  handOverPlace: 'Склад, ворота 2',
  giver: {
    name: 'ООО «Пример дела»',
    organization: true,
    inn: '2899000063',
    kpp: '289901001',
    ogrn: null,
    place: 'zeya',
  },
  receiver: {
    name: 'АНО «Пример помощи»',
    organization: true,
    inn: '2899000017',
    kpp: null,
    ogrn: null,
    place: 'zeya',
  },
  parties: { donorId: 'd', onBehalfOf: 'o', organizationId: 'g' },
  value: 960_000,
  valuePaper: 'накладная № 14',
  number: 42,
  year: 2026,
  entry: {
    id: 'e',
    matchId: 'm',
    doneAt: new Date('2026-11-26T05:06:00Z'),
    toldAt: new Date('2026-11-26T05:07:00Z'),
    refused: 1,
    refusedReason: 'broken',
    expired: 0,
    lostReason: 'lost',
  },
  ...changes,
});
const words = (sheet: object): string => JSON.stringify(sheet).replaceAll('\u00a0', ' ');

test.each<[string, Partial<NumberedPaper>, string[], string[]]>([
  [
    'handed over by code',
    {},
    [
      'Акт приёма-передачи № 42/2026',
      'ИНН 2899000063, КПП 289901001',
      'Обещано 6 шт, принято 4 шт, не взято 1 шт (сломано), просрочено 0 шт, потеряно 1 шт (потеряно).',
      'отмечена кодом на месте 26 ноября 2026 г. в 14:06',
      'Склад, ворота 2',
      'Стоимость 9 600 ₽ указал даритель по своим документам (накладная № 14).',
    ],
    [],
  ],
  [
    'confirmed without a code',
    { entry: null, arrived: 6, lost: 0 },
    ['Обещано 6 шт, принято 6 шт, потеряно 0 шт.', 'Получение подтвердила принимающая сторона 26 ноября 2026 г.'],
    ['кодом'],
  ],
  [
    'of no stated value',
    { value: null, valuePaper: null },
    ['Стоимость даритель не указал. Площадка вещи не оценивает.', 'не указана'],
    ['₽'],
  ],
  [
    'of a person without a name',
    { giver: { name: null, organization: false, inn: null, kpp: null, ogrn: null, place: null } },
    ['Имя по желанию дарителя не указано', 'физическое лицо'],
    ['289901001'],
  ],
])('an act %s', (_what, changes, has, lacks) => {
  const said = words(actSheet(catalogue, paper(changes), 'https://lepta.example'));
  for (const text of has) expect(said).toContain(text);
  for (const text of lacks) expect(said).not.toContain(text);
});

test('a thing whose giver calls it as the catalogue does in English is named once', () => {
  const { nameRu, nameEn } = catalogue.item('heater')!;
  const said = words(actSheet(catalogue, paper({ offerTitle: nameEn }), 'https://lepta.example'));
  expect(said).toContain(`"1","${nameRu}","4`);
  expect(said).not.toContain(nameEn);
});

test('on paper it has a text layer, with both sides, the table and two lines to sign', async () => {
  const { text, totalPages } = await extractText(
    await getDocumentProxy(new Uint8Array(await transferPaper(actSheet(catalogue, paper(), 'https://lepta.example')))),
    { mergePages: true },
  );
  const plain = text.replace(/\s+/g, ' ');
  expect(totalPages).toBe(1);
  for (const said of [
    'Акт приёма-передачи № 42/2026',
    'ООО «Пример дела»',
    'АНО «Пример помощи»',
    'Всего, одно наименование',
    '4 шт',
    '9 600',
    'Передал: подпись, расшифровка, дата',
    'Принял: подпись',
    'matches/018f0000',
  ])
    expect(plain).toContain(said);
});
