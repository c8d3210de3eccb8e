import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { orderTrip, type Act, type Trip } from '../api/deliveries.js';

/** Another order of what is left: one step up or down at a time; what does not fit the car is refused with why. */
export function OrderStops({ trip }: { trip: Trip }): ReactNode {
  const [open, setOpen] = useState(false);
  const action = useAction(orderTrip, { refresh: ['matches'] });
  const legs = new Map(trip.legs.map((leg) => [leg.id, leg]));
  if (trip.open.length < 2) return null;
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('deliveries:order')}</Button>
      </div>
    );
  const up = (at: number): void => {
    const acts: Act[] = [...trip.open];
    const [one] = acts.splice(at, 1);
    if (one) acts.splice(at - 1, 0, one);
    void action.run({ trip, acts });
  };
  return (
    <div className="stack">
      <ProblemNotice problem={action.problem} />
      <ol className="stack">
        {trip.open.map(({ leg: id, act }, at) => {
          const leg = legs.get(id);
          const words = leg ? t(`deliveries:act.${act}`, { thing: leg.thing, amount: leg.text }) : id;
          return (
            <li key={`${id} ${act}`} className="row between">
              <span className="small">{words}</span>
              <Button
                size="dense"
                disabled={at === 0}
                busy={action.busy}
                aria-label={t('deliveries:earlier', { what: words })}
                onClick={() => up(at)}
              >
                ↑
              </Button>
            </li>
          );
        })}
      </ol>
      <div>
        <Button look="plain" onClick={() => setOpen(false)}>
          {t('form.close')}
        </Button>
      </div>
    </div>
  );
}
