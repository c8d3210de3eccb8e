import { useState, type ReactNode } from 'react';
import { Bones, Loaded } from '../../../components/states.js';
import type { Need, WhyNot } from '../../../lib/api-types.js';
import { count } from '../../../lib/amount.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useWhyNot } from '../api/needs.js';

/** From everything that is offered to what fits, condition by condition; where nothing is left the steps end. */
function Steps({ why }: { why: WhyNot }): ReactNode {
  const end = why.funnel.findIndex((step) => step.left === 0);
  const shown = end < 0 ? why.funnel : why.funnel.slice(0, end + 1);
  if (shown.length === 0) return null;
  return <ol className="funnel gap-top-3" aria-label={t('needs:funnel')}>{shown.map((step) => <li key={step.condition}><span>{typograph(step.sentence)}</span><b className={`num${step.left === 0 ? ' warn' : ''}`} aria-hidden="true">{count(step.left)}</b></li>)}</ol>;
}

function Answer({ why }: { why: WhyNot }): ReactNode {
  return (
    <>
      <p className="gap-top-2">{typograph(why.sentence)}</p>
      <Steps why={why} />
      {why.changes.length > 0 && <><h4 className="small strong gap-top-3">{t('needs:wouldChange')}</h4><ul className="gap-top-2 why-changes">{why.changes.map((change) => <li key={change.sentence} className="small muted">{typograph(change.sentence)}</li>)}</ul></>}
    </>
  );
}

/** Why there are no proposals, and what would change it. */
export function WhyNone({ need }: { need: Need }): ReactNode {
  const query = useWhyNot(need.id, true);
  return (
    <div className="panel-body">
      <h3 className="h-dense">{t('needs:noProposals')}</h3>
      <Loaded query={query} bones={<Bones rows={1} height={40} />}>{(why) => <Answer why={why} />}</Loaded>
    </div>
  );
}

/** Beside proposals: who else was looked at, and what would bring more. Asked for when it is opened. */
export function WhoElse({ need }: { need: Need }): ReactNode {
  const [open, setOpen] = useState(false);
  const query = useWhyNot(need.id, open);
  return (
    <details className="panel-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('needs:whoElse')}</summary>
      {open && <div className="panel-body"><Loaded query={query} bones={<Bones rows={1} height={40} />}>{(why) => <Answer why={why} />}</Loaded></div>}
    </details>
  );
}
