import iconv from 'iconv-lite';

/** Whom a payment order pays; values as the bank reads them. */
export interface Payee {
  /** Short name of the payee, at most 160 characters. */
  readonly name: string;
  readonly account: string;
  readonly bankName: string;
  readonly bik: string;
  readonly correspondent: string;
  readonly inn: string | null;
  readonly kpp: string | null;
}

/** What a payment order says. */
export interface PaymentOrder extends Payee {
  /** In kopecks. */
  readonly amount: number;
  readonly purpose: string;
}

export type PaymentPayload =
  | { readonly ok: true; readonly payload: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly fault: 'payee-too-long' };

/** Largest sizes by GOST R 56042-2014: the mandatory block in bytes, fields in characters. */
const MANDATORY_BYTES = 300;
export const PURPOSE_MAX = 160;
const MAX = { name: 160, bankName: 45, purpose: PURPOSE_MAX } as const;
const SEPARATORS = ['|', '#', ';', ':', '^', '_', '~'] as const;
const ENCODINGS = [
  { digit: '2', name: 'utf8' },
  { digit: '1', name: 'win1251' },
] as const;

const cut = (text: string, max: number): string =>
  Array.from(text.replace(/\s+/g, ' ').trim()).slice(0, max).join('').trim();

/**
 * The text of a payment QR code by GOST R 56042-2014: service block, five mandatory fields in their order, then sum in kopecks, purpose and the payee's INN and KPP. UTF-8; windows-1251
 * where the mandatory block is longer than 300 bytes in UTF-8, and refused where it is in windows-1251 too. A separator is taken that no value has.
 */
export function paymentPayload(order: PaymentOrder): PaymentPayload {
  const { block, payload } = written(order);
  for (const { digit, name } of ENCODINGS) {
    if (iconv.encode(block, name).length > MANDATORY_BYTES) continue;
    const text = payload(digit);
    if (name === 'win1251' && iconv.decode(iconv.encode(text, name), name) !== text) continue;
    return { ok: true, payload: text, bytes: iconv.encode(text, name) };
  }
  return { ok: false, fault: 'payee-too-long' };
}

/** The same in UTF-8 alone, for a reader that draws the picture from the text: a payee's name is cut to what the mandatory block has room for. */
export function paymentText(order: PaymentOrder): string {
  for (let length: number = MAX.name; ; length -= 1) {
    const { block, payload } = written({ ...order, name: cut(order.name, length) });
    if (length === 0 || Buffer.byteLength(block) <= MANDATORY_BYTES) return payload('2');
  }
}

function written(order: PaymentOrder): { readonly block: string; readonly payload: (encoding: string) => string } {
  const mandatory = [
    ['Name', cut(order.name, MAX.name)],
    ['PersonalAcc', order.account],
    ['BankName', cut(order.bankName, MAX.bankName)],
    ['BIC', order.bik],
    ['CorrespAcc', order.correspondent],
  ];
  const optional = [
    ['PayeeINN', order.inn],
    ['KPP', order.kpp],
    ['Sum', String(order.amount)],
    ['Purpose', cut(order.purpose, MAX.purpose)],
  ].filter(([, value]) => value);
  const values = [...mandatory, ...optional].map(([, value]) => value as string);
  const separator = SEPARATORS.find((sign) => values.every((value) => !value.includes(sign))) ?? '|';
  const fields = (pairs: (string | null)[][]): string =>
    pairs
      .map(([key, value]) => `${key}=${separator === '|' ? (value ?? '').replaceAll('|', '/') : value}`)
      .join(separator);
  return {
    block: fields(mandatory),
    payload: (encoding) => `ST0001${encoding}${separator}${fields([...mandatory, ...optional])}`,
  };
}
