import pg from 'pg';
import { ensureRole, EnvError, roleOf, type DatabaseUrls } from '#host';
import { migrations } from '../../../migrations/index.js';
import { migrate } from './db.js';
import { migrateQueue, QUEUE_SCHEMA } from './queue-schema.js';
import { CALLABLE, PRIVILEGES } from './privileges.rules.js';

export interface PrepareOptions {
  /** Makes the running role, or gives it the password of its address, where the owner may do that. */
  readonly createRole?: boolean;
  /** Where the queue is in Redis, none is made here. */
  readonly redisUrl: string | null;
}

/** Brings a database to the newest shape: tables, queue, and what the running role may do with them. Returns the migrations that ran. Harmless when repeated. */
export async function prepareDatabase(
  { owner, running }: DatabaseUrls,
  { createRole = false, redisUrl }: PrepareOptions,
): Promise<string[]> {
  const ran = await migrate(owner);
  await asOwner(owner, async (client) => {
    if (redisUrl === null) await migrateQueue(client);
    if (roleOf(owner) === roleOf(running)) return;
    if (createRole) await ensureRole(client, running);
    await grant(client, roleOf(running));
  });
  return ran;
}

/** For who begins something long that ends with prepareDatabase. Throws EnvError. */
export async function checkRunningRole({ owner, running }: DatabaseUrls): Promise<void> {
  if (roleOf(owner) !== roleOf(running)) await asOwner(owner, (client) => mustExist(client, roleOf(running)));
}

async function mustExist(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (!rowCount)
    throw new EnvError(
      `There is no role ${role} in the database: \`lepta migrate --create-role\` makes it, or the administrator of the server: CREATE ROLE ${client.escapeIdentifier(role)} LOGIN PASSWORD '...'`,
    );
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'lepta-migrate',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

interface Granted {
  readonly table: string;
  readonly kind: 'TABLE' | 'SEQUENCE';
  readonly held: string[];
  readonly everybody: boolean;
}

/** What was granted to a role on each table and sequence, in the words of PRIVILEGES, and whether everybody has been granted anything there. */
const HELD = `
  SELECT c.relname AS table, CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind,
    ARRAY(SELECT x.privilege_type FROM aclexplode(c.relacl) x WHERE x.grantee = $1::regrole
      UNION ALL SELECT x.privilege_type || ' (' || string_agg(a.attname::text, ', ' ORDER BY a.attname::text COLLATE "C") || ')'
      FROM pg_attribute a CROSS JOIN aclexplode(a.attacl) x WHERE a.attrelid = c.oid AND x.grantee = $1::regrole GROUP BY x.privilege_type) AS held,
    EXISTS (SELECT 1 FROM aclexplode(c.relacl) x WHERE x.grantee = 0) OR EXISTS (SELECT 1 FROM pg_attribute a CROSS JOIN aclexplode(a.attacl) x WHERE a.attrelid = c.oid AND x.grantee = 0) AS everybody
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  ORDER BY c.relname`;

/** Gives a role exactly what PRIVILEGES says, in one transaction; where nothing differs, nothing is written. */
async function grant(client: pg.Client, role: string): Promise<void> {
  await mustExist(client, role);
  const to = client.escapeIdentifier(role);
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock(738203)'); // a migration that is running is waited for
    const present = (await client.query<Granted>(HELD, [to])).rows;
    const newer = await migratedByNewer(client);
    const words = [...present.flatMap((table) => changes(table, to, newer)), ...(await around(client, role, to))];
    if (words.length > 0) await client.query(words.join(';\n'));
    await client.query('COMMIT');
  } catch (err) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw err;
  }
}

/** Then a newer version may be running on it too, which knows better what it needs: nothing is taken away. */
async function migratedByNewer(client: pg.Client): Promise<boolean> {
  const known = new Set(migrations.map((migration) => migration.name));
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations');
  return rows.some(({ name }) => !known.has(name));
}

function changes({ table, kind, held, everybody }: Granted, role: string, newer: boolean): string[] {
  const wanted = PRIVILEGES[table] ?? [];
  const on = `ON ${kind} public.${pg.escapeIdentifier(table)}`;
  const missing = wanted.filter((privilege) => !held.includes(privilege));
  const tooMuch = !newer && held.some((privilege) => !wanted.includes(privilege));
  const given = tooMuch ? wanted : missing;
  return [
    ...(everybody ? [`REVOKE ALL ${on} FROM PUBLIC`] : []),
    ...(tooMuch ? [`REVOKE ALL ${on} FROM ${role}`] : []), // of the columns, too
    ...(given.length > 0 ? [`GRANT ${given.join(', ')} ${on} TO ${role}`] : []),
  ];
}

/** What a role needs beside tables: the way in, temporary tables (the queue adds jobs in bulk with them), functions, the queue. It can make nothing that lasts. */
async function around(client: pg.Client, role: string, to: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; queue: boolean }>(
    `SELECT current_database() AS name, to_regclass('${QUEUE_SCHEMA}.job') IS NOT NULL AS queue`,
  );
  const [{ name, queue }] = rows as [{ name: string; queue: boolean }];
  const rules: readonly (readonly [lacks: string, words: string])[] = [
    [
      `NOT (has_database_privilege($1, current_database(), 'CONNECT') AND has_database_privilege($1, current_database(), 'TEMPORARY'))`,
      `GRANT CONNECT, TEMPORARY ON DATABASE ${client.escapeIdentifier(name)} TO ${to}`,
    ],
    [`NOT has_schema_privilege($1, 'public', 'USAGE')`, `GRANT USAGE ON SCHEMA public TO ${to}`],
    [`has_schema_privilege($1, 'public', 'CREATE')`, `REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${to}`],
    ...CALLABLE.map(
      (called) =>
        [
          `NOT has_function_privilege($1, 'public.${called}', 'EXECUTE')`,
          `GRANT EXECUTE ON FUNCTION public.${called} TO ${to}`,
        ] as const,
    ),
    ...(queue ? queueRules(to) : []),
  ];
  const words: string[] = [];
  for (const [lacks, word] of rules)
    if ((await client.query<{ lacks: boolean }>(`SELECT ${lacks} AS lacks`, [role])).rows[0]?.lacks) words.push(word);
  return words;
}

function queueRules(to: string): readonly (readonly [lacks: string, words: string])[] {
  const some = (kind: string, lacks: string): string =>
    `EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = '${QUEUE_SCHEMA}'::regnamespace AND c.relkind = '${kind}' AND ${lacks})`;
  return [
    [`NOT has_schema_privilege($1, '${QUEUE_SCHEMA}', 'USAGE')`, `GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${to}`],
    [
      `has_schema_privilege($1, '${QUEUE_SCHEMA}', 'CREATE')`,
      `REVOKE CREATE ON SCHEMA ${QUEUE_SCHEMA} FROM PUBLIC, ${to}`,
    ],
    [
      some('r', `NOT has_table_privilege($1, c.oid, 'DELETE')`),
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${to}`,
    ],
    [
      some('S', `NOT has_table_privilege($1, c.oid, 'SELECT')`),
      `GRANT SELECT, USAGE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${to}`,
    ],
  ];
}
