import {
  END_WORDS,
  LETTER_KINDS,
  momentText,
  SHIFT_LETTERS,
  shiftLetter,
  whenText,
  type ShiftNews,
} from './shift-mails.rules.js';

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const news: ShiftNews = {
  title: 'Склад',
  organization: 'АНО «Тепло»',
  when: 'сб, 28 ноября, 10:00–13:00 (Зея)',
  where: 'Зея',
  meet: 'Вход со двора.',
  risks: 'Скользко.',
  gear: 'Перчатки.',
  covered: 'Обед.',
  until: '27 ноября, 18:00',
  hours: '3 ч',
  reason: 'Так вышло.',
  count: 1,
};

test.each(SHIFT_LETTERS)('%s is complete in both languages', (letter) => {
  for (const locale of ['ru', 'en'] as const) {
    const { subject, body, button } = shiftLetter(letter, news, locale);
    expect(plain(`${subject}\n${body}\n${button}`)).not.toMatch(/[{}]|undefined|\bnone\b/);
    if (letter !== 'proposed')
      expect(plain(`${subject} ${body}`)).toContain(letter === 'confirmed' && locale === 'ru' ? '3 ч' : 'Склад');
    expect(button).not.toBe('');
    expect(`${subject} ${body}`).not.toMatch(/««|»»|«АНО/); // its name brings its own marks
  }
  expect(LETTER_KINDS[letter]).toMatch(/^(match|proposal|reminder|receipt)$/);
});

test.each(SHIFT_LETTERS)('%s: what is empty leaves no line behind', (letter) => {
  for (const locale of ['ru', 'en'] as const) {
    const { body } = shiftLetter(letter, { ...news, meet: '', risks: '', gear: '', covered: '', reason: '' }, locale);
    expect(body).not.toMatch(
      /\n\n\n|С собой|Bring|берёт на себя|provides|предупредить|Mind|Причина|Reason|Пояснение|They say|\bnone\b/,
    );
    expect(body).not.toMatch(/[ \u00a0](\n|$)/);
  }
});

test('what people write is words', () => {
  const nasty = `<b>{title}</b> 'и' # `;
  const body = shiftLetter('changed', { ...news, meet: nasty, risks: nasty, gear: nasty, covered: nasty }, 'en').body;
  expect(body.split(nasty.trim())).toHaveLength(5);
});

test.each([
  [1, '1 человек ждёт', '1 person waits'],
  [2, '2 человека ждут', '2 people wait'],
  [5, '5 человек ждут', '5 people wait'],
  [21, '21 человек ждёт', '21 people wait'],
])('%d wait for their hours', (count, ru, en) => {
  expect(plain(shiftLetter('ask-organization', { ...news, count }, 'ru').body)).toContain(ru);
  expect(shiftLetter('ask-organization', { ...news, count }, 'en').body).toContain(en);
});

test('every end that is told is told in both languages', () => {
  for (const words of Object.values(END_WORDS)) {
    expect(words.ru).toMatch(/^[А-ЯЁ].*\.$/);
    expect(words.en).toMatch(/^[A-Z][^а-яё]*\.$/);
    expect(plain(shiftLetter('ended', { ...news, reason: words.en }, 'en').body)).toContain(words.en);
  }
});

test.each<[string, string, 'ru' | 'en', string]>([
  ['2026-11-28T01:00:00Z', '2026-11-28T04:00:00Z', 'ru', 'сб, 28 ноября, 10:00–13:00 (Зея)'],
  ['2026-11-28T01:00:00Z', '2026-11-28T04:00:00Z', 'en', 'Sat 28 November, 10:00–13:00 (Зея)'],
  ['2026-11-28T13:00:00Z', '2026-11-28T17:00:00Z', 'ru', 'сб, 28 ноября, 22:00–вс, 29 ноября, 02:00 (Зея)'],
])('%s to %s in %s is %s', (from, until, locale, said) => {
  expect(
    plain(
      whenText({ startsAt: new Date(from), endsAt: new Date(until), anyTime: false }, locale, 'Asia/Yakutsk', 'Зея'),
    ).replace('Sat, ', 'Sat '),
  ).toBe(said);
});

test('work without an hour says by when', () => {
  const until = new Date('2026-11-28T08:00:00Z');
  const said = whenText({ startsAt: until, endsAt: until, anyTime: true }, 'ru', 'Asia/Yakutsk', 'Зея');
  expect(plain(said)).toBe('в любое время до сб, 28 ноября, 17:00 (Зея)');
});

test('a moment is that of the place', () => {
  expect(plain(momentText(new Date('2026-11-27T09:00:00Z'), 'ru', 'Asia/Yakutsk'))).toMatch(/^27 ноября.* 18:00$/);
});
