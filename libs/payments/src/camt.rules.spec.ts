import { BankFileError, type BankDocument } from './bank-file.rules.js';
import { isXml, readCamt } from './camt.rules.js';

const ACCOUNT = '40703810900000000001';
const entry = ({
  sum = '1500.00',
  currency = 'RUB',
  side = 'CRDT',
  status = '<Sts>BOOK</Sts>',
  day = '2026-03-01',
  details = '<TxDtls><Refs><EndToEndId>17</EndToEndId></Refs><RltdPties><Dbtr><Nm>Иванов &amp; сын</Nm></Dbtr><DbtrAcct><Id><Othr><Id>40817810000000000001</Id></Othr></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>Дар</Ustrd><Ustrd>LP-7K3F-9TRB-3</Ustrd></RmtInf></TxDtls>',
} = {}): string =>
  `<Ntry>\n<Amt Ccy="${currency}">${sum}</Amt><CdtDbtInd>${side}</CdtDbtInd>${status}<BookgDt><Dt>${day}</Dt></BookgDt><NtryDtls>${details}</NtryDtls></Ntry>`;
const file = (entries: string, head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${head}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>${ACCOUNT}</Id></Othr></Id></Acct>\n${entries}</Stmt></BkToCstmrStmt></Document>`;
const READ = {
  line: 3,
  number: '17',
  day: '2026-03-01',
  amount: 150_000,
  payerAccount: '40817810000000000001',
  payer: 'Иванов & сын',
  payeeAccount: ACCOUNT,
  purpose: 'Дар LP-7K3F-9TRB-3',
};
const read = async (...texts: string[]): Promise<BankDocument[]> => {
  const documents: BankDocument[] = [];
  for await (const document of readCamt(texts)) documents.push(document);
  return documents;
};
const answer = async (text: string): Promise<unknown> => {
  try {
    return await read(text);
  } catch (error) {
    if (error instanceof BankFileError) return error.fault;
    throw error;
  }
};

test('an entry is a transfer with all that the bank says of it', async () => {
  expect(isXml(file(''))).toBe(true);
  expect(await read(file(entry()))).toEqual([READ]);
  expect(
    await read(
      file(entry({ status: '<Sts><Cd>BOOK</Cd></Sts>' }))
        .replaceAll('<Nm>', '<Pty><Nm>')
        .replaceAll('</Nm>', '</Nm></Pty>'),
    ),
  ).toEqual([READ]);
  expect(await read(file(entry()).replaceAll('<', '<n:').replaceAll('<n:/', '</n:').replaceAll('<n:?', '<?'))).toEqual([
    READ,
  ]);
});

test.each([[{ side: 'DBIT' }], [{ currency: 'EUR', sum: '1.005' }], [{ status: '<Sts>PDNG</Sts>' }]])(
  '%j is of no account of the payee',
  async (changes) => expect(await read(file(entry(changes)))).toMatchObject([{ payeeAccount: '', amount: 0 }]),
);

test('a batch is its transactions where they have sums, and one transfer where they have none', async () => {
  const details = (sums: boolean): string =>
    ['700.50', '799.50']
      .map(
        (sum, at) =>
          `<TxDtls><Refs><EndToEndId>${at}</EndToEndId></Refs>${sums ? `<AmtDtls><TxAmt><Amt Ccy="RUB">${sum}</Amt></TxAmt></AmtDtls>` : ''}</TxDtls>`,
      )
      .join('');
  expect(await read(file(entry({ details: details(true) })))).toMatchObject([
    { number: '0', amount: 70_050, payeeAccount: ACCOUNT },
    { number: '1', amount: 79_950 },
  ]);
  expect(await read(file(entry({ details: details(false) })))).toMatchObject([{ amount: 150_000 }]);
});

test.each<[name: string, text: string, fault: object]>([
  [
    'a sum with letters',
    file(entry({ sum: 'сто' })),
    { code: 'bank.not-an-amount', line: 3, field: 'Amt', value: 'сто' },
  ],
  ['no day that there is', file(entry({ day: '2026-02-31' })), { code: 'bank.not-a-date', line: 3, column: 7 }],
  ['a tag that is never closed', file('<Ntry>'), { code: 'bank.xml', line: 3 }],
  [
    'a document type, whatever it would expand to',
    file(entry(), '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'),
    { code: 'bank.xml-doctype', line: 2 },
  ],
  ['an entity that nobody declared', file(entry({ sum: '&b;' })), { code: 'bank.xml', line: 4 }],
  ['another document', '<html><body/></html>', { code: 'bank.not-a-statement', line: 1 }],
  ['tags without an end', `<a>${'<b>'.repeat(100)}`, { code: 'bank.xml' }],
])('%s is refused with its line', async (_, text, fault) => expect(await answer(text)).toMatchObject(fault));

test('wherever a file is cut into pieces, the same transfers are read', async () => {
  const text = file(entry().repeat(2));
  const whole = await read(text);
  expect(whole).toHaveLength(2);
  for (let at = 0; at <= text.length; at += 11) expect(await read(text.slice(0, at), text.slice(at))).toEqual(whole);
});
