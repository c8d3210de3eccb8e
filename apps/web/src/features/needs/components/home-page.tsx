import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import type { Need } from '../../../lib/api-types.js';
import { count } from '../../../lib/amount.js';
import { t } from '../../../lib/words.js';
import { useAmounts, useByCode, useCategories, usePlaces } from '../../catalogue/api/catalogue.js';
import { useNeeds, useOpenNeeds, type OpenNeeds } from '../api/needs.js';
import { Doors } from './doors.js';
import { NeedCard } from './need-card.js';
import { OpenTable } from './open-table.js';
import { Scheme } from './scheme.js';

const received = ({ needs }: OpenNeeds, unit: string): number => needs.reduce((sum, need) => (need.balance.unit === unit ? sum + need.balance.received : sum), 0);

/** Sums of what the open needs say; no figure is shown that does not come from them. */
function Figures({ open }: { open: OpenNeeds | undefined }): ReactNode {
  const amounts = useAmounts();
  const say = (value: string | undefined): string => value ?? '…';
  const number = open && `${count(open.needs.length)}${open.complete ? '' : '+'}`;
  return (
    <dl className="hero-figs" aria-busy={open ? undefined : true}>
      <div><dt>{t('home.figureNeeds', { count: open?.needs.length ?? 0 })}</dt><dd className="num" data-figure="needs">{say(number)}</dd></div>
      <div><dt>{t('home.figureMoney')}</dt><dd className="num" data-figure="money">{say(open && amounts.say(received(open, 'kopeck'), 'kopeck'))}</dd></div>
      <div><dt>{t('home.figureTime')}</dt><dd className="num" data-figure="time">{say(open && amounts.say(Math.round(received(open, 'minute') / 60) * 60, 'minute'))}</dd></div>
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
  const lists = { categories: useByCode(useCategories().data), places: useByCode(usePlaces().data) };
  return (
    <section className="section" aria-labelledby="now">
      <div className="wrap">
        <div className="section-head">
          <div><h2 className="h-section" id="now">{t('home.now')}</h2><p className="lead">{t('home.nowLead')}</p></div>
          <Link className="btn btn-quiet" to="/needs" search={{}}>{total ? t('home.all', { count: total }) : t('home.allPlain')}<Icon name="arrow" /></Link>
        </div>
        <Loaded query={query} bones={<Bones rows={2} height={300} />}>
          {(page) => page.items.length === 0
            ? <Empty title={t('home.empty')}><p>{t('home.emptyText')}</p><Link className="btn btn-main" to="/offer" search={{}}>{t('nav.offer')}</Link></Empty>
            : <div className="needs">{leadFirst(page.items).map((need, index) => <NeedCard key={need.id} need={need} lists={lists} lead={index === 0} />)}</div>}
        </Loaded>
      </div>
    </section>
  );
}

export function HomePage(): ReactNode {
  const open = useOpenNeeds();
  const places = usePlaces();
  return (
    <>
      <PageHead title={t('home.title')} description={t('home.lead')} />
      <section className="hero">
        <div className="wrap hero-in">
          <div>
            <h1 className="h-hero">{t('home.hero')}</h1>
            <p className="lead">{t('home.lead')}</p>
            <Figures open={open.data} />
          </div>
          <figure className="hero-map">{open.data && places.data && <Scheme needs={open.data.needs} places={places.data} />}</figure>
        </div>
      </section>
      <Doors />
      <NeedsNow total={open.data?.complete ? open.data.needs.length : undefined} />
      {open.data && open.data.needs.length > 0 && <OpenTable needs={open.data.needs} />}
      <section className="band">
        <div className="wrap section-tight">
          <div className="grid-3 band-grid">
            {(['checks', 'money', 'organizations'] as const).map((part) => (
              <div key={part}><h2 className="h-block">{t(`home.${part}`)}</h2><p className="muted gap-top-2">{t(`home.${part}Text`)}{part === 'organizations' && <> <Link to="/desk">{t('home.toDesk')}</Link></>}</p></div>
            ))}
          </div>
        </div>
      </section>
    </>
  );
}
