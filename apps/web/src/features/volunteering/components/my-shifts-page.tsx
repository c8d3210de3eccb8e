import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { MorePages } from '../../../components/more-pages.js';
import { PageHead } from '../../../components/page.js';
import { Empty, Loaded } from '../../../components/states.js';
import type { MyShift } from '../../../lib/api-types.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { OwnRoom } from '../../identity/components/own-side.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useMyShifts } from '../api/shifts.js';
import { useTicketsKept } from '../api/tickets-kept.js';
import { CalendarCard } from './calendar-card.js';
import { KeptPresence } from './kept-presence-list.js';
import { OwnHours } from './own-hours.js';
import { ShiftFacts, SignUpTag } from './shift-parts.js';
import { SuitedShifts, WishCard } from './wish-card.js';
import { OwnSignUp } from './own-sign-up.js';

const route = getRouteApi('/me/shifts');

function MyLine({ mine }: { mine: MyShift }): ReactNode {
  return (
    <li data-shift={mine.shift}>
      <article className="sheet pad stack" aria-labelledby={`t-${mine.id}`}>
        <div className="row between row-wrap">
          <h2 className="h-block" id={`t-${mine.id}`}>
            <Link to="/shifts/$id" params={{ id: mine.shift }}>
              {typograph(mine.at.need.title)}
            </Link>
          </h2>
          <SignUpTag signUp={mine} />
        </div>
        <ShiftFacts shift={mine.at} />
        {mine.status === 'signed_up' && !mine.at.anyTime && (
          <p>
            <Link className="btn btn-quiet" to="/me/shifts/$id" params={{ id: mine.shift }}>
              {t('volunteering:ticket.open')}
            </Link>
          </p>
        )}
        {mine.status !== 'cancelled' && <OwnSignUp signUp={mine} shift={mine.at} />}
        {mine.status === 'cancelled' && mine.endedReason && (
          <p className="small muted">{t(`volunteering:ended.${mine.endedReason}`)}</p>
        )}
      </article>
    </li>
  );
}

export function MyShiftsPage(): ReactNode {
  const { when = 'to-come' } = route.useSearch();
  const session = useSession();
  const shifts = useMyShifts(when, Boolean(session.data));
  useTicketsKept(when === 'to-come' ? (shifts.data?.pages[0]?.items ?? []) : []);
  if (session.data === null) return <SignInFirst />;
  return (
    <OwnRoom>
      <PageHead title={t('volunteering:mine')} />
      <header className="page-head">
        <h1 className="h-page">{t('volunteering:mine')}</h1>
        {shifts.data?.pages[0]?.items.length !== 0 && (
          <p className="gap-top-3">
            <Link className="btn btn-main" to="/shifts" search={{}}>
              {t('volunteering:findOne')}
            </Link>
          </p>
        )}
      </header>
      <KeptPresence person={session.data?.person.id} />
      <nav className="seg gap-below-4" aria-label={t('volunteering:mine')}>
        {(['to-come', 'past'] as const).map((one) => (
          <Link
            key={one}
            to="/me/shifts"
            search={{ when: one === 'past' ? one : undefined }}
            activeOptions={{ explicitUndefined: true }}
            aria-current={one === when ? 'page' : undefined}
          >
            {t(`volunteering:when.${one}`)}
          </Link>
        ))}
      </nav>
      <div className="split split-offer">
        <div>
          <Loaded query={shifts}>
            {({ pages }) =>
              pages[0]?.items.length ? (
                <>
                  <ul className="stack">
                    {pages
                      .flatMap((page) => page.items)
                      .map((mine) => (
                        <MyLine key={mine.id} mine={mine} />
                      ))}
                  </ul>
                  <MorePages pages={shifts} />
                </>
              ) : (
                <Empty level={2} title={t(`volunteering:noMine.${when}`)}>
                  <p className="gap-top-3">
                    <Link className="btn btn-main" to="/shifts" search={{}}>
                      {t('volunteering:findOne')}
                    </Link>
                  </p>
                </Empty>
              )
            }
          </Loaded>
          {when === 'to-come' && <SuitedShifts />}
        </div>
        <aside className="stack">
          <WishCard />
          <CalendarCard />
        </aside>
      </div>
      <OwnHours />
    </OwnRoom>
  );
}
