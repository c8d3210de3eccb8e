import iconv from 'iconv-lite';
import { Refusal } from '#kernel';
import type { BankColumns } from './bank-csv.rules.js';
import { isOfAccount, readStatementFile } from './statement-file.js';

const ACCOUNT = '40703810900000000001';
const COLUMNS: BankColumns = { day: 'Дата', dayOrder: 'dmy', amount: 'Сумма', purpose: 'Назначение' };

/** A file that comes in pieces of so many bytes; how often it was begun is counted. */
const fileOf = (bytes: Uint8Array, size = 1_000) => ({
  begun: 0,
  async *pieces() {
    this.begun += 1;
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  },
});
async function read(
  file: ReturnType<typeof fileOf>,
  columns: BankColumns | null = COLUMNS,
  most?: number,
): Promise<unknown> {
  const found: string[] = [];
  try {
    for await (const { amount, purpose } of readStatementFile(file, ACCOUNT, columns, most))
      found.push(`${amount} ${purpose}`);
    return found;
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.params.line} ${error.params.max}`;
    throw error;
  }
}

const ONE_C = `1CClientBankExchange\r\nВерсияФормата=1.03\r\n${`СекцияДокумент=Платежное поручение\r\nДата=10.03.2026\r\nСумма=5.00\r\nПолучательСчет=${ACCOUNT}\r\nНазначениеПлатежа=Дар на дрова\r\nКонецДокумента\r\n`.repeat(3)}КонецФайла\r\n`;
const CSV = `Дата;Сумма;Назначение\r\n${'10.03.2026;5,00;Дар на дрова\r\n'.repeat(3)}`;
const XML = `<Document><BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>${ACCOUNT}</Id></Othr></Id></Acct>${'<Ntry><Amt Ccy="RUB">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-10</Dt></BookgDt><AddtlNtryInf>Дар на дрова</AddtlNtryInf></Ntry>'.repeat(3)}</Stmt></BkToCstmrStmt></Document>`;

test.each<[name: string, bytes: Uint8Array]>([
  ['1C in UTF-8', Buffer.from(ONE_C)],
  ['1C with a byte order mark', Buffer.from(`\uFEFF${ONE_C}`)],
  ['1C in windows-1251', iconv.encode(ONE_C, 'win1251')],
  ['1C in cp866', iconv.encode(ONE_C, 'cp866')],
  ['camt.053', Buffer.from(XML)],
  ['camt.053 in windows-1251', iconv.encode(`<?xml version="1.0" encoding="windows-1251"?>\n${XML}`, 'win1251')],
  ['camt.053 that says an encoding nobody knows', Buffer.from(`<?xml version='1.0' encoding='x-none'?>${XML}`)],
  ['CSV in UTF-8', Buffer.from(CSV)],
  ['CSV in windows-1251', iconv.encode(CSV, 'win1251')],
])('%s is the same however it is cut into pieces, also within a letter', async (_, bytes) => {
  for (const size of [1, 3, 7, 64, 100_000])
    expect(await read(fileOf(bytes, size))).toEqual(Array.from({ length: 3 }, () => '500 Дар на дрова'));
});

test.each<[name: string, bytes: Uint8Array, columns: BankColumns | null, said: string]>([
  ['more rows than may be', Buffer.from(ONE_C), COLUMNS, 'bank.too-many-rows 15 2'],
  ['a CSV whose columns nobody has said', Buffer.from(CSV), null, 'bank.csv-no-mapping 1 2'],
  [
    'letters that are none',
    Buffer.concat([Buffer.from(ONE_C.slice(0, 60)), Buffer.from([0xff, 0xfe]), Buffer.from('\nКонецФайла')]),
    COLUMNS,
    'bank.unknown-encoding 3 2',
  ],
  [
    'letters that are none, far behind the beginning',
    Buffer.concat([Buffer.from(`${ONE_C.slice(0, 42)}\n${'x=y\n'.repeat(20_000)}`), Buffer.from([0xd0, 0x28])]),
    COLUMNS,
    'bank.unknown-encoding 20004 2',
  ],
  ['nothing of a bank', Buffer.from('привет'), COLUMNS, 'bank.not-a-statement 1 2'],
])('%s is refused', async (_, bytes, columns, said) => {
  expect(await read(fileOf(bytes), columns, 2)).toBe(said);
});

test('what follows a fault is not read any more', async () => {
  const bytes = Buffer.from(ONE_C.replace('Сумма=5.00', 'Сумма=пять') + 'x'.repeat(1_000_000));
  const file = {
    taken: 0,
    async *pieces() {
      for (let at = 0; at < bytes.length; at += 100) {
        this.taken += 1;
        yield bytes.subarray(at, at + 100);
      }
    },
  };
  await expect(readStatementFile(file, ACCOUNT, null).next()).rejects.toThrow(Refusal);
  expect(file.taken).toBeLessThan(1_000);
});

test.each([
  [ACCOUNT, true],
  [`RU12041012999${ACCOUNT}`, true],
  [`12${ACCOUNT}`, false],
  ['', false],
])('%s is of the account: %s', (said, is) => expect(isOfAccount(said, ACCOUNT)).toBe(is));
