import type { Age } from '#platform';

/** How long moderation keeps its rows of passage: a complaint stays a year after it was answered. */
export const MODERATION_AGES: readonly Age[] = [{ table: 'complaints', key: 'id', days: 365, gone: 'settled_at < $1' }];
