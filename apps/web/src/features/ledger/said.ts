import type { Kind, StatementSum } from '../../lib/api-types.js';
import { day } from '../../lib/dates.js';
import { t } from '../../lib/words.js';
import { useAmounts } from '../catalogue/api/catalogue.js';

/** The figures of a statement from its beginning to its end, in the order of the paper. */
export type Column = 'opening' | 'arrived' | 'takenBack' | 'closing' | 'promised';

/** What a column says of one kind: each unit by itself, in the order of the file; nothing is added. */
export function useSaid(sums: readonly StatementSum[]): (kind: Kind, column: Column) => string {
  const amounts = useAmounts();
  return (kind, column) =>
    sums
      .filter((sum) => sum.kind === kind && sum[column] !== 0)
      .map((sum) => amounts.say(column === 'takenBack' ? -sum[column] : sum[column], sum.unit))
      .join(', ') || '0';
}

/** Above the closing sum: its day, or that it is so today while the period runs on. `to` is a day, 2026-12-31. */
export const closingWords = (to: string): string =>
  to > new Date().toISOString().slice(0, 10)
    ? t('statement:closingNow')
    : t('statement:closingOn', { day: day(to, 'UTC') });
