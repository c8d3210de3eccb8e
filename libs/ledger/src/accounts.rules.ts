import { derivedId, MAX_AMOUNT } from '#kernel';
import type { Account, AccountKind, HolderType } from './account.entity.js';
import type { Transfer } from './transfer.entity.js';

/** Amounts in the base unit `unit`; `pledged = available + reserved + delivered + released`, always. */
export interface OfferBalance {
  pledged: number;
  available: number;
  reserved: number;
  delivered: number;
  released: number;
  unit: string;
}

/** Amounts in the base unit `unit`; `required = open + reserved + received`, always. */
export interface NeedBalance {
  required: number;
  open: number;
  reserved: number;
  received: number;
  unit: string;
}

/** What identifies an account, before it exists. */
export interface AccountSpec {
  readonly kind: AccountKind;
  readonly holderType: HolderType;
  readonly holderId: string;
  readonly partyId: string | null;
  readonly unit: string;
  readonly item: string | null;
  readonly purpose?: string;
}

/** An offer and a need have one account each; other holders one for each unit, item and purpose. Same account, same id: no look-up, no race. */
export function accountIdOf(spec: Pick<AccountSpec, 'kind' | 'holderId' | 'unit' | 'item' | 'purpose'>): string {
  if (spec.kind === 'offer' || spec.kind === 'need') return derivedId(spec.holderId, spec.kind);
  return derivedId(spec.holderId, JSON.stringify([spec.kind, spec.unit, spec.item ?? '', spec.purpose ?? '']));
}

export const offerAccountId = (offerId: string): string => derivedId(offerId, 'offer');
export const needAccountId = (needId: string): string => derivedId(needId, 'need');
export const pledgeIdOf = (offerId: string): string => derivedId(offerId, 'pledge');
export const postIdOf = (holdId: string): string => derivedId(holdId, 'post');
export const voidIdOf = (holdId: string): string => derivedId(holdId, 'void');

/** Accounts with a limit keep a stored balance and take a lock; the others do neither. */
export function isLimited(kind: AccountKind): boolean {
  return kind === 'offer' || kind === 'need' || kind === 'stock' || kind === 'surplus';
}

const part = (value: number | null): number => value ?? 0;

export function offerBalanceOf(account: Account): OfferBalance {
  const pledged = part(account.postedIn);
  const reserved = part(account.heldOut);
  const delivered = part(account.postedOut);
  const released = part(account.postedBack);
  return {
    pledged,
    available: pledged - reserved - delivered - released,
    reserved,
    delivered,
    released,
    unit: account.unit,
  };
}

export function needBalanceOf(account: Account): NeedBalance {
  const required = part(account.required);
  const reserved = part(account.heldIn);
  const received = part(account.postedIn);
  return { required, open: required - reserved - received, reserved, received, unit: account.unit };
}

/** What can still leave an account: of an offer what is available, of a need what is not reported as used, of a store what lies there. */
export function leftToGive(account: Account): number {
  return part(account.postedIn) - part(account.postedBack) - part(account.postedOut) - part(account.heldOut);
}

/** What can still come in: only a need has a limit on that side. */
export function leftToTake(account: Account): number {
  return account.kind === 'need' ? needBalanceOf(account).open : MAX_AMOUNT;
}

export function isAmount(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount > 0 && amount <= MAX_AMOUNT;
}

/**
 * Do two transfers with one id say the same? When and by whom is left out on purpose: a job that is run again, or a second click, asks
 * for the same thing a little later.
 */
export function sameContent(a: Transfer, b: Transfer): boolean {
  const content = (t: Transfer) =>
    JSON.stringify([
      t.debit,
      t.credit,
      t.amount,
      t.unit,
      t.item,
      t.kind,
      t.phase,
      t.resolves,
      t.mirrors,
      t.subjectType,
      t.subjectId,
      t.reason,
    ]);
  return content(a) === content(b);
}
