/** Things of Stripe in the shape in which its live mode sends them, of the pinned version; what nothing here looks at is as empty as Stripe sends it. */
export type Thing = Record<string, unknown> & { id: string };

export const balanceTransaction = (
  id: string,
  said: { amount: number; fee: number; currency: string; source: string; type: string; created: number },
): Thing => ({
  object: 'balance_transaction',
  available_on: said.created + 172_800,
  balance_type: 'payments',
  description: null,
  exchange_rate: null,
  fee_details:
    said.fee === 0
      ? []
      : [
          {
            amount: said.fee,
            application: null,
            currency: said.currency,
            description: 'Stripe processing fees',
            type: 'stripe_fee',
          },
        ],
  net: said.amount - said.fee,
  reporting_category: said.type === 'adjustment' ? 'dispute' : said.type,
  status: 'pending',
  ...said,
  id,
});

export const paymentIntent = (
  id: string,
  said: {
    amount: number;
    currency: string;
    created: number;
    account: string;
    description: string;
    metadata: object;
    group: string;
  },
): Thing => ({
  id,
  object: 'payment_intent',
  amount: said.amount,
  allowed_payment_method_types: ['card'],
  amount_capturable: 0,
  amount_details: { tip: {} },
  amount_received: 0,
  application: null,
  application_fee_amount: null,
  automatic_payment_methods: null,
  canceled_at: null,
  cancellation_reason: null,
  capture_method: 'automatic_async',
  client_secret: `${id}_secret_${id.slice(-8)}`,
  confirmation_method: 'automatic',
  created: said.created,
  currency: said.currency,
  customer: null,
  description: said.description,
  last_payment_error: null,
  latest_charge: null,
  livemode: true,
  metadata: said.metadata,
  next_action: null,
  on_behalf_of: said.account,
  payment_method: null,
  payment_method_configuration_details: null,
  payment_method_options: {
    card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
  },
  payment_method_types: ['card'],
  processing: null,
  receipt_email: null,
  review: null,
  setup_future_usage: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  status: 'requires_payment_method',
  transfer_data: { destination: said.account },
  transfer_group: said.group,
});

export const customer = (id: string, said: { created: number; metadata: object }): Thing => ({
  id,
  object: 'customer',
  address: null,
  balance: 0,
  created: said.created,
  currency: null,
  default_source: null,
  delinquent: false,
  description: null,
  discount: null,
  email: null,
  invoice_prefix: id.slice(-8).toUpperCase(),
  invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
  livemode: true,
  metadata: said.metadata,
  name: null,
  phone: null,
  preferred_locales: [],
  shipping: null,
  tax_exempt: 'none',
  test_clock: null,
});

export const setupIntent = (id: string, said: { created: number; customer: string; metadata: object }): Thing => ({
  id,
  object: 'setup_intent',
  allowed_payment_method_types: ['card'],
  application: null,
  automatic_payment_methods: null,
  cancellation_reason: null,
  client_secret: `${id}_secret_${id.slice(-8)}`,
  created: said.created,
  customer: said.customer,
  description: null,
  excluded_payment_method_types: null,
  flow_directions: null,
  last_setup_error: null,
  latest_attempt: null,
  livemode: true,
  mandate: null,
  metadata: said.metadata,
  next_action: null,
  on_behalf_of: null,
  payment_method: null,
  payment_method_configuration_details: null,
  payment_method_options: { card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' } },
  payment_method_types: ['card'],
  single_use_mandate: null,
  status: 'requires_payment_method',
  usage: 'off_session',
});

export const paymentMethod = (
  id: string,
  said: { created: number; customer: string; month: number; year: number },
): Thing => ({
  id,
  object: 'payment_method',
  allow_redisplay: 'unspecified',
  billing_details: {
    address: { city: null, country: 'KZ', line1: null, line2: null, postal_code: null, state: null },
    email: null,
    name: null,
    phone: null,
    tax_id: null,
  },
  card: {
    brand: 'visa',
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: 'KZ',
    display_brand: 'visa',
    exp_month: said.month,
    exp_year: said.year,
    fingerprint: 'Xt5EWLLDS7FJjR1c',
    funding: 'credit',
    generated_from: null,
    last4: '4242',
    networks: { available: ['visa'], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  },
  created: said.created,
  customer: said.customer,
  livemode: true,
  metadata: {},
  type: 'card',
});

export const charge = (
  id: string,
  said: {
    amount: number;
    currency: string;
    created: number;
    intent: string;
    transfer: string;
    balance: string;
    account: string;
  },
): Thing => ({
  id,
  object: 'charge',
  amount: said.amount,
  amount_captured: said.amount,
  amount_refunded: 0,
  application: null,
  application_fee: null,
  application_fee_amount: null,
  balance_transaction: said.balance,
  billing_details: {
    address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
    email: null,
    name: null,
    phone: null,
    tax_id: null,
  },
  calculated_statement_descriptor: 'LEPTA',
  captured: true,
  created: said.created,
  currency: said.currency,
  customer: null,
  description: null,
  destination: said.account,
  dispute: null,
  disputed: false,
  failure_balance_transaction: null,
  failure_code: null,
  failure_message: null,
  fraud_details: {},
  livemode: true,
  metadata: {},
  on_behalf_of: said.account,
  outcome: {
    network_status: 'approved_by_network',
    reason: null,
    risk_level: 'normal',
    seller_message: 'Payment complete.',
    type: 'authorized',
  },
  paid: true,
  payment_intent: said.intent,
  payment_method: `pm_${id.slice(3)}`,
  payment_method_details: {
    card: {
      brand: 'visa',
      country: 'KZ',
      exp_month: 4,
      exp_year: 2030,
      funding: 'debit',
      last4: '4242',
      network: 'visa',
      wallet: null,
    },
    type: 'card',
  },
  receipt_email: null,
  receipt_number: null,
  receipt_url: null,
  refunded: false,
  review: null,
  shipping: null,
  source_transfer: null,
  status: 'succeeded',
  transfer: said.transfer,
  transfer_data: { amount: null, destination: said.account },
  transfer_group: null,
});

export const transfer = (
  id: string,
  said: {
    amount: number;
    currency: string;
    created: number;
    destination: string;
    group: string | null;
    metadata?: object;
  },
): Thing => ({
  id,
  object: 'transfer',
  amount: said.amount,
  amount_reversed: 0,
  balance_transaction: `txn_${id.slice(3)}`,
  created: said.created,
  currency: said.currency,
  description: null,
  destination: said.destination,
  destination_payment: `py_${id.slice(3)}`,
  livemode: true,
  metadata: said.metadata ?? {},
  reversals: { object: 'list', data: [], has_more: false, total_count: 0, url: `/v1/transfers/${id}/reversals` },
  reversed: false,
  source_transaction: null,
  source_type: 'card',
  transfer_group: said.group,
});

export const refund = (
  id: string,
  said: { amount: number; currency: string; created: number; intent: string; charge: string; metadata: object },
): Thing => ({
  id,
  object: 'refund',
  amount: said.amount,
  balance_transaction: `txn_${id.slice(3)}`,
  charge: said.charge,
  created: said.created,
  currency: said.currency,
  destination_details: {
    card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
    type: 'card',
  },
  metadata: said.metadata,
  payment_intent: said.intent,
  reason: 'requested_by_customer',
  receipt_number: null,
  source_transfer_reversal: null,
  status: 'succeeded',
  transfer_reversal: null,
});

export const dispute = (
  id: string,
  said: { amount: number; currency: string; created: number; intent: string; charge: string; status: string },
): Thing => ({
  id,
  object: 'dispute',
  amount: said.amount,
  balance_transactions: [],
  charge: said.charge,
  created: said.created,
  currency: said.currency,
  enhanced_eligibility_types: [],
  evidence: {},
  evidence_details: {
    due_by: said.created + 777_600,
    has_evidence: false,
    past_due: false,
    submission_count: 0,
    enhanced_eligibility: {},
  },
  is_charge_refundable: false,
  livemode: true,
  metadata: {},
  payment_intent: said.intent,
  payment_method_details: {
    card: { brand: 'visa', case_type: 'chargeback', network_reason_code: '10.4' },
    type: 'card',
  },
  reason: 'fraudulent',
  status: said.status,
});

export const payout = (
  id: string,
  said: { amount: number; currency: string; created: number; status: string },
): Thing => ({
  id,
  object: 'payout',
  application_fee: null,
  application_fee_amount: null,
  arrival_date: said.created + 172_800,
  automatic: true,
  balance_transaction: `txn_${id.slice(3)}`,
  description: 'STRIPE PAYOUT',
  destination: 'ba_1',
  failure_balance_transaction: null,
  failure_code: null,
  failure_message: null,
  livemode: true,
  metadata: {},
  method: 'standard',
  original_payout: null,
  reconciliation_status: 'completed',
  reversed_by: null,
  source_type: 'card',
  statement_descriptor: null,
  trace_id: null,
  type: 'bank_account',
  ...said,
});

export const account = (id: string, said: { country: string; created: number; metadata: object }): Thing => ({
  id,
  object: 'account',
  business_profile: { mcc: null, name: null, url: null },
  business_type: 'non_profit',
  capabilities: { card_payments: 'inactive', transfers: 'inactive' },
  charges_enabled: false,
  controller: {
    fees: { payer: 'application_express' },
    is_controller: true,
    losses: { payments: 'application' },
    requirement_collection: 'stripe',
    stripe_dashboard: { type: 'express' },
    type: 'application',
  },
  country: said.country,
  created: said.created,
  default_currency: 'rub',
  details_submitted: false,
  email: null,
  external_accounts: {
    object: 'list',
    data: [],
    has_more: false,
    total_count: 0,
    url: `/v1/accounts/${id}/external_accounts`,
  },
  metadata: said.metadata,
  payouts_enabled: false,
  requirements: {
    alternatives: [],
    current_deadline: null,
    currently_due: ['business_profile.url', 'external_account', 'representative.dob.day', 'tos_acceptance.date'],
    disabled_reason: 'requirements.past_due',
    errors: [],
    eventually_due: [],
    past_due: [],
    pending_verification: [],
  },
  type: 'express',
});

export const event = (
  id: string,
  said: { type: string; created: number; object: Thing; account: string | null; version: string },
): Thing => ({
  id,
  object: 'event',
  ...(said.account === null ? {} : { account: said.account }),
  api_version: said.version,
  created: said.created,
  data: { object: structuredClone(said.object) },
  livemode: true,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
  type: said.type,
});
