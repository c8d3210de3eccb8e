import { exportPageSql, type ExportSection } from '#platform';

/** The lines of the books about what a party gave. */
export const LEDGER_EXPORT: readonly ExportSection[] = [
  {
    name: 'statement',
    ofWalkIn: true,
    sql: exportPageSql(
      `t.id, t.at, t.kind, t.phase, CASE WHEN a.id = t.credit THEN t.amount ELSE -t.amount END AS amount, t.unit, t.item, a.kind AS account, t.subject_type AS "subjectType", t.subject_id AS "subjectId"`,
      `accounts a JOIN LATERAL (SELECT * FROM transfers d WHERE d.debit = a.id UNION ALL SELECT * FROM transfers c WHERE c.credit = a.id) t ON true`,
      `a.party_id = $1 AND a.kind = 'offer'`,
      't.at',
      't.id',
    ),
  },
];
