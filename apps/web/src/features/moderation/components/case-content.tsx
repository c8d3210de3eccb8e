import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Review } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { Claim, HandOverEffects, KnownSteps, Speaker } from './hand-over-case.js';
import type { HandOverWord } from './hand-over-word.js';
import { ShutWords } from './shut-words.js';
import { SuggestedText, WhichText } from './suggested-text.js';

type Content = Review['subject'];

/** A text with what was flagged marked in it; the mark says by which rule, and bears the number of its reason. Of what is closed it says what it is. */
function Marked({
  text,
  marks,
  reasons,
}: Pick<Content['texts'][number], 'text' | 'marks'> & Pick<Review, 'reasons'>): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of marks) {
    const number = reasons.findIndex(({ code }) => code === mark.code) + 1;
    const inMark = (
      <>
        {mark.shut ? t(`moderation:shut.${mark.shut}`) : text.slice(mark.at, mark.at + mark.length)}
        {number > 0 && <sup aria-hidden="true">{number}</sup>}
        <span className="sr"> ({t(mark.shut ? 'moderation:shut.said' : `moderation:mark.${mark.code}`)})</span>
      </>
    );
    parts.push(
      text.slice(at, mark.at),
      <mark
        key={mark.at}
        className={mark.shut ? 'flagged shut' : 'flagged'}
        data-mark={mark.code}
        title={t(`moderation:mark.${mark.code}`)}
      >
        {mark.shut ? <span>{inMark}</span> : inMark}
      </mark>,
    );
    at = mark.at + mark.length;
  }
  return (
    <p className="case-text">
      {parts}
      {text.slice(at)}
    </p>
  );
}

/** How the organization has done so far. */
function History({ subject }: { subject: Content & { history: NonNullable<Content['history']> } }): ReactNode {
  const zone = useZone();
  const { history, organization } = subject;
  return (
    <section className="case-side" aria-label={t('moderation:history.title')} data-history>
      <h3>{t('moderation:history.title')}</h3>
      {organization && (
        <p className="small strong">
          <Link to="/organizations/$id" params={{ id: organization.id }} search={{}}>
            {organization.shortName}
          </Link>
        </p>
      )}
      <ul className="small muted">
        <li>
          {history.verifiedAt
            ? t('moderation:history.verified', { day: day(history.verifiedAt, zone) })
            : t('moderation:history.notVerified')}
        </li>
        {(['needs', 'returned', 'kept', 'broken'] as const).map((one) => (
          <li key={one}>{t(`moderation:history.${one}`, { count: history[one] })}</li>
        ))}
      </ul>
    </section>
  );
}

/** Both sides of a hand-over, each with what it says; of a side that wrote nothing, that. */
function Voices({
  subject,
  reasons,
}: Pick<Review, 'reasons'> & { subject: Content & { handOver: NonNullable<Content['handOver']> } }): ReactNode {
  return (
    <div className="voices gap-top-3">
      {(['donor', 'organization'] as const).map((side) => {
        const said = subject.texts.filter(({ from }) => from === side);
        return (
          <div key={side} className={`voice is-${side}`} data-voice={side}>
            <Speaker side={side} subject={subject} />
            {said.length === 0 && <p className="muted gap-top-2">{t('moderation:words.none')}</p>}
            {said.map(({ text, marks }) => (
              <Marked key={text} text={text} marks={marks} reasons={reasons} />
            ))}
            <Claim side={side} subject={subject} />
          </div>
        );
      })}
    </div>
  );
}

const wordsOf = ({ type }: Content, { field, from }: Content['texts'][number]): string =>
  t(
    from
      ? `moderation:words.${from}`
      : type === 'complaint' || (type === 'appeal' && field === 'reason')
        ? `moderation:words.${type}`
        : `moderation:text.${field}`,
  );

function Photos({ photos }: { photos: Content['photos'] }): ReactNode {
  if (photos.length === 0) return null;
  return (
    <ul className="row row-wrap gap-top-3" aria-label={t('moderation:photos')}>
      {photos.map((photo) => (
        <li key={photo.id}>
          <a href={photo.urls?.large}>
            <img src={photo.urls?.small} alt={photo.alt ?? ''} width={120} height={90} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  review: Review;
  /** Of a hand-over: what is chosen beside it. */
  word: HandOverWord;
  keys: boolean;
  /** Of a need that may be returned: the text that the moderator proposes; null: none. */
  suggestion: string | null;
  onSuggestion: (suggestion: string | null) => void;
}

/** What is decided about, beside the decision: the words, the photos, how the organization has done, what would move. */
export function CaseContent({ review, word, keys, suggestion, onSuggestion }: Props): ReactNode {
  const { subject, reasons } = review;
  const { history, handOver } = subject;
  const shut = review.shut && <ShutWords review={{ ...review, shut: review.shut }} keys={keys} />;
  const photos = subject.photos.filter(({ urls }) => urls !== null);
  if (handOver)
    return (
      <>
        {shut}
        <Voices subject={{ ...subject, handOver }} reasons={reasons} />
        <Photos photos={photos} />
        <KnownSteps handOver={handOver} review={review} />
        {subject.effects && <HandOverEffects effects={subject.effects} word={word} />}
      </>
    );
  const texts = subject.texts.filter(
    ({ field, marks, text }) => field !== 'title' || marks.length > 0 || text !== subject.title,
  );
  return (
    <div className={history && texts.length + photos.length > 0 ? 'case-in' : 'gap-top-3'}>
      <div className={texts.some(({ from }) => from) ? 'voices' : undefined}>
        {shut}
        {texts.map((one) => (
          <div
            key={`${one.field} ${one.from}`}
            className={one.from ? `voice is-${one.from}` : 'gap-top-3'}
            data-text={one.field}
          >
            {one.field === 'description' && subject.description !== null && review.can.includes('return') ? (
              <WhichText {...{ review, keys, suggestion }} onChange={onSuggestion} />
            ) : (
              <p className="tiny muted">{wordsOf(subject, one)}</p>
            )}
            {one.field === 'description' && suggestion !== null ? (
              <SuggestedText suggestion={suggestion} onChange={onSuggestion} />
            ) : (
              <Marked text={one.text} marks={one.marks} reasons={reasons} />
            )}
          </div>
        ))}
        <Photos photos={photos} />
      </div>
      {history && <History subject={{ ...subject, history }} />}
    </div>
  );
}
