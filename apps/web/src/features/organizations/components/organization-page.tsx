import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField } from '../../../components/field.js';
import { Icon } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { placeName, t } from '../../../lib/words.js';
import { useByCode, usePlaces } from '../../catalogue/api/catalogue.js';
import { useOrganization, vouchFor, type Organization } from '../api/organizations.js';

/** An official of the place says whether a group without papers is known there. Shown only to those who may. */
function Vouching({ organization }: { organization: Organization }): ReactNode {
  const [reason, setReason] = useState('');
  const action = useAction(vouchFor, { refresh: ['organization'] });
  const say = (outcome: 'vouch' | 'decline') => () => void action.run({ org: organization.id, outcome, reason: reason.trim() || undefined });
  return (
    <section className="sheet pad-l stack gap-top-6" aria-label={t('organizations:vouch.title')}>
      <h2 className="h-block">{t('organizations:vouch.title')}</h2>
      <p>{t('organizations:vouch.lead')}</p>
      <AreaField label={t('organizations:vouch.reason')} value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} error={action.problem?.fields.find((f) => f.field === 'reason')?.message} />
      <p className="row row-wrap">
        {organization.can.includes('vouch') && <Button look="main" busy={action.busy} onClick={say('vouch')}>{t('organizations:vouch.yes')}</Button>}
        {organization.can.includes('decline') && <Button look="no" busy={action.busy} onClick={say('decline')}>{t('organizations:vouch.no')}</Button>}
      </p>
      <ProblemNotice problem={action.problem} />
    </section>
  );
}

function Shown({ organization }: { organization: Organization }): ReactNode {
  const places = useByCode(usePlaces().data);
  return (
    <>
      <PageHead title={organization.shortName} />
      <h1 className="h-page">{organization.name}</h1>
      <p className="row row-wrap gap-top-6">
        <span className="row row-fact"><Icon name="pin" small />{placeName(places.get(organization.place), organization.place)}</span>
        <span className="tag">{t(`organizations:state.${organization.status}`)}</span>
      </p>
      <p><Link to="/needs" search={{}}>{t('nav.needs')}</Link></p>
      {organization.can.some((verb) => verb === 'vouch' || verb === 'decline') && <Vouching organization={organization} />}
    </>
  );
}

/** One organization as this reader may see it: what mails to officials lead to. */
export function OrganizationPage(): ReactNode {
  const { id } = useParams({ from: '/organizations/$id' });
  return <div className="wrap page-sign"><Loaded query={useOrganization(id)}>{(organization) => <Shown organization={organization} />}</Loaded></div>;
}
