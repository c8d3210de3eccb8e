import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import type { Review } from '../../../lib/api-types.js';
import { dayTime } from '../../../lib/dates.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { useLook } from '../api/looks.js';

type Shut = NonNullable<Review['shut']>;

/** The way to the closed words, and what becomes of looking at them: it is written down, once for each moderator and case. */
export function ShutWords({ review, keys }: { review: Review & { shut: Shut }; keys: boolean }): ReactNode {
  const zone = useZone();
  const { seenAt, can, count } = review.shut;
  const look = useLook(() => goToOutcome('[data-shut="seen"]', t('moderation:shut.opened')));
  return (
    <div className="shut-words" tabIndex={-1} data-shut={seenAt === null ? 'shut' : 'seen'}>
      {can.includes('look') && (
        <Button
          look="plain"
          busy={look.busy}
          onClick={() => void look.run(review.id)}
          {...(keys ? { 'data-key': 'KeyV', 'aria-keyshortcuts': 'V' } : {})}
        >
          {t('moderation:shut.open')}
          {keys && (
            <span className="kbd only-wide" aria-hidden="true">
              V
            </span>
          )}
        </Button>
      )}
      <p className="tiny muted">
        {seenAt === null
          ? t(can.includes('look') ? 'moderation:shut.note' : 'moderation:shut.closed', { count })
          : t('moderation:shut.seen', { at: dayTime(seenAt, zone) })}
      </p>
      {look.problem && <ProblemNotice problem={look.problem} />}
    </div>
  );
}
