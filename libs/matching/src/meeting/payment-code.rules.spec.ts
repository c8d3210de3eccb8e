import fc from 'fast-check';
import { CROCKFORD_SYMBOLS } from '#kernel';
import { findPaymentCodes, paymentCodeOf, readPaymentCode } from './payment-code.rules.js';

const CODE = paymentCodeOf('7K3F9TRB');
const data = fc
  .array(fc.constantFrom(...CROCKFORD_SYMBOLS), { minLength: 8, maxLength: 8 })
  .map((symbols) => symbols.join(''));
const plain = (code: string): string => code.slice(3).replaceAll('-', '');

test('a code is eight random symbols and their check', () => {
  expect(CODE).toMatch(/^LP-7K3F-9TRB-[0-9A-HJKMNP-TV-Z]$/);
  expect(paymentCodeOf('00000000')).toBe('LP-0000-0000-0');
});

test('every single wrong symbol and every swap of neighbours is found out', () => {
  fc.assert(
    fc.property(data, fc.nat(8), fc.constantFrom(...CROCKFORD_SYMBOLS), (symbols, at, other) => {
      const whole = plain(paymentCodeOf(symbols));
      const wrong = whole.slice(0, at) + other + whole.slice(at + 1);
      if (wrong !== whole) expect(readPaymentCode(wrong)).toBeNull();
      const swapped = at < 8 ? whole.slice(0, at) + whole[at + 1] + whole[at] + whole.slice(at + 2) : whole;
      if (swapped !== whole) expect(readPaymentCode(swapped)).toBeNull();
    }),
  );
});

test.each<[purpose: string]>([
  [`Пожертвование ${CODE} без НДС`],
  [`пожертвование ${CODE.toLowerCase()}. Без НДС`],
  [`Код ${CODE.replaceAll('-', ' ')}`],
  [`Код ${CODE.replaceAll('-', '')}, НДС не облагается`],
  [`Код: ${CODE.replace('LP', 'ЛП').replace('K', 'К').replace('B', 'В').replace('T', 'Т').replace('R', 'R')}`],
  [`Код:LР-${CODE.slice(3)}`],
  [`НКО помощь//${CODE}//`],
  [`LLP ${CODE}`],
  [`ОТ LP-LP-${CODE}`],
])('the code stands in «%s»', (purpose) => {
  expect(findPaymentCodes(purpose)).toEqual({ exact: [CODE], mended: [] });
});

test('a mistyped code is found among what it may have been, a code too short is none', () => {
  const wrong = CODE.replace('7', '1');
  expect(findPaymentCodes(`Дар ${wrong}`)).toMatchObject({ exact: [], mended: expect.arrayContaining([CODE]) });
  expect(findPaymentCodes(`Дар ${CODE.replace('7K', 'K7')}`).mended).toContain(CODE);
  expect(findPaymentCodes('Оплата по счёту 17 LP-12')).toEqual({ exact: [], mended: [] });
  expect(findPaymentCodes('')).toEqual({ exact: [], mended: [] });
  const words = ['LP-1111-1111-2', 'LP-2222-2222-3', 'LP-3333-3333-4'].join(' ');
  expect(findPaymentCodes(`${words} ${wrong}`).mended).not.toContain(CODE); // the fourth that is wrong
  expect(findPaymentCodes(`${'Дар '.repeat(53)}${CODE}`)).toEqual({ exact: [], mended: [] }); // behind the end of a purpose line
});

test('two codes in one transfer are both told', () => {
  const other = paymentCodeOf('ZZZZZZZZ');
  expect(findPaymentCodes(`${CODE}, ${other}`).exact).toEqual([CODE, other]);
});

test.each(['', 'LP-', '!!!', 'LP-7K3F-9TRB-44', 'х'.repeat(500)])('«%s» is no code', (text) =>
  expect(readPaymentCode(text)).toBeNull(),
);
