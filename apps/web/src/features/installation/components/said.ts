import { count, decimal } from '../../../lib/amount.js';
import { t } from '../../../lib/words.js';

const NBSP = '\u00a0';
const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];

/** So long, in the largest unit that is full. */
export function ago(seconds: number): string {
  const [unit, value] =
    seconds < MINUTE
      ? (['seconds', Math.round(seconds)] as const)
      : seconds < HOUR
        ? (['minutes', Math.floor(seconds / MINUTE)] as const)
        : seconds < DAY
          ? (['hours', Math.floor(seconds / HOUR)] as const)
          : (['days', Math.floor(seconds / DAY)] as const);
  return t(`administration:health.${unit}`, { count: value });
}

/** Milliseconds as they are said; a dash where nothing was measured. */
export const thousandths = (ms: number | null): string =>
  ms === null ? '—' : t('administration:health.milliseconds', { count: ms < 1 ? 1 : Math.round(ms) });

/** Bytes in megabytes or gigabytes of a thousand. */
export function size(bytes: number): string {
  const [unit, value] = bytes < 1e9 ? (['mb', bytes / 1e6] as const) : (['gb', bytes / 1e9] as const);
  return `${value < 10 ? decimal(value) : count(value)}${NBSP}${t(`administration:health.${unit}`)}`;
}
