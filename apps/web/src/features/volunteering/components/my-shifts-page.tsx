import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon, Tag } from '../../../components/marks.js';
import { MorePages } from '../../../components/more-pages.js';
import { PageHead } from '../../../components/page.js';
import { Empty, Loaded } from '../../../components/states.js';
import type { MyShift } from '../../../lib/api-types.js';
import { dayParts } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { OwnRoom } from '../../identity/components/own-side.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useOwnHours } from '../api/hours.js';
import { useMyShifts } from '../api/shifts.js';
import { useTicketsKept } from '../api/tickets-kept.js';
import { CalendarCard } from './calendar-card.js';
import { ClashBox } from './clash-box.js';
import { KeptPresence } from './kept-presence-list.js';
import { OwnHours } from './own-hours.js';
import { ShiftFacts, SignUpTag } from './shift-parts.js';
import { SuitedShifts, WishCard } from './wish-card.js';
import { OwnSignUp } from './own-sign-up.js';
import { TodayTicket, ticketOfToday } from './today-ticket.js';
import './my-shifts.css';

const route = getRouteApi('/me/shifts');

/** What is said of a shift of one's own, and can be done with the place in it. */
function MyLine({ mine }: { mine: MyShift }): ReactNode {
  const { at } = mine;
  const { number, month, weekdayShort } = dayParts(at.anyTime ? at.until : at.from, at.timeZone);
  return (
    <li className="shift" data-shift={mine.shift}>
      <p className="shift-d" aria-hidden="true">
        {at.anyTime && <span>{t('volunteering:anyTime.before')}</span>}
        <b className="num">{number}</b>
        <span>{month}</span>
        <span>{weekdayShort}</span>
      </p>
      <article className="stack-2" aria-labelledby={`t-${mine.id}`}>
        <div>
          <h3 className="h-small" id={`t-${mine.id}`}>
            <Link to="/shifts/$id" params={{ id: mine.shift }}>
              {typograph(at.need.title)}
            </Link>
          </h3>
          <p className="small muted">{at.organization.shortName}</p>
          <ShiftFacts shift={at} />
        </div>
        {mine.status !== 'cancelled' && <OwnSignUp signUp={mine} shift={at} />}
        {mine.status === 'cancelled' && mine.endedReason && (
          <p className="small muted">{t(`signUps:ended.${mine.endedReason}`)}</p>
        )}
      </article>
      <div className="shift-b stack-2">
        {mine.status === 'signed_up' && !at.anyTime && (
          <p>
            <Link className="btn btn-quiet" to="/me/shifts/$id" params={{ id: mine.shift }}>
              {t('volunteering:ticket.open')}
            </Link>
          </p>
        )}
        <p>
          <SignUpTag signUp={mine} />
        </p>
        {at.clash && (
          <p>
            <Tag look="warn">{t('clash:tag')}</Tag>
          </p>
        )}
      </div>
    </li>
  );
}

/** Each two of these that are in each other's way, once. */
const clashesAmong = (mine: readonly MyShift[]): MyShift[] =>
  mine.filter(
    ({ at: { clash } }, index) =>
      clash && !mine.slice(0, index).some((one) => one.at.clash && one.shift === clash.with.shift),
  );

function Head({ findOne }: { findOne: boolean }): ReactNode {
  const hours = useOwnHours(new Date().getFullYear(), true).data;
  const amounts = useAmounts();
  const some = hours !== undefined && hours.shifts > 0;
  return (
    <header className="page-head row between row-wrap">
      <div>
        <h1 className="h-page">{t('volunteering:mine')}</h1>
        {some && <p className="muted gap-top-1">{t('hours:soFar', { text: amounts.say(hours.minutes, 'minute') })}</p>}
      </div>
      <p className="row row-wrap">
        <a className="btn btn-quiet" href="#calendar">
          <Icon name="week" />
          {t('calendar:short')}
        </a>
        {some && (
          <a className="btn btn-quiet" href="#paper">
            <Icon name="paper" />
            {t('hours:paper')}
          </a>
        )}
        {findOne && (
          <Link className="btn btn-main" to="/shifts" search={{}}>
            <Icon name="plus" />
            {t('signUps:findOne')}
          </Link>
        )}
      </p>
    </header>
  );
}

export function MyShiftsPage(): ReactNode {
  const { when = 'to-come' } = route.useSearch();
  const session = useSession();
  const shifts = useMyShifts(when, Boolean(session.data));
  const mine = shifts.data?.pages.flatMap((page) => page.items) ?? [];
  const today = when === 'to-come' ? ticketOfToday(mine) : undefined;
  useTicketsKept(when === 'to-come' ? mine : []);
  if (session.data === null) return <SignInFirst />;
  return (
    <OwnRoom>
      <PageHead title={t('volunteering:mine')} />
      {session.data && <Head findOne={mine.length > 0 || shifts.isPending} />}
      <KeptPresence person={session.data?.person.id} />
      <div className="mine">
        {today && <TodayTicket mine={today} />}
        <div className="mine-list stack-6">
          {clashesAmong(mine).map(({ shift, at }) => at.clash && <ClashBox key={shift} shift={at} clash={at.clash} />)}
          <div>
            <div className="row between row-wrap gap-below-2">
              <h2 className="h-block">{t(`signUps:when.${when}`)}</h2>
              <nav className="seg seg-dense" aria-label={t('volunteering:mine')}>
                {(['to-come', 'past'] as const).map((one) => (
                  <Link
                    key={one}
                    to="/me/shifts"
                    search={{ when: one === 'past' ? one : undefined }}
                    activeOptions={{ explicitUndefined: true }}
                    aria-current={one === when ? 'page' : undefined}
                  >
                    {t(`signUps:when.${one}`)}
                  </Link>
                ))}
              </nav>
            </div>
            <Loaded query={shifts}>
              {() =>
                mine.length > 0 ? (
                  <>
                    <ul className="shift-rows">
                      {mine.map((one) => (
                        <MyLine key={one.id} mine={one} />
                      ))}
                    </ul>
                    <MorePages pages={shifts} />
                  </>
                ) : (
                  <Empty level={3} title={t(`signUps:noMine.${when}`)}>
                    <p className="gap-top-3">
                      <Link className="btn btn-main" to="/shifts" search={{}}>
                        {t('signUps:findOne')}
                      </Link>
                    </p>
                  </Empty>
                )
              }
            </Loaded>
          </div>
          {when === 'to-come' && <SuitedShifts />}
        </div>
        <aside className="mine-side stack">
          <WishCard />
          <CalendarCard />
        </aside>
      </div>
      {session.data && <OwnHours name={session.data.person.name} />}
    </OwnRoom>
  );
}
