import { weekdayName } from '../../../lib/dates.js';
import type { Schema, Shift } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';

export const FREQUENCIES = ['once', 'daily', 'weekly', 'fortnightly', 'monthly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** How a planned shift comes again, as the form has it. */
export interface Repeat {
  readonly frequency: Frequency;
  readonly weekdays: readonly string[];
  readonly lastOn: string;
  readonly except: readonly string[];
}

export const ONCE: Repeat = { frequency: 'once', weekdays: [], lastOn: '', except: [] };

/** «MO» of `2026-12-07`. */
export function weekdayOf(day: string): string | undefined {
  const at = new Date(`${day}T12:00:00Z`);
  return Number.isNaN(at.getTime()) ? undefined : WEEKDAYS[(at.getUTCDay() + 6) % 7];
}

/** What the server reads; undefined: once. The weekday of the first shift is always one of them. */
export function repeatOf(repeat: Repeat, day: string): Schema['RepeatDto'] | undefined {
  const { frequency, weekdays, lastOn, except } = repeat;
  const own = weekdayOf(day);
  if (frequency === 'once' || own === undefined) return undefined;
  const days = WEEKDAYS.filter((one) => one === own || weekdays.includes(one)).join(',');
  const nth = Math.ceil(Number(day.slice(8)) / 7);
  const rules: Record<Exclude<Frequency, 'once'>, string> = {
    daily: 'FREQ=DAILY',
    weekly: `FREQ=WEEKLY;BYDAY=${days}`,
    fortnightly: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${days}`,
    monthly: `FREQ=MONTHLY;BYDAY=${nth > 4 ? -1 : nth}${own}`,
  };
  return { rule: rules[frequency], lastOn: lastOn || null, except: [...except] };
}

/** «каждую неделю: пн, чт», of a rule; what is said in no simpler way is «повторяется». */
export function rhythmOf({ rule }: NonNullable<Shift['series']>): string {
  const part = (name: string): string => new RegExp(`(?:^|;)${name}=([^;]*)`).exec(rule)?.[1] ?? '';
  const interval = Number(part('INTERVAL') || '1');
  const days = part('BYDAY').split(',').filter(Boolean);
  const plain = days.every((day) => (WEEKDAYS as readonly string[]).includes(day));
  const names = plain
    ? days.map((day) => weekdayName((WEEKDAYS as readonly string[]).indexOf(day) + 1)).join(', ')
    : '';
  if (part('FREQ') === 'DAILY' && days.length === 0) return t('volunteering:rhythm.daily', { interval });
  if (part('FREQ') === 'WEEKLY' && plain)
    return t(names ? 'volunteering:rhythm.weeklyOn' : 'volunteering:rhythm.weekly', { interval, days: names });
  return t(part('FREQ') === 'MONTHLY' ? 'volunteering:rhythm.monthly' : 'volunteering:rhythm.other');
}
