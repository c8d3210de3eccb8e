import type { Match } from '../../lib/api-types.js';
import { t } from '../../lib/words.js';

/** Its status; of a receipt of nothing `nothing`, of a hand-over whose receipt a moderator looks at `silent`. */
export function standingOf({
  status,
  arrived,
  withModerator,
}: Pick<Match, 'status' | 'arrived' | 'withModerator'>): string {
  if (status === 'confirmed' && arrived?.amount === 0) return 'nothing';
  return status === 'delivered' && withModerator ? 'silent' : status;
}

/** How a match stands, in a few words. */
export const standingWord = (match: Parameters<typeof standingOf>[0]): string =>
  t(`matches:status.${standingOf(match)}`);

/** What came of it or, where nothing did, what was promised. */
export const amountWord = ({ arrived, text }: Pick<Match, 'arrived' | 'text'>): string =>
  arrived && arrived.amount > 0 ? arrived.text : text;
