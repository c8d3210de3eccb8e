import { useState, type ReactNode } from 'react';
import { Loaded } from '../../../components/states.js';
import { t } from '../../../lib/words.js';
import { hoursFile, useOwnHours, type OwnHours } from '../api/hours.js';
import { MonthTable, YearChoice } from './month-table.js';

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
      <p className="row row-wrap">
        {(['pdf', 'csv', 'jwt'] as const).map((format) => (
          <a key={format} className="btn btn-quiet btn-dense" href={hoursFile(year, format)} download>
            {t(`hours:${format}`)}
          </a>
        ))}
      </p>
      <p className="hint">{t('hours:checkHint')}</p>
    </>
  );
}

/** Confirmed hours of a year by month and organization, with the certificate that others ask for. */
export function OwnHours(): ReactNode {
  const [year, setYear] = useState(() => new Date().getFullYear());
  const hours = useOwnHours(year, true);
  return (
    <section className="sheet pad-l stack gap-top-6" aria-labelledby="hours">
      <div className="row between row-wrap">
        <h2 className="h-block" id="hours">
          {t('hoursDesk:byOrganization')}
        </h2>
        <YearChoice year={year} onChange={setYear} />
      </div>
      <p className="small muted">{t('hoursDesk:confirmedOnly')}</p>
      <Loaded query={hours}>{(data) => <Sums hours={data} year={year} />}</Loaded>
    </section>
  );
}
