import { useState, type ReactNode } from 'react';
import { SelectField } from '../../../components/field.js';
import { Loaded } from '../../../components/states.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { hoursFile, useOwnHours, type OwnHours } from '../api/hours.js';

const YEARS = 5;

function Sums({ hours, year }: { hours: OwnHours; year: number }): ReactNode {
  const amounts = useAmounts();
  if (hours.shifts === 0) return <p className="small muted">{t('hours:none')}</p>;
  return (
    <>
      <p className="h-block" data-minutes={hours.minutes}>
        {t('hours:total', { hours: amounts.say(hours.minutes, 'minute'), count: hours.shifts })}
      </p>
      <ul className="stack-tight small">
        {hours.organizations.map(({ organization, name, shifts, minutes }) => (
          <li key={organization} className="row between">
            <span>{name}</span>
            <span className="muted nowrap">
              {t('hours:total', { hours: amounts.say(minutes, 'minute'), count: shifts })}
            </span>
          </li>
        ))}
      </ul>
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

/** Confirmed hours of a year, with the certificate that others ask for. */
export function OwnHoursCard(): ReactNode {
  const now = new Date().getFullYear();
  const [year, setYear] = useState(now);
  const hours = useOwnHours(year, true);
  return (
    <section className="sheet pad stack" aria-labelledby="hours">
      <h2 className="h-block" id="hours">
        {t('hours:own')}
      </h2>
      <SelectField
        label={t('hours:year')}
        value={String(year)}
        onChange={(event) => setYear(Number(event.target.value))}
      >
        {Array.from({ length: YEARS }, (_, back) => (
          <option key={back} value={now - back}>
            {now - back}
          </option>
        ))}
      </SelectField>
      <Loaded query={hours}>{(data) => <Sums hours={data} year={year} />}</Loaded>
    </section>
  );
}
