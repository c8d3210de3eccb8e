import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { KindMark } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import type { Offer } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, nameOf, placeName, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { ShutHere } from '../../moderation/components/shut-here.js';
import { PhotoEditor } from '../../photos/components/photo-editor.js';
import { BringHere } from '../../stock/components/bring-here.js';
import { useOffer, withdrawOffer } from '../api/offers.js';
import { useBoundTo } from './bound-to.js';
import { OfferEdit } from './offer-edit.js';
import { useOfferZone } from './offer-figures.js';
import { OfferTag } from './offer-tag.js';
import { titleOf } from './offer-title.js';
import { Proposals } from './proposals.js';
import { attributesLine } from './attribute-fields.js';
import { windowText } from './pick-up-text.js';

const route = getRouteApi('/offer/$id');

/** What the offer is called: its own words, else the thing, else the category. */
export function useOfferName(): (offer: Pick<Offer, 'title' | 'item' | 'category' | 'kind'>) => string {
  const goods = useCatalogue('goods');
  const categories = useCatalogue('categories');
  const spheres = useCatalogue('spheres');
  return (offer) =>
    offer.title ||
    nameOf(goods.get(offer.item ?? '')) ||
    nameOf(categories.get(offer.category ?? '')) ||
    nameOf(spheres.get(offer.category ?? '')) ||
    t(`kind.${offer.kind}`);
}

const PARTS = ['pledged', 'available', 'reserved', 'arrived', 'lost', 'released'] as const;
const ONLY_WHERE_THERE_ARE_SOME: readonly string[] = ['lost', 'released'];

function OfferBalanceList({ offer }: { offer: Offer }): ReactNode {
  const amounts = useAmounts();
  return (
    <dl className="facts">
      {PARTS.filter((part) => !ONLY_WHERE_THERE_ARE_SOME.includes(part) || offer.balance[part] > 0).map((part) => (
        <div key={part} className="fact">
          <dt>{t(`offers:balance.${part}`)}</dt>
          <dd className="num strong" data-balance={part}>
            {amounts.say(offer.balance[part], offer.balance.unit)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Withdraw({ offer }: { offer: Offer }): ReactNode {
  const amounts = useAmounts();
  const [sure, setSure] = useState(false);
  const action = useAction(withdrawOffer, { refresh: ['offers', 'matches'], onDone: () => setSure(false) });
  if (!offer.can.includes('withdraw') && !action.problem) return null;
  return (
    <div>
      {offer.can.includes('withdraw') && (
        <Button look="no" aria-expanded={sure} onClick={() => setSure(!sure)}>
          {t('offers:withdraw')}
        </Button>
      )}
      {sure && (
        <div className="prop-part">
          <p className="small">
            {t('offers:withdrawSure', { amount: amounts.say(offer.balance.available, offer.balance.unit) })}
          </p>
          <Button look="no" autoFocus busy={action.busy} onClick={() => void action.run(offer.id)}>
            {t('offers:withdrawGo')}
          </Button>
          <Button look="plain" onClick={() => setSure(false)}>
            {t('form.close')}
          </Button>
        </div>
      )}
      <ProblemNotice problem={action.problem} />
    </div>
  );
}

/** What binds it, what the thing is like, how it keeps, when it can be fetched. */
function Terms({ offer, boundTo }: { offer: Offer; boundTo: string }): ReactNode {
  const timeZone = useOfferZone(offer.place);
  const lines = [
    offer.only.length > 0 && t('offers:onlyTo', { names: boundTo }),
    offer.bestBefore && t('offers:keepsUntil', { day: day(offer.bestBefore, timeZone) }),
    offer.coldChain && t('offers:staysCold'),
    attributesLine(offer.attributes),
    ...(offer.pickUp?.windows ?? []).map((window) =>
      t('offers:pickUp.fetched', { when: windowText(window, timeZone) }),
    ),
    offer.pickUp?.brings && t('offers:pickUp.broughtBy'),
  ].filter(Boolean);
  return lines.length === 0 ? null : (
    <ul className="small" data-terms>
      {lines.map((line) => (
        <li key={String(line)}>{line}</li>
      ))}
    </ul>
  );
}

function OfferSheet({ offer }: { offer: Offer }): ReactNode {
  const amounts = useAmounts();
  const places = useCatalogue('places');
  const zone = useOfferZone(offer.place);
  const name = useOfferName()(offer);
  const boundTo = useBoundTo(offer.only);
  const { photos } = route.useSearch();
  const giving = useSession().data?.memberships.find(
    ({ organization }) => organization.id === offer.onBehalfOf,
  )?.organization;
  return (
    <div className="wrap">
      <PageHead title={titleOf(name, amounts.say(offer.balance.pledged, offer.balance.unit))} />
      <header className="page-head">
        <OfferTag status={offer.status} />
        <h1 className="h-page">{name}</h1>
        <p className="lead row">
          <KindMark kind={offer.kind} />
          {t('offers:youOffer', { amount: amounts.say(offer.balance.pledged, offer.balance.unit) })}
        </p>
        {giving && <p className="muted">{t('offers:inNameOf', { name: giving.shortName || giving.name })}</p>}
        {offer.description && <p className="pre break gap-top-3">{typograph(offer.description)}</p>}
        {offer.shut && <ShutHere shut={offer.shut} />}
      </header>
      <div className="split split-offer">
        <Proposals offer={offer} />
        <aside className="sheet pad stack-6">
          <h2 className="h-block">{t('offers:whatBecame')}</h2>
          <OfferBalanceList offer={offer} />
          <p className="small muted">
            {[
              offer.place && placeName(places.get(offer.place), PENDING_NAME),
              offer.radiusKm && t('offers:upTo', { km: offer.radiusKm }),
              t('offers:untilDay', { day: day(offer.until, zone) }),
            ]
              .filter(Boolean)
              .join('\u00a0· ')}
          </p>
          <Terms offer={offer} boundTo={boundTo} />
          <OfferEdit offer={offer} names={boundTo} />
          {photos === 'failed' && (
            <Notice look="wait" role="status">
              <p>{t('offers:photos.failed')}</p>
            </Notice>
          )}
          {(offer.can.includes('edit') || offer.waiting) && offer.kind === 'goods' && (
            <PhotoEditor of="offers" id={offer.id} photos={offer.photos} refresh={['offers']} />
          )}
          <BringHere offer={offer} />
          <Withdraw offer={offer} />
          {offer.standingOfferId && (
            <p className="small">
              <Link to="/standing/$id" params={{ id: offer.standingOfferId }}>
                {t('standing:brought')}
              </Link>
            </p>
          )}
          <p className="small">
            <Link to="/me">{t('offers:allMine')}</Link>
          </p>
        </aside>
      </div>
    </div>
  );
}

export function OfferPage(): ReactNode {
  const { id } = route.useParams();
  const session = useSession();
  const query = useOffer(id, Boolean(session.data));
  if (session.data === null) return <SignInFirst />;
  if ((query.error as Problem | null)?.status === 404) return <NotFoundPage />;
  if (!query.data)
    return (
      <div className="wrap page-narrow">
        <Loaded query={query} bones={<Bones rows={3} height={160} />}>
          {() => null}
        </Loaded>
      </div>
    );
  return <OfferSheet offer={query.data} />;
}
