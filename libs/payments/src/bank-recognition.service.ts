import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import { awaitedCodes, findPaymentCodes, type FoundCodes } from '#matching';
import { log, processDueRows, rowsThatFailed, type DueRows, type Tx } from '#platform';
import { recognise, type KnownGift, type KnownTransfer, type Recognition, type RowReason } from './bank-row.rules.js';
import { lockNewRows, lockRow, noteReasons, decideRows, type Row } from './bank-row.js';
import { Gifts, lockGift } from './gifts.service.js';
import { PledgeReceipts } from './pledges/pledge-receipts.service.js';

const JOB = 'payments.recognise';
/** Rows that one transaction looks at: many enough to cost little each, and few enough that nobody waits long for a need that they all name. */
const TOGETHER = 500;
/** A statement of more rows is left to the clock; one of fewer is recognised in the request that uploads it, and by the clock only where that process has died. */
export const LOOKED_AT_ONCE = 500;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Which gifts the new rows of bank statements are. Many rows at a time in one transaction: what is plain is booked together; what is not, or fails, has a
 * transaction of its own. A row that was not looked at is still new, so the process that resumes after a crash continues where it stopped.
 */
@Injectable()
export class BankRecognition {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly gifts: Gifts,
    private readonly pledges: PledgeReceipts,
  ) {}

  /** Statements that are too large for a request, and rows whose reader has died or whose gift could not be booked. Answers how many rows were changed. */
  async lookDue(): Promise<number> {
    const due: { id: string }[] = await this.source.query(
      `SELECT s.id FROM bank_statements s WHERE s.id IN (SELECT r.statement_id FROM bank_rows r WHERE r.reason = 'new') AND (s.rows > $2 OR s.uploaded_at < $1::timestamptz - interval '1 minute')
       ORDER BY s.uploaded_at, s.id`,
      [this.clock.now(), LOOKED_AT_ONCE],
    );
    let changed = 0;
    for (const { id } of due) changed += await this.lookAt(id);
    return changed + (await this.lookEach({ which: `s.uploaded_at < $1::timestamptz - interval '1 minute'` }));
  }

  /** Looks at all new rows of a statement. */
  async lookAt(statementId: string): Promise<number> {
    const failed = await rowsThatFailed(this.source, JOB); // they have their own pause
    let changed = 0;
    for (let last = FIRST_ID; ;) {
      const rows: { id: string }[] = await this.source.query(
        `SELECT id FROM bank_rows WHERE statement_id = $1 AND reason = 'new' AND id > $2 AND id <> ALL($3) ORDER BY id LIMIT ${TOGETHER}`,
        [statementId, last, failed],
      );
      if (rows.length === 0) return changed;
      last = (rows.at(-1) as { id: string }).id;
      changed += await this.lookTogether(rows.map(({ id }) => id));
    }
  }

  private async lookTogether(ids: readonly string[]): Promise<number> {
    let [left, changed] = [ids, 0];
    try {
      left = await this.source.transaction((tx) => this.lookPlain(tx, ids));
      changed = ids.length - left.length;
    } catch (err) {
      log.warn({ err, rows: ids.length }, 'rows of a bank statement are looked at one by one');
    }
    if (left.length === 0) return changed;
    return changed + (await this.lookEach({ part: true, which: 'r.id = ANY($2)', params: [left] }));
  }

  /** Each row in a transaction of its own: one that is refused waits for a person, one that fails for the clock, and those behind it have their turn. */
  private lookEach({ which, ...rows }: { readonly which: string } & Pick<DueRows, 'part' | 'params'>): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: JOB,
      due: `SELECT r.id, s.uploaded_at AS at FROM bank_rows r JOIN bank_statements s ON s.id = r.statement_id WHERE r.reason = 'new' AND ${which}`,
      ...rows,
      apply: (tx, id) => this.look(tx, id),
      refused: async (tx, id) => {
        await tx.query(`UPDATE bank_rows SET reason = 'refused' WHERE id = $1 AND reason = 'new'`, [id]);
        return true;
      },
    });
  }

  /** Rows that wait for a person, and gifts of which just what was promised has come. Answers the rows that are to be looked at one by one. */
  private async lookPlain(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const rows = await lockNewRows(tx, ids);
    const reasons = new Map<string, RowReason>();
    const rowOf = new Map<string, Row>(); // by the gift that it is
    const left: string[] = [];
    for (const [row, found] of await this.recognised(tx, rows)) {
      if ('reason' in found) reasons.set(row.id, found.reason);
      else if ('transfer' in found || rowOf.has(found.gift.id))
        left.push(row.id); // several gifts, or a second transfer with one code
      else rowOf.set(found.gift.id, row);
    }
    const amounts = new Map([...rowOf].map(([gift, { amount }]) => [gift, amount]));
    const paid = await this.gifts.seenTogether(tx, amounts, rows[0]?.uploadedBy ?? null);
    const settled = new Map<string, string>();
    for (const [gift, { id }] of rowOf) {
      if (paid.has(gift)) settled.set(id, gift);
      else left.push(id);
    }
    await noteReasons(tx, reasons);
    await decideRows(tx, settled, { by: null, at: this.clock.now() });
    return left;
  }

  private async look(tx: Tx, rowId: string): Promise<boolean> {
    const row = await lockRow(tx, rowId);
    if (row.reason !== 'new') return false;
    const [[, found] = [null, null]] = await this.recognised(tx, [row]);
    if (!found) return false;
    if ('reason' in found) {
      await noteReasons(tx, new Map([[row.id, found.reason]]));
      return true;
    }
    if ('transfer' in found) return this.pledges.seen(tx, row, found.transfer.id);
    const gift = await lockGift(tx, found.gift.id);
    if (await this.gifts.seen(tx, gift, row.amount, row.uploadedBy))
      await decideRows(tx, new Map([[row.id, gift.id]]), { by: null, at: this.clock.now() });
    else await noteReasons(tx, new Map([[row.id, 'paid-before']]));
    return true;
  }

  /** What rows of one organization are, by the codes that their words name. */
  private async recognised(tx: Tx, rows: readonly Row[]): Promise<[Row, Recognition][]> {
    const organizationId = rows[0]?.organizationId;
    if (organizationId === undefined) return [];
    const named = rows.map((row): [Row, FoundCodes] => [row, findPaymentCodes(row.purpose)]);
    const codes = [...new Set(named.flatMap(([, { exact, mended }]) => [...exact, ...mended]))];
    const gifts: KnownGift[] = await tx.query(
      `SELECT id, code, status, amount FROM gifts WHERE code = ANY($1) AND organization_id = $2 AND provider = 'bank'`, // of a gift by card Stripe alone says what came
      [codes, organizationId],
    );
    const known = new Map(gifts.map((gift) => [gift.code, gift]));
    const others = codes.filter((code) => !known.has(code));
    const pledged: KnownTransfer[] = await this.pledges.knownTransfers(tx, organizationId, others);
    const meant = {
      gifts: known,
      transfers: new Map(pledged.map((transfer) => [transfer.code, transfer])),
      awaited: await awaitedCodes(tx, organizationId, others),
    };
    return named.map(([row, found]) => [row, recognise({ codes: found, amount: row.amount }, meant)]);
  }
}
