import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { paymentPayload, paymentText, type PaymentOrder } from './payment-order.rules.js';

const ORDER: PaymentOrder = {
  name: 'АНО «Пример помощи»',
  account: '40703810900000000001',
  bankName: 'ДЕМО-БАНК г. Благовещенск',
  bik: '041012999',
  correspondent: '30101810600000000999',
  inn: '2899000017',
  kpp: '289901001',
  amount: 150_000,
  purpose: 'Пожертвование на уставную деятельность. Код SB-7K3F9. Без НДС',
};
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const payloadOf = (order: Partial<PaymentOrder> = {}): { payload: string; bytes: Uint8Array } => {
  const made = paymentPayload({ ...ORDER, ...order });
  if (!made.ok) throw new Error(made.fault);
  return made;
};

test('the published vector, byte for byte', () => {
  const { payload, bytes } = payloadOf();
  expect([payload.length, bytes.length]).toEqual([261, 343]);
  expect(sha256(bytes)).toBe('2925aa90ab99792b432ba1ae99bdf27c15e3ca84c414ee4dc8edb11482bb2534');
  const old = iconv.encode(payload.replace('ST00012', 'ST00011'), 'win1251');
  expect([old.length, sha256(old)]).toEqual([261, 'ad236794f91ccd1d2cc2baf25faa660087d4e2e8ee467afbe1f0549f9ed84af1']);
});

test('a long name goes to windows-1251, where the longest fits; letters that it does not have are refused', () => {
  const long = payloadOf({ name: 'Ф'.repeat(110) });
  expect(long.payload.startsWith('ST00011|Name=')).toBe(true);
  expect(long.bytes.length).toBe(long.payload.length);
  expect(
    iconv.encode(
      payloadOf({ name: 'Ф'.repeat(300), bankName: 'Б'.repeat(90) }).payload.split('|PayeeINN')[0] ?? '',
      'win1251',
    ),
  ).toHaveLength(8 + 299);
  expect(paymentPayload({ ...ORDER, name: '漢'.repeat(110) })).toEqual({ ok: false, fault: 'payee-too-long' });
});

test('a separator that stands in a value is not used, for any field', () => {
  const { payload } = payloadOf({ purpose: 'Помощь | детям' });
  expect(payload.startsWith('ST00012#Name=')).toBe(true);
  expect(payload.split('#')).toHaveLength(10);
  expect(payloadOf({ purpose: '|#;:^_~' }).payload.split('|')).toHaveLength(10);
});

test('the sum is in kopecks, what is not known is left out, lines become spaces', () => {
  const { payload } = payloadOf({ amount: 5, kpp: null, inn: null, purpose: 'Дар\nдетям' });
  expect(payload).toContain('|Sum=5|');
  expect(payload).toContain('Purpose=Дар детям');
  expect(payload).not.toMatch(/KPP|PayeeINN/);
});

test('as text it is UTF-8 whatever the name, which is cut to what fits', () => {
  expect(paymentText(ORDER)).toBe(payloadOf().payload);
  const [block = ''] = paymentText({ ...ORDER, name: 'Ф'.repeat(160) })
    .replace('ST00012|', '')
    .split('|PayeeINN');
  expect(block).toMatch(/^Name=Ф+\|PersonalAcc=/);
  expect(Buffer.byteLength(block)).toBeLessThanOrEqual(300);
  expect(Buffer.byteLength(block)).toBeGreaterThan(297);
});
