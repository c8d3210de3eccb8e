import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { dayAfter, WeekTable } from '../../../components/week-table.js';
import { day, instantIn, localDate, timeOf } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useHandOvers, type HandOverOfDesk, type HandOverState, type HandOverWeek } from '../api/desk.js';
import './desk.css';

/** Solid is agreed, an outline waits, brick is for the organization to mark, grey is done. */
const LOOK: Record<HandOverState, string> = {
  agreed: '',
  'yours-to-answer': ' is-open',
  'theirs-to-answer': ' is-open',
  'to-agree': ' is-open',
  unmarked: ' is-late',
  disputed: ' is-late',
  done: ' is-done',
};
function Event({ item, timeZone }: { item: HandOverOfDesk; timeZone: string }): ReactNode {
  return (
    <Link
      to="/matches/$id"
      params={{ id: item.match }}
      className={`desk-ev k-${item.need.kind}${LOOK[item.state]}`}
      data-hand-over={item.match}
      data-state={item.state}
    >
      {item.from && <b className="num">{timeOf(item.from, timeZone)}</b>}
      {item.text}, {item.donor}
      <small>{t(`meeting:week.state.${item.state}`)}</small>
    </Link>
  );
}

/** Whether an instant lies in the week, on the clock of the region. */
export const inWeek = (at: string, { monday, timeZone }: HandOverWeek): boolean => {
  const date = localDate(at, timeZone);
  return date >= monday && date < dayAfter(monday, 7);
};

/** The seven days of a week of hand-overs, in three parts each. */
export function HandOverCalendar({ week: { monday, timeZone, items } }: { week: HandOverWeek }): ReactNode {
  return (
    <WeekTable
      monday={monday}
      timeZone={timeZone}
      items={items}
      whenOf={({ from }) => (from ? { at: from, timeZone } : null)}
      label={(days) => t('meeting:week.label', days)}
    >
      {(item) => <Event key={item.match} item={item} timeZone={timeZone} />}
    </WeekTable>
  );
}

/** The present week on the first page of a desk, with the way to its days; a narrow page has the way alone. */
export function DeskWeek({ org }: { org: string }): ReactNode {
  const week = useHandOvers(org, undefined, true).data;
  if (!week) return null;
  const named = (date: string): string => day(instantIn(date, '12:00', week.timeZone), week.timeZone);
  return (
    <section className="panel desk-week" aria-labelledby="week">
      <div className="panel-head">
        <h2 className="h-dense" id="week">
          {t('meeting:week.title')}
        </h2>
        <span className="small muted">
          {named(week.monday)} – {named(dayAfter(week.monday, 6))}
        </span>
        <Link className="push small" to="/desk/$org/handovers" params={{ org }} search={{}}>
          {t('organizations:allOf.handOvers')}
        </Link>
      </div>
      {week.items.some(({ from }) => from !== null && inWeek(from, week)) ? (
        <div className="desk-cal-panel">
          <HandOverCalendar week={week} />
        </div>
      ) : (
        <p className="panel-body small muted">{t('meeting:week.none')}</p>
      )}
    </section>
  );
}
