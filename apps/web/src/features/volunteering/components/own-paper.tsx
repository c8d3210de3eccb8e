import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { hoursFile, type OwnHours } from '../api/hours.js';
import { HoursCheckAnswer } from './hours-check-answer.js';

/** The certificate of a year's hours, and beside it what anybody sees by its code. */
export function OwnPaper({ hours, year, name }: { hours: OwnHours; year: number; name: string }): ReactNode {
  const amounts = useAmounts();
  const { verificationCode: code, from, to, shifts, organizations, minutes } = hours;
  return (
    <section className="gap-top-6" aria-labelledby="paper">
      <h2 className="h-section" id="paper">
        {t('hours:paperAndCheck')}
      </h2>
      <p className="muted gap-top-1">{t('hours:paperLead')}</p>
      <div className="split split-even gap-top-4">
        <article className="mine-paper stack" aria-labelledby="paper-number">
          <p className="small paper-number" id="paper-number">
            {t('hours:paperNumber', { code })}
          </p>
          <div>
            <p className="paper-name">{name}</p>
            <p className="paper-time gap-top-1">{amounts.say(minutes, 'minute')}</p>
          </div>
          <p className="muted">
            {t('hours:paperText', {
              from: day(from, 'UTC'),
              to: day(to, 'UTC'),
              shifts,
              organizations: organizations.length,
            })}
          </p>
          <p className="row row-wrap">
            <a className="btn btn-main" href={hoursFile(year, 'pdf')} download>
              <Icon name="down" />
              {t('hours:pdf')}
            </a>
            <a className="btn btn-quiet" href={hoursFile(year, 'jwt')} download>
              {t('hours:jwt')}
            </a>
          </p>
        </article>
        <div className="stack">
          <p className="small break">
            <Link to="/hours/$code" params={{ code }}>
              {`${window.location.host}/hours/${code}`}
            </Link>
          </p>
          <HoursCheckAnswer code={code} level={3} />
          <p className="small muted">{t('hours:paperName')}</p>
        </div>
      </div>
    </section>
  );
}
