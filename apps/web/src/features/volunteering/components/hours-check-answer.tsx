import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { Bones } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { day, dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useHoursCheck, type HoursCheck } from '../api/hours.js';
import './check-hours.css';

/** The figures, to be held against the paper. */
function Figures({ check }: { check: HoursCheck }): ReactNode {
  const amounts = useAmounts();
  return (
    <div className="table-scroll gap-top-4" tabIndex={0} role="group" aria-label={t('hours:compare')}>
      <table className="ledger ledger-dense">
        <thead>
          <tr>
            <th scope="col">{t('hours:compare')}</th>
            <th scope="col" className="r">
              {t('hours:shifts')}
            </th>
            <th scope="col" className="r">
              {t('hours:time')}
            </th>
          </tr>
        </thead>
        <tbody>
          {check.organizations.map(({ name, shifts, minutes }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="r">{shifts}</td>
              <td className="r">{amounts.say(minutes, 'minute')}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('hours:all')}</th>
            <td className="r strong">{check.shifts}</td>
            <td className="r strong">{amounts.say(check.minutes, 'minute')}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** What the books say of a certificate; names no volunteer. */
export function HoursCheckAnswer({ code, level = 2 }: { code: string; level?: 2 | 3 }): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { data: check, error } = useHoursCheck(code);
  if (error && 'status' in error && error.status === 404)
    return (
      <Notice look="bad" role="alert">
        <p className="strong">{t('hours:noSuch')}</p>
        <p>{t('hours:noSuchText')}</p>
        <p className="gap-top-2">
          <Link to="/shifts" search={{}}>
            {t('nav.shifts')}
          </Link>
        </p>
      </Notice>
    );
  if (error) return <ProblemNotice problem={error as Problem} />;
  if (!check) return <Bones rows={2} />;
  const matches = check.status === 'matches';
  return (
    <section className="sheet pad" aria-labelledby="found" data-status={check.status}>
      <div className="proof">
        <p className={`proof-mark${matches ? '' : ' is-changed'}`}>
          <Icon name={matches ? 'check' : 'alert'} />
        </p>
        <div>
          <Heading className="h-block" id="found">
            {t(matches ? 'hours:genuine' : 'hours:changed')}
          </Heading>
          <p className="muted gap-top-1">
            {t('hours:period', {
              from: day(check.from, 'UTC'),
              to: day(check.to, 'UTC'),
              at: dayTime(check.issuedAt, check.timeZone),
            })}{' '}
            {matches && check.newerHours && t('hours:newer')}
          </p>
        </div>
      </div>
      {matches ? <Figures check={check} /> : <p className="gap-top-4">{t('hours:changedText')}</p>}
      {matches && <p className="small muted gap-top-3">{t('hours:foot')}</p>}
    </section>
  );
}
