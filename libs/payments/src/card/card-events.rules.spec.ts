import { subjectOf } from './card-events.rules.js';

test.each([
  ['payment_intent.succeeded', { id: 'pi_1' }, null, { of: 'payment', id: 'pi_1' }],
  ['charge.refunded', { id: 'ch_1', payment_intent: 'pi_1' }, null, { of: 'payment', id: 'pi_1' }],
  ['charge.dispute.closed', { id: 'dp_1', payment_intent: { id: 'pi_1' } }, null, { of: 'payment', id: 'pi_1' }],
  ['refund.updated', { id: 're_1', payment_intent: 'pi_1' }, null, { of: 'payment', id: 'pi_1' }],
  ['charge.succeeded', { id: 'ch_1', payment_intent: null }, null, null],
  ['account.updated', { id: 'acct_1' }, 'acct_1', { of: 'account', id: 'acct_1' }],
  ['payout.paid', { id: 'po_1' }, 'acct_1', { of: 'payout', id: 'po_1', account: 'acct_1' }],
  ['payout.paid', { id: 'po_1' }, null, null],
  ['setup_intent.succeeded', { id: 'seti_1' }, null, { of: 'setup', id: 'seti_1' }],
  ['payment_method.detached', { id: 'pm_1' }, null, { of: 'method', id: 'pm_1' }],
  ['customer.created', { id: 'cus_1' }, null, null],
])('%s of %j tells of %j', (type, object, account, subject) => {
  expect(subjectOf(type, object, account)).toEqual(subject);
});
