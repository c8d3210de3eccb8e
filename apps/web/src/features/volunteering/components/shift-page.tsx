import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Tag } from '../../../components/marks.js';
import { Notice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import type { Shift } from '../../../lib/api-types.js';
import { currentLocale } from '../../../lib/locale.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, nameOf, t } from '../../../lib/words.js';
import { writtenIn } from '../../../lib/written-in.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { useShift } from '../api/shifts.js';
import { freeOf, Seats, ShiftDay, ShiftFacts } from './shift-parts.js';
import { SeriesLine } from './series-parts.js';
import { SignUpBox } from './sign-up-box.js';

/** What was noted without a connection is shown to the volunteer who noted it. */
const KeptPresence = lazy(() => import('./kept-presence-list.js').then((module) => ({ default: module.KeptPresence })));

const Noted = ({ person }: { person: string }): ReactNode => (
  <Suspense>
    <KeptPresence person={person} />
  </Suspense>
);

const route = getRouteApi('/shifts/$id');

function Before({ title, text }: { title: string; text: string | null }): ReactNode {
  return text === null ? null : (
    <section>
      <h2 className="h-block">{title}</h2>
      <p className="pre break gap-top-2" lang={writtenIn(text)}>
        {typograph(text)}
      </p>
    </section>
  );
}

function Head({ shift }: { shift: Shift }): ReactNode {
  const language = writtenIn(shift.need.title);
  return (
    <header>
      {shift.status === 'cancelled' && <Tag look="warn">{t('volunteering:isCancelled')}</Tag>}
      <ShiftDay shift={shift} />
      <h1 className="h-page gap-top-3" lang={language}>
        {typograph(shift.need.title)}
      </h1>
      <ShiftFacts shift={shift} />
      {language !== currentLocale() && <p className="small muted gap-top-2">{t(`needs:writtenIn.${language}`)}</p>}
      <SeriesLine shift={shift} />
      {shift.minAge !== null && (
        <p className="gap-top-2">
          <Tag>{t('volunteering:fromAge', { age: shift.minAge })}</Tag>
        </p>
      )}
    </header>
  );
}

function ShiftSheet({ shift }: { shift: Shift }): ReactNode {
  const skills = useCatalogue('skills');
  const { data: session } = useSession();
  // A volunteer who has a place reads first what to do with it, also on a phone.
  const runs = shift.can.includes('run');
  const running = !runs && shift.signUp !== null && shift.signUp.status !== 'cancelled';
  return (
    <div className="wrap">
      <PageHead title={shift.need.title} />
      {session && <Noted person={session.person.id} />}
      <nav aria-label={t('nav.path')}>
        <ol className="crumbs">
          <li>
            <Link to="/shifts" search={{}}>
              {t('volunteering:shifts')}
            </Link>
          </li>
          <li>
            <Link to="/needs/$id" params={{ id: shift.need.id }}>
              {t('needs:number', { number: String(shift.need.number) })}
            </Link>
          </li>
        </ol>
      </nav>
      <div className="split split-long">
        <div className="stack-6">
          <Head shift={shift} />
          {running && <SignUpBox shift={shift} />}
          {shift.reason && (
            <Notice look="bad">
              <p className="pre break" lang={writtenIn(shift.reason)}>
                {shift.reason}
              </p>
            </Notice>
          )}
          <section className="sheet pad" aria-labelledby="places">
            <h2 className="h-block gap-below-2" id="places">
              {t('volunteering:going', { taken: shift.capacity - shift.free, capacity: shift.capacity })}
            </h2>
            <Seats shift={shift} />
            <p className="small muted gap-top-2">{freeOf(shift)}</p>
          </section>
          {shift.skills.length > 0 && (
            <section>
              <h2 className="h-block gap-below-2">{t('needs:skills')}</h2>
              <ul className="chips">
                {shift.skills.map((code) => (
                  <li key={code}>
                    <Tag look="time">{nameOf(skills.get(code), PENDING_NAME)}</Tag>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {(shift.gear ?? shift.risks ?? shift.covered) !== null && (
            <div className="bring">
              <Before title={t('volunteering:gear')} text={shift.gear} />
              <Before title={t('volunteering:covered')} text={shift.covered} />
              <Before title={t('volunteering:risks')} text={shift.risks} />
            </div>
          )}
          <section>
            <h2 className="h-block">{t('needs:who')}</h2>
            <p className="strong gap-top-3">
              <Link to="/organizations/$id" params={{ id: shift.organization.id }} search={{}}>
                {shift.organization.shortName}
              </Link>
            </p>
            {shift.meet === undefined && <p className="small muted gap-top-1">{t('volunteering:meetLater')}</p>}
          </section>
        </div>
        <aside className="stack-6">
          {runs && (
            <p>
              <Link
                className="btn btn-main btn-wide"
                to="/desk/$org/shifts/$id"
                params={{ org: shift.organization.id, id: shift.id }}
              >
                {t('volunteering:run')}
              </Link>
            </p>
          )}
          {!runs && !running && <SignUpBox shift={shift} />}
        </aside>
      </div>
    </div>
  );
}

export function ShiftPage(): ReactNode {
  const { id } = route.useParams();
  const query = useShift(id);
  if ((query.error as Problem | null)?.status === 404) return <NotFoundPage />;
  if (!query.data)
    return (
      <div className="wrap page-narrow">
        <Loaded query={query} bones={<Bones rows={4} height={90} />}>
          {() => null}
        </Loaded>
      </div>
    );
  return <ShiftSheet shift={query.data} />;
}
