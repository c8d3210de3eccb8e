import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction, type Action } from '../../../lib/action.js';
import type { Offer, WhyNotOffer } from '../../../lib/api-types.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { Funnel } from '../../matching/components/funnel.js';
import { editOffer, useWhyNotOffer } from '../api/offers.js';

type Change = WhyNotOffer['changes'][number];
type Edit = Action<Parameters<typeof editOffer>[0]>;

/** What would bring proposals, and the button that does it; what takes a new offer leads to its form. */
function ChangeLine({
  offer,
  change,
  action,
  chosen,
  onChoose,
}: {
  offer: Offer;
  change: Change;
  action: Edit;
  chosen: boolean;
  onChoose: () => void;
}): ReactNode {
  const choose = (): void => {
    onChoose();
    void action.run({ id: offer.id, version: offer.version, changes: change.edit ?? {} });
  };
  return (
    <li className="row row-top between row-wrap" data-change={change.change}>
      <span className="small why-change">{typograph(change.sentence)}</span>
      {change.edit && offer.can.includes('edit') && (
        <Button size="dense" busy={action.busy && chosen} onClick={choose}>
          {t(`offers:change.${change.change}`, { kind: offer.kind })}
        </Button>
      )}
      {change.change === 'give-each' && (
        <Link
          className="btn btn-plain btn-dense"
          to="/offer"
          search={{ kind: offer.kind, category: offer.category ?? undefined, item: offer.item ?? undefined }}
        >
          {t('offers:change.give-each')}
        </Link>
      )}
      {!change.edit && change.sphere && offer.kind === 'money' && (
        <Link className="btn btn-plain btn-dense" to="/offer" search={{ kind: offer.kind, category: change.sphere }}>
          {t('offers:change.whole-sphere')}
        </Link>
      )}
    </li>
  );
}

/** @param beside the page shows proposals already: what fits is not said again */
function Answer({ offer, why, beside = false }: { offer: Offer; why: WhyNotOffer; beside?: boolean }): ReactNode {
  const [chosen, setChosen] = useState('');
  const action = useAction(editOffer, { refresh: ['offers', 'matches', 'why-not'] });
  return (
    <>
      {!(beside && why.fits > 0) && <p className="gap-top-2">{typograph(why.sentence)}</p>}
      <Funnel steps={why.funnel} label={t('offers:funnel')} />
      {why.changes.length > 0 && (
        <>
          <h4 className="small strong gap-top-4">{t('needsDesk:wouldChange')}</h4>
          <ul className="lines changes">
            {why.changes.map((change) => (
              <ChangeLine
                key={change.change}
                offer={offer}
                change={change}
                action={action}
                chosen={chosen === change.change}
                onChoose={() => setChosen(change.change)}
              />
            ))}
          </ul>
        </>
      )}
      {action.problem && (
        <div className="gap-top-3">
          <ProblemNotice problem={action.problem} />
          {action.problem.fields.map((field) => (
            <p className="error" key={field.field + field.code}>
              {field.message}
            </p>
          ))}
        </div>
      )}
    </>
  );
}

/** Why an offer has no proposals yet, and what its donor could do. */
export function WhyNone({ offer }: { offer: Offer }): ReactNode {
  const query = useWhyNotOffer(offer.id, true);
  return (
    <div className="sheet pad" data-why-none>
      <h3 className="h-small">{t('offers:none')}</h3>
      <Loaded query={query} bones={<Bones rows={1} height={40} />}>
        {(why) => <Answer offer={offer} why={why} />}
      </Loaded>
      <p className="small muted gap-top-4">{t('offers:noneText')}</p>
      <p className="gap-top-3">
        <Link
          className="btn btn-quiet"
          to="/needs"
          search={{ kind: offer.kind, category: offer.category ?? undefined }}
        >
          {t('offers:askedAll')}
        </Link>
      </p>
    </div>
  );
}

/** Beside proposals: which needs were looked at, and what would bring more. Asked for when it is opened. */
export function WhoElse({ offer }: { offer: Offer }): ReactNode {
  const [open, setOpen] = useState(false);
  const query = useWhyNotOffer(offer.id, open);
  return (
    <details className="sheet gap-top-4" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('offers:whoElse')}</summary>
      {open && (
        <div className="pad who-else">
          <Loaded query={query} bones={<Bones rows={1} height={40} />}>
            {(why) => <Answer offer={offer} why={why} beside />}
          </Loaded>
        </div>
      )}
    </details>
  );
}
