import type { Age } from '#platform';

/** How long offers keep their rows of passage: what a visitor offers waits a day for the address to be confirmed. */
export const OFFERS_AGES: readonly Age[] = [{ table: 'visitor_offers', key: 'id', days: 1, gone: 'created_at < $1' }];
