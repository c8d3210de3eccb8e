import type { Check } from '#kernel';

export const stockChecks: Check[] = [
  {
    sentence: 'Every lot has an account of its own, of its point and in its unit.',
    sql: `SELECT l.id FROM stock_lots l LEFT JOIN accounts a ON a.id = l.account AND a.kind = 'stock' AND a.holder_id = l.point_id AND a.purpose = l.id::text AND a.unit = l.base_unit AND a.item IS NOT DISTINCT FROM l.item WHERE a.id IS NULL`,
  },
  {
    sentence: 'Whatever lies at a point is a lot of it.',
    sql: `SELECT a.id FROM accounts a WHERE a.kind = 'stock' AND a.purpose <> '' AND NOT EXISTS (SELECT 1 FROM stock_lots l WHERE l.account = a.id)`,
  },
  {
    sentence: 'What a count found beside the books is an entry of them.',
    sql: `SELECT r.count_id, r.lot_id FROM stock_count_rows r JOIN stock_lots l ON l.id = r.lot_id LEFT JOIN transfers t ON t.id = r.entry
          WHERE r.counted - r.book <> CASE WHEN t.kind = 'found' AND t.credit = l.account THEN t.amount WHEN t.kind = 'loss' AND t.debit = l.account THEN -t.amount ELSE 0 END`,
  },
  {
    sentence: 'What is on the way between points is held in the books, and what has come is posted there.',
    sql: `SELECT m.id FROM stock_moves m LEFT JOIN transfers h ON h.id = m.id AND h.kind = 'move' AND h.phase = 'held' AND h.amount = m.amount
          WHERE h.id IS NULL OR (m.ended_at IS NOT NULL) <> EXISTS (SELECT 1 FROM transfers e WHERE e.resolves = m.id)
            OR m.arrived <> coalesce((SELECT e.amount FROM transfers e WHERE e.resolves = m.id AND e.phase = 'post'), 0)`,
  },
  {
    sentence: 'What lies on closed shelves is nothing.',
    sql: `SELECT p.id FROM intake_points p JOIN stock_lots l ON l.point_id = p.id JOIN accounts a ON a.id = l.account WHERE p.closed_at IS NOT NULL AND a.posted_in > a.posted_out`,
  },
];
