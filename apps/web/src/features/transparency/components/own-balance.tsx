import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import { Empty } from '../../../components/states.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import type { BalanceSheet, By } from '../api/sheets.js';
import { KindRows } from './kind-rows.js';
import { Periods } from './periods.js';

type SheetPeriod = BalanceSheet['period'];
interface Props {
  by: By;
  code: string;
  period: SheetPeriod;
}

/** Which needs the table counts: those that opened from then on. */
function opened({ from, to }: SheetPeriod): string {
  if (from === null) return t('sheet:balanceLead');
  const said = { from: day(from, 'UTC'), to: day(to, 'UTC') };
  return from === to ? t('sheet:openedToday', said) : t('sheet:opened', said);
}

function Nothing({ by, code, period }: Props): ReactNode {
  const all = period.period === 'all';
  if (all && period.withheld) return <p className="muted">{t('sheet:nothingElse')}</p>; // the notice above says what there is
  if (all)
    return (
      <Empty title={t('sheet:nothing')}>
        <p>{t('sheet:nothingText')}</p>
        <p>
          <Link className="btn btn-quiet" to="/needs" search={{}}>
            {t('nav.needs')}
          </Link>
        </p>
      </Empty>
    );
  return (
    <p className="muted">
      {t('sheet:nothingThen')}{' '}
      <Link to={by === 'place' ? '/places/$code' : '/spheres/$code'} params={{ code }} search={{}} resetScroll={false}>
        {t('sheet:everything')}
      </Link>
    </p>
  );
}

/** The four words of a place or sphere, for a part of the calendar. */
export function OwnBalance({ by, code, period }: Props): ReactNode {
  const { units, withheld } = period;
  return (
    <section className="band section-tight" aria-labelledby="own-balance">
      <div className="wrap">
        <div className="section-head">
          <div>
            <h2 className="h-section" id="own-balance">
              {t(`sheet:balance.${by}`)}
            </h2>
            <p className="muted gap-top-2">{opened(period)}</p>
          </div>
          <Periods to={by === 'place' ? '/places/$code' : '/spheres/$code'} params={{ code }} period={period.period} />
        </div>
        {withheld && (
          <div className="gap-top-3">
            <Notice>{t(period.from === null ? 'sheet:withheld' : 'sheet:withheldThen')}</Notice>
          </div>
        )}
        <div className="gap-top-5">
          {units.length === 0 ? <Nothing by={by} code={code} period={period} /> : <KindRows units={units} />}
        </div>
        <p className="small row row-wrap gap-top-3">
          <Link to="/balance" search={{}} hash="check">
            {t('sheet:check')}
          </Link>
        </p>
      </div>
    </section>
  );
}
