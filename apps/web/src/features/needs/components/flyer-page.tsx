import { getRouteApi, Link, useHydrated } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { BalanceBar } from '../../../components/balance.js';
import { Button } from '../../../components/button.js';
import { CodePicture } from '../../../components/code-picture.js';
import { Logo } from '../../../components/marks.js';
import { Notice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Plate } from '../../../components/plate.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import type { Need } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { writtenIn } from '../../../lib/written-in.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { useNeed } from '../api/needs.js';
import { beginning } from './beginning.js';
import { OnOwnSite } from './own-site.js';
import { useShortAddress } from './share.js';
import './flyer.css';

const route = getRouteApi('/needs/$id/flyer');
/** As much of the description as the sheet has room for. */
const LEAD_MOST = 180;
const STEPS = [1, 2, 3] as const;

/** The sheet as it is printed: the same on the screen. */
function Sheet({ need }: { need: Need }): ReactNode {
  const amounts = useAmounts();
  const address = useShortAddress(need.number);
  const timeZone = useCatalogue('places').get(need.place)?.timeZone;
  const hydrated = useHydrated(); // the day is that of the reader's clock
  const { balance, kind } = need;
  const say = (amount: number): string => amounts.say(amount, balance.unit);
  return (
    <article className={`flyer k-${kind}`} aria-labelledby="flyer">
      <div className="flyer-plate" aria-hidden="true">
        <Plate kind={kind} category={need.category} sphere={need.sphere} seed={need.id} width={794} height={250} />
      </div>
      <div className="flyer-in">
        <h1 id="flyer" lang={writtenIn(need.title)}>
          {typograph(need.title)}
        </h1>
        {need.description && (
          <p className="flyer-lead" lang={writtenIn(need.description)}>
            {typograph(beginning(need.description, LEAD_MOST))}
          </p>
        )}
        <div className="flyer-give">
          <div className="flyer-qr">
            <CodePicture text={address} label={t('flyer:qr', { address })} />
          </div>
          <div>
            <ol>
              {STEPS.map((step) => (
                <li key={step} className="flyer-step">
                  <b aria-hidden="true">{step}</b> {t(`flyer:steps.${kind}.${step}`)}
                </li>
              ))}
            </ol>
            <p className="gap-top-4">
              {t('flyer:withoutCamera')} <b className="break">{address.replace(/^https?:\/\//, '')}</b>.{' '}
              {t('flyer:outcome')}
            </p>
          </div>
        </div>
        <div className="gap-top-5">
          <BalanceBar balance={balance} kind={kind} size="l" />
          <p className="row row-wrap between gap-top-2">
            <span>{t('flyer:got', { received: say(balance.received), reserved: say(balance.reserved) })}</span>
            <b>{t('flyer:left', { open: say(balance.open), required: say(balance.required) })}</b>
          </p>
        </div>
        <div className="flyer-foot">
          <span className="logo">
            <Logo />
            {t('name')}
          </span>
          <p>
            {t(`flyer:foot.${kind}`, { organization: typograph(need.organization.name) })}{' '}
            {hydrated && t('flyer:printed', { day: day(new Date().toISOString(), timeZone) })}
          </p>
        </div>
      </div>
    </article>
  );
}

/** `/needs/{id}/flyer`: a sheet to hang up, and the code for owners of sites. */
export function FlyerPage(): ReactNode {
  const { id } = route.useParams();
  const query = useNeed(id);
  if ((query.error as Problem | null)?.status === 404) return <NotFoundPage />;
  return (
    <div className="wrap flyer-page">
      <PageHead title={t('flyer:title', { title: query.data?.title ?? '' })} />
      <Loaded query={query} bones={<Bones rows={4} height={90} />}>
        {(need) => (
          <>
            <div className="no-print stack-2 gap-below-4">
              <p>
                <Link to="/needs/$id" params={{ id: need.id }}>
                  {t('flyer:back')}
                </Link>
              </p>
              {need.balance.open > 0 ? (
                <p className="lead">{t('flyer:lead')}</p>
              ) : (
                <Notice look="wait">
                  <p>{t('flyer:closed')}</p>
                </Notice>
              )}
              <p className="by-script">
                <Button look="main" onClick={() => window.print()}>
                  {t('flyer:print')}
                </Button>
              </p>
            </div>
            <Sheet need={need} />
            <OnOwnSite need={need} />
          </>
        )}
      </Loaded>
    </div>
  );
}
