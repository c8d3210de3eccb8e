import { randomInt } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';
import { codeFrom, type LostReason, type RefusedReason } from './hand-over-entry.rules.js';

/** What was said at the place beside the amounts that the ledger has. */
export interface StoredEntry {
  readonly id: string;
  readonly matchId: string;
  readonly doneAt: Date;
  readonly toldAt: Date;
  readonly refused: number;
  readonly refusedReason: RefusedReason | null;
  readonly expired: number;
  readonly lostReason: LostReason | null;
}

const COLUMNS = `id, match_id AS "matchId", done_at AS "doneAt", told_at AS "toldAt", refused, refused_reason AS "refusedReason", expired, lost_reason AS "lostReason"`;

/** By the id that a phone made, or else of a match. */
export async function readEntry(
  db: Tx | DataSource,
  id: string | null,
  matchId: string | null = null,
): Promise<StoredEntry | null> {
  const [entry] = (await db.query(
    `SELECT ${COLUMNS} FROM hand_over_entries WHERE ${id === null ? 'match_id = $1' : 'id = $1'}`,
    [id ?? matchId],
  )) as StoredEntry[];
  return entry ?? null;
}

export interface ShownCode {
  readonly code: string;
  readonly tries: number;
  /** A driver has the things: the giver has nothing left to show. */
  readonly carried: boolean;
}

/** The code that the giver shows: made when it is first looked at, the same from then on. */
export async function shownCode(db: Tx | DataSource, matchId: string, at: Date): Promise<ShownCode> {
  const read = async (): Promise<ShownCode | undefined> =>
    (
      (await db.query(
        'SELECT code, tries, carried_at IS NOT NULL AS carried FROM hand_over_codes WHERE match_id = $1',
        [matchId],
      )) as ShownCode[]
    )[0];
  const before = await read();
  if (before) return before;
  await db.query('INSERT INTO hand_over_codes (match_id, code, made_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    matchId,
    codeFrom(randomInt(10_000)),
    at,
  ]);
  const made = await read();
  if (!made) throw new Error(`Match ${matchId} has no code after one was made`);
  return made;
}
