import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { Kept } from '../../../components/kept.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { AppealLink } from '../../moderation/components/appeal-link.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { submitOrganization, useOrganization, type Organization, type OrganizationRole } from '../api/organizations.js';
import { DeskPath } from './desk-path.js';
import { RecordForm } from './record-form.js';
import { RecordShown } from './record-shown.js';
import { TrustReasons } from './trust.js';

function Record({ organization, role }: { organization: Organization; role: OrganizationRole | undefined }): ReactNode {
  const submit = useAction(submitOrganization, {
    refresh: ['session', 'organization'],
    onDone: () => goToOutcome('[data-record-status=submitted]', t('organizations:statusText.submitted')),
  });
  return (
    <div className="stack-6">
      {organization.status !== 'verified' && (
        <div tabIndex={-1} data-record-status={organization.status}>
          <Notice look={organization.status === 'submitted' ? 'wait' : 'info'} role="status">
            <p>{t(`organizations:statusText.${organization.status}`, { reason: organization.returnReason ?? '' })}</p>
            {organization.status !== 'draft' && (
              <AppealLink
                about={organization.id}
                of={organization.status === 'suspended' ? 'suspension' : 'organization'}
              />
            )}
          </Notice>
        </div>
      )}
      {organization.status !== 'verified' &&
        !organization.informal &&
        organization.trust.reasons?.some(({ code, holds }) => code === 'papers' && !holds) && (
          <p>
            {t('organizations:record.papers')}{' '}
            <Link to="/desk/$org/documents" params={{ org: organization.id }}>
              {t('organizations:record.papersOpen')}
            </Link>
          </p>
        )}
      {organization.warnings?.map((warning) => (
        <Notice key={warning.code + warning.field} look="wait">
          <p>{warning.sentence}</p>
        </Notice>
      ))}
      {organization.can.includes('submit') && (
        <div>
          <p className="gap-below-2">{t('organizations:form.saved')}</p>
          <Button look="main" size="large" busy={submit.busy} onClick={() => void submit.run(organization.id)}>
            {t('organizations:form.submit')}
          </Button>
          {submit.problem && (
            <div className="gap-top-3">
              <ProblemNotice problem={submit.problem} />
              {submit.problem.fields.map((f) => (
                <p className="error" key={f.field + f.code}>
                  {f.message}
                </p>
              ))}
            </div>
          )}
        </div>
      )}
      {organization.can.includes('edit') ? (
        <Kept now={organization} version={(one) => one.version}>
          {(read, keeping) => <RecordForm known={read} {...keeping} />}
        </Kept>
      ) : (
        <RecordShown organization={organization} role={role} />
      )}
      <TrustReasons trust={organization.trust} />
    </div>
  );
}

/** `/desk/new` begins a record, `/desk/{org}/record` corrects it and sends it for review. */
export function OrganizationFormPage(): ReactNode {
  const { org } = useParams({ strict: false }) as { org?: string };
  const { data: session } = useSession();
  const [id] = useState(org);
  const query = useOrganization(org ?? '', Boolean(session) && org !== undefined);
  if (session === null) return <SignInFirst />;
  if ((query.error as Problem | null)?.status === 404) return <NotFoundPage />;
  const role = session?.memberships.find(({ organization }) => organization.id === org)?.role as
    OrganizationRole | undefined;
  const ready = session && (org === undefined || query.data);
  return (
    <div className="wrap page-form">
      <PageHead title={t(org ? 'organizations:form.edit' : 'organizations:form.title')} />
      {org && <DeskPath org={org} />}
      <header className="page-head">
        <h1 className="h-page">
          {query.data?.shortName ?? t(org ? 'organizations:form.edit' : 'organizations:form.title')}
        </h1>
        {query.data?.status !== 'verified' && <p className="lead">{t('organizations:form.lead')}</p>}
      </header>
      {query.error && <ProblemNotice problem={query.error as Problem} onRetry={() => void query.refetch()} />}
      {!ready ? (
        !query.error && <Bones rows={4} />
      ) : query.data ? (
        <Record key={id} organization={query.data} role={role} />
      ) : (
        <RecordForm known={undefined} />
      )}
    </div>
  );
}
