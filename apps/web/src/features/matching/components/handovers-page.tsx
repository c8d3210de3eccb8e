import { getRouteApi, Link } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import { KindMark, Tag } from '../../../components/marks.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { dayAfter, daysOf } from '../../../components/week-table.js';
import { count } from '../../../lib/amount.js';
import { day, dayParts, dayTime, instantIn, localDate, timeOf } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { HandOverCalendar, inWeek } from './hand-over-week.js';
import { KeptEntries } from './kept-entries-list.js';
import { useHandOvers, type HandOverOfDesk, type HandOverState, type HandOverWeek } from '../api/desk.js';
import { deskGate } from '../../organizations/components/desk-gate.js';
import './desk.css';

const route = getRouteApi('/desk/$org/handovers');
/** What waits for a word of the organization whenever it was, most urgent first. */
const ASKED: readonly HandOverState[] = ['unmarked', 'yours-to-answer', 'to-agree', 'disputed'];

function Lines({
  title,
  items,
  timeZone,
  hot = false,
}: {
  title: string;
  items: readonly HandOverOfDesk[];
  timeZone: string;
  hot?: boolean;
}): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 className={`desk-group${hot ? ' is-hot' : ''}`} id={id}>
        {title} <span className="num muted">{count(items.length)}</span>
      </h2>
      <ul>
        {items.map((item) => (
          <li key={item.match}>
            <Link className="q" to="/matches/$id" params={{ id: item.match }} data-state={item.state}>
              <KindMark kind={item.need.kind} />
              <span className="t">
                {item.from && `${hot ? dayTime(item.from, timeZone) : timeOf(item.from, timeZone)}, `}
                {item.text}, {item.donor}
              </span>
              <Tag
                look={
                  item.state === 'agreed'
                    ? 'good'
                    : item.state === 'done'
                      ? 'line'
                      : item.state === 'unmarked' || item.state === 'disputed'
                        ? 'warn'
                        : 'wait'
                }
              >
                {t(`meeting:week.state.${item.state}`)}
              </Tag>
              <span className="why-line">
                {typograph(item.need.title)}
                {item.place && `\u00a0· ${item.place}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whatever waits for a word of the organization, beside every week. */
function Asked({ week }: { week: HandOverWeek }): ReactNode {
  const items = ASKED.flatMap((state) => week.items.filter((item) => item.state === state));
  if (items.length === 0) return <p className="small muted gap-below-4">{t('meeting:week.nothingAsked')}</p>;
  return (
    <div className="panel desk-list desk-lines gap-below-4" data-asked>
      <Lines title={t('meeting:week.asked')} items={items} timeZone={week.timeZone} hot />
    </div>
  );
}

/** The same week day by day, for phones. */
function Agenda({ week }: { week: HandOverWeek }): ReactNode {
  const { monday, timeZone, items } = week;
  const days = daysOf(monday)
    .map((date) => ({ date, inside: items.filter(({ from }) => from && localDate(from, timeZone) === date) }))
    .filter(({ inside }) => inside.length > 0);
  if (days.length === 0) return <p className="desk-agenda small muted">{t('meeting:week.none')}</p>;
  return (
    <div className="panel desk-list desk-lines desk-agenda">
      {days.map(({ date, inside }) => {
        const at = instantIn(date, '12:00', timeZone);
        return (
          <Lines
            key={date}
            title={`${dayParts(at, timeZone).weekdayShort}, ${day(at, timeZone)}`}
            items={inside}
            timeZone={timeZone}
          />
        );
      })}
    </div>
  );
}

export function HandOversPage(): ReactNode {
  const { org } = route.useParams();
  const { day: asked } = route.useSearch();
  const { data: session } = useSession();
  const member = session?.memberships.find(({ organization }) => organization.id === org);
  const meets = member !== undefined && member.role !== 'accountant';
  const query = useHandOvers(org, asked, meets);
  const gate = deskGate(session, Boolean(member));
  if (gate || !session) return gate;
  const turn = (label: string, to: string | undefined): ReactNode => (
    <Link
      className="btn btn-quiet btn-dense"
      to="/desk/$org/handovers"
      params={{ org }}
      search={{ day: to }}
      resetScroll={false}
    >
      {label}
    </Link>
  );
  const week = query.data;
  const agreed = week?.items.filter(({ from }) => from !== null && inWeek(from, week)).length ?? 0;
  return (
    <div className="wrap-wide work-page">
      <PageHead title={t('meeting:week.title')} />
      <div className="work-top">
        <div>
          <h1 className="h-work" tabIndex={-1}>
            {t('meeting:week.title')}
          </h1>
          <p className="small muted" aria-live="polite">
            {week &&
              `${day(instantIn(week.monday, '12:00', week.timeZone), week.timeZone)} – ${day(instantIn(dayAfter(week.monday, 6), '12:00', week.timeZone), week.timeZone)}. ${t('meeting:week.lead', { count: agreed })}`}
          </p>
        </div>
        {week && (
          <nav className="row row-wrap push" aria-label={t('meeting:week.turn')}>
            {turn(t('meeting:week.before'), dayAfter(week.monday, -7))}
            {turn(t('meeting:week.now'), undefined)}
            {turn(t('meeting:week.after'), dayAfter(week.monday, 7))}
          </nav>
        )}
      </div>
      <KeptEntries person={session.person.id} />
      {!meets ? (
        <Empty level={2} title={t('meeting:week.notYours')}>
          <p>{t('meeting:week.notYoursText')}</p>
        </Empty>
      ) : (
        <Loaded query={query} bones={<Bones rows={3} height={110} />}>
          {(shown) => (
            <>
              <Asked week={shown} />
              <div className="panel desk-cal-panel">
                <HandOverCalendar week={shown} />
              </div>
              <Agenda week={shown} />
            </>
          )}
        </Loaded>
      )}
    </div>
  );
}
