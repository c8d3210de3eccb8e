import type { ReactNode } from 'react';
import type { Offer } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';

/** The zone in which the days of an offer are told: that of its place, of the region where it has none. */
export function useOfferZone(place: string | null): string | undefined {
  const [region, places] = [useZone(), useCatalogue('places')];
  return places.get(place ?? '')?.timeZone ?? region;
}

/** What is left of an offer, what waits and what has arrived, and until when it keeps. */
export function OfferFigures({ offer: { balance, place, until } }: { offer: Offer }): ReactNode {
  const amounts = useAmounts();
  const zone = useOfferZone(place);
  return (
    <p className="small muted">
      {t('offers:line', {
        available: amounts.say(balance.available, balance.unit),
        reserved: amounts.say(balance.reserved, balance.unit),
        delivered: amounts.say(balance.arrived, balance.unit),
      })}{' '}
      · {t('offers:untilDay', { day: day(until, zone) })}
    </p>
  );
}
