import { paymentCode, paymentFor, type Recipient } from './payment.rules.js';

const account = { bik: '041012999', number: '40703810900000000001', bankName: 'ДЕМО-БАНК', correspondent: '30101810600000000999' };
const recipient: Recipient = { name: 'АНО «Пример|помощи»', status: 'verified', inn: '2899000017', kpp: null, account };
const id = '0192f0c1-2b3c-7d4e-8f50-0123456789ab';

test('a code is the same for a match and another for the next', () => {
  expect(paymentCode(id)).toMatch(/^LP-[0-9A-HJKMNP-TV-Z]{6}$/);
  expect(paymentCode(id)).toBe(paymentCode(id));
  expect(paymentCode('0192f0c1-2b3c-7d4e-8f50-0123456789ac')).not.toBe(paymentCode(id));
  expect(paymentCode('0192f0c1-2b3c-7d4e-8f50-ffffffffffff')).toBe('LP-ZZZZZZ');
});

test('the picture says what the page says, and a name cannot end its field', () => {
  const payment = paymentFor(id, 150_000, recipient);
  expect(payment).toMatchObject({ recipient: recipient.name, account, amount: 150_000, purpose: `Благотворительное пожертвование ${paymentCode(id)}` });
  expect(payment?.qr).toBe(`ST00012|Name=АНО «Пример помощи»|PersonalAcc=40703810900000000001|BankName=ДЕМО-БАНК|BIC=041012999|CorrespAcc=30101810600000000999|PayeeINN=2899000017|Purpose=${payment?.purpose}|Sum=150000`);
});

test.each<[string, Partial<Recipient>]>([['suspended', { status: 'suspended' }], ['returned', { status: 'returned' }], ['without an account', { account: null }]])('nobody pays to an organization that is %s', (_name, change) => {
  expect(paymentFor(id, 100, { ...recipient, ...change })).toBeNull();
});
