import { reviewDue, type ReviewVerb } from './decision.rules.js';
import { reasonSentence, type Locale } from './reason-sentences.rules.js';
import type { Outcome, ReviewStatus, SubjectType } from './review.entity.js';
import { answerDue } from './appeals/appeal.rules.js';
import type { AppealRow } from './appeals/appeals.queries.js';
import type { Changed } from './appeals/changes.rules.js';
import { marksIn, similarIn, type Reason, type ReasonCode } from './risk.rules.js';
import type { ReviewContent } from './review-content.queries.js';
import type { Account, GivenDecision } from './review-subjects.queries.js';
import type { ReviewHold } from './review-holds.queries.js';
import type { ShutWords } from './shut-words.rules.js';

/** A review as a moderator sees it. */
export interface ReviewView {
  readonly id: string;
  readonly status: ReviewStatus;
  readonly subject: {
    readonly type: SubjectType;
    readonly id: string;
    readonly title: string;
    /** `page`, here and of the need: this reader has a page of it. */
    readonly organization: { readonly id: string; readonly shortName: string; readonly page: boolean } | null;
    readonly need: {
      readonly id: string;
      readonly number: number;
      readonly kind: string;
      readonly category: string;
      readonly amount: number | null;
      readonly unit: string | null;
      readonly page: boolean;
    } | null;
    /** Of a changed account: which becomes which. */
    readonly accounts: { readonly before: Account | null; readonly after: Account } | null;
    /** Of a complaint: the page that it is about, as a path without language. */
    readonly page: string | null;
  } & ReviewContent;
  /** What is closed in it until this reader looks at it, which is written down; null where nothing is. */
  readonly shut: ShutWords | null;
  /** 0..100: the sum of the weights of the reasons. */
  readonly risk: number;
  readonly reasons: readonly {
    readonly code: ReasonCode;
    readonly weight: number;
    readonly sentence: string;
    /** Of `duplicate`: the need that this one is like. */
    readonly similarNeed: string | null;
  }[];
  readonly signaturesNeeded: number;
  readonly signatures: readonly {
    readonly person: { readonly id: string; readonly name: string };
    readonly at: string;
  }[];
  readonly decisions: readonly {
    readonly person: { readonly id: string; readonly name: string };
    readonly outcome: Outcome;
    readonly reason: string | null;
    readonly note: string | null;
    readonly at: string;
  }[];
  /** With which words the same was returned before, the last one at the end: it was sent again since. */
  readonly returnedBefore: ReviewView['decisions'];
  /** Of an appeal: what was decided before, by whom and why. */
  readonly appeal: {
    readonly number: number;
    readonly of: SubjectType;
    readonly at: string;
    readonly dueAt: string;
    readonly decisions: ReviewView['decisions'];
    /** While it waits: what is not as it was when it was refused. Null: it is not known how it was. */
    readonly changes: readonly Changed[] | null;
  } | null;
  readonly openedAt: string;
  /** It is decided by then. */
  readonly dueAt: string;
  readonly closedAt: string | null;
  /** Who has it open; null where nobody has, it is decided, or the reader has an interest in it. */
  readonly hold: ReviewHold | null;
  /** Why it cannot be approved yet, in the words with which that would be refused; null where it can, or is not the reader's to decide. */
  readonly notYet: string | null;
  readonly can: readonly ReviewVerb[];
}

/** A review as the queries of the queue read it. */
export interface ReviewRow {
  id: string;
  status: ReviewStatus;
  subjectType: SubjectType;
  subjectId: string;
  risk: number;
  reasons: Reason[];
  signaturesNeeded: number;
  openedAt: Date;
  openedAtExact: string;
  dueAtExact: string;
  closedAt: Date | null;
}

/** Beside the decision on an appeal stands what the decision before was about. */
export function asBefore(rows: readonly ReviewRow[], appeals: ReadonlyMap<string, AppealRow>): readonly ReviewRow[] {
  return rows.map((row) => {
    const appeal = row.subjectType === 'appeal' ? appeals.get(row.subjectId) : undefined;
    return appeal ? { ...row, subjectType: appeal.subjectType, subjectId: appeal.subjectId } : row;
  });
}

/** Of an appeal: its words stand first, and no text is proposed with what decides it. */
export function withWords(content: ReviewContent, words: string): ReviewContent {
  return {
    ...content,
    description: null,
    texts: [{ field: 'reason', from: null, text: words, marks: marksIn(words) }, ...content.texts],
  };
}

export function appealIn(
  appeal: AppealRow,
  decisions: readonly GivenDecision[],
  changes: readonly Changed[] | null,
): NonNullable<ReviewView['appeal']> {
  return {
    number: appeal.number,
    of: appeal.subjectType,
    at: appeal.at.toISOString(),
    dueAt: answerDue(appeal.at).toISOString(),
    decisions: decisions.filter(({ reviewId }) => reviewId === appeal.reviewId).map(said),
    changes,
  };
}

const word = (decision: GivenDecision) => ({
  person: { id: decision.personId, name: decision.name },
  at: decision.at.toISOString(),
});
const said = (decision: GivenDecision) => ({
  ...word(decision),
  outcome: decision.outcome,
  reason: decision.reason,
  note: decision.note,
});

export function plain(
  row: ReviewRow,
  given: readonly GivenDecision[],
  returned: readonly GivenDecision[],
  locale: Locale,
): Omit<ReviewView, 'subject' | 'appeal' | 'hold' | 'shut' | 'notYet' | 'can'> {
  return {
    id: row.id,
    status: row.status,
    risk: row.risk,
    reasons: row.reasons.map((reason) => ({
      code: reason.code,
      weight: reason.weight,
      sentence: reasonSentence(reason, locale),
      similarNeed: similarIn(reason),
    })),
    signaturesNeeded: row.signaturesNeeded,
    signatures: given.filter((decision) => decision.outcome === 'approve').map(word),
    decisions: given.map(said),
    returnedBefore: returned.map(said),
    openedAt: row.openedAt.toISOString(),
    dueAt: reviewDue(row.subjectType, row.openedAt).toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
