import type { PublicLine } from '#seals';
import type { Db } from './balances.queries.js';

/** A transfer as the public books tell it, before it has a number. */
export type UnnumberedLine = Omit<PublicLine, 'position' | 'sealedAt'>;
export interface SealedLine {
  readonly line: PublicLine;
  readonly hash: Buffer;
}

const COLUMNS = `t.id, t.at, t.kind, t.phase, t.amount, t.unit, t.item, t.resolves, t.mirrors, t.subject_type, t.subject_id,
  d.kind AS debit_kind, coalesce(dp.pseudonym, d.holder_id) AS debit_holder, c.kind AS credit_kind, coalesce(cp.pseudonym, c.holder_id) AS credit_holder`;
const JOINS = `JOIN accounts d ON d.id = t.debit LEFT JOIN parties dp ON d.holder_type = 'party' AND dp.id = d.holder_id
  JOIN accounts c ON c.id = t.credit LEFT JOIN parties cp ON c.holder_type = 'party' AND cp.id = c.holder_id`;

interface Row {
  id: string;
  at: Date;
  kind: string;
  phase: string;
  amount: number;
  unit: string;
  item: string | null;
  resolves: string | null;
  mirrors: string | null;
  subject_type: string;
  subject_id: string;
  debit_kind: string;
  debit_holder: string;
  credit_kind: string;
  credit_holder: string;
}

function lineOf(row: Row): UnnumberedLine {
  return {
    id: row.id,
    at: row.at.toISOString(),
    kind: row.kind,
    phase: row.phase,
    debit: { kind: row.debit_kind, holder: row.debit_holder },
    credit: { kind: row.credit_kind, holder: row.credit_holder },
    amount: row.amount,
    unit: row.unit,
    item: row.item,
    resolves: row.resolves,
    mirrors: row.mirrors,
    subject: { type: row.subject_type, id: row.subject_id },
  };
}

/** Committed transfers that have no number yet, in the order in which they were written. */
export async function readUnsealed(db: Db, limit: number): Promise<UnnumberedLine[]> {
  const rows: Row[] = await db.query(
    `SELECT ${COLUMNS} FROM (SELECT transfer, written FROM unsealed ORDER BY written LIMIT $1) u JOIN transfers t ON t.id = u.transfer ${JOINS} ORDER BY u.written`,
    [limit],
  );
  return rows.map(lineOf);
}

/** Sealed lines after a position, by position, at most `limit`, none beyond `last`. */
export async function readSealed(db: Db, after: number, last: number, limit: number): Promise<SealedLine[]> {
  const rows: (Row & { position: number; sealed_at: Date; hash: Buffer })[] = await db.query(
    `SELECT s.position, s.sealed_at, s.hash, ${COLUMNS} FROM (SELECT * FROM seals WHERE position > $1 AND position <= $2 ORDER BY position LIMIT $3) s JOIN transfers t ON t.id = s.transfer ${JOINS}
     ORDER BY s.position`,
    [after, last, limit],
  );
  return rows.map((row) => ({
    line: { position: row.position, sealedAt: row.sealed_at.toISOString(), ...lineOf(row) },
    hash: row.hash,
  }));
}
