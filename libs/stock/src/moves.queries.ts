import type { Db } from '#ledger';
import { MOVES, type MoveRow } from './moves.service.js';
import { LOT_COLUMNS, type LotRow } from './point-desk.js';
import { POINT_MAX } from './points.rules.js';
import { lotView, type MoveView } from './stock.view.js';

/** Accounts of a lot and of everything that it became at other points. */
export async function accountsFrom(db: Db, lotId: string): Promise<string[]> {
  const rows: { account: string }[] = await db.query(
    `WITH RECURSIVE led AS (SELECT id, account FROM stock_lots WHERE id = $1 UNION SELECT l.id, l.account FROM led JOIN stock_lots l ON l.moved_from = led.id)
     SELECT account FROM led`,
    [lotId],
  );
  return rows.map(({ account }) => account);
}

/** What is on the way to a point, and from it. */
export async function movesAt(db: Db, pointId: string, keeps: boolean, today: string): Promise<MoveView[]> {
  const moves: (MoveRow & { fromName: string; toName: string })[] = await db.query(
    `SELECT m.*, f.name AS "fromName", t.name AS "toName" FROM (
       (${MOVES} WHERE m.to_point = $1 AND m.ended_at IS NULL) UNION ALL (${MOVES} WHERE m.from_point = $1 AND m.ended_at IS NULL)) m
       JOIN intake_points f ON f.id = m."fromPoint" JOIN intake_points t ON t.id = m."toPoint" ORDER BY m."sentAt", m.id LIMIT ${POINT_MAX.lots}`,
    [pointId],
  );
  if (moves.length === 0) return [];
  const lots: LotRow[] = await db.query(`SELECT ${LOT_COLUMNS} FROM stock_lots l WHERE l.id = ANY($1)`, [
    moves.map(({ toLot }) => toLot),
  ]);
  const byId = new Map(lots.map((lot) => [lot.id, lot]));
  return moves.flatMap(({ id, toLot, fromPoint, fromName, toPoint, toName, amount, note, sentAt }) => {
    const lot = byId.get(toLot);
    if (!lot) return [];
    const can = !keeps ? [] : toPoint === pointId ? (['receive'] as const) : (['call-back'] as const);
    return [
      {
        id,
        lot: lotView({ ...lot, amount: 0 }, keeps, today),
        from: { id: fromPoint, name: fromName },
        to: { id: toPoint, name: toName },
        amount,
        note,
        sentAt,
        can,
      },
    ];
  });
}
