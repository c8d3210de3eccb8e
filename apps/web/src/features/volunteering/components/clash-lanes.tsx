import type { CSSProperties, ReactNode } from 'react';
import { timeOf } from '../../../lib/dates.js';
import './clash.css';

export interface Lane {
  readonly title: string;
  readonly from: string;
  readonly until: string;
}

const HOUR = 3_600_000;
/** So many marks of the clock at most: of short shifts each hour, of longer ones whole hours further apart. */
const TICKS = 6;
const ms = (moment: string): number => new Date(moment).getTime();

/** Two shifts on one clock, of the place of the first. A picture: what it shows stands in words beside it. */
export function ClashLanes({ lanes, timeZone }: { lanes: readonly [Lane, Lane]; timeZone: string }): ReactNode {
  const first = Math.floor(Math.min(...lanes.map(({ from }) => ms(from))) / HOUR) * HOUR;
  const hours = Math.ceil((Math.max(...lanes.map(({ until }) => ms(until))) - first) / HOUR);
  const step = Math.ceil(hours / TICKS);
  const last = first + Math.ceil(hours / step) * step * HOUR;
  const share = (span: number): string => `${(span / (last - first)) * 100}%`;
  const ticks = Array.from({ length: (last - first) / HOUR / step + 1 }, (_, at) => first + at * step * HOUR);
  return (
    <div className="clash" aria-hidden="true">
      {lanes.map(({ title, from, until }, at) => [
        <span key={`${at}-name`} className="clash-name">
          {title}
        </span>,
        <span key={`${at}-lane`} className="clash-lane">
          <b
            className={at === 1 ? 'is-second' : undefined}
            style={{ '--from': share(ms(from) - first), '--long': share(ms(until) - ms(from)) } as CSSProperties}
          >
            {timeOf(from, timeZone)}–{timeOf(until, timeZone)}
          </b>
        </span>,
      ])}
      <span className="clash-ticks">
        {ticks.map((tick) => (
          <span key={tick}>{timeOf(new Date(tick).toISOString(), timeZone)}</span>
        ))}
      </span>
    </div>
  );
}
