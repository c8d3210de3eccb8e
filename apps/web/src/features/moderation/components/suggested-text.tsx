import type { ReactNode } from 'react';
import { AreaField } from '../../../components/field.js';
import type { Review } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';

/** What is marked is left out: where the moderator begins. Marks beyond the description itself (the budget under it) stay out of it. */
export function withoutMarks({ description, texts }: Review['subject']): string {
  const whole = texts.find(({ field }) => field === 'description');
  const own = description ?? '';
  if (!whole?.text.startsWith(own)) return own;
  const marks = whole.marks.filter(({ at, length }) => at + length <= own.length);
  let at = 0;
  let kept = '';
  for (const mark of marks) {
    kept += own.slice(at, mark.at);
    at = mark.at + mark.length;
  }
  return `${kept}${own.slice(at)}`
    .replace(/\s*[,;:](?=\s*[,;:.!?])/g, '') // «мальчику: , .» was «мальчику: Имя, диагноз.»
    .replace(/[^\S\n]{2,}/g, ' ')
    .replace(/[^\S\n]+(?=[.,;:!?])/g, '');
}

interface Props {
  review: Review;
  keys: boolean;
  /** Null: the text stands as it was sent. */
  suggestion: string | null;
  onChange: (suggestion: string | null) => void;
}

/** Which of the two is shown: the text as it was sent, or as this moderator would have it. */
export function WhichText({ review, keys, suggestion, onChange }: Props): ReactNode {
  const tab = (proposed: boolean): ReactNode => (
    <button
      type="button"
      aria-pressed={(suggestion !== null) === proposed}
      onClick={() => onChange(proposed ? (suggestion ?? withoutMarks(review.subject)) : null)}
      data-which-text={proposed ? 'proposed' : 'sent'}
      {...(keys && proposed === (suggestion === null) ? { 'data-key': 'KeyS', 'aria-keyshortcuts': 'S' } : {})}
    >
      {t(proposed ? 'moderation:suggestion.proposed' : 'moderation:suggestion.sent')}
      {keys && proposed === (suggestion === null) && (
        <span className="kbd only-wide" aria-hidden="true">
          S
        </span>
      )}
    </button>
  );
  return (
    <div className="seg seg-dense gap-top-3 gap-below-4" role="group" aria-label={t('moderation:suggestion.which')}>
      {tab(false)}
      {tab(true)}
    </div>
  );
}

export function SuggestedText({ suggestion, onChange }: Pick<Props, 'suggestion' | 'onChange'>): ReactNode {
  return (
    <div className="gap-top-3" data-suggestion>
      <AreaField
        label={t('moderation:suggestion.label')}
        hint={t('moderation:suggestion.hint')}
        autoFocus
        rows={10}
        maxLength={5000}
        value={suggestion ?? ''}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.closest<HTMLElement>('.case')?.focus({ preventScroll: true });
        }}
      />
    </div>
  );
}
