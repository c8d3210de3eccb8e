import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Loaded } from '../../../components/states.js';
import type { Match, Offer, Statement } from '../../../lib/api-types.js';
import { day, dayTime } from '../../../lib/dates.js';
import { KEY_FIELD, usePlainForm } from '../../../lib/plain-form.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useMailWords } from '../../installation/api/installation.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { DECLINE_REASONS, useMatches, type MatchesOf } from '../../matching/api/matches.js';
import { amountWord, standingWord } from '../../matching/standing.js';
import { useOffers, useWhyNotOffer } from '../../offers/api/offers.js';
import { OfferFigures } from '../../offers/components/offer-figures.js';
import { useOfferName } from '../../offers/components/offer-page.js';
import { isLive, OfferTag } from '../../offers/components/offer-tag.js';
import { titleOf } from '../../offers/components/offer-title.js';
import { fileOf, useStatement } from '../../ledger/api/statements.js';
import { SumCards } from '../../ledger/components/sum-cards.js';
import { useSession } from '../api/session.js';
import { SignInFirst } from './sign-in-first.js';

const route = getRouteApi('/plain');
const LIVE: readonly string[] = ['open', 'partly_used', 'used_up'];
const UNDER_WAY: readonly string[] = ['proposed', 'held', 'delivered', 'disputed'];

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

const NothingNow = (): ReactNode => <p className="muted gap-top-2">{t('plain:noProposals')}</p>;

/** Why nothing was found, as the page of the offer says it. */
function WhyNone({ offer }: { offer: Offer }): ReactNode {
  const query = useWhyNotOffer(offer.id, true);
  return (
    <div className="stack gap-top-2" data-why-none={offer.id}>
      <Loaded query={query}>{(why) => <p>{typograph(why.sentence)}</p>}</Loaded>
      <p className="small muted">{t('offers:noneText')}</p>
    </div>
  );
}

/** What an offer waits for before it may meet needs, or why it never did. */
function Beforehand({ offer: { waiting, returnReason, neverConfirmed, place } }: { offer: Offer }): ReactNode {
  const mailWords = useMailWords();
  const places = useCatalogue('places');
  if (waiting)
    return (
      <p className="gap-top-2">
        {t(`offers:waits.${waiting.for}`)}.{' '}
        {mailWords(`offers:waitsUntil.${waiting.for}`, {
          time: dayTime(waiting.until, places.get(place ?? '')?.timeZone),
        })}
      </p>
    );
  if (returnReason) return <p className="gap-top-2">{t('offers:returned', { reason: returnReason })}</p>;
  return neverConfirmed && <p className="gap-top-2">{t('offers:neverConfirmed')}</p>;
}

/** Of each own offer: how much, what became of it, what waits for a yes or no. */
function OwnOffer({ offer }: { offer: Offer }): ReactNode {
  const amounts = useAmounts();
  const title = titleOf(useOfferName()(offer), amounts.say(offer.balance.pledged, offer.balance.unit));
  const waits = isLive(offer.status) && offer.balance.available > 0;
  return (
    <article className="gap-top-6" data-offer={offer.id} aria-label={title}>
      <h3 className="h-dense">{title}</h3>
      <OfferFigures offer={offer} />
      <p className="gap-top-1">
        <OfferTag status={offer.status} />
      </p>
      <Beforehand offer={offer} />
      {LIVE.includes(offer.status) && (
        <Waiting of={{ offer: offer.id }} none={waits ? <WhyNone offer={offer} /> : null} />
      )}
    </article>
  );
}

/** Own offers, newest first, a page at a time: links lead on, as on other lists that are read without a script. */
function OwnOffers(): ReactNode {
  const { cursor } = route.useSearch();
  const query = useOffers(true, cursor);
  const next = query.data?.nextCursor;
  return (
    <section aria-label={t('plain:proposals')}>
      <h2 className="h-block">{t('plain:proposals')}</h2>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? <NothingNow /> : items.map((offer) => <OwnOffer key={offer.id} offer={offer} />)
        }
      </Loaded>
      {(cursor ?? next) && (
        <p className="row row-wrap gap-top-4">
          {cursor && (
            <Link
              className="btn btn-plain"
              to="/plain"
              search={(old) => ({ ...old, cursor: undefined, done: undefined })}
            >
              {t('pager.first')}
            </Link>
          )}
          {next && (
            <Link className="btn btn-quiet" to="/plain" search={(old) => ({ ...old, cursor: next, done: undefined })}>
              {t('pager.next')}
            </Link>
          )}
        </p>
      )}
    </section>
  );
}

/** What waits for a yes or no of this side, and what was agreed on; `none` where nothing is under way. */
function Waiting({ of, none }: { of: MatchesOf; none: ReactNode }): ReactNode {
  const query = useMatches(of);
  return (
    <Loaded query={query}>
      {({ items }) => {
        const shown = items.filter(({ can, status }) => can.includes('accept') || status === 'accepted');
        if (shown.length === 0) return items.some(({ status }) => UNDER_WAY.includes(status)) ? <NothingNow /> : none;
        return (
          <ul className="stack gap-top-3">
            {shown.map((match) => (
              <li key={match.id} className="sheet pad" data-match={match.id} data-status={match.status}>
                <p className="strong">
                  <Link to="/needs/$id" params={{ id: match.need.id }}>
                    {typograph(match.need.title)}
                  </Link>
                </p>
                <p className="small muted">
                  {[match.need.organization.shortName, amountWord(match), standingWord(match)].join('\u00a0· ')}
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
      <table className="ledger ledger-dense ledger-lines">
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
      <OwnOffers />
      {session.memberships.map(({ organization }) => (
        <section key={organization.id} aria-label={t('plain:proposalsOf', { name: organization.shortName })}>
          <h2 className="h-block">{t('plain:proposalsOf', { name: organization.shortName })}</h2>
          <Waiting of={{ organization: organization.id }} none={<NothingNow />} />
        </section>
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
