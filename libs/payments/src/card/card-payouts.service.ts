import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import type { Tx } from '#platform';
import { missing } from './card-events.rules.js';
import { payoutEntries, type ToldPayout } from './card-payouts.rules.js';
import { StripeClient } from './stripe-client.js';

/** What Stripe pays out to the bank of an organization: entries of their own, beside the gifts that they are made of. */
@Injectable()
export class CardPayouts {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly stripe: StripeClient,
  ) {}

  /** What is to be written of a payout, as Stripe has it now; null: it is nobody's here. */
  async read(account: string, id: string): Promise<((tx: Tx) => Promise<number>) | null> {
    const [organization]: { id: string }[] = await this.source.query(
      'SELECT organization_id AS id FROM card_accounts WHERE account = $1',
      [account],
    );
    if (!organization) return null;
    const payout = await this.stripe
      .ask((stripe) => stripe.payouts.retrieve(id, {}, { stripeAccount: account }))
      .catch(missing);
    return payout && ((tx) => this.write(tx, organization.id, payout));
  }

  /** Payouts of an account since a time. Returns how many entries are new. */
  async followAll(organizationId: string, account: string, since: Date): Promise<number> {
    const created = { gte: Math.floor(since.getTime() / 1_000) };
    const payouts = await this.stripe.ask((stripe) =>
      stripe.payouts.list({ created, limit: 100 }, { stripeAccount: account }).autoPagingToArray({ limit: 1_000 }),
    );
    let written = 0;
    for (const payout of payouts)
      written += await this.source.transaction((tx) => this.write(tx, organizationId, payout));
    return written;
  }

  private async write(tx: Tx, organizationId: string, payout: ToldPayout): Promise<number> {
    let written = 0;
    for (const { id, kind, amount, currency, at } of payoutEntries(payout)) {
      const rows: unknown[] = await tx.query(
        `INSERT INTO card_entries (id, organization_id, kind, amount, currency, at, noted_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
        [id, organizationId, kind, amount, currency, at, this.clock.now()],
      );
      written += rows.length;
    }
    return written;
  }
}
