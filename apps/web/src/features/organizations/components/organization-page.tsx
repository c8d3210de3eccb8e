import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Icon, Tag } from '../../../components/marks.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { nameOf, PENDING_NAME, t } from '../../../lib/words.js';
import { writtenIn } from '../../../lib/written-in.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { PlaceLink } from '../../catalogue/components/place-link.js';
import { useZone } from '../../installation/api/installation.js';
import { addressIn, openText } from '../../matching/components/opening-hours.js';
import { GiveHereLater } from '../../payments/components/give-here-later.js';
import { PointsHere } from '../../stock/components/points-here.js';
import { useOrganization, type Organization } from '../api/organizations.js';
import { GivenByOrganization } from '../../transparency/components/given.js';
import { Arrived, OpenNeeds, Reported } from './organization-needs.js';
import { TrustReasons, TrustSeal } from './trust.js';

/** Of moderators and its own people. */
const Papers = lazy(() => import('./attached-papers.js').then((module) => ({ default: module.AttachedPapers })));

/** Of those who may vouch. */
const Vouching = lazy(() => import('./vouching.js').then((module) => ({ default: module.Vouching })));

/** Numbers of the public registers, since when it is checked, and how far it is trusted. */
function Checked({ organization }: { organization: Organization }): ReactNode {
  const zone = useZone();
  const facts: [string, string | null][] = [
    [t('organization:page.form'), organization.formName],
    [t('organization:page.verifiedSince'), organization.verifiedAt && day(organization.verifiedAt, zone)],
    [t('organization:page.vouched'), organization.vouchedAt && day(organization.vouchedAt, zone)],
    [t('organization:page.inn'), organization.inn],
    [t('organization:page.ogrn'), organization.ogrn],
  ];
  return (
    <section className="sheet pad-l" aria-labelledby="checked">
      <h2 className="h-block" id="checked">
        {t('organization:page.checked')}
      </h2>
      <dl className="facts-list gap-top-2">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="break">{value}</dd>
            </div>
          ))}
      </dl>
      {organization.gives ? (
        <p className="small muted gap-top-3">{t('organization:given.checked')}</p>
      ) : (
        <p className="gap-top-3">
          <TrustSeal trust={organization.trust} />
        </p>
      )}
    </section>
  );
}

/** What the organization lets everybody read of how to reach it. */
function HowToReach({ organization: { contacts, handOverPoints, place } }: { organization: Organization }): ReactNode {
  const places = useCatalogue('places');
  if (!contacts && handOverPoints.length === 0) return null;
  return (
    <section className="sheet pad-l" aria-labelledby="reach">
      <h2 className="h-block" id="reach">
        {t('organization:contacts.title')}
      </h2>
      {contacts && (
        <p className="gap-top-2 break">
          {[contacts.name, contacts.phone, contacts.email, contacts.hours, contacts.note].filter(Boolean).join(', ')}
        </p>
      )}
      <ul className="lines gap-top-3">
        {handOverPoints.map((point) => (
          <li key={`${point.name} ${point.address}`}>
            <p className="strong">{point.name}</p>
            <p className="small muted">
              {[addressIn(places.get(place), point.address), openText(point.hours)].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What it takes of things, and what it has enough of at present. */
function Accepts({ accepts }: { accepts: NonNullable<Organization['accepts']> }): ReactNode {
  const goods = useCatalogue('goods');
  const { conditions, notNow } = accepts;
  return (
    <section className="sheet pad-l" aria-labelledby="accepts">
      <h2 className="h-block" id="accepts">
        {t('organization:accepts.title')}
      </h2>
      {conditions.length > 0 && (
        <p className="gap-top-2">
          {t('organization:accepts.take', {
            conditions: conditions.map((code) => t(`things:inCondition.${code}`)).join(', '),
          })}
        </p>
      )}
      {notNow.length > 0 && (
        <p className="gap-top-2">
          {t('things:notNow', { things: notNow.map((code) => nameOf(goods.get(code), PENDING_NAME)).join(', ') })}
        </p>
      )}
    </section>
  );
}

function Shown({ organization }: { organization: Organization }): ReactNode {
  const verified = organization.status === 'verified';
  return (
    <>
      <PageHead title={organization.shortName} />
      <header className="page-head">
        <h1 className="h-page" lang={writtenIn(organization.shortName || organization.name)}>
          {typograph(organization.shortName || organization.name)}
        </h1>
        {organization.name !== organization.shortName && (
          <p className="lead" lang={writtenIn(organization.name)}>
            {typograph(organization.name)}
          </p>
        )}
        <p className="row row-wrap gap-top-4">
          <span className="row row-fact">
            <Icon name="pin" small />
            <PlaceLink code={organization.place} />
          </span>
          <Tag look={verified ? 'good' : 'wait'}>{t(`organization:state.${organization.status}`)}</Tag>
        </p>
      </header>
      <div className="stack-6">
        {organization.can.some((verb) => verb === 'vouch' || verb === 'decline') && (
          <Suspense>
            <Vouching organization={organization} />
          </Suspense>
        )}
        {verified && <GivenByOrganization id={organization.id} gives={organization.gives} />}
        <Checked organization={organization} />
        <HowToReach organization={organization} />
        {organization.accepts && !organization.gives && <Accepts accepts={organization.accepts} />}
        {verified && !organization.gives && <PointsHere organization={organization.id} />}
        {!organization.gives && <TrustReasons trust={organization.trust} />}
        {organization.trust.reasons && (
          <Suspense fallback={<Bones rows={2} />}>
            <Papers org={organization.id} />
          </Suspense>
        )}
        {verified && !organization.gives && (
          <>
            <GiveHereLater to={{ organization: organization.id }} />
            <OpenNeeds />
            <Reported />
            <Arrived />
          </>
        )}
      </div>
    </>
  );
}

/** One organization as this reader may see it: what mails to officials lead to. */
export function OrganizationPage(): ReactNode {
  const { id } = useParams({ from: '/organizations/$id' });
  const query = useOrganization(id);
  if ((query.error as Problem | null)?.status === 404) return <NotFoundPage />;
  return (
    <div className="wrap page-form">
      <nav aria-label={t('nav.path')}>
        <ol className="crumbs">
          <li>
            <Link to="/needs" search={{}}>
              {t('nav.needs')}
            </Link>
          </li>
        </ol>
      </nav>
      <Loaded query={query}>{(organization) => <Shown organization={organization} />}</Loaded>
    </div>
  );
}
