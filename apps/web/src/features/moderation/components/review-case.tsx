import { Link } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { KindMark, Tag } from '../../../components/marks.js';
import type { Review } from '../../../lib/api-types.js';
import { day, dayTime } from '../../../lib/dates.js';
import { basePath, currentLocale } from '../../../lib/locale.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { AppealChanges } from './appeal-changes.js';
import { CaseContent } from './case-content.js';
import { RecordCase } from './record-case.js';
import { Decide } from './decide.js';
import { wordIn } from './hand-over-word.js';
import type { PendingDecision } from './pending-decision.js';
import { Due } from './queue-list.js';
import { ReportedMessages } from './reported-messages.js';
import { ReviewReasons } from './review-reasons.js';

/** What somebody decided before, and why. */
function Word({ decision }: { decision: Review['decisions'][number] }): ReactNode {
  const zone = useZone();
  return (
    <figure className="gap-top-2">
      <figcaption className="small muted">
        {decision.person.name} · {t(`moderation:mine.outcome.${decision.outcome}`)} · {dayTime(decision.at, zone)}
      </figcaption>
      {(decision.reason ?? decision.note) && (
        <blockquote className="case-text break">{decision.reason ?? decision.note}</blockquote>
      )}
    </figure>
  );
}

/** Of an appeal: who refused before, and why; what its author says stands under it. */
function BothSides({ appeal }: { appeal: NonNullable<Review['appeal']> }): ReactNode {
  const zone = useZone();
  return (
    <div className="gap-top-3" data-both-sides>
      <p className="tiny muted">
        {t('moderation:appeal.head', {
          number: appeal.number,
          day: day(appeal.at, zone),
          due: day(appeal.dueAt, zone),
        })}
      </p>
      {appeal.decisions.map((decision) => (
        <Word key={decision.at} decision={decision} />
      ))}
    </div>
  );
}

/** Of a changed account: which becomes which. */
function Accounts({ accounts }: { accounts: NonNullable<Review['subject']['accounts']> }): ReactNode {
  return (
    <dl className="facts-list gap-top-3">
      {(['before', 'after'] as const).map((side) => {
        const account = accounts[side];
        return (
          <div key={side}>
            <dt>{t(`moderation:account.${side}`)}</dt>
            <dd className="break">
              {account ? (
                <>
                  <span className="code">{account.number}</span>, {account.bankName}, {t('organizations:form.bik')}{' '}
                  {account.bik}
                </>
              ) : (
                t('organizations:account.none')
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** It was returned before, and sent again: with which words. */
function ReturnedBefore({ decisions }: { decisions: Review['returnedBefore'] }): ReactNode {
  return (
    <div className="gap-top-3" data-returned-before>
      <p className="tiny muted">{t('moderation:returnedBefore', { count: decisions.length })}</p>
      {decisions.map((decision) => (
        <Word key={decision.at} decision={decision} />
      ))}
    </div>
  );
}

/** The way to the page of the thing itself, where the same words are closed; words alone for a reader who has no such page. */
function Title({ review: { subject } }: { review: Review }): ReactNode {
  const words = typograph(subject.title);
  if (subject.need)
    return !subject.need.page ? (
      words
    ) : (
      <Link className="plain-link" to="/needs/$id" params={{ id: subject.need.id }}>
        {words}
      </Link>
    );
  if (subject.organization?.page)
    return (
      <Link className="plain-link" to="/organizations/$id" params={{ id: subject.organization.id }} search={{}}>
        {words}
      </Link>
    );
  return words;
}

/** Of a complaint: the page that it is about, called by what stands on it where that is public. */
function PageAbout({ subject }: { subject: Review['subject'] & { page: string } }): ReactNode {
  return (
    <p className="small gap-top-2" data-page-about>
      {t('moderation:complaint.page')}{' '}
      <a className="break" href={basePath(currentLocale()).replace(/\/$/, '') + subject.page}>
        {typograph(subject.title)}
      </a>
    </p>
  );
}

interface Props {
  review: Review;
  /** It was given back and waits for its author. */
  toCorrect: boolean;
  keys: boolean;
  pending: PendingDecision;
  /** It was opened, and does not stand there only because it is the first. */
  inHand: boolean;
  /** True where a person asked for this case: then it has the focus. */
  focusRef: RefObject<boolean>;
}

export function ReviewCase({ review, toCorrect, keys, pending, inHand, focusRef }: Props): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  const heading = useId();
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!inHand || !focusRef.current) return;
    focusRef.current = false;
    article.current?.focus({ preventScroll: true });
  }, [inHand, focusRef]);
  const { subject } = review;
  const unmade = pending.unmade(review.id)?.decision;
  const [word, setWord] = useState(() => wordIn(subject.effects ? unmade : undefined));
  const [suggestion, setSuggestion] = useState(unmade?.suggestion ?? null);
  const need = subject.need;
  return (
    <article
      ref={article}
      className="mod-both case"
      tabIndex={-1}
      aria-labelledby={heading}
      data-review={review.id}
      data-subject={subject.id}
    >
      <div className="mod-case">
        <p className="row row-wrap small muted case-line">
          <Tag>{t(`moderation:subject.${subject.type}`)}</Tag>
          {review.appeal && <Tag>{t(`moderation:subject.${review.appeal.of}`)}</Tag>}
          {need && <KindMark kind={need.kind} size="s" />}
          <span>
            {[subject.organization?.shortName, dayTime(review.openedAt, zone)].filter(Boolean).join('\u00a0· ')}
          </span>
          {!review.closedAt && <Due at={review.dueAt} />}
        </p>
        <h2 className="case-title" id={heading}>
          <Title review={review} />
        </h2>
        {need?.amount != null && need.unit && (
          <p className="small muted">
            {t(subject.type === 'report' ? 'moderation:cameOf' : 'moderation:asks', {
              amount: amounts.say(need.amount, need.unit),
            })}
          </p>
        )}
        {subject.page !== null && <PageAbout subject={{ ...subject, page: subject.page }} />}
        {subject.accounts && <Accounts accounts={subject.accounts} />}
        {review.appeal && <BothSides appeal={review.appeal} />}
        {review.returnedBefore.length > 0 && <ReturnedBefore decisions={review.returnedBefore} />}
        {subject.type === 'organization' && <RecordCase organization={subject.id} />}
        <CaseContent {...{ review, word, keys, suggestion }} onSuggestion={setSuggestion} />
        {review.appeal && <AppealChanges review={review} />}
        <section className="case-part">
          <h3>{t('moderation:whyRisk', { risk: review.risk })}</h3>
          <ReviewReasons review={review} keys={keys} />
        </section>
        {subject.type === 'messages' && review.can.length > 0 && <ReportedMessages match={subject.id} />}
        {review.decisions
          .filter((d) => d.reason || d.note)
          .map((d) => (
            <p key={d.at} className="small muted gap-top-2">
              {d.person.name}: {d.reason ?? d.note}
            </p>
          ))}
      </div>
      <Decide {...{ review, toCorrect, keys, pending, word, suggestion }} onWord={setWord} />
    </article>
  );
}
