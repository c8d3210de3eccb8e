import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { PageHead } from '../../../components/page.js';
import { Bones } from '../../../components/states.js';
import { t } from '../../../lib/words.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { StatementShown } from './statement-page.js';

const route = getRouteApi('/desk/$org/statement');

/** `/desk/{org}/statement`: the books of an organization, for its own people: given of one that gives, received of one that asks. */
export function DeskStatementPage(): ReactNode {
  const { org } = route.useParams();
  const { from, to, row } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: session } = useSession();
  if (session === null) return <SignInFirst />;
  if (!session)
    return (
      <div className="wrap page-narrow">
        <Bones rows={3} />
      </div>
    );
  const organization = session.memberships.find((membership) => membership.organization.id === org)?.organization;
  if (!organization) return <NotFoundPage />;
  return (
    <div className="wrap-wide work-page">
      <PageHead title={t('statement:title')} />
      <StatementShown
        period={{ from, to, organization: org }}
        open={row}
        name={organization.shortName || organization.name}
        onChoose={(days) => void navigate({ search: days })}
      />
    </div>
  );
}
