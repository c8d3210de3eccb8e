import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon, KindMark } from '../../../components/marks.js';
import { count } from '../../../lib/amount.js';
import { day, dayTime } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useArrivals, useLastDigest } from '../../transparency/api/sheets.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';

const SHOWN = 6;

/** Lines of the book as they come, without names. */
export function CameLately(): ReactNode {
  const { data: arrivals } = useArrivals();
  const amounts = useAmounts();
  const zone = useZone();
  if (!arrivals) return null;
  return (
    <section className="moves" aria-labelledby="came">
      <h3 className="h-small" id="came">
        {t('home:came.title')}
      </h3>
      {arrivals.length === 0 ? (
        <p className="small muted gap-top-2">{t('home:came.none')}</p>
      ) : (
        <ol>
          {arrivals.slice(0, SHOWN).map(({ id, at, kind, amount, unit, need }) => (
            <li key={id}>
              <KindMark kind={kind} size="s" />
              <span>
                <b className="num">{amounts.say(amount, unit)}</b>{' '}
                <Link to="/needs/$id" params={{ id: need.id }}>
                  {typograph(need.title)}
                </Link>
              </span>
              <time dateTime={at}>{dayTime(at, zone)}</time>
            </li>
          ))}
        </ol>
      )}
      <p className="tiny faint">{t('home:came.note')}</p>
    </section>
  );
}

/** The last day of the book that nobody can change any more, and the way to check it. Nothing while no day is closed. */
export function ClosedDay(): ReactNode {
  const { data: last } = useLastDigest();
  if (!last) return null;
  return (
    <p className="row row-wrap between closed-day" data-closed-day={last.day}>
      <span className="seal">
        <Icon name="shield" small />
        {t('home:digest.said', {
          day: day(`${last.day}T00:00:00Z`, 'UTC'),
          count: last.transfers,
          shown: count(last.transfers),
        })}
      </span>
      <span className="small muted">
        {t('home:digest.mark')}{' '}
        <span className="code" title={last.digest}>
          {last.digest.slice(0, 4)}…{last.digest.slice(-4)}
        </span>
        .{' '}
        <Link to="/balance" search={{ day: last.day }} hash="check">
          {t('home:digest.check')}
        </Link>
      </span>
    </p>
  );
}
