import { Refusal, type Clock } from '#kernel';
import type { DataSource } from 'typeorm';
import { pauseOfRow } from './due-rows.rules.js';
import { failureCode } from './dead-letters.js';
import { log } from './log.js';
import type { Tx } from './tx.js';

/** Rows that are read at once. */
const PAGE = 500;
/** Rows that one run looks at; the next one takes the others. */
const LIMIT = 1_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** A table's rows whose time has come, and what is done about one of them. */
export interface DueRows {
  /** Their failures are kept, logged and shown under this name; one job of the clock may have several. */
  readonly job: string;
  /** SELECT of `id` and `at` (since when it is due, never null; indexed) of all that is due, in no order and without a limit. $1 is the present time. An id may come several times. */
  readonly due: string;
  /** `due` reads only some of the rows that `job` is about: of the failures of the others it says nothing, and they stay. */
  readonly part?: boolean;
  /** $2 and further of `due`. */
  readonly params?: readonly unknown[];
  /** Rows that one run looks at, 1,000 when left out. */
  readonly limit?: number;
  /** Rows that are read at once, 500 when left out: many where every reading of `due` costs as much as the whole. */
  readonly page?: number;
  /** No row is begun at or after this time (milliseconds); those that are left are due the next time. */
  readonly until?: number;
  /** Of these ids, those that are due also by what SQL does not know. All of them when left out. */
  ready?(ids: readonly string[]): Promise<readonly string[]>;
  /** Does one, in a transaction of its own. Looks again whether it is due, under a lock: other workers walk the same rows. Answers whether it changed anything. */
  apply(tx: Tx, id: string): Promise<boolean>;
  /** What is done in a second transaction when `apply` was refused (and undone). Left out: a refusal is a failure like any other. */
  refused?(tx: Tx, id: string, refusal: Refusal): Promise<boolean>;
}

interface DueRow {
  readonly id: string;
  readonly at: string;
  /** How often it has failed. */
  readonly tries: number;
}

/**
 * Walks what is due, the oldest first, each row in a transaction of its own. One that fails is logged with its id, kept in `due_row_failures` and tried again after
 * a pause that grows; those behind it have their turn in the same run. Throws only where the failure itself cannot be kept: then the database is away, for all rows alike.
 * Answers how many rows were changed.
 */
export async function processDueRows(source: DataSource, clock: Clock, rows: DueRows): Promise<number> {
  const now = clock.now();
  const limit = rows.limit ?? LIMIT;
  const seen = new Set<string>();
  const waiting: string[] = []; // failed before, and not due by what SQL does not know
  let changed = 0;
  let after: DueRow | undefined;
  for (let looked = 0; looked < limit;) {
    const size = Math.min(rows.page ?? PAGE, limit - looked);
    const page = await readPage(source, rows, now, after, size);
    const fresh = page.filter(({ id }) => !seen.has(id) && seen.add(id));
    const ready = new Set(rows.ready ? await rows.ready(fresh.map(({ id }) => id)) : fresh.map(({ id }) => id));
    for (const row of fresh) {
      if (rows.until !== undefined && clock.now().getTime() >= rows.until) return changed;
      if (ready.has(row.id)) changed += (await processRow(source, clock, rows, row)) ? 1 : 0;
      else if (row.tries > 0) waiting.push(row.id);
    }
    looked += page.length;
    after = page.at(-1);
    if (page.length < size) {
      if (!rows.part) await forgetOthers(source, rows.job, now, waiting);
      break;
    }
  }
  return changed;
}

async function readPage(
  source: DataSource,
  { job, due, params = [] }: DueRows,
  now: Date,
  after: DueRow | undefined,
  size: number,
): Promise<DueRow[]> {
  const own = [now, ...params];
  const $ = (place: number): string => `$${own.length + place}`;
  return source.query(
    `SELECT d.id, to_json(d.at) #>> '{}' AS at, coalesce(f.tries, 0) AS tries
     FROM (${due}) d LEFT JOIN due_row_failures f ON f.job = ${$(1)} AND f.row_id = d.id
     WHERE (d.at, d.id) > (${$(2)}::timestamptz, ${$(3)}::uuid) AND (f.next_try_at IS NULL OR f.next_try_at <= $1)
     ORDER BY d.at, d.id LIMIT ${size}`,
    [...own, job, after?.at ?? '-infinity', after?.id ?? FIRST_ID],
  );
}

async function processRow(source: DataSource, clock: Clock, rows: DueRows, row: DueRow): Promise<boolean> {
  try {
    const changed = await applyOrRefuse(source, rows, row.id);
    if (row.tries > 0)
      await source.query('DELETE FROM due_row_failures WHERE job = $1 AND row_id = $2', [rows.job, row.id]);
    return changed;
  } catch (err) {
    const nextTryAt = await keepFailure(source, clock, rows.job, row.id, err);
    log.error(
      { err, job: rows.job, rowId: row.id, tries: row.tries + 1, nextTryAt },
      'a due row could not be processed and is tried again',
    );
    return false;
  }
}

async function applyOrRefuse(source: DataSource, rows: DueRows, id: string): Promise<boolean> {
  try {
    return await source.transaction((tx) => rows.apply(tx, id));
  } catch (err) {
    const { refused } = rows;
    if (!refused || !(err instanceof Refusal)) throw err;
    return source.transaction((tx) => refused(tx, id, err));
  }
}

/** Answers when the row is tried again. */
async function keepFailure(source: DataSource, clock: Clock, job: string, id: string, err: unknown): Promise<Date> {
  const now = clock.now();
  try {
    return await source.transaction(async (tx) => {
      const [{ tries }] = (await tx.query(
        `INSERT INTO due_row_failures AS f (job, row_id, tries, code, first_failed_at, failed_at, next_try_at) VALUES ($1, $2, 1, $3, $4, $4, $4)
         ON CONFLICT (job, row_id) DO UPDATE SET tries = f.tries + 1, code = excluded.code, failed_at = excluded.failed_at RETURNING tries`,
        [job, id, failureCode(err), now],
      )) as [{ tries: number }];
      const next = new Date(now.getTime() + pauseOfRow(tries));
      await tx.query('UPDATE due_row_failures SET next_try_at = $3 WHERE job = $1 AND row_id = $2', [job, id, next]);
      return next;
    });
  } catch (failure) {
    log.error({ err, job, rowId: id }, 'a due row could not be processed');
    throw failure;
  }
}

/** After a walk to the end of all that the job is about: failures whose next try had come and whose row was not met are of rows that are no longer due. */
async function forgetOthers(source: DataSource, job: string, now: Date, waiting: readonly string[]): Promise<void> {
  await source.query(
    'DELETE FROM due_row_failures WHERE job = $1 AND next_try_at <= $2 AND row_id <> ALL($3::uuid[])',
    [job, now, waiting],
  );
}

/** Rows of a job that have failed and not been processed since. */
export async function rowsThatFailed(source: DataSource, job: string): Promise<string[]> {
  const rows: { id: string }[] = await source.query('SELECT row_id AS id FROM due_row_failures WHERE job = $1', [job]);
  return rows.map(({ id }) => id);
}

/** A due row that could not be processed and waits for its next try. */
export interface DueRowFailure {
  readonly job: string;
  readonly rowId: string;
  readonly tries: number;
  /** As in a job that was given up: never the words of an error. */
  readonly code: string;
  /** ISO times. */
  readonly firstFailedAt: string;
  readonly failedAt: string;
  readonly nextTryAt: string;
}

export interface DueRowCursor {
  readonly failedAt: string;
  readonly rowId: string;
  readonly job: string;
}

/** Newest failure first. `after` is the last one of the page before. */
export async function dueRowFailures(
  db: DataSource | Tx,
  limit: number,
  after: DueRowCursor | null,
): Promise<DueRowFailure[]> {
  return db.query(
    `SELECT job, row_id AS "rowId", tries, code, to_json(first_failed_at) #>> '{}' AS "firstFailedAt", to_json(failed_at) #>> '{}' AS "failedAt", to_json(next_try_at) #>> '{}' AS "nextTryAt"
     FROM due_row_failures WHERE $2::timestamptz IS NULL OR (failed_at, row_id, job) < ($2, $3::uuid, $4::text)
     ORDER BY failed_at DESC, row_id DESC, job DESC LIMIT $1`,
    [limit, after?.failedAt ?? null, after?.rowId ?? null, after?.job ?? null],
  );
}
