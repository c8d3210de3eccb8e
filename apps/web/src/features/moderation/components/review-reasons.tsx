import { useId, useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import type { Review } from '../../../lib/api-types.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { SimilarNeeds } from './similar-needs.js';

/** What the program found: each with the number that its marks in the text bear; a need that is like another one can be compared with it. */
export function ReviewReasons({ review, keys }: { review: Review; keys: boolean }): ReactNode {
  const [beside, setBeside] = useState(false);
  const compared = useId();
  if (review.reasons.length === 0) return <p className="small muted">{t('moderation:noReasons')}</p>;
  const like = review.reasons.some(({ similarNeed }) => similarNeed !== null);
  return (
    <>
      <ol>
        {review.reasons.map((reason, index) => (
          <li key={reason.code} className="reason">
            <span className="nn" aria-hidden="true">
              {index + 1}
            </span>
            <span>
              {typograph(reason.sentence)}
              {reason.similarNeed !== null && (
                <>
                  {' '}
                  <Button
                    look="plain"
                    size="dense"
                    className="like-open"
                    aria-expanded={beside}
                    aria-controls={compared}
                    onClick={() => setBeside(!beside)}
                    {...(keys ? { 'data-key': 'KeyC', 'aria-keyshortcuts': 'C' } : {})}
                  >
                    {t('moderation:like.open')}
                    {keys && (
                      <span className="kbd only-wide" aria-hidden="true">
                        C
                      </span>
                    )}
                  </Button>
                </>
              )}
            </span>
            <b className="num">+{reason.weight}</b>
          </li>
        ))}
      </ol>
      {like && <div id={compared}>{beside && <SimilarNeeds review={review} />}</div>}
    </>
  );
}
