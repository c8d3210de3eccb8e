import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { processDueRows, type Tx } from '#platform';
import { cancelUnbooked, isKnownLater, readMovedOn } from './bank-cancellations.queries.js';
import { BankCorrections } from './bank-corrections.service.js';
import { lockStatements } from './bank-row.js';
import { mayReadBank } from './bank-row.rules.js';
import { refuseCancelled } from './bank-cancellation.refusals.js';
import { refuse } from './payments.refusals.js';

/** Money that has moved on: another try says the same. */
const MOVED_ON: readonly string[] = ['bank.undo-surplus', 'bank.undo-refunded', 'bank.undo-spent'];
/** Rows of the books that one request takes back; more of them are left to the clock. */
const CANCELLED_AT_ONCE = 100;
const LEFT = `r.state <> 'cancelled' AND r.reason IS DISTINCT FROM 'kept'`;

interface Statement {
  readonly organizationId: string;
  readonly state: 'read' | 'cancelling' | 'cancelled';
}

/**
 * An import that was a mistake is cancelled, and its file may come again. What the books have of it is taken back row by row, each as a person takes it back, in a transaction of its own; whoever
 * comes after a death goes on where it was left. It is refused as a whole where money of a row has moved on; a row whose money moves on in between stays as it is (`kept`).
 * Locks: statements of the organization, statement, rows; for each row those of `BankCorrections`.
 */
@Injectable()
export class BankCancellations {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly corrections: BankCorrections,
  ) {}

  /** Said again it changes nothing, and does not wait for the first to be through. */
  async cancel(actor: Actor, id: string): Promise<void> {
    const begun = await this.source.transaction(async (tx) => {
      const seen = await readStatement(tx, id);
      if (!seen || !mayReadBank(actor, seen.organizationId)) return refuse('bank.statement-not-found');
      await lockStatements(tx, seen.organizationId);
      if ((await readStatement(tx, id))?.state !== 'read') return false;
      await refuseWhatMovedOn(tx, id);
      const said = { by: actor.personId, at: this.clock.now() };
      await tx.query(
        `UPDATE bank_statements SET state = 'cancelling', cancelled_by = $2, cancelled_at = $3 WHERE id = $1`,
        [id, said.by, said.at],
      );
      await cancelUnbooked(tx, id, said);
      return true;
    });
    if (begun && (await this.left(id)) <= CANCELLED_AT_ONCE)
      await this.takeBack({ part: true, which: 'AND s.id = $2', of: [id] });
  }

  /** Imports of many rows, and those whose process has died. Answers how many rows were changed. */
  cancelDue(): Promise<number> {
    return this.takeBack({ part: false, which: '', of: [] });
  }

  private async left(id: string): Promise<number> {
    const [{ left }]: [{ left: number }] = await this.source.query(
      `SELECT count(*)::int AS left FROM bank_rows r WHERE r.statement_id = $1 AND ${LEFT}`,
      [id],
    );
    return left;
  }

  private async takeBack({
    part,
    which,
    of,
  }: {
    readonly part: boolean;
    readonly which: string;
    readonly of: readonly string[];
  }): Promise<number> {
    const changed = await processDueRows(this.source, this.clock, {
      job: 'payments.cancel-statements',
      part,
      due: `SELECT r.id, s.cancelled_at AS at FROM bank_statements s JOIN bank_rows r ON r.statement_id = s.id WHERE s.state = 'cancelling' AND s.cancelled_at <= $1 AND ${LEFT} ${which}`,
      params: of,
      apply: (tx, row) => this.cancelRow(tx, row),
      refused: async (tx, row, refusal) => {
        if (!MOVED_ON.includes(refusal.code)) throw refusal;
        await tx.query(
          `UPDATE bank_rows SET reason = 'kept' WHERE id = $1 AND state NOT IN ('to-decide', 'cancelled')`,
          [row],
        );
        return true;
      },
    });
    await this.source.query(
      `UPDATE bank_statements s SET state = 'cancelled' WHERE s.state = 'cancelling' AND NOT EXISTS (SELECT 1 FROM bank_rows r WHERE r.statement_id = s.id AND ${LEFT})`,
    );
    return changed;
  }

  private async cancelRow(tx: Tx, id: string): Promise<boolean> {
    const [its]: { of: string }[] = await tx.query('SELECT organization_id AS of FROM bank_rows WHERE id = $1', [id]);
    if (!its) return false;
    await lockStatements(tx, its.of);
    const [due]: { by: string }[] = await tx.query(
      `SELECT s.cancelled_by AS by FROM bank_rows r JOIN bank_statements s ON s.id = r.statement_id WHERE r.id = $1 AND s.state = 'cancelling' AND ${LEFT}`,
      [id],
    );
    if (!due) return false;
    const said = { by: due.by, at: this.clock.now() };
    await this.corrections.takeBack(tx, id, said, 'ru');
    await tx.query(
      `UPDATE bank_rows SET state = 'cancelled', reason = NULL, payer = NULL, purpose = NULL, decided_by = $2, decided_at = $3 WHERE id = $1`,
      [id, said.by, said.at],
    );
    return true;
  }
}

async function readStatement(tx: Tx, id: string): Promise<Statement | undefined> {
  const [statement]: Statement[] = await tx.query(
    'SELECT organization_id AS "organizationId", state FROM bank_statements WHERE id = $1',
    [id],
  );
  return statement;
}

async function refuseWhatMovedOn(tx: Tx, id: string): Promise<void> {
  if (await isKnownLater(tx, id)) refuseCancelled('bank.cancel-known-later');
  const { decided, refunded, spent } = await readMovedOn(tx, id);
  if (decided > 0) refuseCancelled('bank.cancel-surplus', { count: decided });
  if (refunded > 0) refuseCancelled('bank.cancel-refunded', { count: refunded });
  if (spent > 0) refuseCancelled('bank.cancel-spent', { count: spent });
}
