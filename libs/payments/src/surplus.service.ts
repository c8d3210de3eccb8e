import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { Catalogue } from '#catalogue';
import { Clock, dayAt, derivedId, refuseForm } from '#kernel';
import { Ledger, type EntryContext } from '#ledger';
import { readReceipt, type SaidReceipt } from '#matching';
import { isLive, NeedsService } from '#needs';
import { record, type Tx } from '#platform';
import { refuseCard } from './card/card.refusals.js';
import { refuse } from './payments.refusals.js';
import { readSurplus, type SurplusRow } from './surplus.queries.js';
import {
  mayKnowSurplus,
  STATUTORY,
  surplusVerbs,
  type SurplusOutcome,
  type SurplusState,
  type SurplusVerb,
} from './surplus.rules.js';

// The gift by whose match the money of a surplus came; none where it is nobody's.
const ITS_GIFT = `match_id = (SELECT subject_id FROM transfers WHERE id = $1 AND subject_type = 'match')`;

/** What is said about surplus; the bank's day and number make of `back` money that has left. */
export type SurplusSaid = { readonly outcome: SurplusOutcome; readonly need?: string } & SaidReceipt;

interface Decision {
  readonly state: SurplusState;
  readonly entry: string;
  readonly decision: string;
  readonly needId?: string;
  readonly receipt?: { readonly date: string; readonly number: string };
}

/**
 * Money beyond a need, or nobody's: it lies in the surplus of its organization until a person decides, and each decision is entries of its own that a reversal takes back.
 * Locks: surplus, gift, need, ledger. Ids of entries come from the surplus and its step: what is repeated is the same entry.
 */
@Injectable()
export class Surpluses {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    private readonly needs: NeedsService,
  ) {}

  /** Said again it changes nothing; said otherwise, once it is decided, it is refused. */
  async decide(actor: Actor, id: string, said: SurplusSaid): Promise<void> {
    await this.source.transaction(async (tx) => {
      const row = await lockSurplus(tx, actor, id);
      const context = { at: this.clock.now(), by: actor.personId };
      if (isSaidBefore(row, said)) return;
      const verb = verbOf(said);
      if (!surplusVerbs(actor, judged(row)).includes(verb))
        refuse(
          row.state === 'waiting'
            ? 'surplus.not-yours-to-say'
            : row.state === 'undone'
              ? 'surplus.gone'
              : 'surplus.decided',
        );
      if (verb === 'ask-back') {
        await tx.query('UPDATE surpluses SET asked_back_at = $2 WHERE id = $1', [id, context.at]);
        return;
      }
      const decision =
        verb === 'to-need'
          ? await this.giveToNeed(tx, row, said.need, context)
          : verb === 'keep'
            ? await this.keep(tx, row, context)
            : await this.giveBack(tx, row, said, context);
      await this.write(tx, row, decision, context);
      await tx.query(
        'UPDATE bank_rows SET payer = NULL, purpose = NULL FROM transfers t WHERE t.id = $1 AND bank_rows.id = t.subject_id',
        [id],
      );
    });
  }

  /** Takes the decision back: it waits again. Said of what waits it changes nothing. What a need has used stays there: the ledger refuses. */
  async undo(actor: Actor, id: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const row = await lockSurplus(tx, actor, id);
      if (row.state === 'waiting') return;
      if (row.state === 'undone') refuse('surplus.gone');
      if (row.decision === null || !surplusVerbs(actor, judged(row)).includes('undo'))
        return refuse('surplus.not-yours-to-say');
      const context = { at: this.clock.now(), by: actor.personId };
      if (row.needId !== null) await this.needs.lock(tx, row.needId);
      if (row.state === 'organization') await this.lockPurposes(tx, row);
      await this.ledger.reverse(tx, {
        id: idOf(row, 'undone'),
        transferId: row.decision,
        reason: 'undone',
        ...context,
      });
      if (row.needId !== null) await this.followNeed(tx, row, row.needId);
      const entry = row.state === 'need' ? row.entry : await this.putAside(tx, row, row.purpose, context);
      await tx.query(
        `UPDATE surpluses SET state = 'waiting', entry = $2, decision = NULL, step = step + 1, need_id = NULL, bank_day = NULL, bank_number = NULL, decided_by = $3, decided_at = $4 WHERE id = $1`,
        [id, entry, context.by, context.at],
      );
      if (row.state === 'returned')
        await tx.query(
          `UPDATE gifts SET status = 'paid' WHERE ${ITS_GIFT} AND status = 'refunded' AND refund_amount IS NULL`,
          [id],
        );
    });
  }

  private async giveToNeed(
    tx: Tx,
    row: SurplusRow,
    needId: string | undefined,
    context: EntryContext,
  ): Promise<Decision> {
    if (needId === undefined) return refuseForm([{ field: 'need', code: 'form.required' }]) as never;
    const need = await this.needs.lock(tx, needId);
    if (
      need.organizationId !== row.organizationId ||
      need.kind !== 'money' ||
      need.baseUnit !== row.unit ||
      (row.purpose !== '' && need.category !== row.purpose)
    )
      refuse('surplus.other-purpose');
    if (
      !isLive(need.status) ||
      need.deadline <= context.at ||
      (await this.ledger.lockNeed(tx, needId)).open < row.amount
    )
      refuse('surplus.no-room');
    const decision = idOf(row, 'need');
    await this.ledger.deliverSurplus(tx, {
      id: decision,
      organizationId: row.organizationId,
      purpose: row.purpose,
      unit: row.unit,
      needId,
      amount: row.amount,
      subjectId: row.id,
      ...context,
    });
    await this.followNeed(tx, row, needId);
    return { state: 'need', entry: row.entry, decision, needId };
  }

  /** For all that the organization exists for. */
  private async keep(tx: Tx, row: SurplusRow, context: EntryContext): Promise<Decision> {
    await this.lockPurposes(tx, row);
    await this.takeOut(tx, row, 'kept', context);
    const entry = await this.putAside(tx, row, STATUTORY, context);
    return { state: 'organization', entry, decision: entry };
  }

  /** The money has left the account: back to its donor. A gift of which nothing is left is refunded. */
  private async giveBack(tx: Tx, row: SurplusRow, said: SurplusSaid, context: EntryContext): Promise<Decision> {
    const byCard: unknown[] = await tx.query(`SELECT 1 FROM gifts WHERE ${ITS_GIFT} AND provider = 'stripe'`, [row.id]);
    if (byCard.length > 0) refuseCard('surplus.by-card');
    const read = readReceipt(said, dayAt(this.catalogue.timeZone, context.at));
    if (!read.ok) return read.missing ? refuse('surplus.bank-needed') : (refuseForm(read.errors) as never);
    await this.takeOut(tx, row, 'returned', context);
    const decision = idOf(row, 'back');
    await this.ledger.release(tx, {
      id: decision,
      offerId: row.offerId,
      amount: row.amount,
      reason: 'returned',
      ...context,
    });
    const { delivered, reserved } = await this.ledger.lockOffer(tx, row.offerId);
    if (delivered + reserved === 0)
      await tx.query(`UPDATE gifts SET status = 'refunded' WHERE ${ITS_GIFT} AND status = 'paid'`, [row.id]);
    await record(tx, 'gift.returned', { surplusId: row.id, entryId: decision });
    return { state: 'returned', entry: row.entry, decision, receipt: read.receipt };
  }

  /** From one purpose to the other and back: both accounts first, since others of the organization go the other way. */
  private async lockPurposes(tx: Tx, { offerId, organizationId, unit, purpose }: SurplusRow): Promise<void> {
    await this.ledger.lock(tx, {
      offerIds: [offerId],
      surplus: { organizationId, unit, purposes: [purpose, STATUTORY] },
    });
  }

  private async takeOut(tx: Tx, row: SurplusRow, reason: string, context: EntryContext): Promise<void> {
    await this.ledger.reverse(tx, { id: idOf(row, 'out'), transferId: row.entry, reason, ...context });
  }

  private async putAside(tx: Tx, row: SurplusRow, purpose: string, context: EntryContext): Promise<string> {
    const id = idOf(row, 'aside');
    await this.ledger.surplus(tx, {
      id,
      offerId: row.offerId,
      organizationId: row.organizationId,
      purpose,
      amount: row.amount,
      subject: { type: 'correction', id: row.id },
      ...context,
    });
    return id;
  }

  private async followNeed(tx: Tx, row: SurplusRow, needId: string): Promise<void> {
    await this.needs.afterReceipt(tx, needId, await this.ledger.lockNeed(tx, needId));
    await record(tx, 'surplus.moved', { surplusId: row.id, needId });
  }

  private async write(
    tx: Tx,
    row: SurplusRow,
    { state, entry, decision, needId, receipt }: Decision,
    { by, at }: EntryContext,
  ): Promise<void> {
    await tx.query(
      'UPDATE surpluses SET state = $2, entry = $3, decision = $4, step = step + 1, need_id = $5, bank_day = $6, bank_number = $7, decided_by = $8, decided_at = $9 WHERE id = $1',
      [row.id, state, entry, decision, needId ?? null, receipt?.date ?? null, receipt?.number ?? null, by, at],
    );
  }
}

/** @throws surplus.not-found where there is none, or it is not the caller's to know */
async function lockSurplus(tx: Tx, actor: Actor, id: string): Promise<SurplusRow> {
  const seen = await readSurplus(tx, id);
  if (!seen || !mayKnowSurplus(actor, judged(seen))) return refuse('surplus.not-found');
  await tx.query(
    `INSERT INTO surpluses (id, state, entry, step) VALUES ($1, 'waiting', $1, 0) ON CONFLICT DO NOTHING`,
    [id],
  );
  await tx.query('SELECT 1 FROM surpluses WHERE id = $1 FOR UPDATE', [id]);
  await tx.query(`SELECT 1 FROM gifts WHERE ${ITS_GIFT} FOR UPDATE`, [id]);
  return (await readSurplus(tx, id)) ?? refuse('surplus.not-found');
}

const judged = (row: SurplusRow) => ({
  organizationId: row.organizationId,
  donorId: row.donorId,
  state: row.state,
  askedBack: row.askedBackAt !== null,
});
const idOf = (row: SurplusRow, what: string): string => derivedId(row.id, `${what}-${row.step}`);
const isReceipt = ({ bankDate, bankNumber }: SaidReceipt): boolean =>
  bankDate !== undefined || bankNumber !== undefined;

/** `back` without a bank's word is the donor's wish. */
function verbOf(said: SurplusSaid): SurplusVerb {
  if (said.outcome === 'need') return 'to-need';
  if (said.outcome === 'organization') return 'keep';
  return isReceipt(said) ? 'return' : 'ask-back';
}

function isSaidBefore(row: SurplusRow, said: SurplusSaid): boolean {
  if (said.outcome === 'need') return row.state === 'need' && row.needId === said.need;
  if (said.outcome === 'organization') return row.state === 'organization';
  if (isReceipt(said))
    return (
      row.state === 'returned' &&
      row.bankDay === said.bankDate?.trim() &&
      row.bankNumber === said.bankNumber?.replace(/\s+/g, ' ').trim()
    );
  return row.askedBackAt !== null && (row.state === 'waiting' || row.state === 'returned');
}
