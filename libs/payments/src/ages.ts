import type { Age } from '#platform';

/** How long payments keeps its rows of passage. Never forgotten: gifts, rows of statements, what Stripe moved. */
export const PAYMENTS_AGES: readonly Age[] = [{ table: 'card_events', key: 'id', days: 90, gone: 'applied_at < $1' }];
