import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import { day } from '../../../lib/dates.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { useMailWords, useZone } from '../../installation/api/installation.js';
import type { Organization, OrganizationRole } from '../api/organizations.js';

/** Why nothing can be written here now, and what leads on. The server has said that it cannot (`can`); this only puts it in words. */
function WhyNot({ organization, role }: { organization: Organization; role: OrganizationRole | undefined }): ReactNode {
  const params = { org: organization.id };
  const mailWords = useMailWords();
  if (organization.status === 'verified') {
    return (
      <Notice>
        <p>{t(organization.informal ? 'organizations:record.verifiedGroup' : 'organizations:record.verified')}</p>
        <p className="gap-top-2">
          <Link to="/complaint" search={{ about: `/organizations/${organization.id}` }}>
            {t('organizations:record.toModerator')}
          </Link>
        </p>
        {!organization.informal && (
          <p className="gap-top-2">
            <Link to="/desk/$org/account" params={params} search={{}}>
              {t('organizations:account.title')}
            </Link>
          </p>
        )}
      </Notice>
    );
  }
  if (organization.status === 'submitted' || organization.status === 'suspended')
    return (
      <Notice>
        <p>{mailWords(`organizations:record.${organization.status}`)}</p>
      </Notice>
    );
  return (
    <Notice>
      <p>
        {t('organizations:record.owners')}{' '}
        {role !== undefined && (
          <Link to="/desk/$org/people" params={params}>
            {t('organizations:record.whoOwns')}
          </Link>
        )}
      </p>
    </Notice>
  );
}

/** Names, numbers and account as they stand. */
export function RecordFacts({ organization }: { organization: Organization }): ReactNode {
  const zone = useZone();
  const places = useCatalogue('places');
  const { account } = organization;
  const facts: [string, string | null | undefined][] = [
    [t('organizations:form.form'), organization.formName],
    [t('organizations:form.name'), organization.name],
    [t('organizations:form.shortName'), organization.shortName],
    [t('needs:place'), placeName(places.get(organization.place), PENDING_NAME)],
    [t('organizations:form.inn'), organization.inn],
    [t('organizations:form.ogrn'), organization.ogrn],
    [t('organizations:form.kpp'), organization.kpp],
    [
      t('organizations:form.account'),
      account && `${account.number}, ${account.bankName}, ${t('organizations:form.bik')} ${account.bik}`,
    ],
    [t('organizations:record.verifiedSince'), organization.verifiedAt && day(organization.verifiedAt, zone)],
  ];
  return (
    <dl className="sheet pad facts-list">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="break">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The record as it stands, for the person who may read it and not change it. */
export function RecordShown({
  organization,
  role,
}: {
  organization: Organization;
  role: OrganizationRole | undefined;
}): ReactNode {
  return (
    <>
      <WhyNot organization={organization} role={role} />
      <RecordFacts organization={organization} />
    </>
  );
}
