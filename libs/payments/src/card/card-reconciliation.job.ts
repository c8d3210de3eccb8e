import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { Clock, dayAt, DAY_MS, Refusal } from '#kernel';
import { log } from '#platform';
import { CardAccounts } from './card-accounts.service.js';
import { differencesOf, readEntries } from './card-books.service.js';
import { missing } from './card-events.rules.js';
import { CardPayments } from './card-payments.service.js';
import { CardPayouts } from './card-payouts.service.js';
import type { CardDifference } from './card.queries.js';
import { StripeClient } from './stripe-client.js';

/** Within that time a payment can be disputed or sent back; older ones are looked at by their events alone. */
const LOOKED_AT_MS = 180 * DAY_MS;
/** What Stripe lists is read back so far: three nights may fail. */
const LISTED_MS = 4 * DAY_MS;
const PAGE = 100;
const MOST = 10_000;

interface Found {
  looked: number;
  mended: number;
  readonly differences: CardDifference[];
}

/**
 * Each night every payment here is compared with what Stripe has, and what Stripe lists with what is here. What was missed is booked by the same way as after an event;
 * what cannot be is listed for people, and nothing is set right otherwise.
 */
@Injectable()
export class CardReconciliation {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly stripe: StripeClient,
    private readonly payments: CardPayments,
    private readonly payouts: CardPayouts,
    private readonly accounts: CardAccounts,
  ) {}

  /** Once a day, by whichever worker is first; where Stripe does not answer it is begun anew. Returns whether it was done now. */
  async tick(): Promise<boolean> {
    if (!this.stripe.offered) return false;
    const now = this.clock.now();
    const day = dayAt(this.catalogue.timeZone, now);
    const mine: unknown[] = await this.source.query(
      `INSERT INTO card_reconciliations AS r (day, begun_at, looked, mended, differences) VALUES ($1, $2, 0, 0, '[]')
       ON CONFLICT (day) DO UPDATE SET begun_at = excluded.begun_at WHERE r.done_at IS NULL AND r.begun_at < excluded.begun_at - interval '1 hour' RETURNING 1`,
      [day, now],
    );
    if (mine.length === 0) return false;
    const { looked, mended, differences } = await this.compare(now);
    await this.source.query(
      'UPDATE card_reconciliations SET done_at = $2, looked = $3, mended = $4, differences = $5 WHERE day = $1',
      [day, this.clock.now(), looked, mended, JSON.stringify(differences)],
    );
    if (differences.length > 0)
      log.warn({ day, differences: differences.length }, 'Stripe and the books differ: administrators can read where');
    return true;
  }

  async compare(now: Date): Promise<Found> {
    const found: Found = { looked: 0, mended: 0, differences: [] };
    await this.ours(new Date(now.getTime() - LOOKED_AT_MS), found);
    const since = new Date(now.getTime() - LISTED_MS);
    await this.theirs(since, found);
    for (const { organizationId, account } of await this.accounts.all()) {
      await this.accounts.follow(account);
      found.mended += await this.payouts.followAll(organizationId, account, since);
    }
    return found;
  }

  private async ours(since: Date, found: Found): Promise<void> {
    let after: { at: string; id: string } | null = null;
    for (;;) {
      const rows: { id: string; intent: string; amount: number; currency: string; at: string }[] =
        await this.source.query(
          `SELECT p.gift_id AS id, p.intent, g.amount, p.currency, p.created_at::text AS at FROM card_payments p JOIN gifts g ON g.id = p.gift_id
           WHERE p.intent IS NOT NULL AND p.created_at > $1 AND ($2::timestamptz IS NULL OR (p.created_at, p.gift_id) > ($2::timestamptz, $3::uuid)) ORDER BY p.created_at, p.gift_id LIMIT ${PAGE}`,
          [since, after?.at ?? null, after?.id ?? null],
        );
      for (const row of rows) await this.one(row, found);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last;
    }
  }

  /** One that fails is listed, and those behind it have their turn. */
  private async one(
    { id, intent, amount, currency }: { id: string; intent: string; amount: number; currency: string },
    found: Found,
  ): Promise<void> {
    found.looked += 1;
    try {
      const read = await this.payments.read(intent).catch(missing);
      if (read === null) {
        found.differences.push({ side: 'here', id: intent, amount, currency });
        return;
      }
      found.mended += await this.payments.book(id, read);
      const known = await this.source.transaction((tx) => readEntries(tx, id));
      found.differences.push(...differencesOf(read.snapshot, known).map((difference) => ({ ...difference, currency })));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'card.away') throw error;
      log.error({ err: error, giftId: id }, 'a payment could not be compared with Stripe');
      found.differences.push({ side: 'books', id: intent, amount, currency });
    }
  }

  /** Payments at Stripe that no gift here names: where Stripe's answer was lost the gift is found by what Stripe was told. */
  private async theirs(since: Date, found: Found): Promise<void> {
    const created = { gte: Math.floor(since.getTime() / 1_000) };
    const listed = await this.stripe.ask((stripe) =>
      stripe.paymentIntents.list({ created, limit: 100 }).autoPagingToArray({ limit: MOST }),
    );
    const known: { intent: string }[] = await this.source.query(
      'SELECT intent FROM card_payments WHERE intent = ANY($1)',
      [listed.map(({ id }) => id)],
    );
    const here = new Set(known.map(({ intent }) => intent));
    for (const { id, status, amount, currency, on_behalf_of: merchant } of listed) {
      if (here.has(id) || status !== 'succeeded') continue;
      const read = await this.payments.read(id);
      const gift = await this.payments.giftOf(read);
      if (gift === null) found.differences.push({ side: 'stripe', id, amount, currency, ...accountOf(merchant) });
      else found.mended += await this.payments.book(gift, read);
    }
  }
}

/** The organization that a payment names as its merchant. */
function accountOf(merchant: string | { readonly id: string } | null): { readonly account?: string } {
  const account = typeof merchant === 'string' ? merchant : merchant?.id;
  return account === undefined ? {} : { account };
}
