import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { PageHead, Pager } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { t } from '../../../lib/words.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { DeskPath } from '../../organizations/components/desk-path.js';
import { useBankRows } from '../api/payments.js';
import { BankImport } from './bank-import.js';
import { BankMonth } from './bank-month.js';
import { BankStatements, LastStatement } from './bank-statements.js';
import { CardDesk } from './card-account.js';
import { DecidedRows } from './decided-rows.js';
import { GiftRegister } from './gift-register.js';
import { BankRowCase } from './bank-row.js';
import { SplitRow } from './split-row.js';
import { SurplusOfOrganization } from './surplus-list.js';

const route = getRouteApi('/desk/$org/bank');

/** `/desk/{org}/bank`: statements of the bank, and transfers that wait for a word. */
export function BankPage(): ReactNode {
  const { org } = route.useParams();
  const { cursor, card } = route.useSearch();
  const { data: session } = useSession();
  const query = useBankRows(org, cursor, Boolean(session));
  if (session === null) return <SignInFirst />;
  if ([403, 404].includes((query.error as Problem | null)?.status ?? 0)) return <NotFoundPage />;
  return (
    <div className="wrap page-form">
      <PageHead title={t('payments:bank.title')} />
      <DeskPath org={org} />
      <header className="page-head">
        <h1 className="h-page">{t('payments:bank.title')}</h1>
        <p className="lead">{t('payments:bank.lead')}</p>
      </header>
      <BankImport org={org} />
      {session && <LastStatement org={org} />}
      <section className="gap-top-6" aria-labelledby="decide">
        <h2 className="h-block gap-below-4" id="decide">
          {t('payments:bank.toDecide')}
        </h2>
        <Loaded query={query} bones={<Bones rows={3} />}>
          {({ items, nextCursor }) => (
            <>
              {items.length === 0 ? (
                !cursor && (
                  <Empty title={t('payments:bank.none')}>
                    <p>{t('payments:bank.noneText')}</p>
                  </Empty>
                )
              ) : (
                <div className="panel">
                  {items.map((row) => (
                    <div key={row.id} className="bank-case">
                      <BankRowCase row={row} />
                      <SplitRow row={row} />
                    </div>
                  ))}
                </div>
              )}
              <Pager
                cursor={cursor}
                next={nextCursor}
                link={(search, words) => (
                  <Link className="btn btn-quiet" to="/desk/$org/bank" params={{ org }} search={search}>
                    {words}
                  </Link>
                )}
              />
            </>
          )}
        </Loaded>
      </section>
      {session && <DecidedRows org={org} />}
      {session && <BankStatements org={org} />}
      {session && <SurplusOfOrganization org={org} />}
      {session && <BankMonth org={org} />}
      {session && <CardDesk org={org} back={card !== undefined} />}
      <GiftRegister org={org} />
    </div>
  );
}
