import { askLetter, givenLetter, type StandingGiftNews } from './standing-gift-mail.rules.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const news: StandingGiftNews = {
  amount: '1 000 ₽',
  left: null,
  takeBackUntil: '13 марта, 14:00',
  next: '2026-04-10',
  charge: null,
  link: (verb) => `/standing-link?do=${verb}#t`,
  gifts: [
    { code: 'LP-1', amount: '1 000 ₽', title: 'Дрова', organization: '«Тепло»', why: ['ждут 12 дней', 'закроет всё'] },
  ],
};

test('a date’s letter says where the money goes, why, until when it can be taken back, and what one click does', () => {
  const { subject, body, sections } = givenLetter(news, 'ru');
  expect(subject).not.toMatch(/₽|Дрова/);
  for (const said of [
    '1 000 ₽: «Дрова», «Тепло».',
    '— ждут 12 дней',
    'до 13 марта, 14:00',
    'Следующий раз 10 апреля 2026.',
  ])
    expect(plain(body)).toContain(said);
  expect(sections.map(({ items }) => items.map(({ url }) => url))).toEqual([
    ['take-back&gift=LP-1', 'pause', 'change', 'end'].map((verb) => `/standing-link?do=${verb}#t`),
  ]);
  const [one] = news.gifts as [StandingGiftNews['gifts'][0]];
  const two = givenLetter({ ...news, gifts: [one, { ...one, code: 'LP-2' }], left: '5 ₽', next: null }, 'en');
  expect(two.sections[0]?.items.map(({ url }) => url)).toEqual(['/gifts/LP-1', '/gifts/LP-2']);
  expect(two.body).toMatch(/Nobody can take 5 ₽ more[\s\S]*last time/);
});

test('by a saved card the letter says which one is charged, when, that nothing was charged yet, and how to have it back', () => {
  const byCard = { ...news, charge: { card: 'Visa •• 4242', on: '13 марта' } };
  const { body, button, sections } = givenLetter(byCard, 'ru');
  expect(plain(body)).toMatch(/Спишем с карты Visa •• 4242 13 марта, сегодня ничего не списали/);
  expect(plain(body)).toMatch(/тогда ничего не спишется/);
  expect([button, plain(body).includes('QR')]).toEqual(['Посмотреть', false]);
  expect(sections.flatMap(({ items }) => items.map(({ url }) => url))).toEqual(
    ['take-back&gift=LP-1', 'pause', 'change', 'end', 'remove-card'].map((verb) => `/standing-link?do=${verb}#t`),
  );
  expect(givenLetter(byCard, 'en').body).toMatch(/nothing was charged today/);
});

test('a letter that asks begins with going on', () => {
  for (const locale of ['ru', 'en'] as const)
    expect(askLetter(news, locale).sections[0]?.items.map(({ url }) => url)).toEqual(
      ['resume', 'change', 'end'].map((verb) => `/standing-link?do=${verb}#t`),
    );
});
