import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import type { Need } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';

/** On the page of what nobody else reads yet: that a name and an illness are closed to a moderator here too, and the case in which they are opened. */
export function ShutHere({ shut }: { shut: NonNullable<Need['shut']> }): ReactNode {
  return (
    <div data-shut-here>
      <Notice look="wait">
        <p>{t('moderation:shut.here', { count: shut.count })}</p>
        <p className="small gap-top-1">
          {shut.reviewId === null ? (
            t('moderation:shut.noCase')
          ) : (
            <Link to="/moderation" search={{ case: shut.reviewId }}>
              {t('moderation:shut.toCase')}
            </Link>
          )}
        </p>
      </Notice>
    </div>
  );
}
