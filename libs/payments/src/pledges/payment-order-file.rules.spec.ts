import iconv from 'iconv-lite';
import { orderGaps, paymentOrderFile, type OrderedPayment } from './payment-order-file.rules.js';

const order: OrderedPayment = {
  payer: { name: 'ООО «Проверка»', inn: '2801000000', kpp: null },
  account: {
    number: '40702810900000000001',
    bankName: 'ДЕМО-БАНК',
    bik: '041012999',
    correspondent: '30101810600000000999',
  },
  payee: {
    name: '«Тепло\r\nРасчСчет=1',
    account: '40703810900000000001',
    bankName: 'ДЕМО-БАНК',
    bik: '041012999',
    correspondent: '30101810600000000999',
    inn: '2899000017',
    kpp: '280101001',
  },
  amount: 150_005,
  purpose: `Пожертвование LP-7K3F-9TRB-3 ${'на дрова '.repeat(40)}`,
  day: '2026-03-09',
};
const linesOf = (one: OrderedPayment): string[] =>
  iconv.decode(Buffer.from(paymentOrderFile(one)), 'win1251').split('\r\n');

test('a payment order has the sum to the kopeck, both sides and the code, each in a line of its own', () => {
  const lines = linesOf(order);
  expect(lines[0]).toBe('1CClientBankExchange');
  expect(lines).toEqual(
    expect.arrayContaining([
      'Сумма=1500.05',
      'Дата=09.03.2026',
      'ПлательщикСчет=40702810900000000001',
      'ПлательщикРасчСчет=40702810900000000001',
      'ПлательщикБИК=041012999',
      'РасчСчет=40702810900000000001',
      'ПлательщикИНН=2801000000',
      'ПолучательРасчСчет=40703810900000000001',
      'ПолучательСчет=40703810900000000001',
      'Получатель=«Тепло РасчСчет=1',
      'ПолучательКПП=280101001',
      'КонецДокумента',
      'КонецФайла',
    ]),
  );
  const purpose = lines.find((line) => line.startsWith('НазначениеПлатежа='))!;
  expect(purpose).toContain('LP-7K3F-9TRB-3');
  expect(purpose.length - 'НазначениеПлатежа='.length).toBeLessThanOrEqual(210);
});

test('whose account is not known is said beside the file', () => {
  expect([orderGaps(null), orderGaps(order.account)]).toEqual([['account'], []]);
});

test('what is not known is left out, and kopecks are never lost', () => {
  const lines = linesOf({ ...order, account: null, amount: 7 });
  expect(lines).toContain('Сумма=0.07');
  expect(
    lines.filter((line) => /^(РасчСчет|ПлательщикСчет|ПлательщикРасчСчет|ПлательщикКПП|ПлательщикБИК)=/.test(line)),
  ).toEqual([]);
  expect(linesOf({ ...order, amount: 100_000_000 })).toContain('Сумма=1000000.00');
});
