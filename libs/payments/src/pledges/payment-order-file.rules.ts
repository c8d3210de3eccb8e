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
/** A day as Russian papers write it: 09.03.2026. */
export const dotted = (day: string): string => day.split('-').reverse().join('.');

export const ORDER_GAPS = ['account'] as const;
export type OrderGap = (typeof ORDER_GAPS)[number];
/** What the file leaves to the bank's program, because the company has not said it here. */
export const orderGaps = (account: OrderedPayment['account']): readonly OrderGap[] =>
  account === null ? ['account'] : [];

/**
 * A payment order as a bank's program and 1C read it: 1CClientBankExchange 1.03 in windows-1251. Name and account of both sides stand twice, because programs read the
 * one or the other. Its number is the company's to give.
 */
export function paymentOrderFile({ payer, account, payee, amount, purpose, day }: OrderedPayment): Uint8Array {
  const fields: readonly (readonly [string, string | null])[] = [
    ['ВерсияФормата', '1.03'],
    ['Кодировка', 'Windows'],
    ['Отправитель', 'Lepta'],
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
    ['Плательщик1', plain(payer.name, NAME_MAX)],
    ['ПлательщикРасчСчет', account?.number ?? null],
    ['ПлательщикБанк1', account && plain(account.bankName, NAME_MAX)],
    ['ПлательщикБИК', account?.bik ?? null],
    ['ПлательщикКорсчет', account?.correspondent ?? null],
    ['ПолучательСчет', payee.account],
    ['Получатель', plain(payee.name, NAME_MAX)],
    ['ПолучательИНН', payee.inn],
    ['ПолучательКПП', payee.kpp],
    ['Получатель1', plain(payee.name, NAME_MAX)],
    ['ПолучательРасчСчет', payee.account],
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
