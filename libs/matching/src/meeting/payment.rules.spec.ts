import { readPaymentCode } from './payment-code.rules.js';
import { idEndOf, paymentCode, paymentFor, purposeLine, type Recipient } from './payment.rules.js';

const account = {
  bik: '041012999',
  number: '40703810900000000001',
  bankName: 'ДЕМО-БАНК',
  correspondent: '30101810600000000999',
};
const recipient: Recipient = { name: 'АНО «Пример|помощи»', status: 'verified', inn: '2899000017', kpp: null, account };
const id = '0192f0c1-2b3c-7d4e-8f50-0123456789ab';

test('a code is the same for a match and another for the next', () => {
  expect(paymentCode(id)).toMatch(/^LP-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/);
  expect(readPaymentCode(paymentCode(id))).toBe(paymentCode(id));
  expect(idEndOf(paymentCode(id))).toBe('23456789ab');
  expect(idEndOf(paymentCode('0192f0c1-2b3c-7d4e-8f50-000000000001'))).toBe('0000000001');
  expect(paymentCode(id)).toBe(paymentCode(id));
  expect(paymentCode('0192f0c1-2b3c-7d4e-8f50-0123456789ac')).not.toBe(paymentCode(id));
  expect(paymentCode('0192f0c1-2b3c-7d4e-8f50-ffffffffffff')).toMatch(/^LP-ZZZZ-ZZZZ-/);
});

test('the picture says what the page says, and a name cannot end its field', () => {
  const payment = paymentFor(id, 150_000, recipient);
  expect(payment).toMatchObject({
    recipient: recipient.name,
    account,
    amount: 150_000,
    purpose: `Благотворительное пожертвование ${paymentCode(id)}`,
  });
  expect(payment?.qr).toBe(
    `ST00012#Name=АНО «Пример|помощи»#PersonalAcc=40703810900000000001#BankName=ДЕМО-БАНК#BIC=041012999#CorrespAcc=30101810600000000999#PayeeINN=2899000017#Sum=150000#Purpose=${payment?.purpose}`,
  );
});

test.each<[string, Partial<Recipient>]>([
  ['suspended', { status: 'suspended' }],
  ['returned', { status: 'returned' }],
  ['without an account', { account: null }],
  ['with an empty account', { account: { bik: '', number: '', bankName: '', correspondent: '' } }],
])('nobody pays to an organization that is %s', (_name, change) => {
  expect(paymentFor(id, 100, { ...recipient, ...change })).toBeNull();
});

test('the purpose has at most 160 characters and always its code', () => {
  const line = purposeLine({ number: 1024, title: 'Дрова '.repeat(60) }, 'LP-7K3F-9TRB-3');
  expect(Array.from(line).length).toBeLessThanOrEqual(160);
  expect(line).toContain('… (нужда № 1024). Код LP-7K3F-9TRB-3. Без НДС');
  expect(purposeLine({ number: 7, title: 'Дрова' }, 'LP-7K3F-9TRB-3')).toBe(
    'Пожертвование на уставную деятельность: Дрова (нужда № 7). Код LP-7K3F-9TRB-3. Без НДС',
  );
});

test('the match of a gift shows the order that the gift has', () => {
  expect(paymentFor(id, 100, recipient, { number: 7, title: 'Дрова' })?.purpose).toBe(
    purposeLine({ number: 7, title: 'Дрова' }, paymentCode(id)),
  );
});
