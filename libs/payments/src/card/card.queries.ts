import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { givesYesBeforehand } from '#forms';
import { isPublic, NeedEntity, refuseNeed } from '#needs';
import { Catalogue } from '#catalogue';
import type { GiftProvider } from '../gift-life.rules.js';
import { currencyOf, type CardEntryKind } from './card-entries.rules.js';
import { cardAccountOf, type Db } from './card-payments.queries.js';
import { StripeClient } from './stripe-client.js';

/** An entry of Stripe for those who answer for the account. */
export interface CardEntryView {
  readonly id: string;
  readonly kind: CardEntryKind;
  readonly at: Date;
  readonly amount: number;
  readonly currency: string;
  /** Code of the gift that it is about; null: a payout. */
  readonly gift: string | null;
  /** What of it the books could not follow: it was spent. */
  readonly missing: number;
}

/** What one night's comparison with Stripe found. */
export interface ReconciliationView {
  readonly day: string;
  readonly doneAt: Date | null;
  readonly looked: number;
  readonly mended: number;
  readonly differences: readonly CardDifference[];
}

/** `stripe`: Stripe has it, nothing here does. `here`: it is noted here, and Stripe does not know it. `books`: the books could not follow it. */
export interface CardDifference {
  readonly side: 'stripe' | 'here' | 'books';
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  /** Of an organization at Stripe, where nothing here says whose it is. */
  readonly account?: string;
}

/** What can still go back to the card: what stands in the books of it, and is neither spent nor given to another need. */
const REFUNDABLE = `SELECT greatest(0, least(
    (SELECT sum(CASE WHEN kind IN ('refund', 'dispute') THEN -booked ELSE booked END) FROM card_entries WHERE gift_id = g.id AND booked IS NOT NULL),
    least((SELECT a.posted_in - a.posted_back - a.posted_out - a.held_out FROM accounts a WHERE a.kind = 'need' AND a.holder_id = g.need_id),
      (SELECT coalesce(sum(t.amount - coalesce((SELECT sum(b.amount) FROM transfers b WHERE b.mirrors = t.id), 0)), 0) FROM transfers t WHERE t.subject_type = 'match' AND t.subject_id = g.match_id AND t.kind = 'delivery' AND t.phase IN ('posted', 'post')))
      + (SELECT coalesce(sum(t.amount), 0) FROM transfers t LEFT JOIN surpluses s ON s.id = t.id WHERE t.kind = 'surplus' AND t.subject_type = 'match' AND t.subject_id = g.match_id AND coalesce(s.state, 'waiting') IN ('waiting', 'organization'))
  ))::bigint AS most FROM gifts g WHERE g.id = $1`;

export async function refundableOf(db: Db, giftId: string): Promise<number> {
  const [row] = (await db.query(REFUNDABLE, [giftId])) as { most: number | null }[];
  return row?.most ?? 0;
}

@Injectable()
export class CardQueries {
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly stripe: StripeClient,
  ) {}

  /** By which ways money can be given to a need now. @throws need.not-found */
  async providersOf(needId: string): Promise<GiftProvider[]> {
    const need = await this.source.manager.findOneBy(NeedEntity, { id: needId });
    if (!need || !isPublic(need)) return refuseNeed('need.not-found');
    if (need.kind !== 'money' || !givesYesBeforehand(this.catalogue, need)) return [];
    const card =
      this.stripe.offered &&
      currencyOf(need.baseUnit) !== null &&
      (await cardAccountOf(this.source, need.organizationId)) !== null;
    return card ? ['bank', 'stripe'] : ['bank'];
  }

  /** The newest first. Whether the reader may know it is `BankStatements.organizationOf`'s to say. */
  entries(
    organizationId: string,
    limit: number,
    after: { readonly at: string; readonly id: string } | null,
  ): Promise<(CardEntryView & { readonly key: string })[]> {
    return this.source.query(
      `SELECT e.id, e.kind, e.at, e.at::text AS key, e.amount, e.currency, g.code AS gift,
         CASE WHEN e.kind IN ('refund', 'dispute') AND NOT EXISTS (SELECT 1 FROM card_entries u WHERE u.id IN (e.id || '/failed', e.id || '/won')) THEN e.amount - e.booked ELSE 0 END AS missing
       FROM card_entries e LEFT JOIN gifts g ON g.id = e.gift_id
       WHERE e.organization_id = $1 AND ($3::timestamptz IS NULL OR (e.at, e.id) < ($3::timestamptz, $4::text)) ORDER BY e.at DESC, e.id DESC LIMIT $2`,
      [organizationId, limit, after?.at ?? null, after?.id ?? null],
    );
  }

  /** The newest nights first. */
  reconciliations(limit: number): Promise<ReconciliationView[]> {
    return this.source.query(
      `SELECT day::text AS day, done_at AS "doneAt", looked, mended, differences FROM card_reconciliations ORDER BY day DESC LIMIT $1`,
      [limit],
    );
  }
}
