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
import { useToDoOf } from '../../offers/api/to-do.js';
import { MyOffers } from '../../offers/components/my-offers.js';
import { useStatementYear } from '../../ledger/api/statements.js';
import { GivenCards } from '../../ledger/components/given-cards.js';
import { YearTable } from '../../ledger/components/year-table.js';
import { usePledges } from '../../payments/api/pledges.js';
import { PledgeStrip, usePledgeTransfers } from '../../payments/components/pledge-strip.js';
import { useMembers, useOrganization } from '../api/organizations.js';
import { promisedBy } from '../deadlines.js';
import { CompanyPapers } from './company-papers.js';
import { DeadlineList } from './desk-deadlines.js';

/** What came of it this year, what is promised and what is free. */
function Sums({ org }: { org: string }): ReactNode {
  const year = useStatementYear(org);
  return (
    <section aria-label={t('organizations:company.given')}>
      <Loaded query={year}>{(table) => <GivenCards table={table} />}</Loaded>
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
function Next({ org, toDo, pending }: { org: string; toDo: readonly Match[]; pending: boolean }): ReactNode {
  const amounts = useAmounts();
  const pledges = usePledges(org);
  const transfers = usePledgeTransfers(org).map(({ id, due, deadline, unit, organizationName }) => ({
    id,
    due,
    deadline,
    what: `${organizationName}, ${amounts.say(due, unit)}`,
  }));
  const deadlines = promisedBy({ transfers, matches: toDo });
  return <DeadlineList deadlines={deadlines} org={org} pending={pending || pledges.isPending} />;
}

/** The first page of the room of a company: what it gave, what waits for its word, what it offers, who belongs to it. */
export function CompanyDesk({
  organization,
}: {
  organization: Session['memberships'][number]['organization'];
}): ReactNode {
  const { id } = organization;
  const mayOffer = useOrganization(id).data?.mayOffer;
  const offers = useOffersOf(id, true);
  const { matches: toDo, pending } = useToDoOf(offers.data?.items ?? []);
  const name = organization.shortName || organization.name;
  return (
    <div className="wrap-wide work-page company-desk">
      <PageHead title={name} />
      <div className="work-top">
        <div>
          <h1 className="h-work">{name}</h1>
          <p className="small muted">{t('organizations:company.lead')}</p>
        </div>
        <div className="row row-wrap push">
          <a className="btn btn-plain" href="#year">
            {t('organizations:company.toYear')}
          </a>
          <Link className="btn btn-quiet" to="/organizations/$id" params={{ id }} search={{}}>
            {t('organizations:company.public')}
          </Link>
          {mayOffer && (
            <Link className="btn btn-main" to="/offer" search={{ as: id }}>
              <Icon name="plus" />
              {t('nav.offer')}
            </Link>
          )}
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
          <Next org={id} toDo={toDo} pending={offers.isPending || pending} />
          <CompanyPapers org={id} />
          <Staff org={id} />
        </div>
      </div>
      <YearTable org={id} />
    </div>
  );
}
