import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import { day } from '../../../lib/dates.js';
import { useDebounced } from '../../../lib/later.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { useDuplicates, type Intended } from '../api/needs.js';

const PAUSE_MS = 500;

/** What may be there already, while the words are typed: links to look at, never a bar. Links open beside, so that the form stays. */
export function Duplicates({ organization, category, title, item, place }: Intended): ReactNode {
  const places = useCatalogue('places');
  const settled = useDebounced(title.trim(), PAUSE_MS);
  const query = useDuplicates(
    { organization, category, title: settled, item, place },
    category !== '' && settled !== '',
  );
  const items = category !== '' && settled !== '' ? (query.data ?? []) : [];
  return (
    <div role="status">
      {items.length > 0 && (
        <Notice look="wait">
          <p className="strong">{t('needsDesk:duplicates.title', { count: items.length })}</p>
          <ul className="gap-top-2 stack-2">
            {items.map((need) => (
              <li key={need.id} data-duplicate={need.id}>
                <Link to="/needs/$id" params={{ id: need.id }} target="_blank">
                  {typograph(need.title)}
                </Link>
                <span className="small muted">
                  {' '}
                  {[
                    t(`needsDesk:duplicates.${need.why}`),
                    need.why === 'same-place' && need.organization.shortName,
                    t(`needs:status.${need.status}`),
                    t('needs:by', { day: day(need.deadline, places.get(need.place)?.timeZone) }),
                  ]
                    .filter(Boolean)
                    .join('\u00a0· ')}
                </span>
              </li>
            ))}
          </ul>
          <p className="small muted gap-top-2">{t('needsDesk:duplicates.text')}</p>
        </Notice>
      )}
    </div>
  );
}
