import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon, KindMark } from '../../../components/marks.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import { count } from '../../../lib/amount.js';
import { KINDS, type BalanceItem } from '../../../lib/api-types.js';
import { PENDING_NAME, nameOf, placeName, t } from '../../../lib/words.js';
import { useCatalogue, usePlaces } from '../../catalogue/api/catalogue.js';
import { useInstallation } from '../../installation/api/installation.js';
import { OpenTable } from '../../needs/components/open-table.js';
import { Scheme } from '../../needs/components/scheme.js';
import { periodOf, useBalance, type Part, type Period } from '../api/balance.js';
import { useSchemeData } from '../api/scheme-data.js';
import { comparedLine, percent, receivedShare, shareOf } from '../shares.js';
import { CheckLater, FlowLater } from './balance-later.js';
import { Months } from './months.js';
import { Parts, usePart } from './parts.js';
import { Periods } from './periods.js';
import './balance.css';

const route = getRouteApi('/balance');
const LOWEST = 5;
/** Of every hundred roubles, rounded as every share is. */
function lead(items: readonly BalanceItem[] | undefined, period: Period, narrowed: boolean): string {
  const money = comparedLine(items ?? [], 'money');
  if (!money || money.required === 0) return t('balance:lead.none');
  const received = percent(money.received / money.required);
  return t(period !== 'all' ? 'balance:lead.since' : narrowed ? 'balance:part.of' : 'balance:lead.of', {
    period,
    received,
    reserved: Math.min(percent(money.reserved / money.required), 100 - received),
  });
}

/** Three kinds beside each other on one scale for each sphere; the table says the same as the dots. */
function Spheres({ items }: { items: readonly BalanceItem[] }): ReactNode {
  const spheres = useCatalogue('spheres');
  return (
    <section aria-labelledby="spheres">
      <h2 className="h-section" id="spheres">
        {t('balance:spheres.title')}
      </h2>
      <p className="muted gap-top-2">{t('balance:spheres.lead')}</p>
      <table className="kindrows spheres-rows gap-top-5">
        <thead>
          <tr>
            <th scope="col">{t('balance:spheres.sphere')}</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col">
                <span className="row">
                  <KindMark kind={kind} size="s" />
                  {t(`kind.${kind}`)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.key}>
              <th scope="row">
                <Link to="/spheres/$code" params={{ code: item.key }}>
                  {nameOf(spheres.get(item.key), PENDING_NAME)}
                </Link>
              </th>
              {KINDS.map((kind) => {
                const share = receivedShare([item], kind);
                return (
                  <td key={kind} data-l={t(`kind.${kind}`)}>
                    {share === null ? (
                      // things may be asked for in another unit
                      item.units.some((line) => line.kind === kind) ? (
                        <span className="small muted">{t('balance:spheres.otherUnits')}</span>
                      ) : (
                        '–'
                      )
                    ) : (
                      <span className={`share k-${kind}`}>
                        <i aria-hidden="true">
                          <b style={{ width: `${percent(share)}%` }} />
                        </i>
                        {percent(share)}%
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted gap-top-3">{t('balance:spheres.note')}</p>
    </section>
  );
}

function PlaceRows({ items }: { items: readonly BalanceItem[] }): ReactNode {
  const places = useCatalogue('places');
  return (
    <div className="table-scroll gap-top-3" tabIndex={0} role="group" aria-label={t('balance:where.title')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('balance:where.place')}</th>
            <th scope="col" className="r">
              {t('balance:where.open')}
            </th>
            <th scope="col" className="r">
              {t('balance:where.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.key}>
              <th scope="row" className="line-name">
                <Link to="/places/$code" params={{ code: item.key }}>
                  {placeName(places.get(item.key), PENDING_NAME)}
                </Link>
              </th>
              <td className="r">{count(item.needs)}</td>
              <td className="r strong">{item.needs > 0 ? `${percent(shareOf(item))}%` : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.some(({ withheld }) => withheld) && <p className="small muted gap-top-3">{t('balance:where.withheld')}</p>}
    </div>
  );
}

/** The places whose needs have received least; all of them one click away. */
function Where({ sphere }: { sphere?: string }): ReactNode {
  const query = useBalance('place', 'all', { sphere });
  const places = usePlaces().data;
  const scheme = useSchemeData(useInstallation().data?.region?.code).data;
  return (
    <section className="sheet pad" aria-labelledby="where">
      <h2 className="h-block" id="where">
        {t('balance:where.title')}
      </h2>
      <p className="muted gap-top-2">{t('balance:where.lead')}</p>
      <Loaded query={query} bones={<Bones rows={3} height={120} />}>
        {(items) => {
          const asking = items.filter((item) => item.needs > 0).sort((a, b) => a.share - b.share);
          return (
            <>
              {places && scheme && (
                <>
                  <figure className="scheme only-wide gap-top-3">
                    <Scheme items={items} places={places} data={scheme} />
                  </figure>
                  <figure className="scheme scheme-small where-small gap-top-3">
                    <Scheme items={items} places={places} data={scheme} small />
                  </figure>
                </>
              )}
              {asking.length === 0 ? (
                <p className="muted gap-top-3">{t('balance:where.none')}</p>
              ) : (
                <PlaceRows items={asking.slice(0, LOWEST)} />
              )}
              <details className="gap-top-3">
                <summary className="small">
                  {t('balance:where.all', { places: t('balance:places', { count: items.length }) })}
                </summary>
                <PlaceRows items={[...asking, ...items.filter((item) => item.needs === 0)]} />
              </details>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function TakeData({ period, part }: { period: Period; part: Part }): ReactNode {
  const narrowed = { period: period === 'all' ? undefined : period, ...part };
  const then = Object.entries(narrowed)
    .map(([name, code]) => (code ? `&${name}=${encodeURIComponent(code)}` : ''))
    .join('');
  return (
    <section aria-labelledby="data">
      <h2 className="h-section" id="data">
        {t('balance:data.title')}
      </h2>
      <p className="muted gap-top-2">{t('balance:data.lead')}</p>
      <ul className="data-list gap-top-3">
        {(['sphere', 'place', 'category', 'month'] as const).map((by) => (
          <li key={by}>
            <Icon name="down" small />
            <a href={`/api/v1/balance.csv?by=${by}${then}`}>{t(`balance:data.${by}`)}</a>
            <span className="small muted">
              CSV, <a href={`/api/v1/balance?by=${by}${then}&limit=200`}>JSON</a>
            </span>
          </li>
        ))}
        <li>
          <Icon name="down" small />
          <a href="/api/v1/ledger/digests?limit=200">{t('balance:data.digests')}</a>
          <span className="small muted">JSON</span>
        </li>
        <li>
          <Icon name="list" small />
          <a href="/api/docs">{t('balance:data.api')}</a>
          <span className="small muted">OpenAPI</span>
        </li>
      </ul>
    </section>
  );
}

export function BalancePage(): ReactNode {
  const search = route.useSearch();
  const { kind = 'money', day } = search;
  const period = periodOf(search.period);
  const part = usePart(search);
  const narrowed = part.place !== undefined || part.sphere !== undefined;
  const query = useBalance('sphere', period, part);
  return (
    <>
      <PageHead title={t('balance:title')} description={t('balance:lead.none')} />
      <div className="wrap">
        <header className="page-head">
          <h1 className="h-page">{t('balance:title')}</h1>
          <p className="lead">{lead(query.data, period, narrowed)}</p>
          <div className="row row-wrap gap-top-3">
            <Periods to="/balance" period={period} />
            <Parts search={{ ...search, ...part }} />
            {narrowed && (
              <Link className="small" to="/balance" search={{ ...search, place: undefined, sphere: undefined }}>
                {t('balance:part.all')}
              </Link>
            )}
          </div>
          {(narrowed || period !== 'all') && (
            <p className="small muted gap-top-3">
              {narrowed && t('balance:part.note')} {period !== 'all' && t('balance:since', { period })}{' '}
              {t('balance:private')}
            </p>
          )}
        </header>
      </div>
      <Months kind={kind} period={period} part={part} />
      <section className="section-tight" aria-labelledby="flow">
        <FlowLater kind={kind} period={period} {...part} />
      </section>
      <Loaded
        query={query}
        bones={
          <div className="wrap">
            <Bones rows={4} height={90} />
          </div>
        }
      >
        {(items) => (
          <>
            <div className="balance-sums">
              <OpenTable items={items} />
            </div>
            <div className="section-tight">
              <div className="wrap two-col two-col-wide">
                <Spheres items={part.sphere ? items.filter(({ key }) => key === part.sphere) : items} />
                <Where sphere={part.sphere} />
              </div>
            </div>
          </>
        )}
      </Loaded>
      <div className="band section-tight">
        <div className="wrap two-col two-col-wide">
          <CheckLater day={day} />
          <TakeData period={period} part={part} />
        </div>
      </div>
    </>
  );
}
