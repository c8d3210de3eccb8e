import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Icon } from '../../../components/marks.js';
import { Notice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { count } from '../../../lib/amount.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { PARTS, useClearing, WHOLE, type Clearing } from '../api/clearings.js';
import { FairnessList } from './fairness.js';
import { MovedPlaces } from './moved.js';
import { LeftOut, Planned } from './planned.js';
import { percent, seconds } from './said.js';
import { SearchLater } from './search-later.js';
import { Shares } from './shares.js';
import { UnitCards } from './unit-cards.js';

const route = getRouteApi('/clearings/$id');

/** The run in a sentence or three. */
function Lead({ clearing }: { clearing: Clearing }): ReactNode {
  const { offers, needs, matches, gap } = clearing;
  const zone = useZone();
  if (clearing.status !== 'done' || offers === null || needs === null || matches === null || gap === null)
    return <p className="lead">{t('clearings:planned', { time: dayTime(clearing.at, zone) })}</p>;
  return (
    <p className="lead">
      {t('clearings:lead', {
        time: dayTime(clearing.at, zone),
        offers,
        offersShown: count(offers),
        needs,
        needsShown: count(needs),
      })}{' '}
      {t(clearing.dryRun ? 'clearings:leadTried' : 'clearings:leadProposed', { count: matches, shown: count(matches) })}{' '}
      {gap === 0 ? t('clearings:leadExact') : t('clearings:leadGap', { gap: percent(gap, 3) })}
    </p>
  );
}

/** How anybody can check it: who started it, digests of input and plan, how long it took. */
function Proof({ clearing }: { clearing: Clearing }): ReactNode {
  const took = clearing.seconds && Object.values(clearing.seconds).reduce((sum, one) => sum + one, 0);
  const short = (digest: string): ReactNode => (
    <span className="code" title={digest}>
      {digest.slice(0, 4)}…{digest.slice(-4)}
    </span>
  );
  return (
    <p className="small muted row row-top gap-top-3">
      <Icon name="shield" />
      <span>
        {t(`clearings:startedBy.${clearing.by}`)} {took !== null && t('clearings:took', { seconds: seconds(took) })}{' '}
        {clearing.flowGap !== null &&
          clearing.gap !== null &&
          clearing.gap > clearing.flowGap &&
          t('clearings:lots', { flow: percent(clearing.flowGap, 3) })}{' '}
        {clearing.inputDigest && (
          <>
            {t('clearings:input')} {short(clearing.inputDigest)}.{' '}
          </>
        )}
        {clearing.planDigest && (
          <>
            {t('clearings:plan')} {short(clearing.planDigest)}.
          </>
        )}
      </span>
    </p>
  );
}

function UsedWeights({ clearing }: { clearing: Clearing }): ReactNode {
  const { version, weights } = clearing.weights;
  return (
    <section>
      <h2 className="h-block">{version > 0 ? t('clearings:weightsOf', { version }) : t('clearings:weightsTried')}</h2>
      <ul className="why gap-top-3">
        {PARTS.map((part) => (
          <li key={part}>
            <b>{t(`matches:part.${part}`)}</b>
            <span className="track" aria-hidden="true">
              <i style={{ width: `${weights[part] / (WHOLE / 100)}%` }} />
            </span>
            <span>{percent(weights[part] / WHOLE, 1)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Report({ clearing }: { clearing: Clearing }): ReactNode {
  const { cursor } = route.useSearch();
  return (
    <>
      <div className="wrap">
        <UnitCards clearing={clearing} />
        <Proof clearing={clearing} />
      </div>
      <section className="section-tight">
        <div className="wrap cols cols-5-4">
          <div className="stack-6">
            {clearing.moved && <MovedPlaces moved={clearing.moved} />}
            <section aria-labelledby="who-gets">
              <h2 className="h-section" id="who-gets">
                {t('clearings:who')}
              </h2>
              <p className="muted gap-top-2 gap-below-4">
                {t(clearing.compared ? 'clearings:whoCompared' : 'clearings:whoText')}
              </p>
              <Shares clearing={clearing} />
            </section>
          </div>
          <div className="stack-6">
            {clearing.fairness && (
              <section>
                <h2 className="h-block">{t('clearings:fairness')}</h2>
                <FairnessList fairness={clearing.fairness} moved={clearing.moved} />
              </section>
            )}
            {clearing.byUnit.some(({ search }) => search.length > 1) && <SearchLater units={clearing.byUnit} />}
            <UsedWeights clearing={clearing} />
            <LeftOut id={clearing.id} />
          </div>
        </div>
      </section>
      <section className="band far-rows" aria-labelledby="proposed">
        <div className="wrap section-tight">
          <div className="section-head">
            <h2 className="h-section" id="proposed">
              {t('clearings:proposed')}
            </h2>
            <span className="small muted">{t('clearings:unnamed')}</span>
          </div>
          <Planned id={clearing.id} cursor={cursor} />
        </div>
      </section>
    </>
  );
}

function State({ clearing }: { clearing: Clearing }): ReactNode {
  if (clearing.status === 'running')
    return (
      <Notice look="wait" role="status">
        <p>{t('clearings:running')}</p>
      </Notice>
    );
  if (clearing.status === 'failed')
    return (
      <Notice look="bad" role="status">
        <p>
          {t('clearings:failed')} <span className="code">{clearing.failure}</span>
        </p>
      </Notice>
    );
  return clearing.dryRun ? (
    <Notice>
      <p>{t('clearings:tried')}</p>
    </Notice>
  ) : null;
}

/** `/clearings/{id}`: what a run found, how good that is, who gets what, and why. */
export function ClearingPage(): ReactNode {
  const { id } = route.useParams();
  const query = useClearing(id);
  if ((query.error as Problem | null)?.status === 404) return <NotFoundPage />;
  const clearing = query.data;
  if (!clearing)
    return (
      <div className="wrap page-narrow">
        <Loaded query={query} bones={<Bones rows={4} height={110} />}>
          {() => null}
        </Loaded>
      </div>
    );
  return (
    <>
      <div className="wrap">
        <PageHead title={t('clearings:one', { number: String(clearing.number) })} />
        <nav aria-label={t('nav.path')}>
          <ol className="crumbs">
            <li>
              <Link to="/clearings" search={{}}>
                {t('clearings:title')}
              </Link>
            </li>
          </ol>
        </nav>
        <header className="head-grid clearing-head">
          <div>
            <h1 className="h-page">{t('clearings:one', { number: String(clearing.number) })}</h1>
            <div className="gap-top-2">
              <Lead clearing={clearing} />
            </div>
          </div>
          {clearing.status === 'done' && (
            <p className="row row-wrap">
              <a className="btn btn-quiet" href={`/api/v1/clearings/${clearing.id}/plan-table.csv`} download>
                <Icon name="down" />
                {t('clearings:planTable')}
              </a>
              <a
                className="btn btn-quiet"
                href={`/api/v1/clearings/${clearing.id}/plan.csv`}
                download={`clearing-${clearing.number}-plan.csv`}
              >
                <Icon name="down" />
                plan.csv
              </a>
              <a
                className="btn btn-quiet"
                href={`/api/v1/clearings/${clearing.id}`}
                download={`clearing-${clearing.number}.json`}
              >
                <Icon name="down" />
                report.json
              </a>
            </p>
          )}
        </header>
        <div className="gap-below-4">
          <State clearing={clearing} />
        </div>
      </div>
      {clearing.status === 'done' && <Report clearing={clearing} />}
    </>
  );
}
