import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { BankCorrections } from '../bank-corrections.service.js';
import { noteReasons, type Row } from '../bank-row.js';
import type { KnownTransfer } from '../bank-row.rules.js';
import { divideReceived } from './pledge.rules.js';

/** Of a transfer, the gifts whose money has not come: also those that have lapsed, and none that was left out. */
const OPEN = `g.status IN ('promised', 'lapsed') AND g.taken_back_at IS NULL`;

/** Money that came by the code of a pledge's transfer: it is the gifts of that transfer, the first ones first, the last that it reaches in part. */
@Injectable()
export class PledgeReceipts {
  constructor(private readonly corrections: BankCorrections) {}

  /** Those of these codes that are of transfers to this organization. */
  async knownTransfers(tx: Tx, organizationId: string, codes: readonly string[]): Promise<KnownTransfer[]> {
    if (codes.length === 0) return [];
    return tx.query(
      `SELECT t.id, t.code, coalesce(sum(g.amount) FILTER (WHERE ${OPEN}), 0)::bigint AS left FROM pledge_transfers t LEFT JOIN gifts g ON g.pledge_transfer_id = t.id
       WHERE t.code = ANY($1) AND t.organization_id = $2 GROUP BY t.id`,
      [codes, organizationId],
    );
  }

  /** Books a locked row that is new. What is undone later is undone as a divided transfer is. */
  async seen(tx: Tx, row: Row, transferId: string): Promise<boolean> {
    const parts: { id: string; amount: number }[] = await tx.query(
      `SELECT g.id, g.amount FROM gifts g WHERE g.pledge_transfer_id = $1 AND ${OPEN} ORDER BY g.pledge_place`,
      [transferId],
    );
    const divided = divideReceived(row.amount, parts);
    if (divided === null) await noteReasons(tx, new Map([[row.id, parts.length > 0 ? 'other-sum' : 'paid-before']]));
    else await this.corrections.divide(tx, row, divided, { by: row.uploadedBy, decidedBy: null });
    return true;
  }
}
