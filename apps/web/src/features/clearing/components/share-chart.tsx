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

const NAMES = 200;
const RIGHT = 640;
const TOP = 24;
const ROW = 24;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const x = (share: number): number => NAMES + share * (RIGHT - NAMES);

function Dots({ row, at }: { row: ShareRow; at: number }): ReactNode {
  const y = TOP + at * ROW + ROW / 2;
  const moved = row.before === null ? 0 : Math.round((row.share - row.before) * 100);
  const right = Math.max(x(row.share), x(row.before ?? row.share));
  const said =
    row.before === null ? percent(row.share) : moved === 0 ? '' : `${moved > 0 ? '+' : '\u2212'}${Math.abs(moved)}`;
  return (
    <g className={moved < 0 ? 'dots-less' : undefined}>
      <text x="0" y={y + 4}>
        {row.label}
      </text>
      {row.before !== null && (
        <>
          <path className="dots-way" d={`M${x(row.before)} ${y}H${x(row.share)}`} />
          <circle className="dots-before" cx={x(row.before)} cy={y} r="4.5" />
        </>
      )}
      <circle className="dots-now" cx={x(row.share)} cy={y} r="5" />
      <text className={moved === 0 ? 'note' : 'strong'} x={right + 10} y={y + 4}>
        {said}
      </text>
    </g>
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
  const bottom = TOP + sorted.length * ROW;
  const compared = sorted.some((row) => row.before !== null);
  return (
    <>
      <div className="chart-scroll" tabIndex={0} role="group" aria-label={title}>
        <svg
          className="chart"
          viewBox={`0 0 700 ${bottom + 26}`}
          role="img"
          aria-label={t('clearings:shareChart', { title, whole: percent(whole) })}
        >
          {TICKS.map((tick) => (
            <g key={tick}>
              <path className="grid" d={`M${x(tick)} ${TOP - 4}V${bottom}`} />
              <text className="note" x={x(tick)} y="12" textAnchor="middle">
                {percent(tick)}
              </text>
            </g>
          ))}
          <path className="dots-whole" d={`M${x(whole)} ${TOP - 4}V${bottom + 6}`} />
          <text className="note" x={x(whole)} y={bottom + 20} textAnchor="middle">
            {t('clearings:wholeRegion', { share: percent(whole) })}
          </text>
          {sorted.map((row, at) => (
            <Dots key={row.key} row={row} at={at} />
          ))}
        </svg>
      </div>
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
