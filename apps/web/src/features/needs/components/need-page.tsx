import { getRouteApi, Link, useHydrated } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { PAGE_WORDS, withWords } from '../../../app/page-words.js';
import { BalanceSheet } from '../../../components/balance.js';
import { Icon, Tag } from '../../../components/marks.js';
import { PageHead } from '../../../components/page.js';
import { Plate } from '../../../components/plate.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import type { Need } from '../../../lib/api-types.js';
import { day, dayTime, zoneDiffers, zoneName } from '../../../lib/dates.js';
import { daysUntil, pastDeadline } from '../../../lib/days-until.js';
import { currentLocale } from '../../../lib/locale.js';
import { typograph } from '../../../lib/typograph.js';
import { writtenIn } from '../../../lib/written-in.js';
import { PENDING_NAME, nameOf, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { PhotoRow } from '../../photos/components/photo-row.js';
import { useNeed } from '../api/needs.js';
import { PlaceLink } from '../../catalogue/components/place-link.js';
import { GiveBox } from './give-box.js';
import { NeedBudget } from './need-budget.js';
import { NeedEntries } from './need-entries.js';
import { NeedStanding } from './need-standing.js';
import { Share } from './share.js';

/** What only the organization's own people see is loaded for them alone. */
const NeedMembers = lazy(() => import('./need-members.js').then((module) => ({ default: module.NeedMembers })));
/** Of what is closed to a moderator, with its words. */
const ShutHere = lazy(
  withWords(
    () => import('../../moderation/components/shut-here.js').then((module) => ({ default: module.ShutHere })),
    currentLocale,
    ['moderation'],
  ),
);
/** What became of it, with its words, where something did. */
const NeedReport = lazy(
  withWords(
    () => import('../../reports/components/report-sheet.js').then((module) => ({ default: module.NeedReport })),
    currentLocale,
    PAGE_WORDS.report,
  ),
);
/** Of needs for time, with its words. */
const NeedShifts = lazy(
  withWords(
    () => import('../../volunteering/components/shift-line.js').then((module) => ({ default: module.NeedShifts })),
    currentLocale,
    PAGE_WORDS.shifts,
  ),
);
const PlanShift = lazy(() =>
  import('../../volunteering/components/plan-shift.js').then((module) => ({ default: module.PlanShift })),
);

const route = getRouteApi('/needs/$id');
/** What others can open by its link. */
const REPORTED = ['reported', 'closed'];
const PUBLIC = ['open', 'partly_met', 'met', 'reported', 'closed'];

function Crumbs({ need }: { need: Need }): ReactNode {
  const spheres = useCatalogue('spheres');
  const categories = useCatalogue('categories');
  return (
    <nav aria-label={t('nav.path')}>
      <ol className="crumbs">
        <li>
          <Link to="/needs" search={{}}>
            {t('nav.needs')}
          </Link>
        </li>
        <li>
          <Link to="/spheres/$code" params={{ code: need.sphere }}>
            {nameOf(spheres.get(need.sphere), PENDING_NAME)}
          </Link>
        </li>
        <li>
          <Link to="/needs" search={{ sphere: need.sphere, category: need.category }}>
            {nameOf(categories.get(need.category), PENDING_NAME)}
          </Link>
        </li>
      </ol>
    </nav>
  );
}

/** The last day in the place's own time; its zone is named when the reader's clock differs. */
function Deadline({ need, timeZone }: { need: Need; timeZone: string | undefined }): ReactNode {
  const days = daysUntil(need.deadline, timeZone);
  const foreign = useHydrated() && timeZone !== undefined && zoneDiffers(timeZone, need.deadline);
  const when = foreign
    ? `${dayTime(need.deadline, timeZone)} ${zoneName(timeZone, need.deadline)}`
    : day(need.deadline, timeZone);
  return (
    <span className={`row row-fact${days <= 16 && need.balance.open > 0 ? ' warn strong' : ''}`} data-deadline>
      <Icon name="clock" small />
      {days < 0 ? t('needs:wasDue', { day: when }) : t('needs:due', { day: when, count: days })}
    </span>
  );
}

function Facts({ need }: { need: Need }): ReactNode {
  const places = useCatalogue('places');
  const place = places.get(need.place);
  return (
    <p className="row row-wrap small need-facts">
      <span className="row row-fact">
        <Icon name="pin" small />
        <span>
          <PlaceLink code={need.place} />
        </span>
        {need.remote && `, ${t('needs:remote')}`}
      </span>
      {!pastDeadline(need.status) && <Deadline need={need} timeZone={place?.timeZone} />}
      {need.beneficiaries !== null && need.beneficiaries !== undefined && (
        <span className="row row-fact">
          <Icon name="people" small />
          {t('needs:people', { count: need.beneficiaries })}
        </span>
      )}
    </p>
  );
}

function Who({ need }: { need: Need }): ReactNode {
  return (
    <section aria-labelledby="who">
      <h2 className="h-block" id="who">
        {t('needs:who')}
      </h2>
      <p className="strong gap-top-3 who-name">
        {need.organization.status === 'verified' ? (
          <Link to="/organizations/$id" params={{ id: need.organization.id }} search={{}}>
            {need.organization.name}
          </Link>
        ) : (
          need.organization.name
        )}
      </p>
      {need.organization.place && (
        <p className="muted small gap-top-1">
          <PlaceLink code={need.organization.place} />
        </p>
      )}
      {(need.organization.status === undefined || need.organization.status === 'verified') && (
        <p className="seal gap-top-2">
          <Icon name="shield" />
          {t('needs:verified')}
        </p>
      )}
    </section>
  );
}

function Skills({ need }: { need: Need }): ReactNode {
  const skills = useCatalogue('skills');
  if (need.skills.length === 0) return null;
  return (
    <section>
      <h2 className="h-block gap-below-2">{t('needs:skills')}</h2>
      <ul className="chips">
        {need.skills.map((code) => (
          <li key={code}>
            <Tag look="time">{nameOf(skills.get(code), PENDING_NAME)}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NeedSheet({ need }: { need: Need }): ReactNode {
  const { data: session } = useSession();
  const member = session?.memberships.some(({ organization }) => organization.id === need.organization.id) ?? false;
  const open = ['open', 'partly_met'].includes(need.status);
  const foreign = writtenIn(need.title) !== currentLocale();
  return (
    <div className="wrap">
      <PageHead title={need.title} description={need.description.slice(0, 200)} />
      <Crumbs need={need} />
      <div className="split split-long split-need">
        <div className="stack-6 need-first">
          <header>
            {!open && (
              <Tag look={need.status === 'met' ? 'good' : need.status === 'returned' ? 'warn' : ''}>
                {t(`needs:status.${need.status}`)}
              </Tag>
            )}
            <h1 className="h-page" lang={writtenIn(need.title)}>
              {typograph(need.title)}
            </h1>
            <Facts need={need} />
            {foreign && <p className="small muted gap-top-2">{t(`needs:writtenIn.${writtenIn(need.title)}`)}</p>}
          </header>
          <BalanceSheet balance={need.balance} kind={need.kind} />
        </div>
        <aside className="stack-6">
          {open && !member && <GiveBox need={need} />}
          {PUBLIC.includes(need.status) && <Share need={need} />}
        </aside>
        <div className="stack-6 need-rest">
          {REPORTED.includes(need.status) && (
            <Suspense>
              <NeedReport need={need} />
            </Suspense>
          )}
          <PhotoRow photos={need.photos} title={need.title} />
          {!need.photos.some((photo) => photo.urls) && (
            <div className="plate-box only-wide need-plate">
              <Plate
                kind={need.kind}
                category={need.category}
                sphere={need.sphere}
                seed={need.id}
                width={790}
                height={230}
              />
            </div>
          )}
          {member && (
            <Suspense fallback={<Bones rows={1} />}>
              <NeedMembers need={need} />
            </Suspense>
          )}
          {need.shut && (
            <Suspense>
              <ShutHere shut={need.shut} />
            </Suspense>
          )}
          {need.description && (
            <section>
              <h2 className="h-section h-why">{t('needs:why')}</h2>
              <div className="prose gap-top-3">
                <p className="pre break" lang={writtenIn(need.description)}>
                  {typograph(need.description)}
                </p>
              </div>
            </section>
          )}
          <NeedBudget need={need} />
          <Skills need={need} />
          {need.kind === 'time' && (
            <Suspense>
              <NeedShifts need={need.id} />
            </Suspense>
          )}
          {need.can.includes('plan-shift') && (
            <Suspense>
              <PlanShift need={need} />
            </Suspense>
          )}
          {need.coldChain && <p className="small muted">{t('needs:keepsCold')}</p>}
          <NeedEntries need={need} />
          <Who need={need} />
          {open && <NeedStanding id={need.id} />}
          <p className="small muted">{t('needs:number', { number: String(need.number) })}</p>
        </div>
      </div>
    </div>
  );
}

export function NeedPage(): ReactNode {
  const { id } = route.useParams();
  const query = useNeed(id);
  if ((query.error as Problem | null)?.status === 404) return <NotFoundPage />;
  if (!query.data)
    return (
      <div className="wrap page-narrow">
        <Loaded query={query} bones={<Bones rows={4} height={90} />}>
          {() => null}
        </Loaded>
      </div>
    );
  return <NeedSheet need={query.data} />;
}
