import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { KindMark } from '../../../components/marks.js';
import { Notice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Empty, Loaded } from '../../../components/states.js';
import { query, read } from '../../../lib/api.js';
import type { Match, Offer, Page } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { OwnSide } from '../../identity/components/own-side.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { Proposal } from '../../matching/components/proposal.js';
import { useToVouch } from '../../organizations/api/organizations.js';
import { MyGifts } from '../../payments/components/my-gifts.js';
import { MySurplus } from '../../payments/components/surplus-list.js';
import { useOffers } from '../api/offers.js';
import { useOfferName } from './offer-page.js';
import { useStatement } from '../../statements/api/statements.js';
import { SumCards } from '../../statements/components/sum-cards.js';
import { OfferTag } from './offer-tag.js';
import { StandingOffers } from './standing-list.js';

const LIVE = ['open', 'partly_used', 'used_up'];
const ASKED = 12;
const ENDED = ['withdrawn', 'expired', 'returned'];
/** Ended, or all of it has arrived: nothing waits for anybody any more. */
const isLive = ({ status, balance }: Offer): boolean => !ENDED.includes(status) && !(status === 'used_up' && balance.reserved === 0);

/** Matches of the newest live offers in which something is under way and this person may do the next thing. */
function useToDo(offers: readonly Offer[]): Match[] {
  const asked = offers.filter((offer) => LIVE.includes(offer.status) && offer.balance.reserved > 0).slice(0, ASKED);
  const answers = useQueries({
    queries: asked.map((offer) => ({ queryKey: ['matches', { offer: offer.id }], queryFn: ({ signal }: { signal: AbortSignal }) => read<Page<Match>>(`/matches${query({ offer: offer.id, limit: 100 })}`, signal) })),
  });
  return answers.flatMap((answer) => answer.data?.items ?? []).filter((match) => match.status !== 'proposed' && match.can.some((verb) => ['accept', 'deliver'].includes(verb)));
}

function OfferLine({ offer }: { offer: Offer }): ReactNode {
  const amounts = useAmounts();
  const name = useOfferName();
  return (
    <li className="my-offer">
      <KindMark kind={offer.kind} />
      <div>
        <h3 className="h-dense"><Link to="/offer/$id" params={{ id: offer.id }}>{name(offer)}, {amounts.say(offer.balance.pledged, offer.balance.unit)}</Link></h3>
        <p className="small muted">{t('offers:line', { available: amounts.say(offer.balance.available, offer.balance.unit), reserved: amounts.say(offer.balance.reserved, offer.balance.unit), delivered: amounts.say(offer.balance.arrived, offer.balance.unit) })} · {t('offers:untilDay', { day: day(offer.until) })}</p>
      </div>
      <OfferTag status={offer.status} />
    </li>
  );
}

/** What is not in the menu of the own room. */
function ToVouch(): ReactNode {
  const toVouch = useToVouch(true).data?.length ?? 0;
  return toVouch > 0 ? <p className="gap-top-3"><Link className="btn btn-quiet btn-dense" to="/vouches">{t('organization:vouch.waiting', { count: toVouch })}</Link></p> : null;
}

/** Three sums of this year; the rows are a page of their own. */
function Sums(): ReactNode {
  const statement = useStatement();
  return (
    <section className="gap-top-6" aria-labelledby="statement">
      <div className="row between row-wrap"><h2 className="h-block" id="statement">{t('offers:statement', { year: statement.data?.to.slice(0, 4) ?? String(new Date().getFullYear()) })}</h2><Link to="/me/statement" search={{}}>{t('statement:toAll')}</Link></div>
      <div className="gap-top-4"><Loaded query={statement}>{(known) => <SumCards sums={known.sums} from={known.from} to={known.to} />}</Loaded></div>
    </section>
  );
}

/** What may still give first; what has ended is one line until it is opened. */
function MyOffers({ offers }: { offers: readonly Offer[] }): ReactNode {
  const [live, ended] = [offers.filter(isLive), offers.filter((offer) => !isLive(offer))];
  if (offers.length === 0) return <Empty title={t('offers:noOffers')}><p>{t('offers:noOffersText')}</p></Empty>;
  return (
    <>
      {live.length > 0 && <ul className="sheet my-offers">{live.map((offer) => <OfferLine key={offer.id} offer={offer} />)}</ul>}
      {ended.length > 0 && <details className={live.length > 0 ? 'gap-top-4' : undefined} data-finished><summary>{t('offers:finished', { count: ended.length })}</summary><ul className="sheet my-offers gap-top-3">{ended.map((offer) => <OfferLine key={offer.id} offer={offer} />)}</ul></details>}
    </>
  );
}

export function AccountPage(): ReactNode {
  const session = useSession();
  const offers = useOffers(Boolean(session.data));
  const toDo = useToDo(offers.data?.items ?? []);
  if (session.data === null) return <SignInFirst />;
  return (
    <div className="wrap with-side">
      <PageHead title={t('offers:account')} />
      {session.data && <OwnSide />}
      <div className="side-main">
        <header className="page-head"><h1 className="h-page">{t('offers:account')}</h1>{session.data && <><p className="lead">{session.data.person.name}</p><ToVouch /></>}</header>
        {session.data?.secondFactorRequired && <Notice look="wait"><p>{t('identity:security.rolesSleep')} <Link to="/me/security">{t('nav.security')}</Link></p></Notice>}
        {session.data && !session.data.person.emailConfirmed && <Notice look="wait"><p>{t('identity:confirmPlease', { email: session.data.person.email })}</p></Notice>}
        {toDo.length > 0 && <section className="gap-top-6" aria-labelledby="todo"><h2 className="h-block gap-below-4" id="todo">{t('offers:toDo')}</h2>{toDo.map((match) => <Proposal key={match.id} match={match} />)}</section>}
        {session.data && <Sums />}
        <section className="gap-top-8" aria-labelledby="mine">
          <div className="row between row-wrap"><h2 className="h-block" id="mine">{t('offers:mine')}</h2><Link className="btn btn-main" to="/offer" search={{}}>{t('nav.offer')}</Link></div>
          <div className="gap-top-4"><Loaded query={offers}>{(page) => <MyOffers offers={page.items} />}</Loaded></div>
        </section>
        {session.data && <MyGifts />}
        {session.data && <MySurplus />}
        {session.data && <StandingOffers />}
      </div>
    </div>
  );
}
