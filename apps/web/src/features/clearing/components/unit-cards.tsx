import type { ReactNode } from 'react';
import { KindMark } from '../../../components/marks.js';
import { KINDS, type Kind } from '../../../lib/api-types.js';
import { count } from '../../../lib/amount.js';
import { t } from '../../../lib/words.js';
import { useAmounts, useGoodsUnit } from '../../catalogue/api/catalogue.js';
import type { Clearing, UnitReport } from '../api/clearings.js';
import { percent, whole } from './said.js';

const LEFT = 10;
const RIGHT = 320;
/** Widths that a gap is shown in: the first that holds it with room to spare. */
const SPANS = [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

/** How near the plan comes to what is proved: solid to the plan, dashed to the bound. */
function GapChart({ kind, gap }: { kind: Kind; gap: number }): ReactNode {
  const span = SPANS.find((one) => one >= gap * 1.6) ?? 1;
  const x = (share: number): number => LEFT + ((share - (1 - span)) / span) * (RIGHT - LEFT);
  const found = x(1 - gap);
  const digits = span < 0.001 ? 3 : span < 0.01 ? 2 : 1;
  return (
    <svg
      className={`chart k-${kind}`}
      viewBox="0 0 330 62"
      role="img"
      aria-label={t('clearings:gapChart', { share: percent(1 - gap, 3) })}
    >
      {[0, 0.5, 1].map((at) => (
        <g key={at}>
          <path className="axis" d={`M${LEFT + at * (RIGHT - LEFT)} 30v8`} />
          <text
            className="note"
            x={LEFT + at * (RIGHT - LEFT)}
            y="55"
            textAnchor={at === 0 ? 'start' : at === 1 ? 'end' : 'middle'}
          >
            {percent(1 - span * (1 - at), digits)}
          </text>
        </g>
      ))}
      <path d={`M${LEFT} 34H${found}`} stroke="var(--k)" strokeWidth="7" />
      {gap > 0 && (
        <path d={`M${found} 34H${RIGHT}`} stroke="var(--k)" strokeWidth="7" strokeDasharray="2 3" opacity="0.7" />
      )}
      <path d={`M${found} 22v24`} stroke="var(--ink)" strokeWidth="2" />
      <text
        className="strong"
        x={found}
        y="14"
        textAnchor={gap === 0 || found > 250 ? 'end' : found < 70 ? 'start' : 'middle'}
      >
        {t('clearings:found')}
      </text>
    </svg>
  );
}

/** How much of what was needed went out: of the two units with most pairs, where a kind is counted in several. What the plan found and what is proved, in points, stands in the table. */
function Numbers({ units }: { units: readonly UnitReport[] }): ReactNode {
  const amounts = useAmounts();
  const unitName = useGoodsUnit();
  return units.slice(0, 2).map((one) => (
    <div key={one.unit}>
      <dt>{units.length === 1 ? t('clearings:column.matched') : unitName(one)}</dt>
      <dd className="num">
        {t('clearings:ofNeeded', {
          matched: amounts.say(one.matched, one.unit),
          needed: amounts.say(one.needed, one.unit),
        })}
      </dd>
    </div>
  ));
}

function Card({ kind, units }: { kind: Kind; units: readonly UnitReport[] }): ReactNode {
  const gap = Math.max(0, ...units.map((one) => one.gap));
  const pairs = units.reduce((sum, one) => sum + one.pairs, 0);
  return (
    <div data-kind={kind}>
      <h2 className="h-small row">
        <KindMark kind={kind} />
        {t(`kind.${kind}`)}
      </h2>
      <dl className="clr-n">
        <Numbers units={units} />
        <div>
          <dt>{t('clearings:gap')}</dt>
          <dd className="num strong">{gap === 0 ? t('clearings:exact') : percent(gap, 3)}</dd>
        </div>
      </dl>
      <GapChart kind={kind} gap={gap} />
      <p className="small muted gap-top-2">
        {t('clearings:looked', { count: pairs, shown: count(pairs), units: units.length })}
      </p>
    </div>
  );
}

/** One calculation for each kind: what was found, what is proved, what lies between. The table has every unit. */
export function UnitCards({ clearing }: { clearing: Clearing }): ReactNode {
  const amounts = useAmounts();
  const unitName = useGoodsUnit();
  const used = clearing.byUnit.filter((unit) => unit.pairs > 0);
  if (used.length === 0) return <p className="sheet pad">{t('clearings:nothingMet')}</p>;
  const kinds = KINDS.filter((kind) => used.some((unit) => unit.kind === kind));
  return (
    <>
      <section className="sheet clr" aria-label={t('clearings:calculations')}>
        {kinds.map((kind) => (
          <Card
            key={kind}
            kind={kind}
            units={used.filter((unit) => unit.kind === kind).sort((a, b) => b.pairs - a.pairs)}
          />
        ))}
      </section>
      <details className="gap-top-3">
        <summary className="small">{t('clearings:everyUnit')}</summary>
        <div className="table-scroll gap-top-3" tabIndex={0} role="group" aria-label={t('clearings:everyUnit')}>
          <table className="ledger ledger-dense">
            <thead>
              <tr>
                {(['unit', 'offered', 'needed', 'matched', 'pairs', 'objective', 'bound', 'gap'] as const).map(
                  (column) => (
                    <th key={column} scope="col" className={column === 'unit' ? undefined : 'r'}>
                      {t(`clearings:column.${column}`)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {used.map((one) => (
                <tr key={`${one.kind} ${one.unit}`}>
                  <th scope="row" className="line-name">
                    <span className="row">
                      <KindMark kind={one.kind} size="s" />
                      {one.kind === 'goods' ? unitName(one) : t(`kind.${one.kind}`)}
                    </span>
                  </th>
                  <td className="r">{amounts.say(one.offered, one.unit)}</td>
                  <td className="r">{amounts.say(one.needed, one.unit)}</td>
                  <td className="r strong">{amounts.say(one.matched, one.unit)}</td>
                  <td className="r">{count(one.pairs)}</td>
                  <td className="r">{whole(one.objective)}</td>
                  <td className="r">{whole(one.upperBound)}</td>
                  <td className="r">{percent(one.gap, 3)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
