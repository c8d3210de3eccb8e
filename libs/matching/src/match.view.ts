import { formatAmount, sentence, type Catalogue } from '#catalogue';
import { donorLabel } from '#donors';
import { isMember, type Actor } from '#identity';
import { districtOf, isPrivateCategory, titleOfCategory, withoutNamedHealthIn } from '#forms';
import { makesParty, readsWords, type NeedStatus } from '#needs';
import type { MatchSide, MatchStatus } from './match.entity.js';
import { offerOf, type OfferInMatch } from './match-offer.view.js';
import { amountNow, partsOf, type MatchPartView } from './match-parts.view.js';
import type { MatchSummary } from './match-summary.js';
import { isToMeet } from './meeting/hand-over.rules.js';
import { paymentCode } from './meeting/payment.rules.js';
import { tooMuchHeld } from './promises.rules.js';
import { isWithModerator, matchCan, matchCannot, sidesOf, type MatchVerb, type Obstacle } from './match-life.rules.js';

/** A match as the API shows it to its two sides. Amounts are integers in `unit`; `value`, `weight` and `score` are 0..1,000,000. */
export interface MatchView {
  readonly id: string;
  readonly status: MatchStatus;
  readonly offer: OfferInMatch;
  readonly need: {
    readonly id: string;
    readonly number: number;
    readonly status: NeedStatus;
    readonly title: string;
    readonly kind: string;
    readonly category: string;
    readonly item: string | null;
    readonly place: string;
    readonly deadline: Date;
    readonly organization: { readonly id: string; readonly shortName: string };
    /** What is still open, in `unit`, and the same as people say it. */
    readonly open: number;
    readonly openText: string;
  };
  readonly amount: number;
  readonly unit: string;
  /** The amount as people say it. */
  readonly text: string;
  /** What came of it and what was lost on the way, once it is confirmed: the books say so. */
  readonly arrived: {
    readonly amount: number;
    readonly text: string;
    readonly lost: number;
    readonly lostText: string;
  } | null;
  readonly score: number;
  readonly parts: readonly MatchPartView[];
  readonly weightsVersion: number;
  /** Of a gift of money: agreed from the beginning, it is followed by its code. */
  readonly gift: { readonly code: string; readonly provider: 'bank' | 'stripe' } | null;
  /** Of a sign-up: when and where they come. No meeting is agreed on beside it. */
  readonly shift: {
    readonly id: string;
    readonly from: Date;
    readonly until: Date;
    /** The hours are the volunteer's to choose, until then. */
    readonly anyTime: boolean;
    readonly timeZone: string;
  } | null;
  /** The clearing that planned it; it stands before alternatives. Null for an alternative. */
  readonly clearing: string | null;
  readonly firstYes: MatchSide | null;
  readonly deadline: Date | null;
  readonly reason: string | null;
  readonly endedBy: string | null;
  /** What a moderator who decided it wrote. */
  readonly decided: string | null;
  /** A moderator looks at it: the sides differ, or the organization has not said in time what arrived. */
  readonly withModerator: boolean;
  /** When the meeting begins that is agreed on, or of things proposed, while nothing is handed over. */
  readonly meetsAt: Date | null;
  readonly proposedAt: Date;
  /** When score and parts were counted: at the clearing, or since, while it is proposed. */
  readonly scoredAt: Date;
  readonly heldAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly endedAt: Date | null;
  readonly can: readonly MatchVerb[];
  /** What is this caller's to do and would be refused now, with the refusal. */
  readonly cannot: readonly { readonly verb: MatchVerb; readonly code: Obstacle; readonly sentence: string }[];
}

export function matchView(match: MatchSummary, actor: Actor, locale: 'ru' | 'en', catalogue: Catalogue): MatchView {
  const { parties, room } = match;
  const gives = sidesOf(actor, parties).includes('donor');
  const amount = amountNow(match);
  const standing = standingOf(match, amount);
  const barred = matchCannot(actor, parties, standing, room, match.promises ?? null);
  const {
    id,
    status,
    unit,
    score,
    weightsVersion,
    firstYes,
    deadline,
    reason,
    endedBy,
    proposedAt,
    scoredAt,
    heldAt,
    acceptedAt,
    deliveredAt,
    confirmedAt,
    endedAt,
  } = match;
  return {
    id,
    status,
    offer: offerAs(
      actor,
      match,
      offerOf(match, gives ? (match.donor ?? '') : nameForOthers(actor, match, locale), locale),
    ),
    need: needOf(
      match,
      readsWords(actor, match, isPrivateCategory(catalogue, match.category), gives && makesParty(match.status)),
      locale,
      catalogue,
    ),
    amount,
    unit,
    text: formatAmount(amount, unit, locale, catalogue),
    arrived: arrivedOf(match, locale, catalogue),
    score,
    parts: partsOf(match, locale, catalogue),
    weightsVersion,
    gift: match.gift ? { code: paymentCode(id), provider: match.byCard ? 'stripe' : 'bank' } : null,
    shift: shiftOf(match, catalogue),
    clearing: match.clearingId,
    firstYes,
    deadline,
    reason,
    endedBy,
    decided: match.decided || null,
    withModerator: isWithModerator(match),
    meetsAt: status === 'accepted' ? match.meetsAt : null,
    proposedAt,
    scoredAt,
    heldAt,
    acceptedAt,
    deliveredAt,
    confirmedAt,
    endedAt,
    can: matchCan(actor, parties, standing, room, match.promises ?? null),
    cannot: barred.map(({ verb, code }) => ({
      verb,
      code,
      sentence: obstacleSentence(code, match, locale, catalogue),
    })),
  };
}

/** What decides who may do what with it now. */
const standingOf = (
  { status, firstYes, disputedBy, disputeAnswer, kind, signUp, gift, byCard, meetsAt, readAt }: MatchSummary,
  amount: number,
) => ({
  toMeet: isToMeet({ kind, status, meetsAt }, readAt),
  status,
  firstYes,
  disputedBy,
  disputeAnswer,
  amount,
  kind,
  signUp,
  gift,
  byCard,
});

function shiftOf({ shift }: MatchSummary, catalogue: Catalogue): MatchView['shift'] {
  if (!shift) return null;
  const { id, from, until, anyTime, place } = shift;
  const timeZone = catalogue.place(place)?.timeZone ?? 'UTC';
  return { id, from: new Date(from), until: new Date(until), anyTime, timeZone };
}

/**
 * The giver as the other side reads them. Who signs up for a shift is told before that its organization sees the name: those who run it read the
 * same name here as in the list of the shift, whatever the giver chose for gifts.
 */
export function nameForOthers(actor: Actor, match: MatchSummary, locale: 'ru' | 'en'): string {
  const runs = isMember(actor, match.parties.organizationId, ['owner', 'coordinator']);
  return match.shift && runs ? match.shift.volunteer : donorLabel(match.donor, match.donor === null, locale);
}

/** Who is named in it beside an illness is for the two sides; a moderator reads it in the case of the offer, once they look. */
function offerAs(actor: Actor, { parties }: MatchSummary, offer: OfferInMatch): OfferInMatch {
  if (sidesOf(actor, parties).length > 0 || isMember(actor, parties.organizationId)) return offer;
  const { texts, count } = withoutNamedHealthIn([offer.title ?? '', offer.description ?? '']);
  const [title = null, description = null] = texts;
  return count === 0 ? offer : { ...offer, title: offer.title && title, description: offer.description && description };
}

/** @param reads the words of a private need */
function needOf(match: MatchSummary, reads: boolean, locale: 'ru' | 'en', catalogue: Catalogue): MatchView['need'] {
  return {
    id: match.needId,
    number: match.needNumber,
    status: match.needStatus,
    title: reads ? match.needTitle : titleOfCategory(catalogue, match.category, locale),
    kind: match.kind,
    category: match.category,
    item: match.needItem,
    place: reads ? match.needPlace : districtOf(catalogue, match.needPlace),
    deadline: match.needDeadline,
    organization: { id: match.organizationId, shortName: match.organizationName },
    open: match.room.open,
    openText: formatAmount(match.room.open, match.unit, locale, catalogue),
  };
}

/** The sentence with which the step would be refused. */
function obstacleSentence(
  code: Obstacle,
  { promises, unit }: MatchSummary,
  locale: 'ru' | 'en',
  catalogue: Catalogue,
): string {
  const params =
    code === 'match.holding-too-much' && promises
      ? tooMuchHeld(promises, unit, (amount) => formatAmount(amount, unit, locale, catalogue))
      : {};
  return sentence(code, params, locale);
}

function arrivedOf(
  { status, arrived, unit }: MatchSummary,
  locale: 'ru' | 'en',
  catalogue: Catalogue,
): MatchView['arrived'] {
  if (status !== 'confirmed') return null;
  const { arrived: amount, lost } = arrived ?? { arrived: 0, lost: 0 };
  return {
    amount,
    text: formatAmount(amount, unit, locale, catalogue),
    lost,
    lostText: formatAmount(lost, unit, locale, catalogue),
  };
}
