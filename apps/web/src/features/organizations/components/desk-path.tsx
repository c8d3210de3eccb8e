import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';

/** The way back to the desk, under the name of the organization. */
export function DeskPath({ org }: { org: string }): ReactNode {
  const membership = useSession().data?.memberships.find(({ organization }) => organization.id === org);
  const name = membership ? membership.organization.shortName || membership.organization.name : t('organizations:desk');
  return (
    <nav aria-label={t('nav.path')}>
      <ol className="crumbs">
        <li>
          <Link to="/desk/$org" params={{ org }} search={{}}>
            {name}
          </Link>
        </li>
      </ol>
    </nav>
  );
}
