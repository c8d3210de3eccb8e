import type { DataSource } from 'typeorm';

/** The tables, of every schema that is not PostgreSQL's own, a row of which holds this text: in any column, whatever its case, also as bytes. */
export async function placesOf(source: Pick<DataSource, 'query'>, text: string): Promise<string[]> {
  const tables: { name: string; quoted: string }[] = await source.query(
    `SELECT table_name AS name, format('%I.%I', table_schema, table_name) AS quoted FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name, quoted } of tables) {
    const rows: unknown[] = await source.query(
      `SELECT 1 FROM ${quoted} x WHERE position(lower($1) IN lower(x::text)) > 0 OR position($2 IN x::text) > 0 LIMIT 1`,
      [text, Buffer.from(text).toString('hex')],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}
