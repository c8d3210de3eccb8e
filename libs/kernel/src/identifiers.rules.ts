/** What is wrong with an identifier; each noun that asks for one has its own sentence for it. */
export type IdentifierFault = 'not-digits' | 'wrong-length' | 'wrong-shape' | 'check-digit' | 'all-zeros';

const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const ACCOUNT_WEIGHTS = [7, 1, 3];
/** Letters of clearing currencies at the sixth place of an account; each stands for its index. Cyrillic by rule, Latin by keyboard. */
const CLEARING_LETTERS = ['АВСЕНКМРТХ', 'ABCEHKMPTX'] as const;
const ACCOUNT = new RegExp(`^[0-9]{5}[0-9${CLEARING_LETTERS.join('')}][0-9]{14}$`);

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

function weighted(text: string, weights: readonly number[]): number {
  return (weights.reduce((sum, weight, at) => sum + weight * digit(text, at), 0) % 11) % 10;
}

function digits(text: string, length: number): IdentifierFault | null {
  if (!/^[0-9]+$/.test(text)) return 'not-digits';
  if (text.length !== length) return 'wrong-length';
  return /^0+$/.test(text) ? 'all-zeros' : null; // zeros pass the arithmetic and belong to nobody
}

/** INN of an organization, 10 digits. Null when it is sound. */
export function innFault(inn: string): IdentifierFault | null {
  return digits(inn, 10) ?? (weighted(inn, INN_10) === digit(inn, 9) ? null : 'check-digit');
}

/** INN of a person, 12 digits, two of them for checking. */
export function personInnFault(inn: string): IdentifierFault | null {
  return (
    digits(inn, 12) ??
    (weighted(inn, INN_11) === digit(inn, 10) && weighted(inn, INN_12) === digit(inn, 11) ? null : 'check-digit')
  );
}

/** OGRN of an organization, 13 digits. */
export function ogrnFault(ogrn: string): IdentifierFault | null {
  return digits(ogrn, 13) ?? ((Number(ogrn.slice(0, 12)) % 11) % 10 === digit(ogrn, 12) ? null : 'check-digit');
}

/** OGRNIP of an entrepreneur, 15 digits. */
export function ogrnipFault(ogrnip: string): IdentifierFault | null {
  return digits(ogrnip, 15) ?? ((Number(ogrnip.slice(0, 14)) % 13) % 10 === digit(ogrnip, 14) ? null : 'check-digit');
}

/** KPP: tax office, reason (may hold Latin capitals), number. It has no check digit. */
export function kppFault(kpp: string): IdentifierFault | null {
  if (kpp.length !== 9) return 'wrong-length';
  return /^[0-9]{4}[0-9A-Z]{2}[0-9]{3}$/.test(kpp) ? null : 'wrong-shape';
}

/** BIK: 04 for banks, 01 for the Treasury, the other three digits of a sort are left to the Bank of Russia. No check digit. */
export function bikFault(bik: string): IdentifierFault | null {
  const fault = digits(bik, 9);
  if (fault) return fault;
  return /^0[0-4]/.test(bik) ? null : 'wrong-shape';
}

/**
 * A settlement account (20 places) at the bank with this BIK. The key is not checked at the Treasury (BIK 01…), whose accounts follow
 * no published rule. Bank of Russia, order 515 of 08.09.1997.
 */
export function accountFault(account: string, bik: string): IdentifierFault | null {
  const shape = accountShape(account);
  if (shape || bik.startsWith('01')) return shape;
  // 000, 001, 002: a settlement centre of the Bank of Russia itself, keyed as a correspondent account is.
  const prefix = /00[0-2]$/.test(bik) ? `0${bik.slice(4, 6)}` : bik.slice(6, 9);
  return keyFits(prefix, account) ? null : 'check-digit';
}

/** The correspondent account of the bank with this BIK. */
export function correspondentFault(account: string, bik: string): IdentifierFault | null {
  const shape = accountShape(account);
  if (shape) return shape;
  return keyFits(`0${bik.slice(4, 6)}`, account) ? null : 'check-digit';
}

function accountShape(account: string): IdentifierFault | null {
  if (account.length !== 20) return /^[0-9]*$/.test(account) ? 'wrong-length' : 'not-digits';
  if (!ACCOUNT.test(account)) return 'not-digits';
  return /^0+$/.test(account) ? 'all-zeros' : null;
}

function keyFits(prefix: string, account: string): boolean {
  const letter = Math.max(...CLEARING_LETTERS.map((letters) => letters.indexOf(account[5] ?? '?')));
  const text = prefix + (letter < 0 ? account : `${account.slice(0, 5)}${letter}${account.slice(6)}`);
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += (digit(text, at) * (ACCOUNT_WEIGHTS[at % 3] as number)) % 10;
  return sum % 10 === 0;
}

/** What is unusual, though not wrong, about the account of a non-profit organization: commercial (40702) or a person's own (40817). */
export function accountWarning(account: string): 'commercial' | 'personal' | null {
  if (account.startsWith('40702')) return 'commercial';
  return account.startsWith('40817') ? 'personal' : null;
}
