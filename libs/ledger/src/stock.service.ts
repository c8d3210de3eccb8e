import { Injectable } from '@nestjs/common';
import { assert } from '#kernel';
import type { Tx } from '#platform';
import type { Account } from './account.entity.js';
import { accountIdOf, leftToGive, leftToTake, needAccountId, type AccountSpec } from './accounts.rules.js';
import type { Db } from './balances.queries.js';
import { refuseLedger } from './ledger.refusals.js';
import { postHold } from './holds.js';
import { reverse } from './reversals.js';
import { takeOut, writeWithin } from './offer-entries.js';
import { checkAmount, findTransfer, lockAccounts, openAccount, transferOf, type EntryContext } from './postings.js';
import type { TransferKind, TransferPhase } from './transfer.entity.js';

/** What came to an intake point at once and lies there: it has an account of its own, so that each thing keeps its path. */
export interface LotOfPoint {
  readonly id: string;
  readonly pointId: string;
  readonly organizationId: string;
  /** Base unit. */
  readonly unit: string;
  readonly item: string | null;
}

/** One step of a lot, oldest first. `amount` is positive onto the shelf. `holder`: of the account on the other side. */
export interface LotEntry {
  readonly id: string;
  readonly at: Date;
  readonly kind: TransferKind;
  readonly amount: number;
  readonly other: string;
  readonly holder: string;
  readonly subject: string;
  readonly reason: string | null;
  readonly by: string | null;
  readonly phase: TransferPhase;
}

type StockEntry = { readonly id: string; readonly amount: number } & EntryContext;

const shelf = (lot: LotOfPoint): AccountSpec => ({
  kind: 'stock',
  holderType: 'intake',
  holderId: lot.pointId,
  partyId: null,
  unit: lot.unit,
  item: lot.item,
  purpose: lot.id,
});
const losses = (lot: LotOfPoint): AccountSpec => ({
  kind: 'losses',
  holderType: 'organization',
  holderId: lot.organizationId,
  partyId: null,
  unit: lot.unit,
  item: lot.item,
});
const kits = (lot: LotOfPoint): AccountSpec => ({
  kind: 'kits',
  holderType: 'intake',
  holderId: lot.pointId,
  partyId: null,
  unit: lot.unit,
  item: lot.item,
});

export const stockAccountId = (lot: LotOfPoint): string => accountIdOf(shelf(lot));

/** The verbs of the shelves of intake points. All take the caller's transaction; several lots are locked together first (`lock`). Ids are idempotency keys, as everywhere. */
@Injectable()
export class StockLedger {
  /** Locks lots, and the need that gets of them, in the order that cannot deadlock. Returns how much lies there, by lot. */
  async lock(tx: Tx, lots: readonly LotOfPoint[], needId?: string): Promise<Map<string, number>> {
    const locked = await lockAccounts(tx, [
      ...lots.map(stockAccountId),
      ...(needId === undefined ? [] : [needAccountId(needId)]),
    ]);
    return new Map(lots.map((lot) => [lot.id, leftOf(locked.get(stockAccountId(lot)))]));
  }

  /** Brought to the point: offer → stock. Refused (409) when less is available of the offer. */
  async takeIn(
    tx: Tx,
    lot: LotOfPoint,
    { offerId, ...entry }: StockEntry & { readonly offerId: string },
  ): Promise<void> {
    await takeOut(tx, { ...entry, offerId, subject: { type: 'lot', id: lot.id } }, 'stock', null, () =>
      openAccount(tx, shelf(lot)),
    );
  }

  /** Given out: stock → need, posted. Refused (409) when either side has less. */
  async giveOut(
    tx: Tx,
    lot: LotOfPoint,
    { needId, ...entry }: StockEntry & { readonly needId: string },
  ): Promise<void> {
    const locked = await lockAccounts(tx, [stockAccountId(lot), needAccountId(needId)]);
    const need = locked.get(needAccountId(needId));
    assert(need, `need ${needId} has an account`);
    if (need.unit !== lot.unit) refuseLedger('ledger.other-unit', {});
    if (need.item !== null && need.item !== lot.item) refuseLedger('ledger.other-item', {});
    const from = locked.get(stockAccountId(lot));
    await this.write(tx, lot, { ...entry, kind: 'delivery', debit: stockAccountId(lot), credit: need.id }, () =>
      Math.min(leftOf(from), leftToTake(need)),
    );
  }

  /** Lost, broken or past its date on the shelf: stock → losses of the organization. */
  async lose(tx: Tx, lot: LotOfPoint, { reason, ...entry }: StockEntry & { readonly reason: string }): Promise<void> {
    const credit = await openAccount(tx, losses(lot));
    await this.leave(tx, lot, { ...entry, kind: 'loss', reason, credit, subject: lot.id });
  }

  /** A count found more than the books say: losses → stock. */
  async found(tx: Tx, lot: LotOfPoint, { reason, ...entry }: StockEntry & { readonly reason: string }): Promise<void> {
    const debit = await openAccount(tx, losses(lot));
    await this.write(tx, lot, { ...entry, kind: 'found', reason, debit, credit: stockAccountId(lot) });
  }

  /** Sent to another point: held between the lot that it leaves and the lot that it becomes. Refused (409) when less lies there. */
  async send(tx: Tx, lot: LotOfPoint, to: LotOfPoint, entry: StockEntry): Promise<void> {
    const credit = await openAccount(tx, shelf(to));
    const debit = stockAccountId(lot);
    const locked = await lockAccounts(tx, [debit, credit]);
    await writeWithin(
      tx,
      transferOf({
        ...entry,
        kind: 'move',
        phase: 'held',
        debit,
        credit,
        unit: lot.unit,
        item: lot.item,
        subjectType: 'lot',
        subjectId: to.id,
      }),
      () => leftOf(locked.get(debit)),
    );
  }

  /** It came, or a part of it: what did not is back on the shelf that it left. */
  async arrive(
    tx: Tx,
    { moveId, arrived, ...entry }: { moveId: string; arrived: number; reason?: string } & EntryContext,
  ): Promise<void> {
    await postHold(tx, { holdId: moveId, amount: arrived, ...entry });
  }

  /** Parts become kits: each part leaves its lot, the kits come to a lot of their own, and all name it. */
  async assemble(
    tx: Tx,
    kit: LotOfPoint,
    made: StockEntry,
    parts: readonly { readonly id: string; readonly lot: LotOfPoint; readonly amount: number }[],
  ): Promise<void> {
    const { at, by } = made;
    for (const { id, lot, amount } of parts) {
      const credit = await openAccount(tx, kits(lot));
      await this.leave(tx, lot, { id, amount, at, by, kind: 'assembly', credit, subject: kit.id });
    }
    const debit = await openAccount(tx, kits(kit));
    await this.write(tx, kit, { ...made, kind: 'assembly', debit, credit: await openAccount(tx, shelf(kit)) });
  }

  /** What of the assembly of kits, its parts and themselves, has not been taken back: parts have the lot that they came from. */
  async assembled(db: Db, kit: LotOfPoint): Promise<{ id: string; lot: string | null; left: number }[]> {
    return db.query(
      `SELECT t.id, CASE WHEN d.kind = 'stock' THEN d.purpose END AS lot,
         (t.amount - coalesce((SELECT sum(m.amount) FROM transfers m WHERE m.mirrors = t.id), 0))::bigint AS "left"
       FROM transfers t JOIN accounts d ON d.id = t.debit WHERE t.subject_id = $1 AND t.subject_type = 'lot' AND t.kind = 'assembly' ORDER BY d.kind DESC, t.id`,
      [kit.id],
    );
  }

  /** Takes a part of an assembly back: kits leave their lot, or parts come back to theirs. */
  async takeBack(
    tx: Tx,
    { transferId, ...reversal }: StockEntry & { transferId: string; reason: string },
  ): Promise<void> {
    await reverse(tx, { ...reversal, transferId });
  }

  /** Whether an entry of this id is in the books: a request that is run again has nothing left to do. */
  async isWritten(tx: Tx, id: string): Promise<boolean> {
    return (await findTransfer(tx, id)) !== null;
  }

  /** What became of a lot: everything that the books say of its account, oldest first; of one moment, what came before what left. What is sent leaves the shelf at once, and is on the other one when it has come. */
  async entries(db: Db, account: string, limit: number): Promise<LotEntry[]> {
    return db.query(
      `SELECT t.id, t.at, CASE WHEN t.kind = 'mirror' THEN (SELECT o.kind FROM transfers o WHERE o.id = t.mirrors) ELSE t.kind END AS kind,
         CASE WHEN (t.credit = $1) <> (t.phase = 'void') THEN t.amount ELSE -t.amount END AS amount, a.kind AS other, a.holder_id AS holder, t.subject_id AS subject, t.reason, t.by, t.phase
       FROM transfers t JOIN accounts a ON a.id = CASE WHEN t.credit = $1 THEN t.debit ELSE t.credit END
       WHERE (t.debit = $1 AND t.phase <> 'post') OR (t.credit = $1 AND t.phase NOT IN ('held', 'void')) ORDER BY t.at, 4 DESC, t.id LIMIT $2`,
      [account, limit],
    );
  }

  private async leave(
    tx: Tx,
    lot: LotOfPoint,
    entry: StockEntry & { kind: TransferKind; credit: string; reason?: string; subject: string },
  ): Promise<void> {
    const from = (await lockAccounts(tx, [stockAccountId(lot)])).get(stockAccountId(lot));
    await this.write(tx, lot, { ...entry, debit: stockAccountId(lot) }, () => leftOf(from));
  }

  private async write(
    tx: Tx,
    lot: LotOfPoint,
    {
      subject = lot.id,
      reason = null,
      ...entry
    }: StockEntry & { kind: TransferKind; debit: string; credit: string; reason?: string | null; subject?: string },
    left?: () => number,
  ): Promise<void> {
    checkAmount(entry.amount);
    await writeWithin(
      tx,
      transferOf({ ...entry, unit: lot.unit, item: lot.item, subjectType: 'lot', subjectId: subject, reason }),
      left,
    );
  }
}

const leftOf = (account: Account | undefined): number => (account ? leftToGive(account) : 0);
