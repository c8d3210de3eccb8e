import type { Kind, StatementSum } from '../../lib/api-types.js';
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
