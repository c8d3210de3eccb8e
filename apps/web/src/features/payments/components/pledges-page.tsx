import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { MorePages } from '../../../components/more-pages.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { t } from '../../../lib/words.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { DeskPath } from '../../organizations/components/desk-path.js';
import { usePledges } from '../api/pledges.js';
import { PledgeCard } from './pledge-card.js';
import { PledgeForm } from './pledge-form.js';

const route = getRouteApi('/desk/$org/pledges');

/** `/desk/{org}/pledges`: what a company has pledged, what of it is to be paid, and a new pledge for its owner. */
export function PledgesPage(): ReactNode {
  const { org } = route.useParams();
  const { data: session } = useSession();
  const query = usePledges(org, Boolean(session));
  if (session === null) return <SignInFirst />;
  if ([403, 404].includes((query.error as Problem | null)?.status ?? 0)) return <NotFoundPage />;
  const isOwner = session?.memberships.some(({ organization, role }) => organization.id === org && role === 'owner');
  return (
    <div className="wrap page-form">
      <PageHead title={t('pledges:title')} />
      <DeskPath org={org} />
      <header className="page-head">
        <h1 className="h-page">{t('pledges:title')}</h1>
        <p className="lead">{t('pledges:lead')}</p>
      </header>
      <div className="stack-6">
        <Loaded query={query} bones={<Bones rows={3} />}>
          {({ pages }) => {
            const pledges = pages.flatMap(({ items }) => items);
            return pledges.length === 0 ? (
              <Empty title={t('pledges:none')}>
                <p>{t(isOwner ? 'pledges:noneText' : 'pledges:noneOfOthers')}</p>
              </Empty>
            ) : (
              pledges.map((pledge) => <PledgeCard key={pledge.id} pledge={pledge} />)
            );
          }}
        </Loaded>
        <MorePages pages={query} />
        {isOwner && <PledgeForm org={org} />}
      </div>
    </div>
  );
}
