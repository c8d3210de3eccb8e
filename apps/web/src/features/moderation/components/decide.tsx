import { Link } from '@tanstack/react-router';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import type { Outcome, Review } from '../../../lib/api-types.js';
import { timeOf } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { useTakeOver } from '../api/holds.js';
import { keyOf } from './case-keys.js';
import { DecideWords } from './decide-words.js';
import { lastingWords, outcomeWord } from './decision-words.js';
import type { PendingDecision } from './pending-decision.js';
import { LetterPreview } from './letter-preview.js';
import { HandOverFindings } from './hand-over-findings.js';
import type { HandOverWord } from './hand-over-word.js';
import { hasReadyReasons, markedReasons, ReadyReasons } from './ready-reasons.js';

/** A button that has a key: the key stands on it while keys are on. */
function KeyButton({
  outcome,
  keys,
  of,
  ...button
}: { outcome: Outcome; keys: boolean; of: Review['subject']['type'] } & ComponentProps<typeof Button>): ReactNode {
  const key = keyOf(outcome, of);
  return (
    <Button data-opens={outcome} {...button} {...(keys ? { 'data-key': `Key${key}`, 'aria-keyshortcuts': key } : {})}>
      {outcomeWord(outcome, of)}
      {keys && (
        <span className="kbd only-wide" aria-hidden="true">
          {key}
        </span>
      )}
    </Button>
  );
}

const LOOKS = { approve: 'main', return: 'no', escalate: 'plain' } as const;
const OUTCOMES = ['approve', 'return', 'escalate'] as const;

interface Props {
  review: Review;
  keys: boolean;
  pending: PendingDecision;
  /** Of a hand-over: what is chosen so far. */
  word: HandOverWord;
  onWord: (word: HandOverWord) => void;
  /** The text that goes to the author with a return; null: none. */
  suggestion: string | null;
  /** It was given back and its author has not sent it again. */
  toCorrect: boolean;
}

function Signatures({ review }: { review: Review }): ReactNode {
  if (review.signaturesNeeded < 2) return null;
  return (
    <div className="gap-top-4">
      <Notice look="wait">
        <p>
          {t('moderation:signatures', { needed: review.signaturesNeeded, given: review.signatures.length })}
          {review.signatures.length > 0 && `: ${review.signatures.map((s) => s.person.name).join(', ')}`}
        </p>
        {review.subject.accounts && (
          <p className="small">
            {t('moderation:signaturesThen', { first: review.subject.accounts.before ? 'no' : 'yes' })}
          </p>
        )}
      </Notice>
    </div>
  );
}

/** Another moderator has the case open: who and since when, and the way to take it over. */
function Held({ review }: { review: Review & { hold: NonNullable<Review['hold']> } }): ReactNode {
  const take = useTakeOver();
  const zone = useZone();
  return (
    <div className="gap-top-3">
      <Notice look="wait" role="status">
        <p>{t('moderation:hold.another', { name: review.hold.person.name, time: timeOf(review.hold.since, zone) })}</p>
      </Notice>
      <p className="gap-top-3">
        <Button busy={take.busy} onClick={() => void take.run(review.id)} data-take-over>
          {t('moderation:hold.take')}
        </Button>
      </p>
      {take.problem && <ProblemNotice problem={take.problem} />}
    </div>
  );
}

/** Of a complaint: what either decision does to the page, which is nothing, and who can do something. */
function PageStays({ subject: { organization } }: { subject: Review['subject'] }): ReactNode {
  return (
    <div className="stack small gap-top-3" data-page-stays>
      <p>{t('moderation:complaint.effect')}</p>
      {organization && (
        <p className="muted">
          {t('moderation:complaint.way')}{' '}
          <Link to="/organizations/$id" params={{ id: organization.id }} search={{}}>
            {organization.shortName}
          </Link>
        </p>
      )}
    </div>
  );
}

type Worded = Exclude<Outcome, 'approve'>;

/** The words that were begun for a decision that was not made. */
function begunWords(
  { subject }: Review,
  decision: ReturnType<PendingDecision['unmade']>,
): { readonly outcome: Worded; readonly text: string } | null {
  const { outcome, reason, note } = decision?.decision ?? {};
  if (!outcome || outcome === 'approve' || (outcome === 'return' && subject.effects)) return null;
  return { outcome, text: (outcome === 'return' ? reason : note) ?? '' };
}

/** What decides it: of a hand-over what was found of it, else to approve or return it; and to pass it on. */
function Acts({
  review,
  keys,
  pending,
  word,
  onWord,
  open,
  onOpen,
}: Omit<Props, 'suggestion' | 'toCorrect'> & {
  open: Worded | undefined;
  onOpen: (outcome: Worded) => void;
}): ReactNode {
  const { effects, need } = review.subject;
  const found = effects !== null && need !== null;
  return (
    <>
      {found && !open && <HandOverFindings {...{ review, effects, keys, pending, word, onWord }} kind={need.kind} />}
      {review.notYet && (
        <div className="gap-below-4" data-not-yet>
          <Notice look="wait">
            <p>{typograph(review.notYet)}</p>
          </Notice>
        </div>
      )}
      <div className="decide-acts">
        {OUTCOMES.filter((one) => review.can.includes(one) && (!found || one === 'escalate')).map((outcome) => (
          <KeyButton
            key={outcome}
            outcome={outcome}
            of={review.subject.type}
            keys={keys}
            look={LOOKS[outcome]}
            {...(outcome === 'approve'
              ? { onClick: () => pending.begin(review, { outcome }) }
              : { 'aria-expanded': open === outcome, onClick: () => onOpen(outcome) })}
          />
        ))}
      </div>
    </>
  );
}

/** Approve at once; a return names its reason to the author, an escalation may say why to the others. Over it, what can still be taken back. */
export function Decide({ review, keys, pending, word, onWord, suggestion, toCorrect }: Props): ReactNode {
  const [begun] = useState(() => begunWords(review, pending.unmade(review.id)));
  const [open, setOpen] = useState<{ outcome: Worded; focus: boolean } | null>(
    begun && { outcome: begun.outcome, focus: false },
  );
  const [text, setText] = useState(begun?.text ?? '');
  const decided = pending.value?.review.id === review.id;
  const reasons = !decided && hasReadyReasons(review);
  const returning = open?.outcome === 'return';
  return (
    <div className="mod-decide" role="group" aria-label={t('moderation:decision')}>
      {pending.box(keys)}
      <h3 className="h-dense">{t(review.subject.effects ? 'moderation:found.title' : 'moderation:decision')}</h3>
      {decided ? null : review.closedAt ? (
        <p className="small muted">{t(toCorrect ? 'moderation:toCorrect' : 'moderation:decided')}</p>
      ) : review.hold && review.can.includes('take-over') ? (
        <Held review={{ ...review, hold: review.hold }} />
      ) : review.can.length === 0 ? (
        <p className="small muted">{t(review.appeal ? 'moderation:appeal.notYours' : 'moderation:notYours')}</p>
      ) : (
        <Acts
          {...{ review, keys, pending, word, onWord }}
          open={open?.outcome}
          onOpen={(outcome) => {
            setOpen(open?.outcome === outcome ? null : { outcome, focus: true });
            if (outcome === 'return' && open?.outcome !== 'return' && text === '') setText(markedReasons(review));
          }}
        />
      )}
      {review.subject.type === 'complaint' && !review.closedAt && <PageStays subject={review.subject} />}
      {reasons && (returning || keys) && (
        <div className={returning ? undefined : 'only-wide'}>
          <ReadyReasons
            review={review}
            keys={keys}
            text={returning ? text : ''}
            onChange={(words) => {
              setText(words);
              if (!returning) setOpen({ outcome: 'return', focus: false });
            }}
          />
        </div>
      )}
      {open && !decided && (
        <DecideWords
          key={open.outcome}
          review={review}
          keys={keys}
          outcome={open.outcome}
          focus={open.focus}
          suggestion={suggestion}
          pending={pending}
          text={text}
          onText={setText}
          onClose={() => setOpen(null)}
        />
      )}
      {!open && !decided && !review.subject.effects && review.can.includes('approve') && (
        <div className="gap-top-4">
          <LetterPreview review={review} outcome="approve" />
        </div>
      )}
      <Signatures review={review} />
      {review.hold?.mine && !decided && <p className="tiny muted gap-top-4">{t('moderation:hold.mine')}</p>}
      {!review.closedAt && <p className="tiny muted gap-top-4">{lastingWords(review.subject.type)}</p>}
    </div>
  );
}
