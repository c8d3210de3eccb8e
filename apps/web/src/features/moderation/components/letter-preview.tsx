import type { ReactNode } from 'react';
import type { Outcome, Review } from '../../../lib/api-types.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useMailWords } from '../../installation/api/installation.js';
import { useLetters, type Letter } from '../api/letters.js';

type Type = Review['subject']['type'];
const READERS: Partial<Record<Type, 'both' | 'complainant' | 'appellant'>> = {
  match: 'both',
  messages: 'both',
  complaint: 'complainant',
  appeal: 'appellant',
};

/** The letter with the moderator's own words in their place, set off from what the letter says by itself. */
function Body({ letter, words }: { letter: Letter; words: string }): ReactNode {
  const { body, around } = letter;
  if (!around || (words === '' && body !== null)) return body;
  return (
    <>
      {around.before}
      <span className="letter-own" data-own-words>
        {words === '' ? t('moderation:letter.yourWords') : typograph(words)}
      </span>
      {around.after}
    </>
  );
}

interface Props {
  review: Review;
  outcome: Outcome;
  /** The reason, as far as it is written. */
  words?: string;
}

/** What those whom it touches will read, before the decision is sent: the server's letter with the words of this moderator. Nothing where nobody gets one. */
export function LetterPreview({ review, outcome, words = '' }: Props): ReactNode {
  const { type } = review.subject;
  const { data } = useLetters(review);
  const mailWords = useMailWords();
  if (outcome === 'escalate') return <p className="small muted">{t('moderation:letter.none')}</p>;
  const letter = data?.items.find((one) => one.outcome === outcome);
  if (!letter) return null;
  return (
    <section
      className="letter"
      aria-label={t(`moderation:letter.for.${READERS[type] ?? 'author'}`)}
      data-letter={outcome}
    >
      <h4 className="small strong">{t(`moderation:letter.for.${READERS[type] ?? 'author'}`)}</h4>
      <div className="letter-sheet">
        <p className="strong">{letter.subject}</p>
        <p className="letter-text">
          <Body letter={letter} words={words.trim()} />
        </p>
      </div>
      <p className="tiny muted">
        {letter.waits && `${t('moderation:letter.waits')} `}
        {mailWords('moderation:letter.readers', { count: letter.readers })}
      </p>
    </section>
  );
}
