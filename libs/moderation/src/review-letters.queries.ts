import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import type { Actor } from '#identity';
import { liftedAs } from './appeals/appeal.rules.js';
import { appealOf } from './appeals/appeals.queries.js';
import { complaintLetter } from './complaints/complaint-mails.rules.js';
import { answerableComplaint } from './complaints/complaints.service.js';
import { appealLetterOf, isTold, letterOf, readersOf } from './decision-letters.js';
import { afterApproval, maySeeReviews, reviewCan } from './decision.rules.js';
import { around, type Around } from './letter-parts.rules.js';
import { refuse } from './moderation.refusals.js';
import type { Locale } from './reason-sentences.rules.js';
import { ReviewEntity, type SubjectType } from './review.entity.js';
import { holderOf } from './review-holds.queries.js';
import { decisionsOf, reviewStateOf, reviewSubjects, type ReviewSubject } from './review-subjects.queries.js';

export const LETTER_OUTCOMES = ['approve', 'return'] as const;
export type LetterOutcome = (typeof LETTER_OUTCOMES)[number];

/** What those whom a decision touches would read of it. */
export interface LetterView {
  readonly outcome: LetterOutcome;
  readonly subject: string;
  /** Without words of the moderator; null where they are needed. */
  readonly body: string | null;
  /** What stands before and after the words of the moderator; null where the letter has no place for them. */
  readonly around: Around | null;
  /** How many people get it. */
  readonly readers: number;
  /** The decision waits for another signature, and the letter with it. */
  readonly waits: boolean;
}

interface Matter {
  readonly type: SubjectType;
  readonly id: string;
  readonly subject: ReviewSubject;
}

/** The letters of a review, as they would be sent now: written by the same rules, in the language of the moderator. */
@Injectable()
export class ReviewLetters {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** One for each decision that this caller may take and of which anybody hears. Refuses as reading the review does. */
  async of(actor: Actor, reviewId: string, locale: Locale = actor.locale): Promise<LetterView[]> {
    if (!maySeeReviews(actor)) refuse('review.moderators-only');
    const review = await this.source.manager.findOne(ReviewEntity, { where: { id: reviewId } });
    if (!review) return refuse('review.not-found');
    const subject = (await reviewSubjects(this.source, [review])).get(review.subjectId);
    if (!subject) return refuse('review.not-found');
    const given = await decisionsOf(this.source, [reviewId]);
    const holder = await holderOf(this.source.manager, reviewId, this.clock.now());
    const state = reviewStateOf(review, subject, given, holder);
    const can = reviewCan(actor, state);
    const outcomes = LETTER_OUTCOMES.filter((one) => can.includes(one));
    if (outcomes.length === 0) return [];
    const written = await this.written({ type: review.subjectType, id: review.subjectId, subject }, locale);
    if (!written || written.readers === 0) return [];
    const status = state.status as 'open' | 'escalated';
    const approvals = new Set([...state.approvedBy, actor.personId]).size;
    return outcomes.map((outcome) => ({
      ...written.letter(outcome),
      outcome,
      readers: written.readers,
      waits: outcome === 'approve' && afterApproval(status, approvals, review.signaturesNeeded) !== 'approved',
    }));
  }

  /** Null where nobody hears of it from here. */
  private async written(
    { type, id, subject }: Matter,
    locale: Locale,
  ): Promise<{ readers: number; letter: (outcome: LetterOutcome) => ReturnType<typeof lettered> } | null> {
    if (isTold(type)) {
      const readers = (await readersOf(this.source, type, subject)).length;
      const needed = (outcome: LetterOutcome): boolean => outcome === 'return';
      return {
        readers,
        letter: (outcome) =>
          lettered((reason) => letterOf(type, subject, { outcome, reason }, locale), needed(outcome)),
      };
    }
    if (type === 'appeal') {
      const appeal = await appealOf(this.source.manager, id);
      return {
        readers: (await readersOf(this.source, appeal.subjectType, subject)).length,
        letter: (outcome) => {
          const answer = outcome === 'approve' ? liftedAs(appeal.subjectType) : 'kept';
          return lettered(
            (reason) => appealLetterOf(appeal, subject, { outcome: answer, reason }, locale),
            outcome === 'return',
          );
        },
      };
    }
    if (type !== 'complaint') return null;
    const complainant = await answerableComplaint(this.source, id);
    return (
      complainant && {
        readers: 1,
        letter: (outcome) =>
          lettered(
            (reason) => complaintLetter({ outcome, number: complainant.number, reason }, locale),
            outcome === 'return',
          ),
      }
    );
  }
}

/** @param needed the letter is never sent without the words of the moderator */
function lettered(
  write: (reason: string | null) => { readonly subject: string; readonly body: string },
  needed: boolean,
): Pick<LetterView, 'subject' | 'body' | 'around'> {
  const plain = write(null);
  return { subject: plain.subject, body: needed ? null : plain.body, around: around((reason) => write(reason).body) };
}
