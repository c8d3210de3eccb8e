import { Injectable } from '@nestjs/common';
import type { ReadPayment, ReadTransfer } from './stripe-reads.js';
import { reversalsOf, type Reversal } from './disputed-transfers.rules.js';
import { StripeClient } from './stripe-client.js';

/**
 * Stripe takes disputed money from the installation, though the organization has it. It is taken back from the organization, and given again where the dispute is won: each once, by the
 * dispute's id.
 */
@Injectable()
export class DisputedTransfers {
  constructor(private readonly stripe: StripeClient) {}

  async follow({ snapshot, transfer }: ReadPayment): Promise<void> {
    if (transfer === null) return;
    for (const due of reversalsOf(snapshot, transfer)) await this.move(due, transfer);
  }

  private async move({ dispute, amount, back }: Reversal, transfer: ReadTransfer): Promise<void> {
    if (!back) {
      await this.stripe.ask((stripe) =>
        stripe.transfers.createReversal(
          transfer.id,
          { amount, metadata: { dispute } },
          { idempotencyKey: `dispute-${dispute}` },
        ),
      );
      return;
    }
    const given = await this.stripe.ask((stripe) =>
      stripe.transfers.list({ transfer_group: `won-${dispute}`, limit: 1 }),
    );
    if (given.data.length > 0) return;
    await this.stripe.ask((stripe) =>
      stripe.transfers.create(
        {
          amount,
          currency: transfer.currency,
          destination: transfer.destination,
          transfer_group: `won-${dispute}`,
          metadata: { dispute },
        },
        { idempotencyKey: `dispute-won-${dispute}` },
      ),
    );
  }
}
