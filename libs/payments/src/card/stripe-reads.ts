import type Stripe from 'stripe';
import type { CardSnapshot, Fee } from './card-entries.rules.js';

/** Of one payment more refunds or disputes than that are nobody's gift. */
const MOST = 500;

/** What Stripe says of a payment now, and what is needed to follow a dispute with the organization's money. */
export interface ReadPayment {
  readonly snapshot: CardSnapshot;
  /** Which gift it was told that this is. */
  readonly gift: string | null;
  readonly clientSecret: string | null;
  readonly transfer: ReadTransfer | null;
}

export interface ReadTransfer {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly destination: string;
  /** What of it was taken back. */
  readonly reversed: number;
  /** Disputes for which it was taken back. */
  readonly disputes: readonly string[];
}

const seconds = (at: number): Date => new Date(at * 1_000);
const objectOf = <T extends { id: string }>(said: string | T | null | undefined): T | null =>
  typeof said === 'object' && said !== null ? said : null;

export async function readPayment(stripe: Stripe, intentId: string): Promise<ReadPayment> {
  const intent = await stripe.paymentIntents.retrieve(intentId, {
    expand: ['latest_charge.balance_transaction', 'latest_charge.transfer'],
  });
  const of = { payment_intent: intent.id, limit: 100 };
  const paid = intent.status === 'succeeded';
  const refunds = paid ? await stripe.refunds.list(of).autoPagingToArray({ limit: MOST }) : [];
  const disputes = paid ? await stripe.disputes.list(of).autoPagingToArray({ limit: MOST }) : [];
  const charge = objectOf(intent.latest_charge);
  return {
    gift: intent.metadata['gift'] ?? null,
    clientSecret: intent.client_secret,
    transfer: transferOf(objectOf(charge?.transfer)),
    snapshot: {
      intent: intent.id,
      status: intent.status,
      declined: intent.last_payment_error?.decline_code ?? intent.last_payment_error?.code ?? null,
      charge: charge && {
        id: charge.id,
        amount: intent.amount_received,
        currency: charge.currency,
        at: seconds(charge.created),
        fee: feeOf(objectOf(charge.balance_transaction)),
        transfer: objectOf(charge.transfer)?.id ?? null,
      },
      refunds: refunds.map(({ id, amount, status, created }) => ({
        id,
        amount,
        status: status ?? 'succeeded',
        at: seconds(created),
      })),
      disputes: disputes.map(({ id, amount, currency, status, created, balance_transactions: moved }) => ({
        id,
        amount,
        currency,
        status,
        at: seconds(created),
        fee: feeOf(moved.find(({ fee }) => fee > 0) ?? null),
      })),
    },
  };
}

const feeOf = (moved: Stripe.BalanceTransaction | null): Fee | null =>
  moved && moved.fee > 0 ? { amount: moved.fee, currency: moved.currency } : null;

function transferOf(transfer: Stripe.Transfer | null): ReadTransfer | null {
  if (transfer === null) return null;
  const { destination } = transfer;
  return {
    id: transfer.id,
    amount: transfer.amount,
    currency: transfer.currency,
    destination: typeof destination === 'string' ? destination : (destination?.id ?? ''),
    reversed: transfer.amount_reversed,
    disputes: transfer.reversals.data.flatMap(({ metadata }) => metadata?.['dispute'] ?? []),
  };
}
