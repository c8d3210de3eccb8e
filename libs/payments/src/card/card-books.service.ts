import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, dayAt, derivedId } from '#kernel';
import { Catalogue } from '#catalogue';
import { receivedByMatch, type EntryContext } from '#ledger';
import { GiftMatches, lockGiftSides } from '#matching';
import { NeedEntity } from '#needs';
import { record, type Tx } from '#platform';
import { lockGift, Gifts } from '../gifts.service.js';
import { GiftEntity } from '../gift.entity.js';
import { STATUTORY } from '../surplus.rules.js';
import { lockAside, type AsideOfGift } from './card-aside.queries.js';
import {
  entriesOf,
  isOfBooks,
  netBooked,
  RETURNS,
  stepOf,
  TAKES,
  type BookedEntry,
  type CardEntry,
  type CardSnapshot,
} from './card-entries.rules.js';

/** Why money by card left again; papers count both as sent back. */
const REASONS = { refund: 'card-refund', dispute: 'chargeback' } as const;
/** What of a surplus stays is put aside anew. */
const STAYS = 'surplus-stays';

/**
 * Brings the books in line with what Stripe says of a payment. Each movement of money is an entry under Stripe's id, written with what it does to the books in one transaction:
 * whatever tells of it, in whichever order and however often, it is there once. Locks: surplus, gift, need, offer, match, ledger.
 */
@Injectable()
export class CardBooks {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly gifts: Gifts,
    private readonly matches: GiftMatches,
  ) {}

  /** Returns how many entries are new, or more in the books than before. */
  async book(giftId: string, snapshot: CardSnapshot): Promise<number> {
    return this.source.transaction((tx) => this.bookIn(tx, giftId, snapshot));
  }

  async bookIn(tx: Tx, giftId: string, snapshot: CardSnapshot): Promise<number> {
    await lockAside(tx, giftId); // before the gift
    const gift = await lockGift(tx, giftId);
    const known = await readEntries(tx, giftId);
    let changed = 0;
    const entries = entriesOf(snapshot);
    const kinds = new Set<CardEntry['kind']>();
    for (const entry of entries)
      if (await this.apply(tx, gift, entry, known)) {
        changed += 1;
        kinds.add(entry.kind);
      }
    await tx.query(
      `UPDATE card_payments SET intent = $2, status = CASE status WHEN 'succeeded' THEN status ELSE $3 END, declined = CASE status WHEN 'succeeded' THEN declined ELSE $4 END, looked_at = $5 WHERE gift_id = $1`, // an answer that took long says nothing newer
      [giftId, snapshot.intent, snapshot.status, snapshot.declined, this.clock.now()],
    );
    if (changed > 0) await this.followGift(tx, gift, entries, known);
    const of = { giftId, needId: gift.needId };
    if (kinds.has('refund') || kinds.has('refund-failed')) await record(tx, 'gift.refunded', of);
    if (kinds.has('dispute') || kinds.has('dispute-won')) await record(tx, 'gift.disputed', of);
    return changed;
  }

  private async apply(tx: Tx, gift: GiftEntity, entry: CardEntry, known: Map<string, BookedEntry>): Promise<boolean> {
    const step = stepOf(entry, known);
    if (step === null) return false;
    const had = known.get(entry.id)?.booked ?? 0;
    const key = derivedId(gift.id, `${entry.id} ${had}`);
    let booked: number | null = null;
    if (step.does === 'come') booked = await this.come(tx, gift, step.amount, key);
    if (step.does === 'come-again') booked = await this.comeAgain(tx, gift, step.amount, key);
    if (step.does === 'take')
      booked = had + (await this.takeBack(tx, gift, step.amount, { key, reason: REASONS[entry.kind as 'refund'] }));
    if (known.has(entry.id) && booked === had) return false;
    await tx.query(
      `INSERT INTO card_entries (id, gift_id, organization_id, kind, amount, currency, booked, at, noted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (id) DO UPDATE SET booked = excluded.booked`,
      [
        entry.id,
        gift.id,
        gift.organizationId,
        entry.kind,
        entry.amount,
        entry.currency,
        booked,
        entry.at,
        this.clock.now(),
      ],
    );
    known.set(entry.id, { id: entry.id, kind: entry.kind, amount: entry.amount, booked });
    return true;
  }

  /** Where the gift takes no first money any more, it is more of it all the same: it is really there. */
  private async come(tx: Tx, gift: GiftEntity, amount: number, key: string): Promise<number> {
    return (await this.gifts.arrived(tx, gift, amount, null)) ? amount : this.comeAgain(tx, gift, amount, key);
  }

  private async comeAgain(tx: Tx, gift: GiftEntity, amount: number, key: string): Promise<number> {
    if (amount === 0 || gift.matchId === null) return 0;
    await this.matches.cameAgain(tx, gift.matchId, key, amount);
    return amount;
  }

  /** Out of what lies aside and waits for a word, then out of its need what was not spent there, then out of what was kept for the organization. Returns how much. */
  private async takeBack(
    tx: Tx,
    gift: GiftEntity,
    amount: number,
    { key, reason }: { readonly key: string; readonly reason: string },
  ): Promise<number> {
    const { matchId, offerId, needId } = gift;
    if (amount === 0 || matchId === null || offerId === null) return 0;
    const context: EntryContext = { at: this.clock.now(), by: null };
    const aside = await lockAside(tx, gift.id);
    const { category } = await tx.findOneByOrFail(NeedEntity, { id: needId });
    await lockGiftSides(this.matches, tx, [matchId], [needId], {
      organizationId: gift.organizationId,
      unit: gift.unit,
      purposes: [...new Set([category, STATUTORY, ...aside.map(({ purpose }) => purpose)])],
    });
    const { ledger, needs } = this.matches;
    let rest = amount;
    const out = { key, reason, context };
    for (const one of aside)
      if (rest > 0 && one.waits) rest -= await this.takeAside(tx, gift, one, { ...out, most: rest });
    let unused = await ledger.lockUnusedOfNeed(tx, needId);
    for (const { id, left } of await receivedByMatch(tx, matchId)) {
      const back = Math.min(rest, left, unused);
      if (back <= 0) continue;
      await ledger.reverse(tx, { id: derivedId(key, id), transferId: id, amount: back, reason, ...context });
      rest -= back;
      unused -= back;
    }
    for (const one of aside)
      if (rest > 0 && !one.waits) rest -= await this.takeAside(tx, gift, one, { ...out, most: rest });
    if (rest === amount) return 0;
    await ledger.release(tx, { id: derivedId(key, 'release'), offerId, amount: amount - rest, reason, ...context });
    await needs.afterReceipt(tx, needId, await ledger.lockNeed(tx, needId));
    return amount - rest;
  }

  /** The whole of it leaves; what is not asked back is put aside anew and waits for a word. */
  private async takeAside(
    tx: Tx,
    gift: GiftEntity,
    one: AsideOfGift,
    {
      key,
      reason,
      most,
      context,
    }: { readonly key: string; readonly reason: string; readonly most: number; readonly context: EntryContext },
  ): Promise<number> {
    if (!one.takes || gift.matchId === null || gift.offerId === null) return 0;
    const { ledger } = this.matches;
    const back = Math.min(most, one.amount);
    const reversal = derivedId(key, one.entry);
    await ledger.reverse(tx, { id: reversal, transferId: one.entry, amount: back, reason, ...context });
    if (back < one.amount) {
      await ledger.reverse(tx, { id: derivedId(reversal, STAYS), transferId: one.entry, reason: STAYS, ...context });
      await ledger.surplus(tx, {
        id: derivedId(reversal, 'anew'),
        offerId: gift.offerId,
        organizationId: gift.organizationId,
        purpose: one.purpose,
        amount: one.amount - back,
        matchId: gift.matchId,
        ...context,
      });
    }
    await tx.query(
      `UPDATE surpluses SET state = 'undone', decision = $2, step = step + 1, decided_by = NULL, decided_at = $3 WHERE id = $1`,
      [one.id, reversal, context.at],
    );
    return back;
  }

  /** What the gift says of itself follows what came and went. */
  private async followGift(
    tx: Tx,
    gift: GiftEntity,
    entries: readonly CardEntry[],
    known: ReadonlyMap<string, BookedEntry>,
  ): Promise<void> {
    const went = [...known.values()].filter(({ kind }) => TAKES.has(kind) || RETURNS.has(kind));
    const gone = 0 - netBooked(went);
    if (gift.status === 'promised' || gift.status === 'lapsed' || went.length === 0) return;
    const last = entries.filter(({ id, kind }) => TAKES.has(kind) && (known.get(id)?.booked ?? 0) > 0).at(-1);
    const refunded = gone > 0 && last !== undefined;
    await tx.update(
      GiftEntity,
      { id: gift.id },
      {
        status: refunded ? 'refunded' : 'paid',
        refundAmount: refunded ? gone : null,
        refundDay: refunded ? dayAt(this.catalogue.timeZone, last.at) : null,
        refundNumber: refunded ? last.id.slice(0, 40) : null,
      },
    );
  }
}

export async function readEntries(tx: Tx, giftId: string): Promise<Map<string, BookedEntry>> {
  const rows: BookedEntry[] = await tx.query('SELECT id, kind, amount, booked FROM card_entries WHERE gift_id = $1', [
    giftId,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What Stripe's answer does not know of what is noted here, and what of it the books could not take: for a person to see. */
export function differencesOf(
  snapshot: CardSnapshot,
  known: ReadonlyMap<string, BookedEntry>,
): { readonly side: 'here' | 'books'; readonly id: string; readonly amount: number }[] {
  const told = new Set(entriesOf(snapshot).map(({ id }) => id));
  const undone = (id: string): boolean =>
    [...known.values()].some((other) => RETURNS.has(other.kind) && other.id.startsWith(`${id}/`));
  type Difference = ReturnType<typeof differencesOf>[number];
  return [...known.values()].flatMap(({ id, kind, amount, booked }): Difference[] => {
    if (!told.has(id)) return [{ side: 'here', id, amount }];
    const short = isOfBooks(kind) && !RETURNS.has(kind) && (booked ?? 0) < amount && !(TAKES.has(kind) && undone(id));
    return short ? [{ side: 'books', id, amount: amount - (booked ?? 0) }] : [];
  });
}
