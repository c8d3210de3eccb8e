import type { ReactNode } from 'react';
import { day, dayParts, instantIn, localDate, timeOf } from '../lib/dates.js';
import { t } from '../lib/words.js';

const PARTS = ['morning', 'day', 'evening'] as const;
/** On the clock of the place: a morning ends at noon, a day at five. */
const partOf = (hour: number): (typeof PARTS)[number] => (hour < 12 ? 'morning' : hour < 17 ? 'day' : 'evening');

export const dayAfter = (monday: string, days: number): string =>
  new Date(Date.parse(`${monday}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
/** The seven days from a Monday on. */
export const daysOf = (monday: string): string[] => [0, 1, 2, 3, 4, 5, 6].map((at) => dayAfter(monday, at));

interface Props<T> {
  monday: string;
  timeZone: string;
  items: readonly T[];
  /** When it is, on the clock of which place; null: it stands in no week. */
  whenOf: (item: T) => { readonly at: string; readonly timeZone: string } | null;
  /** Named for the person who hears the table and does not see it. */
  label: (days: { readonly from: string; readonly until: string }) => string;
  children: (item: T) => ReactNode;
}

/** Seven days in three parts each; on a phone an agenda stands in its place. */
export function WeekTable<T>({ monday, timeZone, items, whenOf, label, children }: Props<T>): ReactNode {
  const today = localDate(new Date().toISOString(), timeZone);
  const days = daysOf(monday);
  const head = (date: string): string => instantIn(date, '12:00', timeZone);
  const named = (date: string): string => day(head(date), timeZone);
  const isIn = (item: T, date: string, part: (typeof PARTS)[number]): boolean => {
    const when = whenOf(item);
    return (
      when !== null &&
      localDate(when.at, when.timeZone) === date &&
      partOf(Number(timeOf(when.at, when.timeZone).slice(0, 2))) === part
    );
  };
  const marked = (date: string): string | undefined => (date === today ? 'is-today' : undefined);
  return (
    <div
      className="table-scroll desk-cal-box"
      tabIndex={0}
      role="group"
      aria-label={label({ from: named(monday), until: named(dayAfter(monday, 6)) })}
    >
      <table className="desk-cal">
        <thead>
          <tr>
            <td />
            {days.map((date) => {
              const { weekdayShort, number } = dayParts(head(date), timeZone);
              return (
                <th key={date} scope="col" className={marked(date)}>
                  {weekdayShort} <b className="num">{number}</b>
                  {date === today && <small>{t('meeting:week.today')}</small>}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {PARTS.map((part) => (
            <tr key={part}>
              <th scope="row">{t(`meeting:week.part.${part}`)}</th>
              {days.map((date) => (
                <td key={date} className={marked(date)}>
                  {items.filter((item) => isIn(item, date, part)).map(children)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
