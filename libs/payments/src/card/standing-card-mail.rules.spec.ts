import { cardName, endingLetter, refusedLetter } from './standing-card-mail.rules.js';

const charge = {
  card: 'Visa •• 4242',
  amount: '500 ₽',
  title: 'Дрова на зиму',
  organization: '«Тепло»',
  until: '20 марта',
};

test.each([
  [
    'ru',
    'insufficient_funds',
    '14 марта',
    /^Денег не списали.*500 ₽.*Visa •• 4242.*не хватает денег.*ещё раз 14 марта.*20 марта/s,
  ],
  ['ru', 'authentication_required', null, /подтвердили вы сами.*больше пробовать не будем.*не сорванное обещание/s],
  ['en', 'expired_card', null, /^Nothing was charged.*has expired.*not tried again.*no promise is broken/s],
] as const)(
  'a refused charge in %s, %s: where the money is, why, and what happens next',
  (locale, why, again, said) => {
    const { subject, body } = refusedLetter({ ...charge, why, again }, locale);
    expect(body.replace(/\u00a0/g, ' ')).toMatch(said);
    expect(subject).not.toMatch(/500/);
  },
);

test('the end of a card is told before and after it', () => {
  expect(endingLetter({ card: 'Visa •• 4242', end: '03/26', past: false }, 'ru').subject).toMatch(/скоро/);
  expect(endingLetter({ card: 'Visa •• 4242', end: '03/26', past: true }, 'en').subject).toMatch(/has expired/);
});

test('a card is called by its brand and last digits', () => {
  expect([cardName('visa', '4242'), cardName('unknown', '4242'), cardName(null, null)]).toEqual([
    'Visa •• 4242',
    '•• 4242',
    '•• ····',
  ]);
});
