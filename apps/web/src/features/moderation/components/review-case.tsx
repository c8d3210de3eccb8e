import { Link } from '@tanstack/react-router';
import { useId, useState, type ComponentProps, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField } from '../../../components/field.js';
import { KindMark, Tag } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { UndoBox } from '../../../components/undo-box.js';
import { useAction } from '../../../lib/action.js';
import type { Outcome, Review } from '../../../lib/api-types.js';
import { day, dayTime } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { useUndo } from '../../../lib/undo.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { decide, type Decision } from '../api/reviews.js';
import { CaseContent } from './case-content.js';
import { CASE_KEYS } from './case-keys.js';
import { ReadyReasons } from './ready-reasons.js';
import { ReportedMessages } from './reported-messages.js';

/** What a decision is called: on an appeal, by what becomes of the refusal. */
const outcomeWord = (outcome: Outcome, of: Review['subject']['type']): string =>
  t(of === 'appeal' && outcome !== 'escalate' ? `moderation:appeal.${outcome}` : `moderation:${outcome}`);

/** A button that has a key: the key stands on it while keys are on. */
function KeyButton({
  outcome,
  keys,
  of,
  ...button
}: { outcome: Outcome; keys: boolean; of: Review['subject']['type'] } & ComponentProps<typeof Button>): ReactNode {
  const key = CASE_KEYS[outcome];
  return (
    <Button {...button} {...(keys ? { 'data-key': `Key${key}`, 'aria-keyshortcuts': key } : {})}>
      {outcomeWord(outcome, of)}
      {keys && (
        <span className="kbd only-wide" aria-hidden="true">
          {key}
        </span>
      )}
    </Button>
  );
}

/** Approve at once; a return names its reason to the author, an escalation may say why to the others. */
function Decide({ review, keys }: { review: Review; keys: boolean }): ReactNode {
  const [open, setOpen] = useState<Exclude<Outcome, 'approve'> | null>(null);
  const [text, setText] = useState('');
  const action = useAction(decide, { refresh: ['reviews', 'needs'] });
  const { pending, begin, undo, now } = useUndo<Decision>((decision) => void action.run(decision));
  const error = action.problem?.fields.find((f) => f.field === 'reason' || f.field === 'note')?.message;
  if (pending)
    return (
      <UndoBox
        words={t(
          review.appeal && pending.outcome !== 'escalate'
            ? `moderation:appeal.undo.${pending.outcome}`
            : `moderation:undo.${pending.outcome}`,
        )}
        undo={undo}
        now={now}
      />
    );
  if (review.can.length === 0)
    return (
      <p className="small muted gap-top-3">{t(review.appeal ? 'moderation:appeal.notYours' : 'moderation:notYours')}</p>
    );
  const toggle = (outcome: Exclude<Outcome, 'approve'>): void => {
    setText('');
    setOpen(open === outcome ? null : outcome);
  };
  return (
    <>
      <div className="prop-acts">
        {review.can.includes('approve') && (
          <KeyButton
            outcome="approve"
            of={review.subject.type}
            keys={keys}
            look="main"
            busy={action.busy && open === null}
            onClick={() => begin({ id: review.id, outcome: 'approve' })}
          />
        )}
        {review.can.includes('return') && (
          <KeyButton
            outcome="return"
            of={review.subject.type}
            keys={keys}
            look="no"
            aria-expanded={open === 'return'}
            onClick={() => toggle('return')}
          />
        )}
        {review.can.includes('escalate') && (
          <KeyButton
            outcome="escalate"
            of={review.subject.type}
            keys={keys}
            look="plain"
            aria-expanded={open === 'escalate'}
            onClick={() => toggle('escalate')}
          />
        )}
      </div>
      {open && (
        <form
          className="prop-part"
          onSubmit={(event) => {
            event.preventDefault();
            begin({
              id: review.id,
              outcome: open,
              ...(open === 'return' ? { reason: text.trim() } : { note: text.trim() || undefined }),
            });
          }}
        >
          {open === 'return' && <ReadyReasons review={review} text={text} onChange={setText} />}
          <div className="reason-field">
            <AreaField
              label={t(review.appeal && open === 'return' ? 'moderation:appeal.why' : `moderation:${open}Why`)}
              hint={t(`moderation:${open}Hint`)}
              autoFocus
              rows={3}
              maxLength={2000}
              required={open === 'return'}
              value={text}
              error={error}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
          <Button type="submit" look={open === 'return' ? 'no' : 'main'} busy={action.busy}>
            {outcomeWord(open, review.subject.type)}
          </Button>
          <Button look="plain" onClick={() => setOpen(null)}>
            {t('form.close')}
          </Button>
        </form>
      )}
      {action.problem && !error && (
        <div className="gap-top-3">
          <ProblemNotice problem={action.problem} />
        </div>
      )}
    </>
  );
}

/** Of an appeal: who refused before, and why; what its author says stands under it. */
function BothSides({ appeal }: { appeal: NonNullable<Review['appeal']> }): ReactNode {
  return (
    <div className="gap-top-3" data-both-sides>
      <p className="tiny muted">
        {t('moderation:appeal.head', { number: appeal.number, day: day(appeal.at), due: day(appeal.dueAt) })}
      </p>
      {appeal.decisions.map((decision) => (
        <figure key={decision.at} className="gap-top-2">
          <figcaption className="small muted">
            {decision.person.name} · {t(`moderation:mine.outcome.${decision.outcome}`)} · {dayTime(decision.at)}
          </figcaption>
          {(decision.reason ?? decision.note) && (
            <blockquote className="case-text break">{decision.reason ?? decision.note}</blockquote>
          )}
        </figure>
      ))}
    </div>
  );
}

export function ReviewCase({ review, keys }: { review: Review; keys: boolean }): ReactNode {
  const amounts = useAmounts();
  const heading = useId();
  const { subject } = review;
  const level = review.risk >= 60 ? ' risk-h' : review.risk >= 30 ? ' risk-m' : '';
  const need = subject.need;
  return (
    <article
      className="sheet pad case"
      tabIndex={-1}
      aria-labelledby={heading}
      data-review={review.id}
      data-subject={subject.id}
    >
      <div className="row row-top">
        <span className={`risk${level}`} title={t('moderation:risk')}>
          <span className="sr">{t('moderation:risk')} </span>
          {review.risk}
        </span>
        <div className="case-head">
          <p className="row row-wrap small muted case-line">
            <Tag>{t(`moderation:subject.${subject.type}`)}</Tag>
            {review.appeal && <Tag>{t(`moderation:subject.${review.appeal.of}`)}</Tag>}
            {need && <KindMark kind={need.kind} size="s" />}
            <span>{[subject.organization?.shortName, dayTime(review.openedAt)].filter(Boolean).join('\u00a0· ')}</span>
          </p>
          <h2 className="h-small" id={heading}>
            {need ? (
              <Link className="plain-link" to="/needs/$id" params={{ id: need.id }}>
                {typograph(subject.title)}
              </Link>
            ) : subject.organization ? (
              <Link className="plain-link" to="/organizations/$id" params={{ id: subject.organization.id }} search={{}}>
                {typograph(subject.title)}
              </Link>
            ) : (
              typograph(subject.title)
            )}
          </h2>
          {need?.amount != null && need.unit && (
            <p className="small muted">{t('moderation:asks', { amount: amounts.say(need.amount, need.unit) })}</p>
          )}
        </div>
      </div>
      {subject.accounts && (
        <dl className="facts-list gap-top-3">
          {(['before', 'after'] as const).map((side) => (
            <div key={side}>
              <dt>{t(`moderation:account.${side}`)}</dt>
              <dd className="break">
                <span className="code">{subject.accounts?.[side].number}</span>, {subject.accounts?.[side].bankName},{' '}
                {t('organizations:form.bik')} {subject.accounts?.[side].bik}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {review.appeal && <BothSides appeal={review.appeal} />}
      <CaseContent subject={subject} />
      <ul className="gap-top-3">
        {review.reasons.map((reason, index) => (
          <li key={reason.code} className="reason">
            <span className="nn" aria-hidden="true">
              {index + 1}
            </span>
            <span>{typograph(reason.sentence)}</span>
          </li>
        ))}
      </ul>
      {review.reasons.length === 0 && <p className="small muted gap-top-2">{t('moderation:noReasons')}</p>}
      {subject.type === 'messages' && review.can.length > 0 && <ReportedMessages match={subject.id} />}
      {review.signaturesNeeded > 1 && (
        <div className="gap-top-3">
          <Notice look="wait">
            <p>
              {t('moderation:signatures', { needed: review.signaturesNeeded, given: review.signatures.length })}
              {review.signatures.length > 0 && `: ${review.signatures.map((s) => s.person.name).join(', ')}`}
            </p>
          </Notice>
        </div>
      )}
      {review.decisions
        .filter((d) => d.reason || d.note)
        .map((d) => (
          <p key={d.at} className="small muted gap-top-2">
            {d.person.name}: {d.reason ?? d.note}
          </p>
        ))}
      <Decide review={review} keys={keys} />
    </article>
  );
}
