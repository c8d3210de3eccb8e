import type { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { refusalSpec } from '#kernel';
import type { Ledger } from '#ledger';
import { appealsById, type AppealRow } from './appeals/appeals.queries.js';
import { changedSince, closedBefore, type Changed, type Words } from './appeals/changes.rules.js';
import { heldByAnother, reviewCan, whyMayNotDecide, whyNotYet } from './decision.rules.js';
import type { Locale } from './reason-sentences.rules.js';
import { NO_CONTENT, reviewContents, type ReviewContent } from './review-content.queries.js';
import { holdIn, holdsOf } from './review-holds.queries.js';
import { looksOf } from './review-looks.queries.js';
import {
  decisionsOf,
  returnsBefore,
  reviewStateOf,
  reviewSubjects,
  type GivenDecision,
  type ReviewSubject,
} from './review-subjects.queries.js';
import { appealIn, asBefore, plain, withWords, type ReviewRow, type ReviewView } from './review.view.js';
import { wordsNow, wordsThen } from './review-words.queries.js';
import { pagesFor } from './subject-pages.queries.js';
import { shutUnlessSeen } from './shut-words.rules.js';

interface Books {
  readonly source: DataSource;
  readonly ledger: Ledger;
  readonly now: Date;
}

/** All that is read for a page of reviews: a few queries, however many there are. */
interface Read {
  readonly subjects: ReadonlyMap<string, ReviewSubject>;
  readonly decisions: readonly GivenDecision[];
  readonly returned: readonly GivenDecision[];
  readonly pages: ReadonlySet<string>;
  readonly balances: ReadonlyMap<string, { readonly required: number; readonly unit: string }>;
  readonly appeals: ReadonlyMap<string, AppealRow>;
  /** What was said on what the appeals are against. */
  readonly before: readonly GivenDecision[];
  /** What they refused said then, by review, and what it says now, by what it is. */
  readonly then: ReadonlyMap<string, Words>;
  readonly now: ReadonlyMap<string, Words>;
  readonly contents: ReadonlyMap<string, ReviewContent>;
  readonly holds: Awaited<ReturnType<typeof holdsOf>>;
  readonly looks: ReadonlyMap<string, Date>;
}

async function read(
  { source, ledger, now }: Books,
  actor: Actor,
  rows: readonly ReviewRow[],
  locale: Locale,
): Promise<Read> {
  const ids = rows.map(({ id }) => id);
  const subjects = await reviewSubjects(source, rows);
  const needIds = [...new Set([...subjects.values()].flatMap(({ need }) => (need ? [need.id] : [])))];
  const organizationOf = new Map(
    [...subjects].flatMap(([id, { organization }]) => (organization ? [[id, organization.id] as const] : [])),
  );
  const appeals = await appealsById(
    source,
    rows.filter(({ subjectType }) => subjectType === 'appeal').map(({ subjectId }) => subjectId),
  );
  const then = await wordsThen(
    source,
    [...appeals.values()].map(({ reviewId }) => reviewId),
  );
  return {
    subjects,
    then,
    now: await wordsNow(
      source,
      ledger,
      [...appeals.values()].filter(({ reviewId }) => then.has(reviewId)),
    ),
    decisions: await decisionsOf(source, ids),
    returned: await returnsBefore(source, ids),
    pages: await pagesFor(source, actor, { needs: needIds, organizations: [...new Set(organizationOf.values())] }),
    balances: needIds.length > 0 ? await ledger.needBalances(source, needIds) : new Map(),
    appeals,
    before: await decisionsOf(
      source,
      [...appeals.values()].map(({ reviewId }) => reviewId),
    ),
    contents: await reviewContents(source, ledger, asBefore(rows, appeals), organizationOf, locale),
    holds: await holdsOf(
      source,
      rows.filter(({ closedAt }) => closedAt === null).map(({ id }) => id),
      now,
    ),
    looks: await looksOf(source, actor.personId, ids),
  };
}

/** What was said when it was refused, and what is said now. */
const wordsOf = ({ reviewId, subjectId }: AppealRow, { then, now }: Read): [Words, Words] => [
  then.get(reviewId) ?? {},
  now.get(subjectId) ?? {},
];

/** Null where it is not known what was refused. */
const changesIn = (appeal: AppealRow, all: Read, id: string): Changed[] | null =>
  all.then.has(appeal.reviewId) ? changedSince(...wordsOf(appeal, all), all.looks.has(id)) : null;

function viewOf(row: ReviewRow, all: Read, actor: Actor, locale: Locale): ReviewView {
  const subject = all.subjects.get(row.subjectId);
  const given = all.decisions.filter((decision) => decision.reviewId === row.id);
  const balance = subject?.need ? all.balances.get(subject.need.id) : undefined;
  const hold = all.holds.get(row.id);
  const state = reviewStateOf(row, subject, given, hold?.personId ?? null);
  const ownMatter = whyMayNotDecide(actor, state) === 'review.own-matter';
  const can = reviewCan(actor, state);
  const notYet = can.includes('return') ? whyNotYet(state) : null;
  const appeal = row.subjectType === 'appeal' ? all.appeals.get(row.subjectId) : undefined;
  const words = all.contents.get(row.id) ?? NO_CONTENT;
  // A person who has an interest in a complaint reads neither its words nor what was found in them.
  const kept = row.subjectType === 'complaint' && ownMatter;
  const { title, content, shut } = shutUnlessSeen(
    {
      title: subject?.title ?? '',
      content: kept ? NO_CONTENT : appeal ? withWords(words, appeal.words) : words,
    },
    {
      seenAt: all.looks.get(row.id),
      mayLook: can.length > 0 && !heldByAnother(actor, state),
      beside: appeal && !row.closedAt ? closedBefore(...wordsOf(appeal, all)) : 0,
    },
  );
  return {
    ...plain(
      kept ? { ...row, reasons: row.reasons.filter(({ code }) => code.startsWith('complaint-')) } : row,
      given,
      all.returned.filter(({ reviewId }) => reviewId === row.id),
      locale,
    ),
    subject: {
      type: row.subjectType,
      id: row.subjectId,
      title,
      organization: subject?.organization
        ? { ...subject.organization, page: all.pages.has(subject.organization.id) }
        : null,
      need: subject?.need
        ? {
            ...subject.need,
            amount: balance?.required ?? null,
            unit: balance?.unit ?? null,
            page: all.pages.has(subject.need.id),
          }
        : null,
      accounts: subject?.accounts ?? null,
      page: subject?.page ?? null,
      ...content,
    },
    appeal: appeal ? appealIn(appeal, all.before, row.closedAt ? null : changesIn(appeal, all, row.id)) : null,
    hold: hold && !ownMatter ? holdIn(hold, actor) : null,
    shut,
    notYet: notYet && refusalSpec(notYet)[locale],
    can,
  };
}

/** Reviews as this reader sees them. */
export async function reviewViews(
  books: Books,
  actor: Actor,
  rows: readonly ReviewRow[],
  locale: Locale,
): Promise<ReviewView[]> {
  if (rows.length === 0) return [];
  const all = await read(books, actor, rows, locale);
  return rows.map((row) => viewOf(row, all, actor, locale));
}
