import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { Offer } from '../../../lib/api-types.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { addressIn, openText } from '../../matching/components/opening-hours.js';
import { announceArrival, cancelArrival, useArrivals, usePoints, type Arrival } from '../api/stock.js';
import { Steps } from './lot-path.js';
import './stock.css';

const REFRESH = ['arrivals', 'offers'];

/** The code to read out there; or, once it was taken in, what became of it. */
function Announced({ arrival }: { arrival: Arrival }): ReactNode {
  const amounts = useAmounts();
  const cancel = useAction(cancelArrival, { refresh: REFRESH });
  const { point } = arrival;
  return (
    <li data-arrival={arrival.id}>
      <p className="strong break">{`${typograph(point.name)}, ${amounts.say(arrival.amount, arrival.unit)}`}</p>
      <p className="small muted break">{[point.organizationName, point.address].join(' · ')}</p>
      {arrival.code && (
        <>
          <p className="point-code num gap-top-2">{arrival.code}</p>
          <p className="small muted">{t(arrival.codeUsedUp ? 'stock:bring.usedUp' : 'stock:bring.code')}</p>
        </>
      )}
      {arrival.status === 'cancelled' && <p className="small muted">{t('stock:bring.cancelled')}</p>}
      {arrival.steps.length > 0 && (
        <div className="gap-top-2">
          <Steps steps={arrival.steps} unit={arrival.unit} />
        </div>
      )}
      {arrival.can.includes('cancel') && (
        <p>
          <Button look="plain" size="dense" busy={cancel.busy} onClick={() => void cancel.run(arrival.id)}>
            {t('stock:bring.cancel')}
          </Button>
        </p>
      )}
      <ProblemNotice problem={cancel.problem} />
    </li>
  );
}

function Choose({ offer }: { offer: Offer }): ReactNode {
  const places = useCatalogue('places');
  const points = usePoints({ place: offer.place ?? undefined });
  const action = useAction(announceArrival, { refresh: REFRESH });
  const open = points.data?.filter(({ can }) => can.includes('bring')) ?? [];
  if (points.data && open.length === 0) return <p className="small muted">{t('stock:bring.none')}</p>;
  return (
    <>
      <p className="small muted">{t('stock:bring.nearest')}</p>
      <ul className="lines">
        {open.map((point) => (
          <li key={point.id} data-point={point.id}>
            <p className="strong break">{typograph(point.name)}</p>
            <p className="small muted break">
              {[point.organizationName, addressIn(places.get(point.place), point.address), openText(point.hours)]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className="gap-top-1">
              <Button
                size="dense"
                busy={action.busy}
                onClick={() => void action.run({ point: point.id, offer: offer.id })}
              >
                {t('stock:bring.here')}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <ProblemNotice problem={action.problem} />
    </>
  );
}

/** To an intake point, without waiting for a need: which one, the code, and what became of it. */
export function BringHere({ offer }: { offer: Offer }): ReactNode {
  const arrivals = useArrivals(offer.id, offer.kind === 'goods').data ?? [];
  const [open, setOpen] = useState(false);
  const may =
    offer.kind === 'goods' &&
    offer.can.includes('edit') &&
    offer.balance.available > 0 &&
    !arrivals.some(({ status }) => status === 'announced');
  if (!may && arrivals.length === 0) return null;
  return (
    <section aria-labelledby="bring">
      <h2 className="h-block" id="bring">
        {t('stock:bring.title')}
      </h2>
      {arrivals.length > 0 && (
        <ul className="lines gap-top-2">
          {arrivals.map((arrival) => (
            <Announced key={arrival.id} arrival={arrival} />
          ))}
        </ul>
      )}
      {may && (
        <p className="gap-top-2">
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('stock:bring.choose')}
          </Button>
        </p>
      )}
      {may && open && <Choose offer={offer} />}
    </section>
  );
}
