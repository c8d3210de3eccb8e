import iconv from 'iconv-lite';
import { roublesInFiles } from '#catalogue';
import type { Payee } from '#matching';

/** What a company orders its bank to pay. */
export interface OrderedPayment {
  readonly payer: { readonly name: string; readonly inn: string | null; readonly kpp: string | null };
  /** Of the payer; null: it has none here, and the bank's program asks for it. */
  readonly account: {
    readonly number: string;
    readonly bankName: string;
    readonly bik: string;
    readonly correspondent: string;
  } | null;
  readonly payee: Payee;
  /** In kopecks. */
  readonly amount: number;
  readonly purpose: string;
  /** YYYY-MM-DD. */
  readonly day: string;
}

/** The order of payments without a claim of law (GK RF 855), and the kind of order that is no urgent one. */
const ORDER = '5';
const KIND = '01';
/** What the field of a payment order holds (383-P of the Bank of Russia). */
const PURPOSE_MAX = 210;
const NAME_MAX = 160;

const plain = (text: string, max: number): string => text.replace(/\s+/g, ' ').trim().slice(0, max);
const dotted = (day: string): string => day.split('-').reverse().join('.');

/** A payment order as a bank's program and 1C read it: 1CClientBankExchange 1.03 in windows-1251. Its number is the company's to give. */
export function paymentOrderFile({ payer, account, payee, amount, purpose, day }: OrderedPayment): Uint8Array {
  const fields: readonly (readonly [string, string | null])[] = [
    ['ВерсияФормата', '1.03'],
    ['Кодировка', 'Windows'],
    ['ДатаНачала', dotted(day)],
    ['ДатаКонца', dotted(day)],
    ['РасчСчет', account?.number ?? null],
    ['СекцияДокумент', 'Платежное поручение'],
    ['Номер', '1'],
    ['Дата', dotted(day)],
    ['Сумма', roublesInFiles(amount)],
    ['ПлательщикСчет', account?.number ?? null],
    ['Плательщик', plain(payer.name, NAME_MAX)],
    ['ПлательщикИНН', payer.inn],
    ['ПлательщикКПП', payer.kpp],
    ['ПлательщикБанк1', account && plain(account.bankName, NAME_MAX)],
    ['ПлательщикБИК', account?.bik ?? null],
    ['ПлательщикКорсчет', account?.correspondent ?? null],
    ['ПолучательСчет', payee.account],
    ['Получатель', plain(payee.name, NAME_MAX)],
    ['ПолучательИНН', payee.inn],
    ['ПолучательКПП', payee.kpp],
    ['ПолучательБанк1', plain(payee.bankName, NAME_MAX)],
    ['ПолучательБИК', payee.bik],
    ['ПолучательКорсчет', payee.correspondent],
    ['ВидОплаты', KIND],
    ['Очередность', ORDER],
    ['НазначениеПлатежа', plain(purpose, PURPOSE_MAX)],
  ];
  const lines = [
    '1CClientBankExchange',
    ...fields.flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])),
    'КонецДокумента',
    'КонецФайла',
    '',
  ];
  return iconv.encode(lines.join('\r\n'), 'win1251');
}
