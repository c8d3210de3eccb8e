import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { releaseLeg, turnBack, type BackReason, type Leg, type Stop, type Trip } from '../api/deliveries.js';
import { Call } from './leg-parts.js';
import { LoseForm } from './lose-form.js';
import { PickUpForm } from './pick-up-form.js';
import { stopName } from './stop-name.js';

const REASONS: readonly BackReason[] = ['nobody-there', 'not-taken', 'road', 'other'];

/** The driver's own code, large: the person who takes the things from the car enters it. */
function OwnCode({ leg }: { leg: Leg }): ReactNode {
  if (!leg.code) return null;
  return (
    <div>
      <p className="small muted">{t('deliveries:ownCode')}</p>
      <p className="trip-code num" role="img" aria-label={[...leg.code].join(' ')} data-code={leg.id}>
        {leg.code}
      </p>
    </div>
  );
}

/** What goes wrong: nobody there, lost, damaged. Each is a press and a reason. */
function GoesWrong({ leg }: { leg: Leg }): ReactNode {
  const [open, setOpen] = useState<'' | 'back' | 'lose'>('');
  const back = useAction(turnBack, { refresh: ['matches'], onDone: () => setOpen('') });
  if (leg.can.length === 0) return null;
  return (
    <div className="stack">
      <div className="row row-wrap">
        {leg.can.includes('turn-back') && (
          <Button look="plain" aria-expanded={open === 'back'} onClick={() => setOpen(open === 'back' ? '' : 'back')}>
            {t('deliveries:notTaken')}
          </Button>
        )}
        {leg.can.includes('lose') && (
          <Button look="plain" aria-expanded={open === 'lose'} onClick={() => setOpen(open === 'lose' ? '' : 'lose')}>
            {t('deliveries:lostGo')}
          </Button>
        )}
      </div>
      {open === 'back' && (
        <div className="stack">
          <p className="small">{t('deliveries:backText')}</p>
          <div className="row row-wrap">
            {REASONS.map((reason) => (
              <Button key={reason} busy={back.busy} onClick={() => void back.run({ leg: leg.id, reason })}>
                {t(`deliveries:back.${reason}`)}
              </Button>
            ))}
          </div>
          <ProblemNotice problem={back.problem} />
        </div>
      )}
      {open === 'lose' && <LoseForm leg={leg} onDone={() => setOpen('')} />}
    </div>
  );
}

function Release({ leg }: { leg: Leg }): ReactNode {
  const action = useAction(releaseLeg, { refresh: ['matches'] });
  if (!leg.can.includes('release')) return null;
  return (
    <>
      <ProblemNotice problem={action.problem} />
      <div>
        <Button look="plain" busy={action.busy} onClick={() => void action.run(leg.id)}>
          {t('deliveries:release')}
        </Button>
      </div>
    </>
  );
}

/** The stop that comes next, with all that is done there. */
export function NextStop({
  trip,
  stop,
  number,
  of,
  person,
}: {
  trip: Trip;
  stop: Stop;
  number: number;
  of: number;
  person: string;
}): ReactNode {
  const places = useCatalogue('places');
  const legs = new Map(trip.legs.map((leg) => [leg.id, leg]));
  const open = stop.acts.filter(({ done }) => !done);
  return (
    <section className="sheet pad stack-6 next-stop" aria-labelledby="next">
      <header>
        <p className="small muted">{t('deliveries:nextOf', { n: number, of })}</p>
        <h2 className="h-page" id="next">
          {stopName(stop, legs, places)}
        </h2>
        {stop.address && (
          <p className="row row-top gap-top-2">
            <Icon name="pin" />
            <span className="break">{stop.address}</span>
          </p>
        )}
      </header>
      {open.map(({ leg: id, act }) => {
        const leg = legs.get(id);
        if (!leg) return null;
        const end = act === 'unload' ? leg.to : leg.from;
        return (
          <div key={`${id} ${act}`} className="stack" data-act={act}>
            <p className="strong">{t(`deliveries:act.${act}`, { thing: leg.thing, amount: leg.text })}</p>
            {end.note && <p className="small muted break">{end.note}</p>}
            {act === 'load' ? (
              <PickUpForm leg={leg} trip={trip.id} person={person} />
            ) : (
              <>
                <OwnCode leg={leg} />
                <p className="small muted">{t(`deliveries:atDoor.${act}`)}</p>
              </>
            )}
            <div className="row row-wrap">
              <Call contact={end.contact} />
            </div>
            {act === 'load' ? <Release leg={leg} /> : <GoesWrong leg={leg} />}
          </div>
        );
      })}
    </section>
  );
}
