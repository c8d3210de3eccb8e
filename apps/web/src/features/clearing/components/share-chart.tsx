import type { ReactNode } from 'react';
import { t } from '../../../lib/words.js';
import { percent } from './said.js';

/** `before` is what it was, or would be with the weights of today; null where there is nothing to compare with. */
export interface ShareRow {
  key: string;
  label: string;
  share: number;
  before: number | null;
}

/** Where things stand: beside their names on a desk, under them on a phone. `name` is above the dots by so much. */
const WIDE = {
  look: 'only-wide',
  width: 700,
  left: 200,
  right: 640,
  row: 24,
  name: -4,
  ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
};
const NARROW = { look: 'only-narrow', width: 358, left: 8, right: 316, row: 46, name: 13, ticks: [0, 0.5, 1] };
type Geometry = typeof WIDE;
const TOP = 24;
const HALF_A_NOTE = 70;
const x = ({ left, right }: Geometry, share: number): number => left + share * (right - left);

function Dots({ row, at, of }: { row: ShareRow; at: number; of: Geometry }): ReactNode {
  const y = TOP + (at + 1) * of.row - 12;
  const [now, was] = [x(of, row.share), x(of, row.before ?? row.share)];
  const moved = row.before === null ? 0 : Math.round((row.share - row.before) * 100);
  const said =
    row.before === null ? percent(row.share) : moved === 0 ? '' : `${moved > 0 ? '+' : '\u2212'}${Math.abs(moved)}`;
  return (
    <g className={moved < 0 ? 'dots-less' : undefined}>
      <text x="0" y={y - of.name}>
        {row.label}
      </text>
      {row.before !== null && (
        <>
          <path className="dots-way" d={`M${was} ${y}H${now}`} />
          <circle className="dots-before" cx={was} cy={y} r="4.5" />
        </>
      )}
      <circle className="dots-now" cx={now} cy={y} r="5" />
      <text className={moved === 0 ? 'note' : 'strong'} x={Math.max(now, was) + 10} y={y + 4}>
        {said}
      </text>
    </g>
  );
}

function Drawn({
  of,
  rows,
  whole,
  label,
}: {
  of: Geometry;
  rows: readonly ShareRow[];
  whole: number;
  label: string;
}): ReactNode {
  const bottom = TOP + rows.length * of.row;
  const noted = Math.min(of.width - HALF_A_NOTE, Math.max(HALF_A_NOTE, x(of, whole)));
  return (
    <svg className={`chart ${of.look}`} viewBox={`0 0 ${of.width} ${bottom + 26}`} role="img" aria-label={label}>
      {of.ticks.map((tick) => (
        <g key={tick}>
          <path className="grid" d={`M${x(of, tick)} ${TOP - 4}V${bottom}`} />
          <text className="note" x={x(of, tick)} y="12" textAnchor="middle">
            {percent(tick)}
          </text>
        </g>
      ))}
      <path className="dots-whole" d={`M${x(of, whole)} ${TOP - 4}V${bottom + 6}`} />
      <text className="note" x={noted} y={bottom + 20} textAnchor="middle">
        {t('clearings:wholeRegion', { share: percent(whole) })}
      </text>
      {rows.map((row, at) => (
        <Dots key={row.key} row={row} at={at} of={of} />
      ))}
    </svg>
  );
}

/** Shares row by row, the lowest first: a hollow dot before, a solid one after; a line for the whole. The same numbers stand in the table. */
export function ShareChart({
  rows,
  whole,
  title,
  column,
}: {
  rows: readonly ShareRow[];
  whole: number;
  title: string;
  column: string;
}): ReactNode {
  const sorted = [...rows].sort((a, b) => a.share - b.share || a.label.localeCompare(b.label));
  const compared = sorted.some((row) => row.before !== null);
  return (
    <>
      {[WIDE, NARROW].map((of) => (
        <Drawn
          key={of.look}
          of={of}
          rows={sorted}
          whole={whole}
          label={t('clearings:shareChart', { title, whole: percent(whole) })}
        />
      ))}
      <details className="gap-top-3">
        <summary className="small">{t('clearings:asTable')}</summary>
        <div className="table-scroll gap-top-3" tabIndex={0} role="group" aria-label={title}>
          <table className="ledger ledger-dense">
            <thead>
              <tr>
                <th scope="col">{column}</th>
                {compared && (
                  <th scope="col" className="r">
                    {t('clearings:before')}
                  </th>
                )}
                <th scope="col" className="r">
                  {t(compared ? 'clearings:after' : 'clearings:share')}
                </th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((row) => (
                <tr key={row.key}>
                  <th scope="row" className="line-name">
                    {row.label}
                  </th>
                  {compared && <td className="r">{row.before === null ? '—' : percent(row.before)}</td>}
                  <td className="r strong">{percent(row.share)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
