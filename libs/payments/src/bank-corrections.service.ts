import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, derivedId, Refusal } from '#kernel';
import { Ledger } from '#ledger';
import { GiftMatches, lockGiftSides, readPaymentCode, ROW_UNDONE, unseeGift } from '#matching';
import { record, type Tx } from '#platform';
import { mayReadBank } from './bank-row.rules.js';
import { lockRow, type Row } from './bank-row.js';
import { seenKey, type AskedPart } from './bank-split.rules.js';
import { readAside, readGiftIds, type Aside } from './bank-corrections.queries.js';
import { GiftEntity } from './gift.entity.js';
import { Gifts, lockGift } from './gifts.service.js';
import { refuseCancelled } from './bank-cancellation.refusals.js';
import { refuse } from './payments.refusals.js';

export type Correction = { readonly at: Date; readonly by: string };

/**
 * What was said of a row of a bank statement is taken back, by a person or by itself, and one transfer is divided over several gifts.
 * Locks: surplus, row, gifts, needs, offers, matches, ledger, each by id.
 */
@Injectable()
export class BankCorrections {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    private readonly matches: GiftMatches,
    private readonly gifts: Gifts,
  ) {}

  /** The row waits for a word again, and the books have a reversal of each entry. Said of a row that waits it changes nothing. Where the money has moved on it is refused. */
  async undo(actor: Actor, rowId: string, locale: 'ru' | 'en'): Promise<void> {
    await this.source.transaction(async (tx) => {
      const organizationId = await organizationOfRow(tx, rowId);
      if (organizationId === null || !mayReadBank(actor, organizationId)) refuse('bank.row-not-found');
      await this.takeBack(tx, rowId, { at: this.clock.now(), by: actor.personId }, locale);
    });
  }

  /** The same in the caller's transaction, which may hold no lock yet: the books say nothing of the row any more, and it is locked. Also of a row that waits, and changes nothing there. */
  async takeBack(tx: Tx, rowId: string, correction: Correction, locale: 'ru' | 'en'): Promise<void> {
    const before = await this.lockAside(tx, rowId);
    const row = await lockRow(tx, rowId);
    if (row.state === 'cancelled') refuseCancelled('bank.row-cancelled');
    if (row.state === 'to-decide') return;
    const aside = await readAside(tx, rowId);
    if (aside.map(({ id }) => id).join() !== before.map(({ id }) => id).join()) refuse('bank.row-changed');
    const decided = aside.find(({ state }) => state !== 'waiting');
    if (decided)
      refuse('bank.undo-surplus', { amountText: formatAmount(decided.amount, 'kopeck', locale, this.catalogue) });
    const gifts = await this.lockGifts(tx, await readGiftIds(tx, rowId));
    const refunded = gifts.find(({ refundAmount }) => refundAmount !== null);
    if (refunded) refuse('bank.undo-refunded', { number: refunded.refundNumber ?? '' });
    await this.lockSides(
      tx,
      row,
      gifts,
      aside.map(({ purpose }) => purpose),
    );
    for (const gift of gifts)
      await this.unsee(
        tx,
        gift,
        aside.filter(({ matchId }) => matchId === gift.matchId),
        correction,
      );
    for (const one of aside) if (one.matchId === null) await this.takeNobodysBack(tx, row, one, correction);
    await noteUndone(tx, row.id, aside, correction);
  }

  /** Divides a transfer over gifts; what is left of it is surplus of nobody knows whom. Said again it changes nothing; said otherwise it is refused. */
  async split(actor: Actor, rowId: string, parts: readonly AskedPart[], locale: 'ru' | 'en'): Promise<void> {
    await this.source.transaction(async (tx) => {
      const row = await lockRow(tx, rowId);
      if (!mayReadBank(actor, row.organizationId)) refuse('bank.row-not-found');
      const amounts = await this.giftsNamed(tx, row, parts);
      const rest = row.amount - [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
      if (rest < 0)
        refuse('bank.split-too-much', {
          amountText: formatAmount(row.amount, 'kopeck', locale, this.catalogue),
          moreText: formatAmount(-rest, 'kopeck', locale, this.catalogue),
        });
      if (row.state === 'cancelled') refuseCancelled('bank.row-cancelled');
      if (row.state !== 'to-decide') {
        if (await this.isSplitSo(tx, row, amounts)) return;
        refuse('bank.row-decided');
      }
      await this.divide(tx, row, amounts, { by: actor.personId, decidedBy: actor.personId });
    });
  }

  /**
   * Books a row that is locked and waits as several gifts; what is left of it is surplus of nobody knows whom.
   * @param amounts what each gift gets, by its id; no more than the row @param by who brought the statement or decided @param decidedBy null: its code has said it
   */
  async divide(
    tx: Tx,
    row: Row,
    amounts: ReadonlyMap<string, number>,
    { by, decidedBy }: { readonly by: string; readonly decidedBy: string | null },
  ): Promise<void> {
    const rest = row.amount - [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
    const gifts = await this.lockGifts(tx, [...amounts.keys()]);
    await this.lockSides(tx, row, gifts, []);
    for (const gift of gifts) {
      if (!(await this.gifts.seen(tx, gift, amounts.get(gift.id) as number, by))) refuse('bank.gift-paid');
      await tx.query('INSERT INTO bank_row_parts (row_id, step, gift_id, amount) VALUES ($1, $2, $3, $4)', [
        row.id,
        row.step,
        gift.id,
        amounts.get(gift.id),
      ]);
    }
    if (rest > 0) await this.gifts.seenOfNobody(tx, { ...row, amount: rest }, by);
    // The words are needed to give back what is left.
    await tx.query(
      `UPDATE bank_rows SET state = 'split', reason = NULL, decided_by = $2, decided_at = $3, payer = CASE WHEN $4 THEN payer END, purpose = CASE WHEN $4 THEN purpose END WHERE id = $1`,
      [row.id, decidedBy, this.clock.now(), rest > 0],
    );
  }

  /** Surplus is locked before its row, in the same order as a decision about it locks them. */
  private async lockAside(tx: Tx, rowId: string): Promise<Aside[]> {
    const aside = await readAside(tx, rowId);
    for (const { id } of aside) {
      await tx.query(
        `INSERT INTO surpluses (id, state, entry, step) VALUES ($1, 'waiting', $1, 0) ON CONFLICT DO NOTHING`,
        [id],
      );
      await tx.query('SELECT 1 FROM surpluses WHERE id = $1 FOR UPDATE', [id]);
    }
    return aside;
  }

  private async lockGifts(tx: Tx, ids: readonly string[]): Promise<GiftEntity[]> {
    const gifts: GiftEntity[] = [];
    for (const id of [...ids].sort()) gifts.push(await lockGift(tx, id));
    return gifts;
  }

  private async lockSides(tx: Tx, row: Row, gifts: readonly GiftEntity[], purposes: readonly string[]): Promise<void> {
    const matched = gifts.flatMap(({ matchId }) => matchId ?? []);
    const needs: { id: string; category: string }[] = await tx.query(
      'SELECT n.id, n.category FROM gifts g JOIN needs n ON n.id = g.need_id WHERE g.id = ANY($1)',
      [gifts.map(({ id }) => id)],
    );
    await lockGiftSides(
      this.matches,
      tx,
      matched,
      needs.map(({ id }) => id),
      {
        organizationId: row.organizationId,
        unit: 'kopeck',
        purposes: [...new Set([...purposes, '', ...needs.map(({ category }) => category)])],
      },
    );
  }

  private async unsee(tx: Tx, gift: GiftEntity, aside: readonly Aside[], { at, by }: Correction): Promise<void> {
    if (gift.matchId === null) return refuse('bank.row-changed');
    const hold = gift.deadline > at ? gift.amount : null;
    const held = await unseeGift(this.matches, tx, {
      matchId: gift.matchId,
      key: seenKey(gift.id, gift.undone),
      aside: aside.map(({ entry }) => entry),
      hold,
      at,
      by,
    }).catch(spentFirst);
    await tx.update(
      GiftEntity,
      { id: gift.id },
      { status: held ? 'promised' : 'lapsed', endedAt: held ? null : at, undone: gift.undone + 1 },
    );
    await record(tx, 'gift.unseen', { giftId: gift.id, needId: gift.needId });
  }

  private async takeNobodysBack(tx: Tx, row: Row, { entry, amount }: Aside, correction: Correction): Promise<void> {
    const key = seenKey(row.id, row.step);
    const offerId = derivedId(key, 'offer');
    await this.ledger.reverse(tx, {
      id: derivedId(entry, ROW_UNDONE),
      transferId: entry,
      reason: ROW_UNDONE,
      ...correction,
    });
    await this.ledger.release(tx, {
      id: derivedId(key, ROW_UNDONE),
      offerId,
      amount,
      reason: ROW_UNDONE,
      ...correction,
    });
    await this.matches.offers.updateStatus(tx, offerId, await this.ledger.lockOffer(tx, offerId));
  }

  /** What each gift gets, by id. @throws gift.not-found, bank.gift-of-others, bank.split-twice */
  private async giftsNamed(tx: Tx, row: Row, parts: readonly AskedPart[]): Promise<Map<string, number>> {
    const amounts = new Map<string, number>();
    for (const { gift, amount } of parts) {
      const code = readPaymentCode(gift);
      const found = (code === null ? null : await tx.findOneBy(GiftEntity, { code })) ?? refuse('gift.not-found');
      if (found.organizationId !== row.organizationId) refuse('bank.gift-of-others');
      if (amounts.has(found.id)) refuse('bank.split-twice', { code: found.code });
      amounts.set(found.id, amount);
    }
    return amounts;
  }

  private async isSplitSo(tx: Tx, row: Row, amounts: ReadonlyMap<string, number>): Promise<boolean> {
    const parts: { giftId: string; amount: number }[] = await tx.query(
      'SELECT gift_id AS "giftId", amount FROM bank_row_parts WHERE row_id = $1 AND undone_at IS NULL',
      [row.id],
    );
    return (
      row.state === 'split' &&
      parts.length === amounts.size &&
      parts.every(({ giftId, amount }) => amounts.get(giftId) === amount)
    );
  }
}

async function organizationOfRow(tx: Tx, rowId: string): Promise<string | null> {
  const [seen]: { organizationId: string }[] = await tx.query(
    'SELECT organization_id AS "organizationId" FROM bank_rows WHERE id = $1',
    [rowId],
  );
  return seen?.organizationId ?? null;
}

/** The entries are taken back: the row waits for a word, and its surplus and parts are over. */
async function noteUndone(tx: Tx, rowId: string, aside: readonly Aside[], { at, by }: Correction): Promise<void> {
  for (const { id, entry } of aside) {
    await tx.query(
      `UPDATE surpluses SET state = 'undone', decision = $2, step = step + 1, decided_by = $3, decided_at = $4 WHERE id = $1`,
      [id, derivedId(entry, ROW_UNDONE), by, at],
    );
  }
  await tx.query('UPDATE bank_row_parts SET undone_at = $2 WHERE row_id = $1 AND undone_at IS NULL', [rowId, at]);
  await tx.query(
    `UPDATE bank_rows SET state = 'to-decide', reason = 'undone', gift_id = NULL, step = step + 1, decided_by = $2, decided_at = $3 WHERE id = $1`,
    [rowId, by, at],
  );
}

/** What a need has used stays there. */
function spentFirst(error: unknown): never {
  if (error instanceof Refusal && error.code === 'ledger.not-enough-left') return refuse('bank.undo-spent');
  throw error;
}
