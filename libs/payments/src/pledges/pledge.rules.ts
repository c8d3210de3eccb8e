import { isMember, type Actor } from '#identity';
import { DAY_MS } from '#kernel';
import { SPLIT_MAX } from '../bank-split.rules.js';
import { GIFT_LIMITS } from '../gift-life.rules.js';

export const PLEDGE_STATUSES = ['active', 'paused', 'ended'] as const;
export type PledgeStatus = (typeof PLEDGE_STATUSES)[number];

/** One transfer is divided over so many needs at most, and so many transfers are made at one time. */
export const PLEDGE_LIMITS = { parts: SPLIT_MAX, transfers: 10, purposes: 20, ceilingLeast: 1_000_00 } as const;
/** A company pays by an order that its director signs. */
export const PLEDGE_WAIT_MS = 14 * DAY_MS;

/** A need that money of a pledge may go to. */
export interface WaitingNeed {
  readonly id: string;
  readonly organization: string;
  /** What it still has room for, and the smallest useful part of it, in kopecks. */
  readonly left: number;
  readonly min: number;
  /** Since when it is open, in milliseconds. */
  readonly since: number;
}

export interface PlannedPart {
  readonly need: string;
  readonly amount: number;
}

/** One transfer: an organization, and what of it is for which need, the oldest first. */
export interface PlannedTransfer {
  readonly organization: string;
  readonly parts: readonly PlannedPart[];
}

/** Where so much money goes: to the oldest needs first, to the last of them in part, and to each organization in one transfer. */
export function planTransfers(needs: readonly WaitingNeed[], amount: number): PlannedTransfer[] {
  const transfers = new Map<string, PlannedPart[]>();
  let left = amount;
  for (const need of [...needs].sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))) {
    const parts = transfers.get(need.organization);
    if (parts ? parts.length >= PLEDGE_LIMITS.parts : transfers.size >= PLEDGE_LIMITS.transfers) continue;
    const part = Math.min(need.left, left);
    if (part <= 0 || part < Math.min(need.left, Math.max(need.min, GIFT_LIMITS.smallest))) continue; // too little to be of use
    transfers.set(need.organization, [...(parts ?? []), { need: need.id, amount: part }]);
    left -= part;
  }
  return [...transfers].map(([organization, parts]) => ({ organization, parts }));
}

/** What each part gets of money that came: those that stand first get all of theirs, the last that it reaches gets what is left. @returns by id; null: more came than was awaited */
export function divideReceived(
  amount: number,
  parts: readonly { readonly id: string; readonly amount: number }[],
): Map<string, number> | null {
  const divided = new Map<string, number>();
  let left = amount;
  for (const part of parts) {
    if (left === 0) break;
    const given = Math.min(left, part.amount);
    divided.set(part.id, given);
    left -= given;
  }
  return left > 0 ? null : divided;
}

export interface PledgeSums {
  readonly ceiling: number;
  /** What organizations have of it. */
  readonly arrived: number;
  /** What is promised and awaited. */
  readonly due: number;
}

export const freeOf = ({ ceiling, arrived, due }: PledgeSums): number => Math.max(0, ceiling - arrived - due);

/** What one time gives: as much as was said for each, and never above the ceiling. */
export const atOneTime = (each: number | null, sums: PledgeSums): number =>
  Math.min(each ?? Number.MAX_SAFE_INTEGER, freeOf(sums));

/** What a transfer of a pledge is, by what of it is awaited and what came. */
export const TRANSFER_STATES = ['due', 'part', 'paid', 'lapsed'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];
export function transferState({ due, came }: { readonly due: number; readonly came: number }): TransferState {
  if (due > 0) return came > 0 ? 'part' : 'due';
  return came > 0 ? 'paid' : 'lapsed';
}

/** Who reads what a company has pledged: those who keep its books, beside its owner and coordinator. */
export const mayReadPledges = (actor: Actor | null, companyId: string): boolean =>
  isMember(actor, companyId, ['owner', 'coordinator', 'accountant']);

export const PLEDGE_VERBS = ['change', 'pause', 'resume', 'end', 'settle'] as const;
export type PledgeVerb = (typeof PLEDGE_VERBS)[number];

/** The verbs that would succeed: an owner binds the company, its accountant pays what is promised. */
export function pledgeCan(
  actor: Actor | null,
  { companyId, status }: { readonly companyId: string; readonly status: PledgeStatus },
): PledgeVerb[] {
  const owner = isMember(actor, companyId, ['owner']);
  if (status === 'ended') return [];
  return [
    ...(owner ? (['change'] as const) : []),
    ...(owner ? [status === 'active' ? ('pause' as const) : ('resume' as const), 'end' as const] : []),
    ...(status === 'active' && isMember(actor, companyId, ['owner', 'accountant']) ? (['settle'] as const) : []),
  ];
}
