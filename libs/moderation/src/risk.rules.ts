import { findNamedHealth, type NamedHealth } from '#forms';
import type { ReviewReason as OfferReason } from '#offers';
import { findCards, findEmails, findLinks, findPersonalAccounts, findPhones, type Finding } from './contacts.rules.js';

/** Why a moderator should look closely. Weights add up to the risk, which is at most 100. */
export const REASON_WEIGHTS = {
  'card-number': 40,
  'personal-account': 36,
  'phone-for-transfer': 34,
  'health-of-a-person': 32,
  'same-inn': 30,
  'account-change': 26,
  duplicate: 24,
  phone: 20,
  'large-sum': 18,
  'new-owner': 18,
  'new-organization': 16,
  informal: 14,
  'commercial-account': 12,
  'not-verified-yet': 10,
  email: 8,
  link: 8,
  'first-need': 6,
  silent: 30,
  disputed: 45,
  objected: 45,
  'messages-reported': 42,
  'offer-amount': 36,
  'offer-licensed': 28,
  'offer-hazard': 26,
  'offer-baby-food': 22,
  'offer-unlisted': 12,
  'complaint-card': 60,
  'complaint-private': 50,
  'complaint-untrue': 38,
  'complaint-rude': 24,
  'complaint-other': 20,
  appeal: 44,
} as const;

export type ReasonCode = keyof typeof REASON_WEIGHTS;

/** As it is stored with the review: what was seen when it was opened, for ever. */
export interface Reason {
  readonly code: ReasonCode;
  readonly weight: number;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The need that this one is like, where a reason says so. Reasons of before say its number alone. */
export const similarIn = ({ code, params }: Reason): string | null =>
  code === 'duplicate' && typeof params['id'] === 'string' ? params['id'] : null;

export interface Risk {
  readonly risk: number;
  readonly reasons: Reason[];
}

/** A sum above this (kopecks) needs two moderators; the setting `moderation.two-signatures-above` changes it. */
export const TWO_SIGNATURES_ABOVE_KOPECKS = 50_000_000;
/** An organization counts as new for so many days after it was verified. */
const NEW_FOR_DAYS = 30;
/** Titles that share more than this of their letters (pg_trgm, 0..1) may be the same need twice. */
export const DUPLICATE_FROM = 0.6;

export interface NeedFacts {
  readonly kind: 'money' | 'goods' | 'time';
  /** In the base unit of the need. */
  readonly amount: number;
  /** Title and description, as they will be published. */
  readonly texts: readonly string[];
  /** Null: its organization is not verified. */
  readonly daysVerified: number | null;
  readonly earlierNeeds: number;
  readonly thresholdKopecks: number;
  readonly duplicates: readonly { readonly id: string; readonly number: number; readonly percent: number }[];
}

export interface OrganizationFacts {
  readonly texts: readonly string[];
  /** Twenty characters. */
  readonly accountNumber: string;
  /** Other organizations with the same INN, whatever their status. */
  readonly sameInn: number;
  /** Without INN and account: its municipality vouches. */
  readonly informal?: boolean;
}

/** However small the organization, two people look at a changed account. */
export const ACCOUNT_CHANGE_SIGNATURES = 2;
/** A person is new as an owner for so many days. */
const NEW_OWNER_FOR_DAYS = 30;

export interface AccountChangeFacts {
  /** Of the new account. */
  readonly accountNumber: string;
  /** How long the one who asks has been an owner. */
  readonly ownerForDays: number;
}

function reason(code: ReasonCode, params: Reason['params'] = {}): Reason {
  return { code, weight: REASON_WEIGHTS[code], params };
}

function total(reasons: Reason[]): Risk {
  const sorted = [...reasons].sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));
  return {
    risk: Math.min(
      100,
      sorted.reduce((sum, one) => sum + one.weight, 0),
    ),
    reasons: sorted,
  };
}

/** What stands in a text that the public would read. One reason of each sort, with the first place shown masked and how many there are. */
export function textReasons(texts: readonly string[]): Reason[] {
  const text = texts.join('\n');
  const reasons: Reason[] = [];
  const add = (code: ReasonCode, found: readonly { masked: string }[]): void => {
    if (found[0]) reasons.push(reason(code, { masked: found[0].masked, count: found.length }));
  };
  for (const [code, found] of findingsIn(text)) add(code, found);
  return reasons;
}

function findingsIn(text: string): [ReasonCode, readonly (Finding & { readonly what?: NamedHealth })[]][] {
  const phones = findPhones(text);
  return [
    ['card-number', findCards(text)],
    ['personal-account', findPersonalAccounts(text)],
    ['phone-for-transfer', phones.filter((phone) => phone.forTransfer)],
    ['phone', phones.filter((phone) => !phone.forTransfer)],
    ['email', findEmails(text)],
    ['link', findLinks(text)],
    ['health-of-a-person', findNamedHealth(text)],
  ];
}

/** Where in a text that stands. */
export interface Mark {
  readonly code: ReasonCode;
  readonly at: number;
  readonly length: number;
  /** What is closed to the reader there; null where nothing is. */
  readonly shut: NamedHealth | null;
}

/** What of a text a moderator is to look at, in its order; of two that overlap the first. */
export function marksIn(text: string): Mark[] {
  const all = findingsIn(text)
    .flatMap(([code, found]) => found.map(({ at, length, what }) => ({ code, at, length, shut: what ?? null })))
    .sort((a, b) => a.at - b.at || b.length - a.length);
  let end = 0;
  return all.filter(({ at, length }) => {
    if (at < end) return false;
    end = at + length;
    return true;
  });
}

/** The marks of texts that are read one under the other, as the reasons are found: a name in the title and an illness in the description belong together. */
export function marksAcross(texts: readonly string[]): Mark[][] {
  const all = marksIn(texts.join('\n'));
  let from = 0;
  return texts.map((text) => {
    const [begins, ends] = [from, from + text.length];
    from = ends + 1;
    return all.flatMap((mark) =>
      mark.at < begins || mark.at + mark.length > ends ? [] : [{ ...mark, at: mark.at - begins }],
    );
  });
}

export function isLargeSum(need: { kind: string; amount: number; thresholdKopecks: number }): boolean {
  return need.kind === 'money' && need.amount > need.thresholdKopecks;
}

/** How many different moderators must approve. One may always return. */
export function signaturesNeeded(need: { kind: string; amount: number; thresholdKopecks: number }): 1 | 2 {
  return isLargeSum(need) ? 2 : 1;
}

export function needRisk(need: NeedFacts): Risk {
  const reasons = textReasons(need.texts);
  if (isLargeSum(need)) reasons.push(reason('large-sum', { amount: need.amount, threshold: need.thresholdKopecks }));
  if (need.daysVerified === null) reasons.push(reason('not-verified-yet'));
  else if (need.daysVerified < NEW_FOR_DAYS) reasons.push(reason('new-organization', { days: need.daysVerified }));
  if (need.earlierNeeds === 0) reasons.push(reason('first-need'));
  const nearest = [...need.duplicates].sort((a, b) => b.percent - a.percent)[0];
  if (nearest) reasons.push(reason('duplicate', { id: nearest.id, number: nearest.number, percent: nearest.percent }));
  return total(reasons);
}

export function organizationRisk(organization: OrganizationFacts): Risk {
  const reasons = textReasons(organization.texts);
  reasons.push(reason('not-verified-yet'), ...accountReasons(organization.accountNumber));
  if (organization.informal) reasons.push(reason('informal'));
  if (organization.sameInn > 0) reasons.push(reason('same-inn', { count: organization.sameInn }));
  return total(reasons);
}

function accountReasons(number: string): Reason[] {
  if (/^408(17|20)/.test(number))
    return [reason('personal-account', { masked: `${number.slice(0, 5)} ••••`, count: 1 })];
  return number.startsWith('40702') ? [reason('commercial-account')] : [];
}

export function accountChangeRisk(change: AccountChangeFacts): Risk {
  const reasons = [reason('account-change'), ...accountReasons(change.accountNumber)];
  if (change.ownerForDays < NEW_OWNER_FOR_DAYS) reasons.push(reason('new-owner', { days: change.ownerForDays }));
  return total(reasons);
}

/** A person was hurt or cheated, or says so: it does not wait. */
export function messagesRisk(reports: number): Risk {
  return total([reason('messages-reported', { count: reports })]);
}

/** Why the catalogue, or its amount, asks for a look at an offer, and what its words hold. */
export function offerRisk(offer: {
  readonly reasons: readonly OfferReason[];
  readonly amount: number;
  readonly unit: string;
  readonly texts: readonly string[];
}): Risk {
  return total([
    ...offer.reasons.map((code) =>
      reason(`offer-${code}`, code === 'amount' ? { count: offer.amount, unit: offer.unit } : {}),
    ),
    ...textReasons(offer.texts),
  ]);
}

/** What the words of a report hold: it names people, or tells where to reach them. */
export function reportRisk(texts: readonly string[]): Risk {
  return total(textReasons(texts));
}

/** What a person says is wrong, and what their words hold. Card numbers first: they take money from people now. */
export function complaintRisk(code: ReasonCode, about: string, text: string): Risk {
  return total([reason(code, { about }), ...textReasons([text])]);
}

/** A person says that a refusal was wrong: they wait, whatever their words hold. */
export function appealRisk(number: number, words: string): Risk {
  return total([reason('appeal', { number }), ...textReasons([words])]);
}

export function matchRisk(status: 'silent' | 'disputed' | 'objected', days: number): Risk {
  return total([reason(status, { days })]);
}
