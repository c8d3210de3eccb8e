import type { DataSource } from 'typeorm';
import { readSettingRow, type Tx } from '#platform';
import { TWO_SIGNATURES_ABOVE_KOPECKS } from './risk.rules.js';

export const TWO_SIGNATURES_SETTING = 'moderation.two-signatures-above';

/** Above how many kopecks two moderators must approve: the administrator's setting, or the default. */
export async function twoSignaturesAbove(db: Tx | DataSource): Promise<number> {
  const value = await readSettingRow(db, TWO_SIGNATURES_SETTING);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : TWO_SIGNATURES_ABOVE_KOPECKS;
}
