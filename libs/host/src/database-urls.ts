import type pg from 'pg';
import type { Env } from './env.js';

/** Two ways into one database: as its owner, who migrates, seeds and restores, and as the role that api and worker run with. The same where there is only one. */
export interface DatabaseUrls {
  readonly owner: string;
  readonly running: string;
}

/** What the settings say; null: the embedded database. */
export function configuredUrls(env: Env): DatabaseUrls | null {
  const running = env.sessionUrl; // a pooler keeps no session, and commands lock, listen and copy
  return running === null ? null : { owner: env.DATABASE_MIGRATION_URL ?? running, running };
}

export const roleOf = (url: string): string => decodeURIComponent(new URL(url).username);

/** A role that can sign in with the password of this address and has no other right in the server. */
export async function ensureRole(client: pg.ClientBase, url: string): Promise<void> {
  const role = client.escapeIdentifier(roleOf(url));
  const password = client.escapeLiteral(decodeURIComponent(new URL(url).password));
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [roleOf(url)]);
  await client.query(
    rowCount
      ? `ALTER ROLE ${role} PASSWORD ${password}`
      : `CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION NOBYPASSRLS PASSWORD ${password}`,
  );
}
