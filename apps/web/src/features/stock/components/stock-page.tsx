import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { Notice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { count } from '../../../lib/amount.js';
import type { Problem } from '../../../lib/api.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useUnits } from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { openText } from '../../matching/components/opening-hours.js';
import { useOrganization } from '../../organizations/api/organizations.js';
import { DeskPath } from '../../organizations/components/desk-path.js';
import { useZone } from '../../installation/api/installation.js';
import { usePoints, useStock, type Point, type Stock } from '../api/stock.js';
import { CountForm } from './count-form.js';
import { GiveOut } from './give-out.js';
import { Kits } from './kits.js';
import { LotRow } from './lot-row.js';
import { Moves } from './moves.js';
import { PointForm } from './point-form.js';
import { TakeIn } from './take-in.js';
import { deskGate } from '../../organizations/components/desk-gate.js';
import './stock.css';

const route = getRouteApi('/desk/$org/stock');

/** «сегодня до 19:00», or when it opens. */
export function openNow({ openUntil, opens }: Pick<Point, 'openUntil' | 'opens'>): string {
  if (openUntil) return t('stock:openUntil', { time: openUntil.replace(/^0/, '') });
  return opens ? t('stock:opens', { day: day(opens.day, 'UTC'), time: opens.from.replace(/^0/, '') }) : '';
}

function Summary({ stock }: { stock: Stock }): ReactNode {
  const zone = useZone();
  const { kinds, lots, soon, expired, lastCount } = stock;
  return (
    <dl className="strip gap-below-4">
      <div>
        <dt>{t('stock:onShelves')}</dt>
        <dd>
          {count(kinds)} <small>{t('stock:kindsLots', { kinds, count: lots.length })}</small>
        </dd>
      </div>
      <div>
        <dt>{t('stock:soon')}</dt>
        <dd data-soon>
          {count(soon)} <small>{t('stock:lots', { count: soon })}</small>
        </dd>
      </div>
      <div>
        <dt>{t('stock:expired')}</dt>
        <dd>
          {count(expired)} <small>{t('stock:lots', { count: expired })}</small>
        </dd>
      </div>
      <div>
        <dt>{t('stock:counted')}</dt>
        <dd>
          {lastCount ? day(lastCount.at, zone) : t('stock:never')}{' '}
          {lastCount && <small>{t('stock:differences', { count: lastCount.differences })}</small>}
        </dd>
      </div>
    </dl>
  );
}

type Opened = 'take-in' | 'give-out' | 'count' | 'edit' | null;

function Shelves({ stock }: { stock: Stock }): ReactNode {
  const { point, lots } = stock;
  const [open, setOpen] = useState<Opened>(null);
  const toggle = (what: Opened) => (): void => setOpen(open === what ? null : what);
  const close = (): void => setOpen(null);
  const can = (verb: Point['can'][number]): boolean => point.can.includes(verb);
  const first = lots.find((lot) => lot.bestBefore !== null && lot.can.includes('give-out'))?.id;
  return (
    <>
      <div className="work-top row-wrap">
        <div className="grow">
          <h2 className="h-work">{typograph(point.name)}</h2>
          <p className="small muted break">
            {[point.address, openText(point.hours), openNow(point)].filter(Boolean).join(' · ')}
          </p>
        </div>
        <div className="row row-wrap stock-do">
          {can('take-in') && (
            <Button size="large" aria-expanded={open === 'take-in'} onClick={toggle('take-in')}>
              <Icon name="plus" />
              {stock.arrivals.length > 0
                ? t('stock:in.buttonOf', { count: stock.arrivals.length })
                : t('stock:in.button')}
            </Button>
          )}
          {can('give-out') && (
            <Button look="main" size="large" aria-expanded={open === 'give-out'} onClick={toggle('give-out')}>
              <Icon name="hand" />
              {t('stock:give.button')}
            </Button>
          )}
          {can('count') && (
            <Button size="large" aria-expanded={open === 'count'} onClick={toggle('count')}>
              {t('stock:count.button')}
            </Button>
          )}
          {can('edit') && (
            <Button look="plain" aria-expanded={open === 'edit'} onClick={toggle('edit')}>
              {t('stock:point.edit')}
            </Button>
          )}
        </div>
      </div>
      <Summary stock={stock} />
      <div className="bench">
        <div className="stack">
          {open === 'take-in' && <TakeIn stock={stock} />}
          {open === 'count' && <CountForm stock={stock} onDone={close} />}
          {open === 'give-out' && (
            <section className="panel" aria-label={t('stock:give.button')}>
              <div className="panel-body">
                <GiveOut stock={stock} onDone={close} />
              </div>
            </section>
          )}
          {open === 'edit' && (
            <section className="panel" aria-label={t('stock:point.edit')}>
              <div className="panel-body">
                <PointForm org={point.organization} point={point} known={[]} onDone={close} />
              </div>
            </section>
          )}
          <Moves stock={stock} />
          {lots.length > 0 ? (
            <section className="panel" aria-labelledby="lots">
              <div className="panel-head">
                <h2 className="h-dense" id="lots">
                  {t('stock:firstOut')}
                </h2>
              </div>
              <ul className="lots">
                {lots.map((lot) => (
                  <LotRow key={lot.id} lot={lot} stock={stock} first={lot.id === first} />
                ))}
              </ul>
            </section>
          ) : (
            <Empty title={t('stock:empty')} level={2}>
              <p>{t('stock:emptyText')}</p>
            </Empty>
          )}
        </div>
        <Kits stock={stock} />
      </div>
    </>
  );
}

function StockOf({ point }: { point: string }): ReactNode {
  const query = useStock(point, true);
  const units = useUnits(); // what lies there is said in a unit before anything is counted in it
  if ([403, 404].includes((query.error as Problem | null)?.status ?? 0))
    return (
      <Notice>
        <p>{t('stock:notYours')}</p>
      </Notice>
    );
  return (
    <Loaded query={query}>
      {(stock) => (units.data ? <Shelves key={stock.point.id} stock={stock} /> : <Bones rows={4} />)}
    </Loaded>
  );
}

function Points({ org, points, chosen }: { org: string; points: readonly Point[]; chosen?: string }): ReactNode {
  const navigate = useNavigate();
  const organization = useOrganization(org).data;
  const [adding, setAdding] = useState(points.length === 0);
  const point = points.find(({ id }) => id === chosen) ?? points[0];
  const show = (id: string): void => {
    setAdding(false);
    void navigate({ to: '/desk/$org/stock', params: { org }, search: { point: id } });
  };
  const may = organization?.can.includes('edit-contacts') ?? false;
  return (
    <div className="stack-6">
      <div className="row row-wrap" role="group" aria-label={t('stock:points')}>
        {points.length > 1 &&
          points.map((one) => (
            <button
              key={one.id}
              type="button"
              className="chip"
              aria-pressed={!adding && one === point}
              onClick={() => show(one.id)}
            >
              {one.name}
            </button>
          ))}
        {may && points.length > 0 && (
          <Button look="plain" size="dense" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            {t('stock:point.new')}
          </Button>
        )}
      </div>
      {adding && may && (
        <section className="sheet pad-l" aria-labelledby="new-point">
          <h2 className="h-block gap-below-4" id="new-point">
            {t('stock:point.new')}
          </h2>
          <p className="small muted gap-below-4">{t('stock:point.text')}</p>
          <PointForm org={org} known={organization?.handOverPoints ?? []} onDone={(made) => show(made.id)} />
        </section>
      )}
      {!adding && point && <StockOf key={point.id} point={point.id} />}
    </div>
  );
}

/** `/desk/{org}/stock`: what lies at the points of an organization, for the person who takes in and gives out there. */
export function StockPage(): ReactNode {
  const { org } = route.useParams();
  const { point } = route.useSearch();
  const { data: session } = useSession();
  const membership = session?.memberships.find(({ organization }) => organization.id === org);
  const query = usePoints({ organization: org }, Boolean(membership));
  const gate = deskGate(session, Boolean(membership));
  if (gate) return gate;
  return (
    <div className="wrap page-stock">
      <PageHead title={t('stock:title')} />
      <DeskPath org={org} />
      <header className="page-head">
        <h1 className="h-page">{t('stock:title')}</h1>
        <p className="lead">{t('stock:lead')}</p>
      </header>
      <Loaded query={query}>{(points) => <Points org={org} points={points} chosen={point} />}</Loaded>
    </div>
  );
}
