import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { KindMark, Tag } from '../../../components/marks.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { dayAfter, WeekTable } from '../../../components/week-table.js';
import type { Shift } from '../../../lib/api-types.js';
import { day, dayParts, instantIn, localDate, timeOf } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import '../../matching/components/desk.css';
import { useShiftsOfWeek, type ShiftsOfWeek } from '../api/shifts.js';
import { deskGate } from '../../organizations/components/desk-gate.js';

const route = getRouteApi('/desk/$org/shifts');
type State = Shift['state'];

/** Solid is full, an outline looks for people, brick waits for hours to be confirmed, grey is over. */
const LOOK: Record<State, string> = {
  full: '',
  lacking: ' is-open',
  confirm: ' is-late',
  done: ' is-done',
  cancelled: ' is-done',
};
const TAG = { full: 'good', lacking: 'wait', confirm: 'warn', done: 'line', cancelled: 'line' } as const;

const said = (shift: Shift): string =>
  t(`shiftsDesk:state.${shift.state}`, {
    taken: shift.capacity - shift.free,
    capacity: shift.capacity,
    count: shift.checkedIn,
  });
const hours = ({ from, until, timeZone, anyTime }: Shift): string =>
  anyTime
    ? t('shiftsDesk:by', { at: timeOf(until, timeZone) })
    : `${timeOf(from, timeZone)}–${timeOf(until, timeZone)}`;
/** Of a shift the day is that of its own place. */
const dayOf = ({ from, timeZone }: Shift): string => localDate(from, timeZone);

function ShiftLink({
  shift,
  className,
  children,
}: {
  shift: Shift;
  className: string;
  children: ReactNode;
}): ReactNode {
  const marks = { className, 'data-shift': shift.id, 'data-state': shift.state };
  return shift.can.includes('run') ? (
    <Link to="/desk/$org/shifts/$id" params={{ org: shift.organization.id, id: shift.id }} {...marks}>
      {children}
    </Link>
  ) : (
    <Link to="/shifts/$id" params={{ id: shift.id }} {...marks}>
      {children}
    </Link>
  );
}

function Week({ week: { monday, timeZone, items } }: { week: ShiftsOfWeek }): ReactNode {
  return (
    <WeekTable
      monday={monday}
      timeZone={timeZone}
      items={items}
      whenOf={(shift) => ({ at: shift.from, timeZone: shift.timeZone })}
      label={(days) => t('shiftsDesk:label', days)}
    >
      {(shift) => (
        <ShiftLink key={shift.id} shift={shift} className={`desk-ev k-time${LOOK[shift.state]}`}>
          <b className="num">{hours(shift)}</b>
          {typograph(shift.need.title)}
          <small>{said(shift)}</small>
        </ShiftLink>
      )}
    </WeekTable>
  );
}

/** The same week day by day, for phones. */
function Agenda({ week }: { week: ShiftsOfWeek }): ReactNode {
  const days = [...new Set(week.items.map(dayOf))].sort();
  return (
    <div className="panel desk-list desk-lines desk-agenda">
      {days.map((date) => {
        const at = instantIn(date, '12:00', week.timeZone);
        return (
          <section key={date} aria-labelledby={`day-${date}`}>
            <h2 className="desk-group" id={`day-${date}`}>
              {dayParts(at, week.timeZone).weekdayShort}, {day(at, week.timeZone)}
            </h2>
            <ul>
              {week.items
                .filter((shift) => dayOf(shift) === date)
                .map((shift) => (
                  <li key={shift.id}>
                    <ShiftLink shift={shift} className="q">
                      <KindMark kind="time" />
                      <span className="t">
                        {hours(shift)}, {typograph(shift.need.title)}
                      </span>
                      <Tag look={TAG[shift.state]}>{said(shift)}</Tag>
                    </ShiftLink>
                  </li>
                ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Shown({ week, org }: { week: ShiftsOfWeek; org: string }): ReactNode {
  if (week.items.length === 0)
    return (
      <Empty level={2} title={t('shiftsDesk:none')}>
        <p>{t('shiftsDesk:noneText')}</p>
        <p className="gap-top-3">
          <Link className="btn btn-quiet" to="/desk/$org/needs" params={{ org }} search={{}}>
            {t('shiftsDesk:toNeeds')}
          </Link>
        </p>
      </Empty>
    );
  return (
    <>
      <div className="panel desk-cal-panel">
        <Week week={week} />
      </div>
      <Agenda week={week} />
    </>
  );
}

/** `/desk/{org}/shifts`: the week of a coordinator. */
export function ShiftsWeekPage(): ReactNode {
  const { org } = route.useParams();
  const { day: asked } = route.useSearch();
  const { data: session } = useSession();
  const member = session?.memberships.some(({ organization }) => organization.id === org) ?? false;
  const query = useShiftsOfWeek(org, asked, member);
  const gate = deskGate(session, member);
  if (gate) return gate;
  const week = query.data;
  const planned = week?.items.filter(({ status }) => status === 'planned') ?? [];
  const sum = (of: (shift: Shift) => number): number => planned.reduce((all, shift) => all + of(shift), 0);
  const turn = (label: string, to: string | undefined): ReactNode => (
    <Link
      className="btn btn-quiet btn-dense"
      to="/desk/$org/shifts"
      params={{ org }}
      search={{ day: to }}
      resetScroll={false}
    >
      {label}
    </Link>
  );
  return (
    <div className="wrap-wide work-page">
      <PageHead title={t('shiftsDesk:title')} />
      <div className="work-top">
        <div>
          <h1 className="h-work" tabIndex={-1}>
            {t('shiftsDesk:title')}
          </h1>
          <p className="small muted" aria-live="polite">
            {week &&
              `${day(instantIn(week.monday, '12:00', week.timeZone), week.timeZone)} – ${day(instantIn(dayAfter(week.monday, 6), '12:00', week.timeZone), week.timeZone)}. ${t('shiftsDesk:lead', { count: planned.length, taken: sum(({ capacity, free }) => capacity - free), capacity: sum(({ capacity }) => capacity) })}`}
          </p>
        </div>
        {week && (
          <nav className="row row-wrap push" aria-label={t('shiftsDesk:turn')}>
            {turn(t('shiftsDesk:before'), dayAfter(week.monday, -7))}
            {turn(t('shiftsDesk:now'), undefined)}
            {turn(t('shiftsDesk:after'), dayAfter(week.monday, 7))}
          </nav>
        )}
      </div>
      <Loaded query={query} bones={<Bones rows={3} height={110} />}>
        {(shown) => <Shown week={shown} org={org} />}
      </Loaded>
    </div>
  );
}
