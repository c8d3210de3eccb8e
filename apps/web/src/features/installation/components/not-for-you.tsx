import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHead } from '../../../components/page.js';
import type { Session } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { useInstallation } from '../api/installation.js';

/** To whom a room of the administration is not open: why, who could change that, and where their own work is. */
export function NotForYou({ session }: { session: Session }): ReactNode {
  const operator = useInstallation().data?.operator;
  const moderates = session.roles.includes('moderator');
  return (
    <div className="wrap page-narrow" data-not-for-you>
      <PageHead title={t('administration:notForYou.title')} />
      <h1 className="h-page">{t('administration:notForYou.title')}</h1>
      <p className="lead gap-top-3">
        {t(
          session.secondFactorRequired
            ? 'administration:notForYou.asleep'
            : moderates
              ? 'administration:notForYou.moderator'
              : 'administration:notForYou.person',
          { name: session.person.name },
        )}
      </p>
      <p className="muted gap-top-3">
        {operator ? (
          <>
            {t('administration:notForYou.operator', { name: operator.name })}{' '}
            <a href={`mailto:${operator.email}`}>{operator.email}</a>
          </>
        ) : (
          t('administration:notForYou.noOperator')
        )}
      </p>
      <p className="row row-wrap gap-top-6">
        {session.secondFactorRequired && (
          <Link className="btn btn-main" to="/me/security">
            {t('nav.security')}
          </Link>
        )}
        {moderates && (
          <>
            <Link className="btn btn-main" to="/moderation" search={{}}>
              {t('nav.moderation')}
            </Link>
            <Link className="btn btn-quiet" to="/admin/audit" search={{}}>
              {t('administration:audit.title')}
            </Link>
          </>
        )}
        {!moderates && (
          <Link className="btn btn-quiet" to="/me">
            {t('offers:account')}
          </Link>
        )}
      </p>
    </div>
  );
}
