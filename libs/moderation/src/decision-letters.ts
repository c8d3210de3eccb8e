import type { DataSource } from 'typeorm';
import { derivedId } from '#kernel';
import { sendMail, type Tx } from '#platform';
import { appealLetter, type AnsweredAs } from './appeals/appeal-mails.rules.js';
import type { AppealRow } from './appeals/appeals.queries.js';
import { formatAmount, type Catalogue } from '#catalogue';
import type { Arrived } from '#matching';
import { decisionLetter, type ArrivedTexts, type ToldSubject } from './decision-mail.rules.js';
import type { ReviewEntity, SubjectType } from './review.entity.js';
import type { ReviewSubject } from './review-subjects.queries.js';

interface Told {
  readonly review: ReviewEntity;
  readonly subject: ReviewSubject;
}

type Locale = 'ru' | 'en';
interface Letter {
  readonly subject: string;
  readonly body: string;
}

interface Decided {
  readonly outcome: 'approve' | 'return';
  readonly reason?: string | null | undefined;
  readonly arrived?: Record<Locale, ArrivedTexts> | null;
}

/** Whether the decision has a letter of its own: of a changed account its owners hear of every step from the organization; the complainant or appellant has another letter, the person who a complaint is about has none. */
export const isTold = (type: SubjectType): type is ToldSubject =>
  type !== 'account_change' && type !== 'complaint' && type !== 'appeal';

/** The letter of a decision. */
export const letterOf = (
  subjectType: ToldSubject,
  { need, titleInMails }: ReviewSubject,
  { outcome, reason, arrived }: Decided,
  locale: Locale,
): Letter =>
  decisionLetter(
    {
      outcome,
      subjectType,
      number: need?.number ?? null,
      reason: reason?.trim() || null,
      arrived: arrived?.[locale],
      title: titleInMails[locale],
    },
    locale,
  );

/** Everybody who belongs to an organization that the decision touches reads it in their own language; of an offer, of messages and of a hand-over who gives, too. */
export async function tellDecision(tx: Tx, { review, subject }: Told, decision: Decided): Promise<void> {
  const { subjectType } = review;
  if (!isTold(subjectType)) return;
  const { need } = subject;
  const letters = {
    ru: letterOf(subjectType, subject, decision, 'ru'),
    en: letterOf(subjectType, subject, decision, 'en'),
  };
  for (const { id, locale, gives } of await readersOf(tx, subjectType, subject)) {
    const path =
      subjectType === 'match'
        ? `/matches/${review.subjectId}`
        : gives && subject.offerId
          ? `/offer/${subject.offerId}`
          : need
            ? `/needs/${need.id}`
            : subject.organization
              ? `/desk/${subject.organization.id}`
              : '/me';
    await sendMail(tx, {
      id: derivedId(review.id, `decided-${id}`),
      personId: id,
      template: `review-${decision.outcome}`,
      locale,
      kind: 'decision',
      ...letters[locale],
      action: { url: path, label: locale === 'ru' ? 'Открыть' : 'Open' },
      notice: { subjectType, subjectId: review.subjectId, path, ru: letters.ru.subject, en: letters.en.subject },
    });
  }
}

/** What arrived of a hand-over, in both languages. */
export function arrivedTexts(arrived: Arrived, catalogue: Catalogue): Record<'ru' | 'en', ArrivedTexts> {
  const texts = (locale: 'ru' | 'en'): ArrivedTexts => {
    const say = (amount: number): string => formatAmount(amount, arrived.unit, locale, catalogue);
    return {
      held: say(arrived.held),
      arrived: arrived.arrived > 0 ? say(arrived.arrived) : null,
      lost: arrived.lost > 0 ? say(arrived.lost) : null,
      rest: arrived.rest > 0 ? say(arrived.rest) : null,
    };
  };
  return { ru: texts('ru'), en: texts('en') };
}

interface Answered {
  readonly outcome: AnsweredAs;
  readonly reason: string | null;
}

/** The letter that answers an appeal. */
export const appealLetterOf = (
  { subjectType: of, number }: AppealRow,
  subject: ReviewSubject,
  answer: Answered,
  locale: Locale,
): Letter => appealLetter({ ...answer, of, number, title: subject.titleInMails[locale] }, locale);

/** A person who read the refusal reads what became of the appeal against it. */
export async function tellAppellants(
  tx: Tx,
  { review, subject, appeal }: Told & { readonly appeal: AppealRow },
  answer: Answered,
): Promise<void> {
  const letters = {
    ru: appealLetterOf(appeal, subject, answer, 'ru'),
    en: appealLetterOf(appeal, subject, answer, 'en'),
  };
  const path = `/appeals/${appeal.reviewId}`;
  for (const { id, locale } of await readersOf(tx, appeal.subjectType, subject))
    await sendMail(tx, {
      id: derivedId(review.id, `appeal-${id}`),
      personId: id,
      template: `appeal-${answer.outcome}`,
      locale,
      kind: 'decision',
      ...letters[locale],
      action: { url: path, label: locale === 'ru' ? 'Открыть' : 'Open' },
      notice: {
        subjectType: appeal.subjectType,
        subjectId: appeal.subjectId,
        path,
        ru: letters.ru.subject,
        en: letters.en.subject,
      },
    });
}

/** Who gets the letter, each with their language. */
export async function readersOf(
  tx: Tx | DataSource,
  subjectType: SubjectType,
  subject: ReviewSubject,
): Promise<{ id: string; locale: 'ru' | 'en'; gives: boolean }[]> {
  const ofBothSides = subjectType === 'match' || subjectType === 'messages' || subjectType === 'offer'; // a need and its edit are the receiving side's alone
  const givers = ofBothSides ? subject.giverIds : [];
  return tx.query(
    `SELECT p.id, p.locale, p.id = ANY($2) AS gives FROM people p WHERE p.id IN (SELECT unnest($2::uuid[]) UNION
       SELECT g.person_id FROM grants g WHERE g.object_type = 'organization' AND g.object_id = ANY($1) AND g.revoked_at IS NULL) ORDER BY p.id`,
    [[...subject.organizationIds, ...(ofBothSides ? subject.donorOrganizationIds : [])], givers],
  );
}
