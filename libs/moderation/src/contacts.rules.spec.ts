import { findCards, findEmails, findLinks, findPersonalAccounts, findPhones, passesLuhn } from './contacts.rules.js';

test.each([
  ['4111111111111111', true],
  ['4111111111111112', false],
  ['5555555555554444', true],
  ['2200000000000004', true],
])('Luhn of %s is %s', (digits, valid) => expect(passesLuhn(digits)).toBe(valid));

test.each([
  'Переведите на карту 4111 1111 1111 1111, пожалуйста',
  'карта 4111111111111111',
  'карта 5555-5555-5555-4444.',
  'карта 5555\u00a05555\u00a05555\u00a04444',
  'Нужно 5 4111 1111 1111 1111',
  '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
  'мамина: 41111111 11111111',
])('a card is seen in «%s»', (text) => expect(findCards(text)).toHaveLength(1));

test.each([
  ['the check digit is wrong', 'карта 4111 1111 1111 1112'],
  ['an OGRN', 'ОГРН 1992800000015, ОГРН 1027700132195'],
  ['an OGRN of an entrepreneur', 'ОГРНИП 304500116000157'],
  ['INN and KPP', 'ИНН 2899000017 КПП 280101001'],
  ['a bank account', 'счёт 40703810900000000001, корр. 30101810600000000999'],
  ['a bank account in groups', 'счёт 4070 3810 9000 0000 0001 и 40703 810 9 0000 0000001'],
  ['a sum in threes', 'бюджет 4 111 111 111 111 111 рублей'],
  ['years', 'отчёты за 2015 2016 2017 2018 и 2012–2013–2014–2015'],
  ['one digit repeated', 'образец 0000 0000 0000 0000 и 4444444444444444'],
  ['a first digit of no payment network', '9111111111111111'],
])('no card is seen in %s', (_what, text) => expect(findCards(text)).toEqual([]));

test('a card number is never copied out whole', () => {
  expect(findCards('карта 4111 1111 1111 1111')[0]?.masked).toBe('4111 •••• 1111');
});

test.each([
  '+7 914 555-12-34',
  '8 (914) 555-12-34',
  '89145551234',
  '+79145551234',
  '8-914-555-12-34',
  '8 914 5551234',
  '8 (4162) 52-34-56',
  '+7 (4162) 523-456',
  '79145551234',
  '8.914.555.12.34',
  '914 555-12-34',
  '8 9 1 4 5 5 5 1 2 3 4',
  '8 800 555-35-35',
  '+7 914 55 51 234',
])('the phone %s is seen', (phone) => expect(findPhones(`Звоните: ${phone}, спасибо`)).toHaveLength(1));

test.each([
  ['an INN', 'ИНН 2899000017 и 2801031100'],
  ['an INN of a person', 'ИНН 289900000101, 289900000278'],
  ['an OGRN', 'ОГРН 1992800000015'],
  ['a sum in threes', 'нужно 89 145 551 234 рубля и 8 914 555 рублей'],
  ['a sum without spaces', '89145551234 руб.'],
  ['a range of sums', 'от 8 400 000 до 8 500 000, 8 400 000–8 500 000 ₽'],
  ['a count', '8 900 комплектов, 500 наборов, 12 коробок'],
  ['a date with a time', '8.12.2025 14.30 и 08.12.2025 09:00–18:00'],
  ['hours of work', 'с 8.30–19.45, перерыв 12.00–13.00'],
  ['a bank account', '40703810900000000001'],
  ['a card', '4111 1111 1111 1111'],
  ['an OKTMO and a postcode', 'ОКТМО 10538000, 676560'],
])('no phone is seen in %s', (_what, text) => expect(findPhones(text)).toEqual([]));

test('a phone beside words about a transfer weighs more than a phone for questions', () => {
  expect(findPhones('Перевод на номер 8 914 555-12-34')[0]?.forTransfer).toBe(true);
  expect(findPhones('Вопросы о сборе вещей: 8 914 555-12-34')[0]?.forTransfer).toBe(false);
});

test('an account of a private person is seen, that of an organization is not', () => {
  expect(findPersonalAccounts('р/с 40817810900000000001')).toHaveLength(1);
  expect(findPersonalAccounts('р/с 40817 810 9 0000 0000001')).toHaveLength(1);
  expect(findPersonalAccounts('р/с 40703810900000000001')).toEqual([]);
});

test('addresses and links are seen; abbreviations with points are not', () => {
  expect(findEmails('Пишите на sbor@example.org или помощь@пример.рф')).toHaveLength(2);
  expect(findLinks('t.me/sbor, https://example.org/x и www.example.org')).toHaveLength(3);
  expect(findLinks('с. Ромны, ул. Советская, д. 5, т.е. рядом с домом культуры')).toEqual([]);
  expect(findEmails('цена @ 50 рублей')).toEqual([]);
});

test.each([
  ['https://example.org/stipends, и ещё', 'https://example.org/stipends'],
  ['Пишите на www.example.org.', 'www.example.org'],
  ['(см. https://example.org/a);', 'https://example.org/a'],
  ['https://example.org/a_(b)!', 'https://example.org/a_(b)'],
  ['https://example.org/?q=1,2…', 'https://example.org/?q=1,2'],
  ['t.me/sbor.', 't.me/sbor'],
])('the link in «%s» ends where its address ends', (text, address) => {
  expect(findLinks(text).map(({ at, length }) => text.slice(at, at + length))).toEqual([address]);
});
