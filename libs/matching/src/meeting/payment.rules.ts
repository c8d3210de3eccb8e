import type { BankAccount } from '#organizations';

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
  readonly name: string;
  readonly status: string;
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly account: BankAccount | null;
}

/** Letters and figures that nobody takes for one another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 6;

/** `LP-7K3F9Q`: from the random end of the match's id, always the same for it. */
export function paymentCode(matchId: string): string {
  const random = Number.parseInt(matchId.replaceAll('-', '').slice(-8), 16);
  return `LP-${Array.from({ length: CODE_LENGTH }, (_, at) => LETTERS[(random >>> (5 * at)) & 31]).join('')}`;
}

/** Null where there is no account that money may go to: of an organization that is not verified, or a group without registration. */
export function paymentFor(matchId: string, amount: number, recipient: Recipient): Payment | null {
  const { name, inn, kpp, account } = recipient;
  if (recipient.status !== 'verified' || !account) return null;
  const code = paymentCode(matchId);
  const purpose = `Благотворительное пожертвование ${code}`;
  return { recipient: name, inn, kpp, account, amount, code, purpose, qr: qrText({ name, inn, kpp, account, amount, purpose }) };
}

function qrText({ name, inn, kpp, account, amount, purpose }: Omit<Recipient, 'status' | 'account'> & { account: BankAccount; amount: number; purpose: string }): string {
  const fields: [string, string | null][] = [
    ['Name', name], ['PersonalAcc', account.number], ['BankName', account.bankName], ['BIC', account.bik], ['CorrespAcc', account.correspondent], ['PayeeINN', inn], ['KPP', kpp], ['Purpose', purpose], ['Sum', String(amount)],
  ];
  return `ST00012|${fields.flatMap(([key, value]) => (value ? [`${key}=${value.replaceAll('|', ' ')}`] : [])).join('|')}`;
}
