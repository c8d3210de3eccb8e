import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';
import { TWO_SIGNATURES_ABOVE_KOPECKS } from './risk.rules.js';

export const TWO_SIGNATURES_SETTING = 'moderation.two-signatures-above';

/** Above how many kopecks two moderators must approve: the administrator's setting, or the default. */
export async function twoSignaturesAbove(db: Tx | DataSource): Promise<number> {
  const [row]: { value: unknown }[] = await db.query('SELECT value FROM settings WHERE key = $1', [TWO_SIGNATURES_SETTING]);
  return typeof row?.value === 'number' && Number.isSafeInteger(row.value) && row.value >= 0 ? row.value : TWO_SIGNATURES_ABOVE_KOPECKS;
}
