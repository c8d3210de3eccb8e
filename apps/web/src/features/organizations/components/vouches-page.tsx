import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { useZone } from '../../installation/api/installation.js';
import { useToVouch, type Organization } from '../api/organizations.js';

function Group({ group }: { group: Organization }): ReactNode {
  const zone = useZone();
  const places = useCatalogue('places');
  return (
    <li className="row between row-wrap" data-group={group.id}>
      <div>
        <p className="strong break">{typograph(group.name)}</p>
        <p className="small muted">
          {[
            group.formName,
            placeName(places.get(group.place), PENDING_NAME),
            group.submittedAt && day(group.submittedAt, zone),
          ]
            .filter(Boolean)
            .join('\u00a0· ')}
        </p>
      </div>
      <Link
        className="btn btn-quiet btn-dense"
        to="/organizations/$id"
        params={{ id: group.id }}
        search={{}}
        aria-label={t('organizations:vouch.answerTo', { name: group.shortName || group.name })}
      >
        {t('organizations:vouch.answer')}
      </Link>
    </li>
  );
}

/** `/vouches`: groups without registration that wait for an official of their place, the longest waiting first. */
export function VouchesPage(): ReactNode {
  const { data: session } = useSession();
  const query = useToVouch(Boolean(session));
  if (session === null) return <SignInFirst />;
  return (
    <div className="wrap page-form">
      <PageHead title={t('organizations:vouch.list')} />
      <nav aria-label={t('nav.path')}>
        <ol className="crumbs">
          <li>
            <Link to="/me">{t('tab.me')}</Link>
          </li>
        </ol>
      </nav>
      <header className="page-head">
        <h1 className="h-page">{t('organizations:vouch.list')}</h1>
        <p className="lead">{t('organizations:vouch.lead')}</p>
      </header>
      <Loaded query={query} bones={<Bones rows={3} />}>
        {(groups) =>
          groups.length === 0 ? (
            <Empty level={2} title={t('organizations:vouch.none')}>
              <p>{t('organizations:vouch.noneText')}</p>
            </Empty>
          ) : (
            <ul className="sheet pad lines">
              {groups.map((group) => (
                <Group key={group.id} group={group} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}
