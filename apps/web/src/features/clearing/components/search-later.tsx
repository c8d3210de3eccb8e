import { lazy, memo, Suspense, type ReactNode } from 'react';
import { Bones } from '../../../components/states.js';
import { onceOpened, useOpenedNear } from '../../../lib/near.js';
import type { UnitReport } from '../api/clearings.js';

/** A file of its own: what the page is read by first does not wait for it. */
const drawing = onceOpened(async () => ({ default: (await import('./search-chart.js')).SearchChart }));
const SearchChart = lazy(drawing.load);

/** Comes with a reader who gets there; until then what the server has drawn stays. */
export const SearchLater = memo(function SearchLater({ units }: { units: readonly UnitReport[] }): ReactNode {
  const here = useOpenedNear(drawing);
  return (
    <div ref={here} data-search>
      <Suspense fallback={<Bones rows={1} height={250} />}>
        <SearchChart units={units} />
      </Suspense>
    </div>
  );
});
