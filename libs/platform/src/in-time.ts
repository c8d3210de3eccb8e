import type { DataSource } from 'typeorm';
import { log } from './log.js';

/** What is looked at in passing may take so long. */
const PATIENCE_MS = 3_000;
const CANCELLED = '57014';

/** Rows of a statement that only looks; null where the database needs too long for them: then they are not known. Any other failure is one. */
export async function readInTime<Row>(db: DataSource, what: string, statement: string): Promise<Row[] | null> {
  try {
    return await db.transaction(async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = ${PATIENCE_MS}`);
      return (await tx.query(statement)) as Row[];
    });
  } catch (err) {
    if ((err as { driverError?: { code?: unknown } }).driverError?.code !== CANCELLED) throw err;
    log.warn({ what }, 'the database took too long to tell how it is doing');
    return null;
  }
}
