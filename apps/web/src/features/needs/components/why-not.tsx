import { useState, type ReactNode } from 'react';
import { Bones, Loaded } from '../../../components/states.js';
import type { Need, WhyNot } from '../../../lib/api-types.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { Funnel } from '../../matching/components/funnel.js';
import { useWhyNot } from '../api/needs.js';

/** @param beside the page shows proposals already: what fits is not said again */
function Answer({ why, beside = false }: { why: WhyNot; beside?: boolean }): ReactNode {
  return (
    <>
      {!(beside && why.fits > 0) && <p className="gap-top-2">{typograph(why.sentence)}</p>}
      <Funnel steps={why.funnel} label={t('needs:funnel')} />
      {why.changes.length > 0 && (
        <>
          <h4 className="small strong gap-top-3">{t('needsDesk:wouldChange')}</h4>
          <ul className="gap-top-2 why-changes">
            {why.changes.map((change) => (
              <li key={change.sentence} className="small muted">
                {typograph(change.sentence)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Why there are no proposals, and what would change it. */
export function WhyNone({ need }: { need: Need }): ReactNode {
  const query = useWhyNot(need.id, true);
  return (
    <div className="panel-body">
      <h3 className="h-dense">{t('needsDesk:noProposals')}</h3>
      <Loaded query={query} bones={<Bones rows={1} height={40} />}>
        {(why) => <Answer why={why} />}
      </Loaded>
    </div>
  );
}

/** Beside proposals: who else was looked at, and what would bring more. Asked for when it is opened. */
export function WhoElse({ need }: { need: Need }): ReactNode {
  const [open, setOpen] = useState(false);
  const query = useWhyNot(need.id, open);
  return (
    <details className="panel-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('needsDesk:whoElse')}</summary>
      {open && (
        <div className="panel-body">
          <Loaded query={query} bones={<Bones rows={1} height={40} />}>
            {(why) => <Answer why={why} beside />}
          </Loaded>
        </div>
      )}
    </details>
  );
}
