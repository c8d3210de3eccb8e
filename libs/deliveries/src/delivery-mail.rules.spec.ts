import { deliveryLetter, DELIVERY_LETTERS } from './delivery-mail.rules.js';

const told = {
  ru: { thing: 'Обогреватели, 6 шт', title: 'Тепло в посёлок', driver: 'Пётр' },
  en: { thing: 'Heaters, 6 pieces', title: 'Warmth for a village', driver: null },
};

test.each(DELIVERY_LETTERS)('both sides read in their language what is %s', (letter) => {
  for (const side of ['donor', 'organization'] as const) {
    const ru = deliveryLetter(letter, side, told, 'ru');
    expect([ru.body.includes('Пётр'), ru.body.includes('Обогреватели, 6 шт для «Тепло в посёлок»')]).toEqual([
      true,
      true,
    ]);
    const en = deliveryLetter(letter, side, told, 'en');
    expect(en.body).toContain('A volunteer driver');
    expect(en.notice.en).toContain('Heaters, 6 pieces for “Warmth for a village”');
  }
});

test('each side is told what it does when the driver comes', () => {
  expect(deliveryLetter('taken', 'donor', told, 'ru').body).toContain('назовите ему код');
  expect(deliveryLetter('taken', 'organization', told, 'ru').body).toContain('спросите у него код');
  expect(deliveryLetter('returning', 'donor', told, 'ru').body).toContain('введите его код');
});
