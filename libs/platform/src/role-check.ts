import type { DataSource } from 'typeorm';
import { log } from './log.js';
import { beyond, PRIVILEGES, type Held } from './privileges.rules.js';

/** How many privileges a sentence names. */
const SHOWN = 5;

interface Row {
  readonly role: string;
  readonly owns: boolean;
  readonly held: Held[];
}

const SQL = `
  SELECT current_user AS role, coalesce(bool_or(pg_has_role(c.relowner, 'MEMBER')), false) AS owns,
    coalesce(json_agg(json_build_object('table', c.relname, 'privilege', p.word, 'whole', has_table_privilege(c.oid, p.word)) ORDER BY c.relname, p.word)
      FILTER (WHERE CASE WHEN p.word IN ('INSERT', 'UPDATE') THEN has_any_column_privilege(c.oid, p.word) ELSE has_table_privilege(c.oid, p.word) END), '[]') AS held
  FROM pg_class c CROSS JOIN unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS p (word)
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname = ANY ($1)`;

/** One sentence where the role of this connection may do more than the running processes need; null where it may not. */
export async function tooMuchPower(source: DataSource): Promise<string | null> {
  const [{ role, owns, held }] = (await source.query(SQL, [Object.keys(PRIVILEGES)])) as [Row];
  const how = 'docs/operations.md, "Two roles"';
  if (owns)
    return `The database role ${role} owns the tables, so nothing protects the audit log and the ledger from the running processes: set DATABASE_MIGRATION_URL and give them a role of their own (${how})`;
  const more = beyond(held);
  if (more.length === 0) return null;
  const shown = more.slice(0, SHOWN).join(', ') + (more.length > SHOWN ? ` and ${more.length - SHOWN} more` : '');
  return `The database role ${role} may do more than the running processes need (${shown}): \`lepta migrate\` takes it away, unless it comes with another role (${how})`;
}

/** Said once, when a process has begun; it works all the same. */
export async function warnOfTooMuchPower(source: DataSource): Promise<void> {
  try {
    const sentence = await tooMuchPower(source);
    if (sentence !== null) log.warn(sentence);
  } catch (err) {
    log.warn({ err }, 'the privileges of the database role could not be read');
  }
}
