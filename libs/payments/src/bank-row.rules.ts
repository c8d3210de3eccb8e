import { createHash } from 'node:crypto';
import { isMember, type Actor } from '#identity';
import type { FoundCodes } from '#matching';
import type { BankDocument } from './bank-file.rules.js';
import type { GiftStatus } from './gift-life.rules.js';

/** Whether a caller may import what the organization's bank says, read it and decide about it. */
export function mayReadBank(actor: Actor | null, organizationId: string): boolean {
  return isMember(actor, organizationId, ['owner', 'coordinator', 'accountant']);
}

/**
 * Why a row waits for a person. `new`: nobody has looked yet, the clock will. `undone`: what was said of it was taken back. `kept`, of a row that is decided: its import was cancelled, and
 * what the books have of it could not be taken back.
 */
export const ROW_REASONS = [
  'new',
  'no-code',
  'unknown-code',
  'several-codes',
  'other-sum',
  'paid-before',
  'agreed-match',
  'refused',
  'undone',
  'kept',
] as const;
/** What is known of a row. */
export const ROW_STATES = ['recognised', 'to-decide', 'not-a-gift', 'surplus', 'split', 'cancelled'] as const;
/** What was said of a row, by its code or by a person. */
export const DECIDED_STATES = ['recognised', 'not-a-gift', 'surplus', 'split'] as const;
/** What became of a row, as the organization counts it: a gift by its code or by a person's word, no gift, nobody's, still to be decided, not looked at yet, or cancelled with its import. */
export const ROW_FATES = [
  'by-code',
  'by-person',
  'to-decide',
  'surplus',
  'not-a-gift',
  'reading',
  'cancelled',
] as const;
/** How an import stands: its rows are being looked at, all of them were; it is being cancelled, it is cancelled. */
export const STATEMENT_STATES = ['reading', 'done', 'cancelling', 'cancelled'] as const;
/** What a reader of the bank may do with an import. */
export const STATEMENT_VERBS = ['cancel'] as const;

export const statementVerbs = (
  state: (typeof STATEMENT_STATES)[number],
): readonly (typeof STATEMENT_VERBS)[number][] => (state === 'reading' || state === 'done' ? ['cancel'] : []);
export type RowReason = (typeof ROW_REASONS)[number];

/** Gifts of one organization by code, as far as a row names them. */
export interface KnownGift {
  readonly id: string;
  readonly code: string;
  readonly status: GiftStatus;
  /** In the unit of the row. */
  readonly amount: number;
}

/** Transfers of pledges to one organization by code, as far as a row names them. */
export interface KnownTransfer {
  readonly id: string;
  readonly code: string;
  /** What has not come of it, in the unit of the row. */
  readonly left: number;
}

export type Recognition =
  | { readonly gift: KnownGift }
  | { readonly transfer: KnownTransfer }
  | { readonly reason: Exclude<RowReason, 'new' | 'undone' | 'kept'> };

/** What codes of a row may mean. */
export interface KnownCodes {
  readonly gifts: ReadonlyMap<string, KnownGift>;
  readonly transfers: ReadonlyMap<string, KnownTransfer>;
  /** Of agreed matches that await their money. */
  readonly awaited: ReadonlySet<string>;
}

/**
 * Which gift a row is, or why a person has to say it. A code with a typing mistake counts where it can be one known gift alone, and no agreed match, and the sum is its sum; nothing is guessed by sum
 * alone, and a sum that differs from the promise is never decided here; only of a transfer of a pledge less may come than was awaited. Money of an agreed match is confirmed there, with the bank's
 * day and number, by those who answer for the account.
 */
export function recognise(
  { codes: { exact, mended }, amount }: { readonly codes: FoundCodes; readonly amount: number },
  { gifts, transfers, awaited }: KnownCodes,
): Recognition {
  if (exact.length > 1) return { reason: 'several-codes' };
  const meant = (exact.length > 0 ? exact : mended).filter(
    (code) => gifts.has(code) || transfers.has(code) || awaited.has(code),
  );
  if (meant.length > 1) return { reason: 'several-codes' };
  const transfer = transfers.get(meant[0] ?? '');
  if (transfer) return ofTransfer(transfer, amount);
  const gift = gifts.get(meant[0] ?? '');
  if (!gift && [...exact, ...mended].some((code) => awaited.has(code))) return { reason: 'agreed-match' };
  if (!gift) return { reason: exact.length > 0 || mended.length > 0 ? 'unknown-code' : 'no-code' };
  if (gift.status !== 'promised' && gift.status !== 'lapsed') return { reason: 'paid-before' };
  return gift.amount === amount ? { gift } : { reason: 'other-sum' };
}

function ofTransfer(transfer: KnownTransfer, amount: number): Recognition {
  if (transfer.left === 0) return { reason: 'paid-before' };
  return amount <= transfer.left ? { transfer } : { reason: 'other-sum' };
}

const WORDS_OF_A_NAME = { least: 2, most: 4 };
/** Letters alone, and no quotes: a name of a person, not of an organization. */
const NAME = /^[\p{L}][\p{L}'’-]*(\s+[\p{L}][\p{L}'’-]*)+$/u;
const ORGANIZATION =
  /(^|\s)(ООО|ОАО|ПАО|ЗАО|АО|НАО|ИП|АНО|НКО|РОО|МОО|ТОС|ФГУП|МУП|ГУП|ГБУ|МБУ|МКУ|банк|общество|фонд|союз|управление|отделение|администрация)(\s|$)/iu;

/** Who paid, as those who decide read it: of a person the initials, since the bank's own statement has the rest. What stands behind `//` is an address. */
export function payerShown(payer: string): string {
  const name = (payer.split('//')[0] ?? '').trim();
  const words = name.split(/\s+/);
  const isPerson =
    NAME.test(name) &&
    !ORGANIZATION.test(name) &&
    words.length >= WORDS_OF_A_NAME.least &&
    words.length <= WORDS_OF_A_NAME.most;
  return isPerson ? words.map((word) => `${word.charAt(0).toUpperCase()}.`).join(' ') : name;
}

/**
 * What makes a row the same row in another file: all that the bank says of it, and how many equal ones stood before it (two people may give the same sum with the same words
 * on one day). The rows of a file, one after the other.
 */
export class Fingerprints {
  /** How often each was seen, by its digest: of a large file the words would fill the memory. */
  private readonly seen = new Map<string, number>();

  of({ number, day, amount, payerAccount, payeeAccount, purpose }: BankDocument): Buffer {
    const words = JSON.stringify([number, day, amount, payerAccount, payeeAccount, purpose.replace(/\s+/g, ' ')]);
    const key = createHash('sha256').update(words).digest('base64');
    const before = this.seen.get(key) ?? 0;
    this.seen.set(key, before + 1);
    return createHash('sha256').update(`${before} ${words}`).digest();
  }
}
