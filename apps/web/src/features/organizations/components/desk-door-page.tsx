import { Link, Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHead } from '../../../components/page.js';
import { Bones } from '../../../components/states.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { t } from '../../../lib/words.js';

/** `/desk` leads to the only desk a person has, lets them choose among several, and says what to do when there is none. */
export function DeskDoorPage(): ReactNode {
  const { data: session } = useSession();
  if (session === null)
    return <SignInFirst title={t('organizations:door.title')} text={t('organizations:door.text')} />;
  if (!session)
    return (
      <div className="wrap page-narrow">
        <Bones rows={2} />
      </div>
    );
  const [first, ...others] = session.memberships;
  if (first && others.length === 0)
    return <Navigate to="/desk/$org" params={{ org: first.organization.id }} search={{}} replace />;
  return (
    <div className="wrap page-narrow">
      <PageHead title={t('organizations:desk')} />
      <h1 className="h-page">{t('organizations:desk')}</h1>
      {first ? (
        <ul className="sheet pad stack gap-top-6">
          {session.memberships.map(({ organization }) => (
            <li key={organization.id}>
              <Link to="/desk/$org" params={{ org: organization.id }} search={{}}>
                {organization.shortName || organization.name}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <p className="lead gap-top-3">{t('organizations:none')}</p>
          <p className="row row-wrap gap-top-6">
            <Link className="btn btn-main" to="/desk/new">
              {t('organizations:register')}
            </Link>
            <Link className="btn btn-quiet" to="/offer" search={{}}>
              {t('nav.offer')}
            </Link>
          </p>
        </>
      )}
    </div>
  );
}
