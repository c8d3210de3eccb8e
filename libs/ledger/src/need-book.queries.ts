import type { Db } from './balances.queries.js';
import { LESS_REVERSALS } from './arrivals.queries.js';
import { needAccountId } from './accounts.rules.js';

/** What came to a need and what was handed out of it, oldest first, less what was taken back: in the base unit. */
export interface NeedBook {
  readonly came: readonly { readonly at: Date; readonly amount: number }[];
  readonly used: readonly { readonly at: Date; readonly amount: number; readonly reason: string | null }[];
}

const SIDE = (own: 'credit' | 'debit', use: '=' | '<>'): string => `
  SELECT * FROM (SELECT t.id, t.at, ${LESS_REVERSALS} AS amount, t.reason FROM transfers t WHERE t.${own} = $1 AND t.kind ${use} 'use' AND t.kind <> 'mirror' AND t.phase IN ('posted', 'post')) s
  WHERE s.amount > 0 ORDER BY s.at, s.id LIMIT $2`;

export async function readNeedBook(db: Db, needId: string, limit: number): Promise<NeedBook> {
  const account = needAccountId(needId);
  const [came, used] = [
    await db.query(SIDE('credit', '<>'), [account, limit]),
    await db.query(SIDE('debit', '='), [account, limit]),
  ];
  return { came, used } as NeedBook;
}
