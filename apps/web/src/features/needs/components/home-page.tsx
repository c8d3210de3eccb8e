import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import type { BalanceItem, Kind, Need } from '../../../lib/api-types.js';
import { count } from '../../../lib/amount.js';
import { nameOf, t } from '../../../lib/words.js';
import { useBalance } from '../../transparency/api/balance.js';
import { useSchemeData } from '../../transparency/api/scheme-data.js';
import { useAmounts, useCatalogue, usePlaces } from '../../catalogue/api/catalogue.js';
import { useInstallation } from '../../installation/api/installation.js';
import { useNeeds } from '../api/needs.js';
import { Doors } from './doors.js';
import { CameLately, ClosedDay } from './home-books.js';
import { Story } from './home-story.js';
import { NeedCard } from './need-card.js';
import { linesOf, OpenTable } from './open-table.js';
import { Scheme } from './scheme.js';

const openNeeds = (items: readonly BalanceItem[] | undefined): number =>
  (items ?? []).reduce((sum, item) => sum + item.needs, 0);

/** Sums of the open balance; no figure is shown that does not come from the books. */
function Figures({ items }: { items: readonly BalanceItem[] | undefined }): ReactNode {
  const amounts = useAmounts();
  const lines = linesOf(items ?? []);
  const received = (kind: Kind): number =>
    lines.find((line) => line.kind === kind && line.unit === (kind === 'money' ? 'kopeck' : 'minute'))?.received ?? 0;
  const say = (value: string): string => (items ? value : '…');
  const needs = openNeeds(items);
  return (
    <dl className="hero-figs" aria-busy={items ? undefined : true}>
      <div>
        <dt>{t('home:figureNeeds', { count: needs })}</dt>
        <dd className="num" data-figure="needs">
          {say(count(needs))}
        </dd>
      </div>
      <div>
        <dt>{t('home:figureMoney')}</dt>
        <dd className="num" data-figure="money">
          {say(amounts.say(received('money'), 'kopeck'))}
        </dd>
      </div>
      <div>
        <dt>{t('home:figureTime')}</dt>
        <dd className="num" data-figure="time">
          {say(amounts.say(Math.round(received('time') / 60) * 60, 'minute'))}
        </dd>
      </div>
    </dl>
  );
}

/** The wide card tells a story: the newest need that has one comes first. */
function leadFirst(needs: readonly Need[]): Need[] {
  const lead = needs.find((need) => need.description !== '') ?? needs[0];
  return lead ? [lead, ...needs.filter((need) => need !== lead)] : [];
}

function NeedsNow({ total }: { total: number | undefined }): ReactNode {
  const query = useNeeds({ limit: 5 });
  const lists = { categories: useCatalogue('categories'), places: useCatalogue('places') };
  return (
    <section className="section" aria-labelledby="now">
      <div className="wrap">
        <div className="section-head">
          <div>
            <h2 className="h-section" id="now">
              {t('home:now')}
            </h2>
            <p className="lead">{t('home:nowLead')}</p>
          </div>
          <Link className="btn btn-quiet" to="/needs" search={{}}>
            {total ? t('home:all', { count: total }) : t('home:allPlain')}
            <Icon name="arrow" />
          </Link>
        </div>
        <Loaded query={query} bones={<Bones rows={2} height={300} />}>
          {(page) =>
            page.items.length === 0 ? (
              <Empty title={t('home:empty')}>
                <p>{t('home:emptyText')}</p>
                <Link className="btn btn-main" to="/offer" search={{}}>
                  {t('nav.offer')}
                </Link>
              </Empty>
            ) : (
              <div className="needs">
                {leadFirst(page.items).map((need, index) => (
                  <NeedCard key={need.id} need={need} lists={lists} lead={index === 0} />
                ))}
              </div>
            )
          }
        </Loaded>
      </div>
    </section>
  );
}

export function HomePage(): ReactNode {
  const bySphere = useBalance('sphere').data;
  const byPlace = useBalance('place').data;
  const places = usePlaces().data;
  const region = useInstallation().data?.region;
  const scheme = useSchemeData(region?.code).data;
  return (
    <>
      <PageHead title={t('home:title', { region: nameOf(region, 'none') })} description={t('home:lead')} />
      <section className="hero">
        <div className="wrap hero-in">
          <div>
            <h1 className="h-hero">{t('home:hero')}</h1>
            <p className="lead">{t('home:lead')}</p>
            <Figures items={bySphere} />
          </div>
          <figure className="hero-map">
            {byPlace && places && scheme && <Scheme items={byPlace} places={places} data={scheme} />}
          </figure>
        </div>
      </section>
      <Doors />
      <NeedsNow total={bySphere && openNeeds(bySphere)} />
      <Story />
      {bySphere && linesOf(bySphere).length > 0 && (
        <OpenTable items={bySphere} folded foot={<ClosedDay />} beside={<CameLately />} />
      )}
      <section className="band">
        <div className="wrap section-tight">
          <p className="row row-wrap home-more">
            <Link to="/how">{t('nav.how')}</Link>
            <Link to="/balance" search={{}}>
              {t('nav.balance')}
            </Link>
          </p>
          <div className="grid-3 band-grid">
            {(['checks', 'money', 'organizations'] as const).map((part) => (
              <div key={part}>
                <h2 className="h-block">{t(`home:${part}`)}</h2>
                <p className="muted gap-top-2">
                  {t(`home:${part}Text`)}
                  {part === 'organizations' && (
                    <>
                      {' '}
                      <Link to="/desk">{t('home:toDesk')}</Link>
                    </>
                  )}
                </p>
              </div>
            ))}
          </div>
        </div>
      </section>
    </>
  );
}
