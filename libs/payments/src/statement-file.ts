import { setImmediate } from 'node:timers/promises';
import { Refusal } from '#kernel';
import { BANK_FILE_LIMITS, BankFileError, decodeBankFile, readBankFile, type BankDocument } from './bank-file.rules.js';
import { decodeCsv, readBankCsv, type BankColumns } from './bank-csv.rules.js';
import { isXml, readCamt } from './camt.rules.js';

/** Rows of the file that are parsed before others have the event loop. */
const PARSED_AT_ONCE = 200;
const BEGINNING = 4_000;

/** The transfers of a file in whichever form a bank gave it: 1CClientBankExchange, camt.053 or, where its columns are known, CSV. @throws a refusal that names line and column */
export async function readStatementFile(
  bytes: Uint8Array,
  account: string,
  columns: BankColumns | null,
): Promise<BankDocument[]> {
  try {
    const beginning = new TextDecoder('windows-1251').decode(bytes.subarray(0, BEGINNING)).replace(/^п»ї/, ''); // a byte order mark reads so
    if (isXml(beginning)) return readCamt(new TextDecoder().decode(bytes));
    if (!/^\s*1CClientBankExchange/.test(beginning) && /[;,\t]/.test(beginning)) {
      if (!columns) throw new BankFileError({ code: 'bank.csv-no-mapping', line: 1 });
      return readBankCsv(decodeCsv(bytes), columns, account);
    }
    const documents: BankDocument[] = [];
    for (const document of readBankFile(decodeBankFile(bytes))) {
      documents.push(document);
      if (documents.length % PARSED_AT_ONCE === 0) await setImmediate();
    }
    return documents;
  } catch (error) {
    if (!(error instanceof BankFileError)) throw error;
    const { code, line, column = 0, field = '', value = '' } = error.fault;
    throw new Refusal(code, { line, column, field, value, max: BANK_FILE_LIMITS.rows });
  }
}

/** Whether a transfer went to this account; statements from elsewhere name it within an IBAN. */
export const isOfAccount = (said: string, account: string): boolean =>
  said === account || (/^[A-Z]{2}\d{2}/.test(said) && said.endsWith(account));
