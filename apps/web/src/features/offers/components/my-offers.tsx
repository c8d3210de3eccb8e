import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { KindMark } from '../../../components/marks.js';
import { Empty } from '../../../components/states.js';
import type { Offer } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { OfferFigures } from './offer-figures.js';
import { useOfferName } from './offer-page.js';
import { OfferTag } from './offer-tag.js';
import { titleOf } from './offer-title.js';

const ENDED = ['withdrawn', 'expired', 'returned'];
/** Neither ended nor arrived in full: something still waits for somebody. */
const waits = ({ status, balance }: Offer): boolean =>
  !ENDED.includes(status) && !(status === 'used_up' && balance.reserved === 0);

function OfferLine({ offer }: { offer: Offer }): ReactNode {
  const amounts = useAmounts();
  const name = useOfferName();
  return (
    <li className="my-offer">
      <KindMark kind={offer.kind} />
      <div>
        <h3 className="h-dense">
          <Link to="/offer/$id" params={{ id: offer.id }}>
            {titleOf(name(offer), amounts.say(offer.balance.pledged, offer.balance.unit))}
          </Link>
        </h3>
        <OfferFigures offer={offer} />
      </div>
      <OfferTag status={offer.status} />
    </li>
  );
}

/** What may still give first; what has ended is one line until it is opened. */
export function MyOffers({ offers }: { offers: readonly Offer[] }): ReactNode {
  const [live, ended] = [offers.filter(waits), offers.filter((offer) => !waits(offer))];
  if (offers.length === 0)
    return (
      <Empty title={t('offers:noOffers')}>
        <p>{t('offers:noOffersText')}</p>
      </Empty>
    );
  return (
    <>
      {live.length > 0 && (
        <ul className="sheet my-offers">
          {live.map((offer) => (
            <OfferLine key={offer.id} offer={offer} />
          ))}
        </ul>
      )}
      {ended.length > 0 && (
        <details className={live.length > 0 ? 'gap-top-4' : undefined} data-finished>
          <summary>{t('offers:finished', { count: ended.length })}</summary>
          <ul className="sheet my-offers gap-top-3">
            {ended.map((offer) => (
              <OfferLine key={offer.id} offer={offer} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
