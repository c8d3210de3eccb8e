import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Loaded } from '../../../components/states.js';
import { t } from '../../../lib/words.js';
import { hoursFile, useOwnHours, type OwnHours } from '../api/hours.js';
import { MonthTable, YearChoice } from './month-table.js';
import { OwnPaper } from './own-paper.js';

function Sums({ hours, year }: { hours: OwnHours; year: number }): ReactNode {
  if (hours.shifts === 0) return <p className="small muted">{t('hours:none')}</p>;
  return (
    <>
      <MonthTable
        year={year}
        label={t('hoursDesk:byOrganization')}
        first={t('hoursDesk:organization')}
        rows={hours.organizations.map((one) => ({ ...one, key: one.organization }))}
        total={hours}
      />
      <p>
        <a className="btn btn-quiet btn-dense" href={hoursFile(year, 'csv')} download>
          {t('hours:csv')}
        </a>
      </p>
    </>
  );
}

/** Confirmed hours of a year by month and organization, with the certificate that others ask for. */
export function OwnHours({ name }: { name: string }): ReactNode {
  const [year, setYear] = useState(() => new Date().getFullYear());
  const hours = useOwnHours(year, true);
  return (
    <>
      <section className="sheet pad-l stack gap-top-6" aria-labelledby="hours">
        <div className="row between row-wrap">
          <h2 className="h-block" id="hours">
            {t('hoursDesk:byOrganization')}
          </h2>
          <YearChoice year={year} onChange={setYear} />
        </div>
        <p className="small muted">
          {t('hoursDesk:confirmedOnly')} {t('hoursDesk:shiftsOnly')}{' '}
          <Link to="/me/statement" search={{}}>
            {t('hoursDesk:toStatement')}
          </Link>
        </p>
        <Loaded query={hours}>{(data) => <Sums hours={data} year={year} />}</Loaded>
      </section>
      {hours.data && hours.data.shifts > 0 && <OwnPaper hours={hours.data} year={year} name={name} />}
    </>
  );
}
