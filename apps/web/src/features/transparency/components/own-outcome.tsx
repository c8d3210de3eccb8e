import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { ownOutcome } from '../api/given.js';

/** What became of everything that the reader gave; nothing where nothing has arrived yet. */
export function OwnOutcome(): ReactNode {
  const zone = useZone();
  const { data } = useQuery(ownOutcome);
  if (!data || data.needs === 0) return null;
  const { needs, districts, people, reports, lastReport } = data;
  return (
    <section className="acct-out" aria-labelledby="outcome">
      <h3 className="small muted" id="outcome">
        {t('statement:ended.title')}
      </h3>
      <p className="acct-said">
        {t('statement:ended.reached', { needs, districts })}
        {people > 0 && ` ${t('statement:ended.people', { count: people })}`}
      </p>
      <p className="small">
        {lastReport ? (
          <>
            {t('statement:ended.reports', { count: reports })}{' '}
            <Link to="/needs/$id" params={{ id: lastReport.need }}>
              {t('statement:ended.last', { day: day(lastReport.at, zone) })}
            </Link>
          </>
        ) : (
          t('statement:ended.none')
        )}
      </p>
    </section>
  );
}
