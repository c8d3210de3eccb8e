import type { ReactNode } from 'react';
import { Tag } from '../../../components/marks.js';
import type { Offer } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';

/** Whether it may still meet needs: what the pages look like follows from it; what may be done, `can` says. */
export const isLive = (status: Offer['status']): boolean => status === 'open' || status === 'partly_used';

export function OfferTag({ status }: Pick<Offer, 'status'>): ReactNode {
  return (
    <Tag look={isLive(status) ? 'good' : status === 'unconfirmed' || status === 'in_review' ? 'wait' : ''}>
      {t(`offers:status.${status}`)}
    </Tag>
  );
}
