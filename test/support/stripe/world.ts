import * as shapes from './shapes.js';
import type { Thing } from './shapes.js';

export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly type = 'invalid_request_error',
    readonly more: object = {},
  ) {
    super(`Stripe refuses: ${code}`);
  }
}

const FEE = (amount: number): number => Math.round(amount * 0.039);

/** What Stripe knows: its things by id, and every event that a change makes, oldest first. */
export class StripeWorld {
  readonly things = new Map<string, Thing>();
  readonly events: Thing[] = [];
  private count = 0;

  constructor(
    readonly version: string,
    private readonly now: () => Date,
  ) {}

  id(prefix: string): string {
    this.count += 1;
    return `${prefix}_3Q${String(this.count).padStart(20, '0')}`;
  }

  get seconds(): number {
    return Math.floor(this.now().getTime() / 1_000);
  }

  put<T extends Thing>(thing: T): T {
    this.things.set(thing.id, thing);
    return thing;
  }

  get(id: string): Thing {
    const thing = this.things.get(id);
    if (!thing) throw new StripeRefusal(404, 'resource_missing');
    return thing;
  }

  all(object: string): Thing[] {
    return [...this.things.values()].filter((thing) => thing['object'] === object).reverse();
  }

  tell(type: string, object: Thing, account: string | null = null): void {
    const { version, seconds: created } = this;
    this.events.push(shapes.event(this.id('evt'), { type, created, object, account, version }));
  }

  /** A person enters a card into a form; it works until something else is said of it. */
  enter(setupId: string, card: { readonly month?: number; readonly year?: number } = {}): Thing {
    const setup = this.get(setupId);
    const method = this.put(
      shapes.paymentMethod(this.id('pm'), {
        created: this.seconds,
        customer: setup['customer'] as string,
        month: card.month ?? 12,
        year: card.year ?? 2030,
      }),
    );
    Object.assign(setup, { status: 'succeeded', payment_method: method.id });
    this.tell('setup_intent.succeeded', setup);
    this.tell('payment_method.attached', method);
    return method;
  }

  /** The bank answers so from now on when the card is charged without its owner; null: it pays. */
  readonly refuses = new Map<string, string | null>();

  /** A saved card is charged without its owner. */
  charge(intentId: string, methodId: string): Thing {
    const [intent, method] = [this.get(intentId), this.get(methodId)];
    if (intent['status'] === 'succeeded' || intent['status'] === 'canceled')
      throw new StripeRefusal(400, 'payment_intent_unexpected_state');
    if (method['customer'] === null || method['customer'] !== intent['customer'])
      throw new StripeRefusal(400, 'payment_method_unexpected_state');
    const code = this.refuses.get(methodId) ?? null;
    if (code !== null) {
      this.decline(intentId, code);
      throw new StripeRefusal(402, code === 'authentication_required' ? code : 'card_declined', 'card_error', {
        decline_code: code,
        payment_intent: intent,
      });
    }
    this.pay(intentId);
    return intent;
  }

  /** The bank has issued the card anew. */
  renew(methodId: string, year: number): void {
    const method = this.get(methodId);
    Object.assign(method['card'] as object, { exp_year: year });
    this.tell('payment_method.automatically_updated', method);
  }

  /** A customer is deleted, and the cards that it has kept with it. */
  forget(customerId: string): object {
    this.get(customerId);
    this.things.delete(customerId);
    for (const method of this.all('payment_method').filter(({ customer }) => customer === customerId)) {
      method['customer'] = null;
      this.tell('payment_method.detached', method);
    }
    return { id: customerId, object: 'customer', deleted: true };
  }

  /** A person pays with a card that works. */
  pay(intentId: string): void {
    const intent = this.get(intentId);
    if (intent['status'] === 'succeeded' || intent['status'] === 'canceled')
      throw new StripeRefusal(400, 'payment_intent_unexpected_state');
    const [amount, currency] = [intent['amount'] as number, intent['currency'] as string];
    const { destination } = intent['transfer_data'] as { destination: string };
    const created = this.seconds;
    const [chargeId, transferId, balanceId] = [this.id('ch'), this.id('tr'), this.id('txn')];
    this.put(
      shapes.balanceTransaction(balanceId, {
        amount,
        fee: FEE(amount),
        currency,
        source: chargeId,
        type: 'charge',
        created,
      }),
    );
    this.put(
      shapes.transfer(transferId, {
        amount,
        currency,
        created,
        destination,
        group: intent['transfer_group'] as string,
      }),
    );
    const charge = this.put(
      shapes.charge(chargeId, {
        amount,
        currency,
        created,
        intent: intentId,
        transfer: transferId,
        balance: balanceId,
        account: destination,
      }),
    );
    Object.assign(intent, {
      status: 'succeeded',
      amount_received: amount,
      latest_charge: chargeId,
      last_payment_error: null,
    });
    this.tell('charge.succeeded', charge);
    this.tell('payment_intent.succeeded', intent);
  }

  cancel(intentId: string): Thing {
    const intent = this.get(intentId);
    if (intent['status'] === 'succeeded' || intent['status'] === 'canceled')
      throw new StripeRefusal(400, 'payment_intent_unexpected_state');
    Object.assign(intent, { status: 'canceled', canceled_at: this.seconds });
    this.tell('payment_intent.canceled', intent);
    return intent;
  }

  /** A person tries with a card that is refused. */
  decline(intentId: string, code = 'insufficient_funds'): void {
    const intent = this.get(intentId);
    Object.assign(intent, {
      status: 'requires_payment_method',
      last_payment_error: {
        type: 'card_error',
        code: 'card_declined',
        decline_code: code,
        message: 'Your card was declined.',
      },
    });
    this.tell('payment_intent.payment_failed', intent);
  }

  /** Left of a payment for refunds and disputes. */
  leftOf(chargeId: string): number {
    const charge = this.get(chargeId);
    const disputed = this.all('dispute')
      .filter(
        (one) =>
          one['charge'] === chargeId && ['needs_response', 'under_review', 'lost'].includes(one['status'] as string),
      )
      .reduce((sum, one) => sum + (one['amount'] as number), 0);
    return (charge['amount'] as number) - (charge['amount_refunded'] as number) - disputed;
  }

  refund(intentId: string, amount: number | null, metadata: object, reverse: boolean): Thing {
    const intent = this.get(intentId);
    const charge = this.get((intent['latest_charge'] as string | null) ?? 'none');
    const left = this.leftOf(charge.id);
    if (left === 0) throw new StripeRefusal(400, 'charge_already_refunded');
    const sum = amount ?? left;
    if (sum > left) throw new StripeRefusal(400, 'amount_too_large');
    if (reverse) this.reverse(charge['transfer'] as string, sum, {});
    const refund = this.put(
      shapes.refund(this.id('re'), {
        amount: sum,
        currency: charge['currency'] as string,
        created: this.seconds,
        intent: intentId,
        charge: charge.id,
        metadata,
      }),
    );
    charge['amount_refunded'] = (charge['amount_refunded'] as number) + sum;
    charge['refunded'] = charge['amount_refunded'] === charge['amount'];
    this.tell('refund.created', refund);
    this.tell('charge.refunded', charge);
    return refund;
  }

  /** The bank of the card did not take it: the money is back. */
  failRefund(refundId: string): void {
    const refund = this.get(refundId);
    if (refund['status'] !== 'succeeded') return;
    const charge = this.get(refund['charge'] as string);
    charge['amount_refunded'] = (charge['amount_refunded'] as number) - (refund['amount'] as number);
    Object.assign(refund, { status: 'failed', failure_reason: 'expired_or_canceled_card' });
    this.tell('refund.failed', refund);
  }

  reverse(transferId: string, amount: number, metadata: object): Thing {
    const transfer = this.get(transferId);
    const reversed = (transfer['amount_reversed'] as number) + amount;
    if (reversed > (transfer['amount'] as number)) throw new StripeRefusal(400, 'amount_too_large');
    const reversal: Thing = {
      id: this.id('trr'),
      object: 'transfer_reversal',
      amount,
      transfer: transferId,
      metadata,
      created: this.seconds,
    };
    transfer['amount_reversed'] = reversed;
    transfer['reversed'] = reversed === transfer['amount'];
    (transfer['reversals'] as { data: Thing[] }).data.unshift(reversal);
    return reversal;
  }

  /** The payer calls it back at their bank; null where nothing is left to dispute. */
  dispute(intentId: string, { amount, inquiry = false }: { amount?: number; inquiry?: boolean } = {}): Thing | null {
    const intent = this.get(intentId);
    if (intent['status'] !== 'succeeded') return null;
    const charge = this.get(intent['latest_charge'] as string);
    const sum = Math.min(amount ?? Infinity, this.leftOf(charge.id));
    if (sum <= 0) return null;
    const currency = charge['currency'] as string;
    const dispute = this.put(
      shapes.dispute(this.id('dp'), {
        amount: sum,
        currency,
        created: this.seconds,
        intent: intentId,
        charge: charge.id,
        status: inquiry ? 'warning_needs_response' : 'needs_response',
      }),
    );
    charge['disputed'] = true;
    this.tell('charge.dispute.created', dispute);
    if (inquiry) return dispute;
    (dispute['balance_transactions'] as Thing[]).push(
      shapes.balanceTransaction(this.id('txn'), {
        amount: -sum,
        fee: 1_500,
        currency,
        source: dispute.id,
        type: 'adjustment',
        created: this.seconds,
      }),
    );
    this.tell('charge.dispute.funds_withdrawn', dispute);
    return dispute;
  }

  close(disputeId: string, outcome: 'won' | 'lost'): void {
    const dispute = this.get(disputeId);
    if (dispute['status'] === 'won' || dispute['status'] === 'lost') return;
    const inquiry = String(dispute['status']).startsWith('warning');
    dispute['status'] = inquiry ? 'warning_closed' : outcome;
    this.tell('charge.dispute.closed', dispute);
    if (outcome !== 'won' || inquiry) return;
    (dispute['balance_transactions'] as Thing[]).push(
      shapes.balanceTransaction(this.id('txn'), {
        amount: dispute['amount'] as number,
        fee: 0,
        currency: dispute['currency'] as string,
        source: dispute.id,
        type: 'adjustment',
        created: this.seconds,
      }),
    );
    this.tell('charge.dispute.funds_reinstated', dispute);
  }

  /** The form of an account is whole, and Stripe takes cards for it; or does not any more. */
  enable(accountId: string, takes = true): void {
    const account = this.get(accountId);
    const state = takes ? 'active' : 'inactive';
    Object.assign(account, {
      charges_enabled: takes,
      payouts_enabled: takes,
      details_submitted: true,
      capabilities: { card_payments: state, transfers: state },
      requirements: {
        ...(account['requirements'] as object),
        currently_due: takes ? [] : ['external_account'],
        disabled_reason: takes ? null : 'requirements.past_due',
      },
    });
    this.tell('account.updated', account, accountId);
  }

  payOut(accountId: string, amount: number, status = 'paid'): Thing {
    const payout = this.put({
      ...shapes.payout(this.id('po'), { amount, currency: 'rub', created: this.seconds, status }),
      of: accountId,
    } as Thing);
    this.tell(`payout.${status}`, payout, accountId);
    return payout;
  }
}
