import { LINK_DAYS } from '#identity';
import type { Age } from '#platform';

/** How long offers keep their rows of passage: what a visitor offers waits for the address to be confirmed as long as the link of its mail works. */
export const OFFERS_AGES: readonly Age[] = [
  { table: 'visitor_offers', key: 'id', days: LINK_DAYS, gone: 'created_at < $1' },
];
