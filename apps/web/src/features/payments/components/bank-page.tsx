import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { PageHead, Pager } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
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
import { SurplusOfOrganization } from './surplus-list.js';
import './bank.css';

const route = getRouteApi('/desk/$org/bank');

/** Transfers that wait for a word, each with what the bank wrote on the left and the decision on the right. */
function ToDecide({
  query,
  org,
  cursor,
}: {
  query: ReturnType<typeof useBankRows>;
  org: string;
  cursor: string | undefined;
}): ReactNode {
  return (
    <section aria-labelledby="decide">
      <Loaded query={query} bones={<Bones rows={3} />}>
        {({ items, nextCursor }) => (
          <>
            <div className="panel">
              <div className="panel-head">
                <h2 className="h-dense" id="decide">
                  {t('payments:bank.toDecide')}
                </h2>
                {items.length > 0 && !cursor && !nextCursor && (
                  <span className="small muted">{t('payments:month.transfers', { count: items.length })}</span>
                )}
              </div>
              {items.length === 0 && !cursor && (
                <div className="panel-body">
                  <p className="strong">{t('payments:bank.none')}</p>
                  <p className="small muted gap-top-1">{t('payments:bank.noneText')}</p>
                </div>
              )}
              {items.map((row) => (
                <BankRowCase key={row.id} row={row} />
              ))}
            </div>
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
  );
}

/** `/desk/{org}/bank`: statements of the bank, and transfers that wait for a word. */
export function BankPage(): ReactNode {
  const { org } = route.useParams();
  const { cursor, card } = route.useSearch();
  const { data: session } = useSession();
  const query = useBankRows(org, cursor, Boolean(session));
  if (session === null) return <SignInFirst />;
  if ([403, 404].includes((query.error as Problem | null)?.status ?? 0)) return <NotFoundPage />;
  return (
    <div className="wrap-wide work-page">
      <PageHead title={t('payments:bank.title')} />
      <DeskPath org={org} />
      <div className="work-top">
        <div>
          <h1 className="h-work">{t('payments:bank.title')}</h1>
          <p className="small muted">{t('payments:bank.lead')}</p>
        </div>
        <a className="btn btn-main push bank-to-import" href="#import">
          {t('payments:bank.import')}
        </a>
      </div>
      {session && <LastStatement org={org} />}
      <div className="bench bench-bank">
        <div className="stack">
          <ToDecide query={query} org={org} cursor={cursor} />
          {session && <DecidedRows org={org} />}
        </div>
        <div className="stack">
          <BankImport org={org} />
          {session && <SurplusOfOrganization org={org} />}
          {session && <BankStatements org={org} />}
        </div>
      </div>
      {session && <BankMonth org={org} />}
      <div className="bench bench-even gap-top-5">
        {session && <CardDesk org={org} back={card !== undefined} />}
        <GiftRegister org={org} />
      </div>
    </div>
  );
}
