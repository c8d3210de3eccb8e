import type { ReactNode } from 'react';
import { Tag } from '../../../components/marks.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';

/** A day of the calendar, as it is said; it is no moment, so no time zone moves it. */
export const dayOf = (date: string): string => day(`${date}T12:00:00Z`, 'UTC');

/** How much time is left, said in words; amber from the last two days on, red once it is over. */
export function DaysLeft({ n }: { n: number }): ReactNode {
  return (
    <Tag look={n < 0 ? 'warn' : n <= 2 ? 'wait' : ''}>
      {n < 0 ? t('administration:requests.overdue', { n: -n }) : t('administration:requests.left', { n })}
    </Tag>
  );
}
