import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { FromTo, Tag } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import { dayTime } from '../../../lib/dates.js';
import { focusFirstError } from '../../../lib/form.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { useZone } from '../../installation/api/installation.js';
import { askForAccount, cancelAccountChange, useAccountChanges } from '../api/account-changes.js';
import {
  useMembers,
  useOrganization,
  type AccountChange,
  type BankAccount,
  type Organization,
} from '../api/organizations.js';
import { AccountFields } from './account-fields.js';
import { DeskPath } from './desk-path.js';

const route = getRouteApi('/desk/$org/account');
const EMPTY: BankAccount = { bik: '', number: '', bankName: '', correspondent: '' };
const REFRESH = ['organization', 'account-changes'];
const LOOK = { submitted: 'wait', approved: 'wait', applied: 'good', returned: 'warn', cancelled: '' } as const;
const digits = (text: string): string => text.replace(/\s/g, '');

function AccountLine({ account }: { account: BankAccount }): ReactNode {
  return (
    <>
      <span className="code">{account.number}</span>
      <br />
      <span className="small muted">
        {account.bankName}, {t('organizations:form.bik')} {account.bik}
      </span>
    </>
  );
}

function AskForm({ organization }: { organization: Organization }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const [account, setAccount] = useState(EMPTY);
  const first = !organization.account;
  const action = useAction(askForAccount, {
    refresh: REFRESH,
    onDone: () => {
      setAccount(EMPTY);
      goToOutcome('[data-account-change]', t('organizations:account.submitted', { signatures: 0 }));
    },
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { bik, number, bankName, correspondent } = account;
    await action.run({
      org: organization.id,
      version: organization.version,
      account: {
        bik: digits(bik),
        number: digits(number),
        bankName: bankName.trim(),
        correspondent: digits(correspondent),
      },
    });
    focusFirstError(element.current);
  };
  return (
    <form ref={element} className="sheet pad-l stack" onSubmit={(event) => void submit(event)} aria-labelledby="ask">
      <h2 className="h-block" id="ask">
        {t(`organizations:account.${first ? 'askFirst' : 'ask'}`)}
      </h2>
      <p className="muted">{t(`organizations:account.${first ? 'askFirstText' : 'askText'}`)}</p>
      <AccountFields
        account={account}
        change={(changes) => setAccount({ ...account, ...changes })}
        error={action.error}
      />
      <ProblemNotice problem={action.general} />
      <p>
        <Button type="submit" look="main" busy={action.busy}>
          {t('organizations:account.send')}
        </Button>
      </p>
    </form>
  );
}

/** What is on its way, how far it has come, and an owner's no. */
function OnItsWay({ organization, change }: { organization: Organization; change: AccountChange }): ReactNode {
  const zone = useZone();
  const [sure, setSure] = useState(false);
  const cancel = useAction(cancelAccountChange, {
    refresh: REFRESH,
    onDone: () =>
      goToOutcome('[data-account-now]', t(`organizations:account.${change.before ? 'cancelDone' : 'cancelDoneFirst'}`)),
  });
  return (
    <section className="sheet pad-l stack" aria-labelledby="way">
      <h2 className="h-block" id="way">
        {t('organizations:account.onItsWay')}
      </h2>
      <p>
        <AccountLine account={change.after} />
      </p>
      <div tabIndex={-1} data-account-change={change.status}>
        <Notice look="wait" role="status">
          <p>
            {change.status === 'approved' && change.effectiveAt
              ? t('organizations:account.approved', { time: dayTime(change.effectiveAt, zone) })
              : t('organizations:account.submitted', { signatures: change.signatures })}
          </p>
          <p className="small">{t(`organizations:account.${change.before ? 'meanwhile' : 'meanwhileFirst'}`)}</p>
        </Notice>
      </div>
      {organization.can.includes('cancel-account-change') && (
        <div>
          <Button look="no" aria-expanded={sure} onClick={() => setSure(!sure)}>
            {t('organizations:account.cancel')}
          </Button>
          {sure && (
            <div className="prop-part">
              <p className="small">{t(`organizations:account.${change.before ? 'cancelSure' : 'cancelSureFirst'}`)}</p>
              <Button
                look="no"
                size="dense"
                autoFocus
                busy={cancel.busy}
                onClick={() => void cancel.run(organization.id)}
              >
                {t('organizations:account.cancelGo')}
              </Button>
              <Button look="plain" size="dense" onClick={() => setSure(false)}>
                {t('form.close')}
              </Button>
            </div>
          )}
          <ProblemNotice problem={cancel.problem} />
        </div>
      )}
    </section>
  );
}

function History({ org }: { org: string }): ReactNode {
  const zone = useZone();
  const { cursor } = route.useSearch();
  const query = useAccountChanges(org, cursor, true);
  return (
    <section aria-labelledby="history">
      <h2 className="h-block gap-below-4" id="history">
        {t('organizations:account.history')}
      </h2>
      <Loaded query={query}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="muted">{t('organizations:account.noHistory')}</p>
          ) : (
            <ul className="sheet pad lines">
              {page.items.map((change) => (
                <li key={change.id} data-change={change.id} data-status={change.status}>
                  <div className="row between row-wrap">
                    <p className="small muted">{dayTime(change.requestedAt, zone)}</p>
                    <Tag look={LOOK[change.status]}>{t(`organizations:account.status.${change.status}`)}</Tag>
                  </div>
                  <p className="gap-top-1 break">
                    {change.before ? (
                      <FromTo
                        from={<del className="muted">{change.before.number}</del>}
                        to={<b>{change.after.number}</b>}
                      />
                    ) : (
                      <b>{change.after.number}</b>
                    )}
                    , {change.after.bankName}
                  </p>
                  {change.reason && <p className="small muted">{change.reason}</p>}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {query.data?.nextCursor && (
        <p className="gap-top-4">
          <Link
            className="btn btn-quiet"
            to="/desk/$org/account"
            params={{ org }}
            search={{ cursor: query.data.nextCursor }}
          >
            {t('needs:more')}
          </Link>
        </p>
      )}
    </section>
  );
}

/** Owners as their colleagues see them, and how each is written to. */
function WhomToAsk({ org }: { org: string }): ReactNode {
  const owners = useMembers(org, true).data?.items.filter(({ role }) => role === 'owner') ?? [];
  if (owners.length === 0) return null;
  return (
    <>
      <p className="strong gap-top-2">{t('organizations:account.whom')}</p>
      <ul>
        {owners.map(({ person }) => (
          <li key={person.id} className="break">
            {person.name}, <a href={`mailto:${person.email}`}>{person.email}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Why the reader finds no form here, and what leads on. The server has said that there is none (`can`); this only puts it in words. */
function WhyNot({ organization }: { organization: Organization }): ReactNode {
  const { can, informal, status, accountChange, id } = organization;
  if (can.includes('cancel-account-change')) return null; // an owner who waits for the two approvals
  if (can.includes('edit'))
    return (
      <Notice>
        <p>
          {t('organizations:account.inRecord')}{' '}
          <Link to="/desk/$org/record" params={{ org: id }}>
            {t('organizations:openRecord')}
          </Link>
        </p>
      </Notice>
    );
  const why = informal ? 'informal' : status !== 'verified' ? 'notNow' : accountChange ? 'ownersNow' : 'owners';
  return (
    <Notice>
      <p>{t(`organizations:account.${why}`)}</p>
      {(why === 'owners' || why === 'ownersNow') && <WhomToAsk org={id} />}
    </Notice>
  );
}

function Account({ organization }: { organization: Organization }): ReactNode {
  return (
    <div className="stack-6">
      <section className="sheet pad-l" aria-labelledby="now">
        <h2 className="h-block" id="now">
          {t('organizations:account.now')}
        </h2>
        <p className="gap-top-3" tabIndex={-1} data-account-now>
          {organization.account ? <AccountLine account={organization.account} /> : t('organizations:account.none')}
        </p>
      </section>
      {organization.accountChange && <OnItsWay organization={organization} change={organization.accountChange} />}
      {organization.can.includes('change-account') ? (
        <AskForm organization={organization} />
      ) : (
        <WhyNot organization={organization} />
      )}
      <History org={organization.id} />
    </div>
  );
}

/** `/desk/{org}/account`: the account that gets the money, how it changes, and how it changed before. */
export function AccountChangePage(): ReactNode {
  const { org } = route.useParams();
  const { data: session } = useSession();
  const query = useOrganization(org, Boolean(session));
  if (session === null) return <SignInFirst />;
  if ((query.error as Problem | null)?.status === 404 || (query.data && query.data.account === undefined))
    return <NotFoundPage />;
  return (
    <div className="wrap page-form">
      <PageHead title={t('organizations:account.title')} />
      <DeskPath org={org} />
      <header className="page-head">
        <h1 className="h-page">{t('organizations:account.title')}</h1>
        <p className="lead">{t('organizations:account.lead')}</p>
      </header>
      <Loaded query={query} bones={<Bones rows={3} />}>
        {(organization) => <Account organization={organization} />}
      </Loaded>
    </div>
  );
}
