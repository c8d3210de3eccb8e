import { useRef, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField } from '../../../components/field.js';
import type { Outcome, Review } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { outcomeWord, ownWords } from './decision-words.js';
import { LetterPreview } from './letter-preview.js';
import type { PendingDecision } from './pending-decision.js';

interface Props {
  review: Review;
  keys: boolean;
  outcome: Exclude<Outcome, 'approve'>;
  pending: PendingDecision;
  suggestion: string | null;
  text: string;
  onText: (text: string) => void;
  /** True where the words were asked for, and not a ready reason. */
  focus: boolean;
  onClose: () => void;
}

/** The words that go with a return or an escalation. Ctrl and Enter send them, Escape gives the keys back to the case. */
export function DecideWords({
  review,
  keys,
  outcome,
  pending,
  suggestion,
  text,
  onText,
  focus,
  onClose,
}: Props): ReactNode {
  const own = outcome === 'return' ? ownWords(review.subject.type) : undefined;
  const typed = suggestion?.trim();
  const proposed = typed && typed !== review.subject.description ? typed : undefined;
  const begun = useRef(false);
  const error = pending
    .unmade(review.id)
    ?.problem?.fields.find((f) => f.field === 'reason' || f.field === 'note')?.message;
  return (
    <form
      className="decide-words"
      onSubmit={(event) => {
        event.preventDefault();
        pending.begin(review, {
          outcome,
          ...(outcome === 'return'
            ? { reason: text.trim(), suggestion: proposed }
            : { note: text.trim() || undefined }),
        });
      }}
    >
      <AreaField
        label={t(own ? `moderation:${own}.why` : `moderation:${outcome}Why`)}
        hint={t(
          own === 'match'
            ? 'moderation:found.whyHint'
            : own === 'complaint'
              ? 'moderation:complaint.hint'
              : `moderation:${outcome}Hint`,
        )}
        autoFocus={focus}
        rows={4}
        maxLength={2000}
        required={outcome === 'return'}
        value={text}
        error={error}
        onChange={(event) => onText(event.target.value)}
        onFocus={({ currentTarget }) => {
          if (!begun.current) currentTarget.setSelectionRange(text.length, text.length); // own words go on behind the ready ones
          begun.current = true;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          if (event.key === 'Escape') event.currentTarget.closest<HTMLElement>('.case')?.focus({ preventScroll: true });
        }}
      />
      <LetterPreview review={review} outcome={outcome} words={text} />
      {keys && outcome === 'return' && (
        <p className="tiny muted only-wide">
          {t('moderation:letter.own')} <span className="kbd">T</span>
        </p>
      )}
      {outcome === 'return' && proposed && (
        <p className="small" data-with-text>
          {t('moderation:suggestion.goesAlong')}
        </p>
      )}
      <p className="row row-wrap">
        <Button type="submit" look={outcome === 'return' ? 'no' : 'main'}>
          {outcomeWord(outcome, review.subject.type)}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('form.close')}
        </Button>
      </p>
    </form>
  );
}
