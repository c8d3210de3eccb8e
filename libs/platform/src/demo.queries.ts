import type { DataSource } from 'typeorm';
import type { Tx } from './tx.js';

/** The row of `settings` that the seeding of a demo region leaves behind. */
export const DEMO_SETTING = 'demo.region';

/** Whether a demo region was ever made here: then organizations and people are invented. */
export async function hasDemo(db: Tx | DataSource): Promise<boolean> {
  return ((await db.query('SELECT 1 FROM settings WHERE key = $1', [DEMO_SETTING])) as unknown[]).length > 0;
}
