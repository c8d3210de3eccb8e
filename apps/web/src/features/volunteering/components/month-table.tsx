import type { ReactNode } from 'react';
import { decimal } from '../../../lib/amount.js';
import type { Schema } from '../../../lib/api-types.js';
import { monthName } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import './month-table.css';

type MinutesOfMonth = Schema['MinutesOfMonthAnswer'];

export interface MonthRow {
  readonly key: string;
  readonly name: string;
  readonly shifts: number;
  readonly minutes: number;
  readonly months: readonly MinutesOfMonth[];
}

const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

/** Hours of a year, a line for each who has some; the bar in a cell is its share of the largest. */
export function MonthTable({
  year,
  label,
  first,
  rows,
  total,
}: {
  year: number;
  label: string;
  /** Heading of the first column. */
  first: string;
  rows: readonly MonthRow[];
  total: Omit<MonthRow, 'key' | 'name'>;
}): ReactNode {
  const amounts = useAmounts();
  const most = Math.max(1, ...rows.flatMap(({ months }) => months.map(({ minutes }) => minutes)));
  const of = (months: readonly MinutesOfMonth[], month: string): number =>
    months.find((one) => one.month === `${year}-${month}`)?.minutes ?? 0;
  return (
    <table className="month-table">
      <caption className="sr">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {MONTHS.map((month) => (
            <th key={month} scope="col">
              <abbr title={monthName(`${year}-${month}`, true)}>{monthName(`${year}-${month}`)}</abbr>
            </th>
          ))}
          <th scope="col">{t('hours:all')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {row.name}
              <br />
              <span className="tiny muted">{t('hoursDesk:shiftsOf', { count: row.shifts })}</span>
            </th>
            {MONTHS.map((month) => {
              const minutes = of(row.months, month);
              return (
                <td key={month}>
                  {minutes > 0 && (
                    <span className="h" style={{ '--v': `${(minutes / most) * 100}%` } as object}>
                      <small>{monthName(`${year}-${month}`)}</small>
                      {decimal(minutes / 60)}
                    </span>
                  )}
                </td>
              );
            })}
            <td data-minutes={row.minutes}>{amounts.say(row.minutes, 'minute')}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('hoursDesk:allOf', { count: total.shifts })}</th>
          {MONTHS.map((month) => {
            const minutes = of(total.months, month);
            return <td key={month}>{minutes > 0 && decimal(minutes / 60)}</td>;
          })}
          <td data-total={total.minutes}>{amounts.say(total.minutes, 'minute')}</td>
        </tr>
      </tfoot>
    </table>
  );
}

const YEARS = 5;

/** Which year is shown: this one and those before it. */
export function YearChoice({ year, onChange }: { year: number; onChange: (year: number) => void }): ReactNode {
  const now = new Date().getFullYear();
  return (
    <div className="seg seg-dense" role="group" aria-label={t('hours:year')}>
      {Array.from({ length: YEARS }, (_, back) => now - YEARS + 1 + back).map((one) => (
        <button key={one} type="button" aria-pressed={one === year} onClick={() => onChange(one)}>
          {one}
        </button>
      ))}
    </div>
  );
}
