import { useHydrated } from '@tanstack/react-router';
import { useRef, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { FieldError, TextField } from '../../../components/field.js';
import { clockOf, dateIn, instantIn, localDate } from '../../../lib/dates.js';
import type { Schema } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';

/** A day of the place and two of its times. */
export interface SaidWindow {
  day: string;
  from: string;
  until: string;
}

const MOST = 7;

/** An offer's windows as they are typed; those that have passed are left out: they cannot be said anew. */
export function windowsOf(windows: readonly { from: string; until: string }[], timeZone: string): SaidWindow[] {
  return windows
    .filter(({ until }) => new Date(until).getTime() > Date.now())
    .map(({ from, until }) => ({
      day: localDate(from, timeZone),
      from: clockOf(from, timeZone),
      until: clockOf(until, timeZone),
    }));
}

/** What goes to the server; undefined: nothing is said. Windows without a day are left out. */
export function pickUpOf(
  windows: readonly SaidWindow[],
  brings: boolean,
  timeZone: string,
): Schema['FetchingDto'] | undefined {
  const named = windows
    .filter(({ day, from, until }) => day && from && until)
    .map(({ day, from, until }) => ({ from: instantIn(day, from, timeZone), until: instantIn(day, until, timeZone) }));
  return named.length > 0 || brings ? { windows: named, brings } : undefined;
}

/** When a thing can be fetched, in several windows, or that it is brought: the other side chooses among them later. */
export function PickUpFields({
  windows,
  brings,
  change,
  error,
}: {
  windows: readonly SaidWindow[];
  brings: boolean;
  change: (changes: { windows?: SaidWindow[]; brings?: boolean }) => void;
  error: (...fields: string[]) => string | undefined;
}): ReactNode {
  const box = useRef<HTMLFieldSetElement>(null);
  if (!useHydrated()) return null;
  const put = (at: number, changes: Partial<SaidWindow>): void =>
    change({ windows: windows.map((window, place) => (place === at ? { ...window, ...changes } : window)) });
  return (
    <fieldset className="stack-3" ref={box}>
      <legend className="label">{t('offers:pickUp.title')}</legend>
      <p className="hint">{t('offers:pickUp.hint')}</p>
      {windows.map((window, at) => (
        <div key={at} className="row row-wrap">
          <TextField
            label={t('offers:pickUp.day')}
            type="date"
            min={dateIn(0)}
            max={dateIn(183)}
            value={window.day}
            onChange={(event) => put(at, { day: event.target.value })}
          />
          <TextField
            label={t('offers:pickUp.from')}
            type="time"
            value={window.from}
            onChange={(event) => put(at, { from: event.target.value })}
          />
          <TextField
            label={t('offers:pickUp.until')}
            type="time"
            value={window.until}
            onChange={(event) => put(at, { until: event.target.value })}
          />
          <Button
            look="plain"
            size="dense"
            onClick={() => {
              change({ windows: windows.filter((_, place) => place !== at) });
              requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[data-more]')?.focus()); // where there were as many as may be, it has just come
            }}
          >
            {t('offers:pickUp.remove')}
          </Button>
          {error(`pickUp.windows.${at}.from`, `pickUp.windows.${at}.until`) && (
            <FieldError id={`window-${at}`}>
              {error(`pickUp.windows.${at}.from`, `pickUp.windows.${at}.until`)}
            </FieldError>
          )}
        </div>
      ))}
      <div className="row row-wrap">
        {windows.length < MOST && (
          <Button
            data-more
            look="quiet"
            size="dense"
            onClick={() => change({ windows: [...windows, { day: dateIn(1), from: '18:00', until: '20:00' }] })}
          >
            {t(windows.length === 0 ? 'offers:pickUp.first' : 'offers:pickUp.more')}
          </Button>
        )}
        <label className="check">
          <input type="checkbox" checked={brings} onChange={(event) => change({ brings: event.target.checked })} />
          <span>{t('offers:pickUp.brings')}</span>
        </label>
      </div>
    </fieldset>
  );
}
