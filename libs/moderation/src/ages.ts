import type { Age } from '#platform';

/** How long moderation keeps its rows of passage: a complaint stays a year after it was answered, what was refused until every appeal against it is, who had a review open a day. */
export const MODERATION_AGES: readonly Age[] = [
  { table: 'complaints', key: 'id', days: 365, gone: 'settled_at < $1' },
  { table: 'review_words', key: 'review_id', days: 90, gone: 'at < $1' },
  { table: 'review_holds', key: 'review_id', days: 1, gone: 'until < $1' },
];
