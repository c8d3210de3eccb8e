import type { ReactNode } from 'react';
import { count } from '../../../lib/amount.js';
import { t } from '../../../lib/words.js';
import { useGoodsUnit } from '../../catalogue/api/catalogue.js';
import type { SearchStep, UnitReport } from '../api/clearings.js';
import { percent } from './said.js';

const [LEFT, RIGHT, TOP, BOTTOM] = [14, 480, 20, 210];
/** The first bound, when nothing is known yet, may be many times the last: above this it is cut off. */
const MOST = 2;
const TICKS = 4;
/** Where lines are named, as a share of the width: the two still stand apart there. */
const LABEL_AT = 0.25;

const first = (steps: readonly SearchStep[]): number =>
  Math.min(MOST, Math.max(1.1, ...steps.map(({ bound }) => bound)));
const line = (steps: readonly SearchStep[], x: (one: SearchStep) => number, y: (one: SearchStep) => number): string =>
  steps.map((one, at) => `${at === 0 ? 'M' : 'L'}${x(one).toFixed(1)} ${y(one).toFixed(1)}`).join('');

/** The heights of both lines at a place between two of their points. */
function between(search: readonly SearchStep[], steps: number): Pick<SearchStep, 'found' | 'bound'> {
  const at = Math.max(
    1,
    search.findIndex((one) => one.steps >= steps),
  );
  const [from, to] = [search[at - 1] as SearchStep, search[at] as SearchStep];
  const share = to.steps === from.steps ? 0 : (steps - from.steps) / (to.steps - from.steps);
  return { found: from.found + share * (to.found - from.found), bound: from.bound + share * (to.bound - from.bound) };
}

/** Found and proved over the steps of a search: the one rises, the other falls, and what stays between them is the gap. */
function Lines({ search, kind }: { search: readonly SearchStep[]; kind: string }): ReactNode {
  const [end, top] = [search.at(-1) as SearchStep, first(search)];
  const x = ({ steps }: { steps: number }): number => LEFT + (steps / Math.max(1, end.steps)) * (RIGHT - LEFT);
  const y = (share: number): number => BOTTOM - (Math.min(share, top) / top) * (BOTTOM - TOP);
  const [found, bound] = [(one: SearchStep) => y(one.found), (one: SearchStep) => y(one.bound)];
  const gap = 1 - end.found;
  const shown = gap <= 0 ? t('clearings:exact') : percent(gap, 3);
  const label = { steps: end.steps * LABEL_AT, ...between(search, end.steps * LABEL_AT) };
  const area = `${line(search, x, bound)}${line([...search].reverse(), x, found).replace('M', 'L')}Z`;
  return (
    <svg
      className={`chart k-${kind}`}
      viewBox="0 0 560 250"
      role="img"
      aria-label={t('clearings:searchChart', { gap: shown, count: end.steps, shown: count(end.steps) })}
    >
      <path d={area} fill="var(--larch-soft)" />
      <path d={line(search, x, bound)} fill="none" stroke="var(--larch-ink)" strokeWidth="2" strokeDasharray="5 4" />
      <path d={line(search, x, found)} fill="none" stroke="var(--k)" strokeWidth="3" />
      <path className="axis" d={`M${LEFT} ${BOTTOM}H${RIGHT}`} />
      {Array.from({ length: TICKS + 1 }, (_, at) => Math.round((end.steps * at) / TICKS)).map((steps, at) => (
        <g key={at}>
          <path className="axis" d={`M${x({ steps })} ${BOTTOM}v5`} />
          <text className="note" x={x({ steps })} y={BOTTOM + 21} textAnchor={at === 0 ? 'start' : 'middle'}>
            {at === TICKS ? t('clearings:searchSteps', { count: steps, shown: count(steps) }) : count(steps)}
          </text>
        </g>
      ))}
      <text
        className="strong"
        x={x(label)}
        y={Math.max(TOP - 6, bound(label) - 10)}
        style={{ fill: 'var(--larch-ink)' }}
      >
        {t('clearings:provedLine')}
      </text>
      <text
        className="strong"
        x={x(label) + 20}
        y={Math.min(BOTTOM - 8, found(label) + 24)}
        style={{ fill: `var(--kind-${kind}-ink)` }}
      >
        {t('clearings:foundLine')}
      </text>
      <circle cx={RIGHT} cy={(found(end) + bound(end)) / 2} r="5" fill="var(--ink)" />
      <text className="strong" x={RIGHT + 12} y={bound(end) + 1}>
        {t('clearings:gapLine')}
      </text>
      <text className="strong" x={RIGHT + 12} y={bound(end) + 18}>
        {gap <= 0 ? '0' : shown}
      </text>
    </svg>
  );
}

/** How the largest of the calculations went. */
export function SearchChart({ units }: { units: readonly UnitReport[] }): ReactNode {
  const unitName = useGoodsUnit();
  const [largest] = units.filter(({ search }) => search.length > 1).sort((a, b) => b.pairs - a.pairs);
  if (!largest) return null;
  const name = largest.kind === 'goods' ? unitName(largest) : t(`kind.${largest.kind}`);
  return (
    <section>
      <h2 className="h-block">{t('clearings:search', { what: name.toLowerCase() })}</h2>
      <p className="small muted gap-top-2 gap-below-4">{t('clearings:searchText')}</p>
      <Lines search={largest.search} kind={largest.kind} />
    </section>
  );
}
