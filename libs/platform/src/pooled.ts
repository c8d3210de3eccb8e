import type { DataSource } from 'typeorm';
import { EnvError, type Env } from '#host';

const SETTINGS = ['statement_timeout', 'idle_in_transaction_session_timeout'] as const;

/** Behind a pooler the limits of a statement are the pooler's to set. @throws EnvError where one is missing: one statement could hold a connection for ever */
export async function checkPooledLimits(source: DataSource, env: Env): Promise<void> {
  if (env.DATABASE_URL === env.sessionUrl) return;
  for (const setting of SETTINGS) {
    const [row] = (await source.query('SELECT current_setting($1) AS value', [setting])) as { value: string }[];
    if (row?.value === '0')
      throw new EnvError(
        `DATABASE_URL leads through a pooler that sets no ${setting}: give its database connect_query = 'SET statement_timeout TO 30000; SET idle_in_transaction_session_timeout TO 60000'`,
      );
  }
}
