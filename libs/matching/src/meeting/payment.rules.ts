import { CROCKFORD_SYMBOLS } from '#kernel';
import type { BankAccount } from '#organizations';
import { paymentCodeOf } from './payment-code.rules.js';
import { paymentText, PURPOSE_MAX } from './payment-order.rules.js';

/** How a gift of money is sent while no payment service stands between: by a transfer to the account that moderators have seen papers of. */
export interface Payment {
  readonly recipient: string;
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly account: BankAccount;
  /** In kopecks. */
  readonly amount: number;
  /** By which the transfer is found in a statement. */
  readonly code: string;
  readonly purpose: string;
  /** What a bank's application reads from a picture (GOST R 56042-2014, UTF-8). */
  readonly qr: string;
}

/** Who receives, as its verified record has it. */
export interface Recipient {
  /** The short one, as every payment order says it. */
  readonly name: string;
  readonly status: string;
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly account: BankAccount | null;
}

/** The random end of an id, as it is written: 40 bits, eight symbols of a code. */
const ID_END = 10;

/** `LP-7K3F-9TRB-3`: from the random end of the match's id, always the same for it, and the same for a gift as for its match. */
export function paymentCode(matchId: string): string {
  const random = BigInt(`0x${matchId.replaceAll('-', '').slice(-ID_END)}`);
  return paymentCodeOf(
    Array.from({ length: 8 }, (_, at) => CROCKFORD_SYMBOLS[Number((random >> BigInt(35 - 5 * at)) & 31n)]).join(''),
  );
}

/** How the id of the match ends whose code this is. @param code as `paymentCode` makes it */
export function idEndOf(code: string): string {
  const symbols = code.replace(/^LP-|-/g, '').slice(0, 8);
  const random = Array.from(symbols).reduce((sum, symbol) => sum * 32n + BigInt(CROCKFORD_SYMBOLS.indexOf(symbol)), 0n);
  return random.toString(16).padStart(ID_END, '0');
}

/** Purpose line of a gift's transfer; the title is cut, never the code. */
export function purposeLine(need: { readonly number: number; readonly title: string }, code: string): string {
  const around = (title: string): string =>
    `Пожертвование на уставную деятельность: ${title} (нужда № ${need.number}). Код ${code}. Без НДС`;
  const title = Array.from(need.title.replace(/\s+/g, ' ').trim());
  const room = PURPOSE_MAX - around('').length;
  return around(
    title.length <= room
      ? title.join('')
      : `${title
          .slice(0, room - 1)
          .join('')
          .trim()}…`,
  );
}

/**
 * Null where there is no account that money may go to: of an organization that is not verified, or a group without registration.
 * @param gift the need of a gift: its match shows the code, purpose and payee that the gift's own order has, as long as the organization's record is what it was when the gift was promised
 */
export function paymentFor(
  matchId: string,
  amount: number,
  recipient: Recipient,
  gift: { readonly number: number; readonly title: string } | null = null,
): Payment | null {
  const { name, inn, kpp, account } = recipient;
  if (recipient.status !== 'verified' || !account?.number) return null;
  const code = paymentCode(matchId);
  const purpose = gift ? purposeLine(gift, code) : `Благотворительное пожертвование ${code}`;
  const { bankName, bik, correspondent, number } = account;
  return {
    recipient: name,
    inn,
    kpp,
    account,
    amount,
    code,
    purpose,
    qr: paymentText({ name, account: number, bankName, bik, correspondent, inn, kpp, amount, purpose }),
  };
}
