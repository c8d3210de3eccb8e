import { extractText, getDocumentProxy } from 'unpdf';
import { catalogueFromFiles } from '#catalogue';
import type { GiftPaper } from '#payments';
import { moneyPaper } from './money-paper.js';
import { certificateSheet, receiptSheet } from './money-sheet.rules.js';
import { registerXlsx } from './register-xlsx.js';
import { registerSheet } from './register.rules.js';

const line = {
  day: '2026-03-10',
  amount: 200_050,
  returned: false,
  bankNumber: '17',
  thing: 'm',
  donorId: 'd',
  organizationId: 'o',
  code: 'LP-7K3F-9TRB-3',
  needId: 'n',
  needNumber: 7,
  title: 'Дрова',
  category: 'elderly-veterans',
  donorName: null,
};
const paper: GiftPaper = {
  kind: 'certificate',
  from: '2026-01-01',
  to: '2026-12-31',
  timeZone: 'Asia/Yakutsk',
  received: 200_050 * 40,
  returned: 0,
  total: 200_050 * 40,
  verificationCode: '7KQ2-M0XD-9TRB-41WZ-5',
  lines: Array.from({ length: 40 }, () => line),
  organization: {
    id: 'o',
    name: 'АНО «Тёплый двор»',
    shortName: 'Тёплый двор',
    form: { ru: 'АНО', en: 'ANO' },
    inn: '2899000017',
    ogrn: '1992800000015',
    kpp: null,
    account: null,
    verified: true,
  },
};
const around = { publicUrl: 'https://lepta.example', now: new Date('2026-11-30T00:00:00Z') };

test('receipts and certificates have a text layer with names, numbers, every line, sums and the code, over as many pages as they take', async () => {
  const catalogue = await catalogueFromFiles();
  const plain = async (sheet: Parameters<typeof moneyPaper>[0]): Promise<[text: string, pages: number]> => {
    const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(await moneyPaper(sheet))), {
      mergePages: true,
    });
    return [text.replace(/\s+/g, ' '), totalPages];
  };
  const [certificate, pages] = await plain(
    certificateSheet(catalogue, paper, { name: 'Дарина Анна Петровна', inn: '500100732259' }, around, 'ru'),
  );
  for (const words of [
    'Справка о пожертвованиях за 2026 год',
    'Дарина Анна Петровна',
    '500100732259',
    '2899000017',
    paper.verificationCode,
    'налоговый орган',
    '80 020',
  ])
    expect(certificate).toContain(words);
  expect([certificate.match(/2 000,50/g)?.length, pages]).toEqual([40, 3]);
  const [receipt] = await plain(
    receiptSheet(
      catalogue,
      {
        ...paper,
        lines: [line],
        gift: 'LP-7K3F-9TRB-3',
        provider: 'bank',
        purpose: 'Пожертвование на дрова',
        giver: null,
      },
      around,
      'ru',
    ),
  );
  for (const words of ['Квитанция о пожертвовании', 'LP-7K3F-9TRB-3', 'Пожертвование на дрова', 'не назван'])
    expect(receipt).toContain(words);
});

test('the register is a workbook', async () => {
  expect(
    (await registerXlsx(registerSheet(await catalogueFromFiles(), paper, 'https://lepta.example', 'ru')))
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});
