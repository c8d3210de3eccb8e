import type { Age } from '#platform';
import { VAIN_DAYS } from './vain-searches.rules.js';

/** How long the catalogue keeps its rows of passage: words that were searched in vain. */
export const CATALOGUE_AGES: readonly Age[] = [
  { table: 'vain_searches', key: 'day, words', days: VAIN_DAYS, gone: 'day < $1::timestamptz::date' },
];
