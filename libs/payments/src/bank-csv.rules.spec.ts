import { BankFileError, type BankDocument } from './bank-file.rules.js';
import { readBankCsv, readColumns, type BankColumns } from './bank-csv.rules.js';

const ACCOUNT = '40703810900000000001';
const COLUMNS: BankColumns = {
  day: 'Дата',
  dayOrder: 'dmy',
  amount: 'Зачислено',
  purpose: 'Назначение',
  number: 'Номер',
  payer: 'Контрагент',
  payerAccount: 'Счёт контрагента',
};
const FILE = [
  'Выписка по счёту;;',
  'Номер;Дата;Контрагент;Счёт контрагента;Зачислено;Назначение',
  '17;01.03.2026;Иванов;40817810000000000001;"1 500,00";"Дар LP-7K3F-9TRB-3',
  'без НДС"',
  '18;02.03.2026;ООО;40702810000000000001;;Плата',
  'Итого;;;;1 500,00;',
  '',
].join('\r\n');
const read = async (texts: readonly string[], columns: BankColumns = COLUMNS): Promise<BankDocument[]> => {
  const documents: BankDocument[] = [];
  for await (const document of readBankCsv(texts, columns, ACCOUNT)) documents.push(document);
  return documents;
};
const answer = async (text: string, columns: BankColumns = COLUMNS): Promise<unknown> => {
  try {
    return await read([text], columns);
  } catch (error) {
    if (error instanceof BankFileError) return error.fault;
    throw error;
  }
};

test.each<[name: string, texts: string[]]>([
  ['a file with a mark', [`\uFEFF${FILE}`]],
  ['a file that comes letter by letter', [...FILE]],
])('in %s what stands above the head and below the rows is left out, outgoing is of no account', async (_, texts) => {
  expect(await read(texts)).toEqual([
    {
      line: 3,
      number: '17',
      day: '2026-03-01',
      amount: 150_000,
      payerAccount: '40817810000000000001',
      payer: 'Иванов',
      payeeAccount: ACCOUNT,
      purpose: 'Дар LP-7K3F-9TRB-3\nбез НДС',
    },
    expect.objectContaining({ line: 5, number: '18', amount: 0, payeeAccount: '' }),
  ]);
});

test.each<[sum: string, amount: number | string]>([
  ['1 500,50', 150_050],
  ['1,500.50', 150_050],
  ["1'500.5", 150_050],
  ['+7', 700],
  ['-5', ''],
  ['0.00', ''],
  ['1.005', 'bank.not-an-amount'],
  ['сто', 'bank.not-an-amount'],
])('the sum %s', async (sum, amount) => {
  const said = (await answer(`Date;Sum;What\n2026-03-01;"${sum}";x`, {
    day: 'date',
    dayOrder: 'ymd',
    amount: 'SUM',
    purpose: 'what',
  })) as [{ amount: number; payeeAccount: string }] & { code?: string };
  expect(said.code ?? (said[0].payeeAccount === '' ? '' : said[0].amount)).toBe(amount);
});

test.each<[name: string, text: string, fault: object]>([
  [
    'a day that no year has',
    FILE.replace('01.03.2026', '31.02.2026'),
    { code: 'bank.not-a-date', line: 3, column: 2, field: 'Дата', value: '31.02.2026' },
  ],
  [
    'a sum with letters',
    FILE.replace('1 500,00";"Дар', '1500 руб";"Дар'),
    { code: 'bank.not-an-amount', line: 3, column: 5, field: 'Зачислено' },
  ],
  [
    'a head without a column',
    FILE.replace('Назначение', 'Комментарий'),
    { code: 'bank.csv-no-column', line: 1, field: 'Назначение' },
  ],
  ['a quote that is never closed', 'Дата;Зачислено;Назначение\n01.03.2026;5;"x', { code: 'bank.csv', line: 2 }],
])('%s is told with line and column', async (_, text, fault) => expect(await answer(text)).toMatchObject(fault));

test('a file with several accounts says whose each row is', async () => {
  const text = 'Дата,Счёт,Сумма,Назначение\n03/04/2026,40703 810 9 0000 0000001,5,a\n03/04/2026,999,6,b';
  const columns: BankColumns = {
    ...COLUMNS,
    number: undefined,
    payer: undefined,
    payerAccount: undefined,
    dayOrder: 'mdy',
    amount: 'Сумма',
    account: 'Счёт',
  };
  expect(await answer(text, columns)).toMatchObject([
    { day: '2026-03-04', payeeAccount: ACCOUNT },
    { payeeAccount: '999' },
  ]);
});

test('a mapping gives each meaning a column of its own', () => {
  const read = (changes: Partial<BankColumns>): unknown => {
    const said = readColumns({ ...COLUMNS, ...changes });
    return said.ok ? 'ok' : said.errors.map(({ field, code }) => `${field} ${code}`);
  };
  expect([read({}), read({ payer: ' ' }), read({ day: ' ' }), read({ number: 'дата' })]).toEqual([
    'ok',
    'ok',
    ['day form.required'],
    ['number bank.column-twice'],
  ]);
});
