import type { Outcome, Review } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';

type Type = Review['subject']['type'];

/** Matters whose decisions are called by what they do: the others are approved or returned. */
const OWN_WORDS = ['appeal', 'match', 'messages', 'complaint'] as const;
export const ownWords = (type: Type): (typeof OWN_WORDS)[number] | undefined => OWN_WORDS.find((one) => one === type);

/** What a decision is called. Of a `match` it is about an objection: what arrived of a hand-over has its own choice. */
export const outcomeWord = (outcome: Outcome, of: Type): string => {
  const own = outcome === 'escalate' ? undefined : ownWords(of);
  return t(own ? `moderation:${own}.${outcome}` : `moderation:${outcome}`);
};

/** What a decision that was made is called afterwards. */
export function decidedWord(outcome: Outcome, type: Type, objection = false): string {
  const own = outcome === 'escalate' ? undefined : ownWords(type);
  return t(
    own ? `moderation:mine.own.${objection ? 'objection' : own}.${outcome}` : `moderation:mine.outcome.${outcome}`,
  );
}

/** What follows in ten seconds. One signature of two decides nothing, and says so; a changed account waits a day more. */
export function undoWords(outcome: Outcome, review: Review, said?: string): string {
  if (said !== undefined) return t('moderation:undo.handOver', { said });
  if (outcome === 'approve' && review.signaturesNeeded > 1) {
    const given = review.signatures.length + 1;
    if (given < review.signaturesNeeded) return t('moderation:undo.signed', { given, needed: review.signaturesNeeded });
    if (review.subject.type === 'account_change') return t('moderation:undo.account');
  }
  const own = outcome === 'escalate' ? undefined : ownWords(review.subject.type);
  return t(own ? `moderation:${own}.undo.${outcome}` : `moderation:undo.${outcome}`);
}

/** What can be done about it later: not every decision is appealed against. */
export function lastingWords(type: Type): string {
  if (type === 'match') return t('moderation:found.lasting');
  const own = ownWords(type);
  return t(own ? `moderation:lastingFor.${own}` : 'moderation:lasting');
}
