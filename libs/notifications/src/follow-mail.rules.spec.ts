import { followMail } from './follow-mail.rules.js';

const plain = (text: string): string => text.replace(/\u00a0/g, ' ');
const said = (
  count: number,
  titles: string[],
  locale: 'ru' | 'en',
  subject: 'place' | 'sphere' = 'place',
): string[] => {
  const mail = followMail({ subject, name: 'Зея', count, titles }, locale);
  return [plain(mail.subject), plain(mail.body)];
};

test.each([
  [1, 'Зея: 1 новая нужда', 'открылась 1 нужда'],
  [3, 'Зея: 3 новые нужды', 'открылись 3 нужды'],
  [5, 'Зея: 5 новых нужд', 'открылось 5 нужд'],
])('%d needs', (count, subject, lead) => {
  const [line, body] = said(count, ['Дрова'], 'ru');
  expect(line).toBe(subject);
  expect(body).toContain(lead);
});

test('three are named, the others counted', () => {
  const titles = ['Первая', 'Вторая', 'Третья', 'Четвёртая'];
  const [, body] = said(7, titles, 'ru');
  expect(body).toContain('• «Третья»\nИ ещё 4.');
  expect(body).not.toContain('Четвёртая');
  expect(said(3, titles.slice(0, 3), 'ru')[1]).not.toContain('ещё 0');
});

test('it says that it follows, and how often it comes', () => {
  expect(said(2, ['Wood'], 'en')).toEqual([
    'Зея: 2 new needs',
    'You follow “Зея”. 2 needs have opened there and still wait for help:\n• “Wood”\nAnd 1 more.\n\nWe write about it once a week at most, and only when there is something new.',
  ]);
  expect(said(1, ['Дрова'], 'ru', 'sphere')[1]).toContain('за сферой «Зея»');
});
