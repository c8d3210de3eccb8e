import { isMember, type Actor } from '#identity';
import type { MatchStatus } from '../match.entity.js';
import { sidesOf, type MatchParties } from '../match-life.rules.js';

/** Above this value a gift of a company needs a contract in writing (ГК РФ, статья 574): in kopecks. */
export const CONTRACT_ABOVE = 300_000;
/** Longest name of the giver's own paper. */
export const PAPER_MAX = 200;

export interface Handed {
  readonly kind: string;
  readonly status: MatchStatus;
  /** The giver is an organization. */
  readonly company: boolean;
  /** What came, as the books have it. */
  readonly arrived: number;
  /** As the giver states it, in kopecks; null: not stated. */
  readonly value: number | null;
}

/** An act says that something changed hands: there is none before the books say so. */
export const hasAct = ({ kind, status, arrived }: Handed): boolean =>
  kind === 'goods' && status === 'confirmed' && arrived > 0;

export const PAPER_STATES = ['hand-over', 'receiver', 'ready'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** What an act waits for: that the things are handed over, that the receiver confirms them, or nothing. */
export const stateOfPaper = (status: MatchStatus): PaperState =>
  status === 'confirmed' ? 'ready' : status === 'delivered' ? 'receiver' : 'hand-over';

/** Whether a contract is needed, may be had, or has no place. A person gives by deed. */
export function contractOf({ kind, status, company, value }: Handed): 'none' | 'may' | 'must' {
  if (kind !== 'goods' || !company || !['accepted', 'delivered', 'confirmed'].includes(status)) return 'none';
  return value !== null && value > CONTRACT_ABOVE ? 'must' : 'may';
}

/** A value belongs to things that both sides agreed on, also after they came: the donor's paper may follow. */
export const takesValue = ({ kind, status }: Pick<Handed, 'kind' | 'status'>): boolean =>
  kind === 'goods' && ['accepted', 'delivered', 'confirmed'].includes(status);

/** "48 000,50" in kopecks; null where it is no sum of money. */
export function kopecksOf(text: string): number | null {
  const found = /^(\d{1,10})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''));
  if (!found) return null;
  const amount = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return amount > 0 ? amount : null;
}

/** The two sides, and who keeps the books of either organization. */
export function mayReadPapers(actor: Actor, parties: MatchParties): boolean {
  return (
    sidesOf(actor, parties).length > 0 ||
    isMember(actor, parties.organizationId) ||
    (parties.onBehalfOf !== null && isMember(actor, parties.onBehalfOf))
  );
}

/** The giver, or the accountant of the company that gives. */
export function mayStateValue(actor: Actor, parties: MatchParties): boolean {
  return (
    sidesOf(actor, parties).includes('donor') ||
    (parties.onBehalfOf !== null && isMember(actor, parties.onBehalfOf, ['accountant']))
  );
}
