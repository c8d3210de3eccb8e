import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Loaded } from '../../../components/states.js';
import type { Match, Statement } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { KEY_FIELD, usePlainForm } from '../../../lib/plain-form.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useMailWords } from '../../installation/api/installation.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { DECLINE_REASONS, useMatches, type MatchesOf } from '../../matching/api/matches.js';
import { useOffers } from '../../offers/api/offers.js';
import { useOfferName } from '../../offers/components/offer-page.js';
import { fileOf, useStatement } from '../../ledger/api/statements.js';
import { SumCards } from '../../ledger/components/sum-cards.js';
import { useSession } from '../api/session.js';
import { SignInFirst } from './sign-in-first.js';

const route = getRouteApi('/plain');
const LIVE: readonly string[] = ['open', 'partly_used', 'used_up'];

/** Yes, or no with its reason: each a form of its own, sent to this page. */
function Answer({ match }: { match: Match }): ReactNode {
  const plain = usePlainForm();
  return (
    <div className="prop-acts">
      {match.can.includes('accept') && (
        <form {...plain.form}>
          <input type="hidden" name="match" value={match.id} />
          <input type="hidden" name={KEY_FIELD} value={plain.key} />
          <Button type="submit" look="main" name="do" value="accept">
            {t('plain:accept')}
          </Button>
        </form>
      )}
      {match.can.includes('decline') && (
        <form {...plain.form} className="row row-wrap">
          <input type="hidden" name="match" value={match.id} />
          <input type="hidden" name={KEY_FIELD} value={plain.key} />
          <label className="small">
            {t('plain:why')}{' '}
            <select name="reason" className="input input-dense">
              {DECLINE_REASONS.map((reason) => (
                <option key={reason} value={reason}>
                  {t(`matching:reason.${reason}`)}
                </option>
              ))}
            </select>
          </label>
          <Button type="submit" look="no" name="do" value="decline">
            {t('plain:decline')}
          </Button>
        </form>
      )}
    </div>
  );
}

/** Those of each own offer that may still have some. */
function OwnProposals(): ReactNode {
  const name = useOfferName();
  const query = useOffers(true);
  return (
    <section aria-label={t('plain:proposals')}>
      <h2 className="h-block">{t('plain:proposals')}</h2>
      <Loaded query={query}>
        {({ items }) => {
          const live = items.filter(({ status }) => LIVE.includes(status));
          return live.length === 0 ? (
            <p className="muted gap-top-2">{t('plain:noProposals')}</p>
          ) : (
            live.map((offer) => (
              <div key={offer.id} className="gap-top-3">
                <Proposals of={{ offer: offer.id }} title={name(offer)} level="h3" />
              </div>
            ))
          );
        }}
      </Loaded>
    </section>
  );
}

/** What waits for a yes or no of this side, and what was agreed on. */
function Proposals({
  of,
  title,
  level: Heading = 'h2',
}: {
  of: MatchesOf;
  title: string;
  level?: 'h2' | 'h3';
}): ReactNode {
  const query = useMatches(of);
  return (
    <section aria-label={title}>
      <Heading className={Heading === 'h2' ? 'h-block' : 'h-dense'}>{title}</Heading>
      <Loaded query={query}>
        {({ items }) => {
          const shown = items.filter(({ can, status }) => can.includes('accept') || status === 'accepted');
          return shown.length === 0 ? (
            <p className="muted gap-top-2">{t('plain:noProposals')}</p>
          ) : (
            <ul className="stack gap-top-3">
              {shown.map((match) => (
                <li key={match.id} className="sheet pad" data-match={match.id} data-status={match.status}>
                  <p className="strong">
                    <Link to="/needs/$id" params={{ id: match.need.id }}>
                      {typograph(match.need.title)}
                    </Link>
                  </p>
                  <p className="small muted">
                    {[
                      match.need.organization.shortName,
                      match.arrived?.text ?? match.text,
                      t(`matches:status.${match.status}`),
                    ].join('\u00a0· ')}
                  </p>
                  <ul className="small gap-top-2">
                    {match.parts.map((part) => (
                      <li key={part.part}>{typograph(part.sentence)}</li>
                    ))}
                  </ul>
                  <Answer match={match} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}

function Rows({ statement }: { statement: Statement }): ReactNode {
  const amounts = useAmounts();
  const known = new Map(statement.matches.map((match) => [match.id, match]));
  const rows = statement.units
    .flatMap((unit) => unit.entries.filter(({ state }) => state === 'posted'))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  if (rows.length === 0) return <p className="muted">{t('statement:empty')}</p>;
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('statement:title')}>
      <table className="ledger ledger-dense">
        <tbody>
          {rows.map((entry) => {
            const match = known.get(entry.match ?? '');
            return (
              <tr key={entry.id}>
                <td className="nowrap">{day(entry.at, statement.timeZone)}</td>
                <td>
                  {match ? typograph(match.title) : ''}
                  {match && <span className="small muted"> {match.organization.shortName}</span>}
                </td>
                <td className="r nowrap">{amounts.say(entry.amount, entry.unit)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** `/plain`: what a person needs after signing in, where no script runs: to answer proposals, to read the statement, to leave. */
export function PlainPage(): ReactNode {
  const mailWords = useMailWords();
  const { from, to, done } = route.useSearch();
  const { data: session } = useSession();
  const plain = usePlainForm();
  const query = useStatement({ from, to });
  if (!session) return session === null ? <SignInFirst /> : null;
  return (
    <div className="wrap page-narrow stack-6">
      <PageHead title={t('plain:title')} />
      <header className="page-head">
        <h1 className="h-page">{t('plain:title')}</h1>
        <p className="lead">{session.person.name}</p>
        <form {...plain.form} className="gap-top-3">
          <input type="hidden" name={KEY_FIELD} value={plain.key} />
          <Button type="submit" look="quiet" size="dense" name="do" value="sign-out">
            {t('nav.signOut')}
          </Button>
        </form>
      </header>
      {done && (
        <Notice look="good" role="status">
          <p>{done === 'accept' ? mailWords('plain:done.accept') : t(`plain:done.${done}`)}</p>
        </Notice>
      )}
      <ProblemNotice problem={plain.refused} />
      <OwnProposals />
      {session.memberships.map(({ organization }) => (
        <Proposals
          key={organization.id}
          of={{ organization: organization.id }}
          title={t('plain:proposalsOf', { name: organization.shortName })}
        />
      ))}
      <section aria-labelledby="statement">
        <h2 className="h-block" id="statement">
          {t('statement:title')}
        </h2>
        <form method="get" action={plain.form.action} className="row row-wrap gap-top-2">
          <label className="small">
            {t('plain:from')} <input className="input input-dense" type="date" name="from" defaultValue={from} />
          </label>
          <label className="small">
            {t('plain:to')} <input className="input input-dense" type="date" name="to" defaultValue={to} />
          </label>
          <Button type="submit" look="quiet" size="dense">
            {t('plain:show')}
          </Button>
          <a href={fileOf('pdf', { from, to })}>PDF</a>
        </form>
        <Loaded query={query}>
          {(statement) => (
            <div className="stack gap-top-3">
              <SumCards sums={statement.sums} from={statement.from} to={statement.to} />
              <Rows statement={statement} />
              <p className="small">
                {t('plain:code')} <span className="code">{statement.verificationCode}</span>
              </p>
            </div>
          )}
        </Loaded>
      </section>
    </div>
  );
}
