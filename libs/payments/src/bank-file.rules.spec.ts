import iconv from 'iconv-lite';
import {
  bankEncodingOf,
  BankFileError,
  fileNameShown,
  FILE_NAME_MAX,
  readBankFile,
  type BankDocument,
} from './bank-file.rules.js';

const DOCUMENT = [
  'СекцияДокумент=Платежное поручение',
  'Номер=17',
  'Дата=28.02.2026',
  'Сумма=1500.00',
  'ДатаПоступило=01.03.2026',
  'ПлательщикСчет=40817810000000000001',
  'Плательщик=Иванов Иван',
  'ПолучательСчет=40703810900000000001',
  'Получатель=НКО',
  'НазначениеПлатежа=Пожертвование LP-7K3F-9TRB-3 без НДС',
  'КонецДокумента',
];
const fileOf = (documents: readonly string[], head = 'Windows'): string =>
  [
    '1CClientBankExchange',
    'ВерсияФормата=1.03',
    `Кодировка=${head}`,
    'РасчСчет=40703810900000000001',
    'СекцияРасчСчет',
    'ДатаНачала=01.03.2026',
    'КонецРасчСчет',
    ...documents,
    'КонецФайла',
    '',
  ].join('\r\n');
const READ = {
  line: 8,
  number: '17',
  day: '2026-03-01',
  amount: 150_000,
  payerAccount: '40817810000000000001',
  payer: 'Иванов Иван',
  payeeAccount: '40703810900000000001',
  purpose: 'Пожертвование LP-7K3F-9TRB-3 без НДС',
};

async function allOf(...texts: string[]): Promise<BankDocument[]> {
  const documents: BankDocument[] = [];
  for await (const document of readBankFile(texts)) documents.push(document);
  return documents;
}

async function faultOf(text: string): Promise<unknown> {
  try {
    return await allOf(text);
  } catch (error) {
    if (error instanceof BankFileError) return error.fault;
    throw error;
  }
}

test.each<[name: string, bytes: Uint8Array]>([
  ['windows-1251', iconv.encode(fileOf(DOCUMENT), 'win1251')],
  ['cp866', iconv.encode(fileOf(DOCUMENT, 'DOS'), 'cp866')],
  ['UTF-8', Buffer.from(fileOf(DOCUMENT))],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${fileOf(DOCUMENT)}`)],
  ['lines that end with LF', iconv.encode(fileOf(DOCUMENT).replaceAll('\r', ''), 'win1251')],
])('a statement in %s is read', async (_, bytes) => {
  expect(await allOf(new TextDecoder(bankEncodingOf(bytes)).decode(bytes))).toEqual([READ]);
});

test('wherever a file is cut into pieces, the same documents are read', async () => {
  const text = fileOf([...DOCUMENT, ...DOCUMENT]);
  const whole = await allOf(text);
  expect(whole.map(({ line }) => line)).toEqual([8, 19]);
  for (let at = 0; at <= text.length; at += 7) expect(await allOf(text.slice(0, at), text.slice(at))).toEqual(whole);
  expect(await allOf(...text)).toEqual(whole);
  expect(await allOf(text.trimEnd())).toEqual(whole);
});

test('a file of UTF-8 that is cut in the middle of a letter is still UTF-8', () => {
  const bytes = Buffer.from(fileOf(DOCUMENT));
  expect(bankEncodingOf(bytes.subarray(0, bytes.indexOf('ВерсияФормата') + 41))).toBe('utf-8');
});

test.each<[name: string, change: (lines: string[]) => string[], fault: object]>([
  [
    'no day has this date',
    (lines) => lines.map((line) => line.replace('01.03.2026', '31.02.2026')),
    { code: 'bank.not-a-date', line: 12, field: 'ДатаПоступило', value: '31.02.2026' },
  ],
  [
    'a sum with letters',
    (lines) => lines.map((line) => line.replace('1500.00', '1500 руб')),
    { code: 'bank.not-an-amount', line: 11, field: 'Сумма', value: '1500 руб' },
  ],
  [
    'a sum with three decimals',
    (lines) => lines.map((line) => line.replace('1500.00', '1500.005')),
    { code: 'bank.not-an-amount', line: 11 },
  ],
  [
    'no sum',
    (lines) => lines.filter((line) => !line.startsWith('Сумма')),
    { code: 'bank.field-missing', line: 8, field: 'Сумма' },
  ],
  ['an open document', (lines) => lines.slice(0, -1), { code: 'bank.section-not-closed', line: 8 }],
  [
    'a line that says nothing',
    (lines) => [...lines, 'чушь'],
    { code: 'bank.line-without-sign', line: 19, value: 'чушь' },
  ],
])('%s is told with its line', async (_, change, fault) => {
  expect(await faultOf(fileOf(change([...DOCUMENT])))).toMatchObject(fault);
});

test('a file that breaks off, or is none, is refused', async () => {
  expect(await faultOf(fileOf(DOCUMENT).replace('КонецФайла', ''))).toMatchObject({ code: 'bank.unexpected-end' });
  expect(() => bankEncodingOf(Buffer.from('id;name\n1;2'))).toThrow(
    expect.objectContaining({ fault: expect.objectContaining({ code: 'bank.not-a-statement' }) }),
  );
  expect(() => bankEncodingOf(Buffer.from('1CClientBankExchange\nnothing'))).not.toThrow();
  expect(() =>
    bankEncodingOf(Buffer.concat([Buffer.from('1CClientBankExchange '), Buffer.from([0xff, 0xfe])])),
  ).toThrow(expect.objectContaining({ fault: expect.objectContaining({ code: 'bank.unknown-encoding' }) }));
});

test('a purpose in several lines is one, a day falls back to the day of the order', async () => {
  const lines = DOCUMENT.filter((line) => !line.startsWith('ДатаПоступило')).flatMap((line) =>
    line.startsWith('НазначениеПлатежа') ? ['НазначениеПлатежа1=Пожертвование', 'НазначениеПлатежа2=детям'] : [line],
  );
  expect(await allOf(fileOf(lines))).toMatchObject([{ day: '2026-02-28', purpose: 'Пожертвование детям' }]);
});

test.each<[said: string, shown: string | null]>([
  ['kl_to_1c.txt', 'kl_to_1c.txt'],
  ['C:\\Документы\\выписка за март.csv', 'выписка за март.csv'],
  ['../../etc/passwd', 'passwd'],
  ['\u202etxt.exe\u0000', 'txt.exe'],
  ['a\n\tb.xml', 'a b.xml'],
  ['папка/', null],
  [' \u200b ', null],
  ['\ud83d', null],
])('a file that is called %j is shown as %j', (said, shown) => {
  expect(fileNameShown(said)).toBe(shown);
});

test('of a long name the end is shown, whole letters of it', () => {
  const shown = fileNameShown(`${'😀'.repeat(600)}.txt`)!;
  expect([shown.length <= FILE_NAME_MAX, shown.startsWith('…😀'), shown.endsWith('😀.txt')]).toEqual([
    true,
    true,
    true,
  ]);
});
