import type { ReactNode } from 'react';
import type { FunnelStep } from '../../../lib/api-types.js';
import { typograph } from '../../../lib/typograph.js';

/** From everything there is to what fits: the conditions at which a giver fell away; where nothing is left the steps end. Each sentence says how many are left. */
export function Funnel({ steps, label }: { steps: readonly FunnelStep[]; label: string }): ReactNode {
  const end = steps.findIndex((step) => step.left === 0);
  const shown = (end < 0 ? steps : steps.slice(0, end + 1)).filter((step, at, all) => step.left !== all[at - 1]?.left);
  if (shown.length === 0) return null;
  return (
    <ol className="funnel gap-top-3" aria-label={label}>
      {shown.map((step) => (
        <li key={step.condition}>
          <span className={step.left === 0 ? 'warn' : undefined}>{typograph(step.sentence)}</span>
        </li>
      ))}
    </ol>
  );
}
