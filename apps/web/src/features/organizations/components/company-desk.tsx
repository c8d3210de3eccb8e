import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { Notice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Loaded } from '../../../components/states.js';
import type { Match, Session } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { Proposal } from '../../matching/components/proposal.js';
import { useOffersOf } from '../../offers/api/offers.js';
import { useToDo } from '../../offers/api/to-do.js';
import { MyOffers } from '../../offers/components/my-offers.js';
import { useStatement } from '../../ledger/api/statements.js';
import { SumCards } from '../../ledger/components/sum-cards.js';
import { PledgeStrip, usePledgeTransfers } from '../../payments/components/pledge-strip.js';
import { transferContract } from '../../payments/api/pledges.js';
import { useMembers } from '../api/organizations.js';
import { promisedBy } from '../deadlines.js';
import { DeadlineList } from './desk-deadlines.js';

/** What arrived this year in the name of the company, as its statement says. */
function Sums({ org }: { org: string }): ReactNode {
  const statement = useStatement({ organization: org });
  return (
    <section aria-labelledby="given">
      <div className="row between row-wrap gap-below-4">
        <h2 className="h-block" id="given">
          {t('offers:statement', { year: statement.data?.to.slice(0, 4) ?? String(new Date().getFullYear()) })}
        </h2>
        <Link to="/desk/$org/statement" params={{ org }} search={{}}>
          {t('statement:toAll')}
        </Link>
      </div>
      <Loaded query={statement}>{(known) => <SumCards sums={known.sums} from={known.from} to={known.to} />}</Loaded>
    </section>
  );
}

/** Who belongs to it; roles are given on their own page. */
function Staff({ org }: { org: string }): ReactNode {
  const members = useMembers(org, true);
  return (
    <section className="panel" aria-labelledby="staff">
      <div className="panel-head">
        <h2 className="h-dense" id="staff">
          {t('organizations:members.title')}
        </h2>
        <span className="push small">
          <Link to="/desk/$org/people" params={{ org }}>
            {t('organizations:company.toPeople')}
          </Link>
        </span>
      </div>
      <div className="panel-body">
        <Loaded query={members}>
          {({ items }) => (
            <ul className="lines">
              {items.map(({ person, role }) => (
                <li key={person.id} className="row between row-wrap">
                  <span>{person.name}</span>
                  <span className="small muted">{t(`organizations:role.${role}`)}</span>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </div>
    </section>
  );
}

/** What it pays, hands over and answers by when. */
function Next({ org, toDo }: { org: string; toDo: readonly Match[] }): ReactNode {
  const amounts = useAmounts();
  const transfers = usePledgeTransfers(org).map(({ id, due, deadline, unit, organizationName }) => ({
    id,
    due,
    deadline,
    what: `${organizationName}, ${amounts.say(due, unit)}`,
  }));
  return <DeadlineList deadlines={promisedBy({ transfers, matches: toDo })} org={org} />;
}

/** So many contracts are listed here; the others stand at their transfers. */
const CONTRACTS = 5;

/** The papers that its books ask for, as files and as the pages that have the rest. */
function Documents({ org }: { org: string }): ReactNode {
  const contracts = usePledgeTransfers(org).filter(({ status }) => status !== 'lapsed');
  return (
    <section className="panel" aria-labelledby="papers">
      <div className="panel-head">
        <h2 className="h-dense" id="papers">
          {t('organizations:company.documents')}
        </h2>
      </div>
      <ul className="panel-body lines small">
        {contracts.slice(0, CONTRACTS).map(({ id, organizationName }) => (
          <li key={id} className="row between">
            <a className="break" href={transferContract(id)} download>
              {t('organizations:company.contract', { name: organizationName })}
            </a>
            <span className="muted">PDF</span>
          </li>
        ))}
        <li>
          <Link to="/desk/$org/statement" params={{ org }} search={{}}>
            {t('organizations:company.statement')}
          </Link>
        </li>
        <li>
          <Link to="/desk/$org/documents" params={{ org }}>
            {t('organizations:company.own')}
          </Link>
        </li>
      </ul>
    </section>
  );
}

/** The first page of the room of a company: what it gave, what waits for its word, what it offers, who belongs to it. */
export function CompanyDesk({
  organization,
}: {
  organization: Session['memberships'][number]['organization'];
}): ReactNode {
  const { id } = organization;
  const offers = useOffersOf(id, true);
  const toDo = useToDo(offers.data?.items ?? []);
  const name = organization.shortName || organization.name;
  return (
    <div className="wrap-wide work-page">
      <PageHead title={name} />
      <div className="work-top">
        <div>
          <h1 className="h-work">{name}</h1>
          <p className="small muted">{t('organizations:company.lead')}</p>
        </div>
        <div className="row row-wrap push">
          <Link className="btn btn-quiet" to="/organizations/$id" params={{ id }} search={{}}>
            {t('organizations:company.public')}
          </Link>
          <Link className="btn btn-main" to="/offer" search={{ as: id }}>
            <Icon name="plus" />
            {t('nav.offer')}
          </Link>
        </div>
      </div>
      {organization.status && organization.status !== 'verified' && (
        <div className="gap-below-4">
          <Notice look="wait">
            <p>
              {t(`organizations:deskStatus.${organization.status}`)}{' '}
              <Link to="/desk/$org/record" params={{ org: id }}>
                {t('organizations:openRecord')}
              </Link>
            </p>
          </Notice>
        </div>
      )}
      <Sums org={id} />
      <div className="bench gap-top-6">
        <div className="stack-6">
          <PledgeStrip org={id} />
          {toDo.length > 0 && (
            <section aria-labelledby="todo">
              <h2 className="h-block gap-below-4" id="todo">
                {t('offers:toDo')}
              </h2>
              {toDo.map((match) => (
                <Proposal key={match.id} match={match} />
              ))}
            </section>
          )}
          <section aria-labelledby="mine">
            <h2 className="h-block" id="mine">
              {t('organizations:company.offers')}
            </h2>
            <p className="small muted gap-top-2 gap-below-4">{t('organizations:company.offersText', { name })}</p>
            <Loaded query={offers}>{(page) => <MyOffers offers={page.items} />}</Loaded>
          </section>
        </div>
        <div className="stack">
          <Next org={id} toDo={toDo} />
          <Documents org={id} />
          <Staff org={id} />
        </div>
      </div>
    </div>
  );
}
