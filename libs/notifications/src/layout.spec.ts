import { htmlLetter } from './layout.js';
import type { LetterContent } from './letter.rules.js';

const content = (changes: Partial<LetterContent> = {}): LetterContent => ({
  locale: 'ru',
  subject: 'Договорились',
  preheader: 'Коротко',
  paragraphs: ['Первая строка.\nВторая строка.'],
  sections: [],
  pictures: [],
  action: null,
  footer: {
    why: 'Почему.',
    settings: { url: 'https://lepta.example/account', label: 'Какие письма' },
    unsubscribe: null,
  },
  ...changes,
});

test('the page says its language and the name of the project in it', () => {
  for (const [locale, name] of [
    ['ru', 'Лепта'],
    ['en', 'Lepta'],
  ] as const) {
    const html = htmlLetter(content({ locale }));
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).toContain(`>${name}</td>`);
  }
});

test('a line break within a paragraph stays one', () => {
  expect(htmlLetter(content())).toContain('Первая строка.<br>Вторая строка.');
});

test('a picture is shown by its name in the mail, with what it says', () => {
  const html = htmlLetter(content({ pictures: [{ cid: 'picture-1', alt: 'QR, 1 500 ₽ "дрова"' }] }));
  expect(html).toContain('<img src="cid:picture-1" alt="QR, 1 500 ₽ &quot;дрова&quot;"');
});

test('what is not there leaves nothing behind', () => {
  const html = htmlLetter(content());
  expect(html).not.toMatch(/class="button"|<h2|undefined|null/);
  expect([...html.matchAll(/<a /g)]).toHaveLength(1);
  const full = htmlLetter(
    content({
      action: { url: 'https://lepta.example/a', label: 'Открыть' },
      footer: { ...content().footer, unsubscribe: { url: 'https://lepta.example/u', label: 'Не присылать' } },
    }),
  );
  expect([...full.matchAll(/<a [^>]*href="([^"]*)"/g)].map((match) => match[1])).toEqual([
    'https://lepta.example/a',
    'https://lepta.example/account',
    'https://lepta.example/u',
  ]);
});

test('an item with an address is a link, one without is text', () => {
  const html = htmlLetter(
    content({
      sections: [
        {
          title: 'Новости',
          items: [
            { text: 'С адресом', url: 'https://lepta.example/x' },
            { text: 'Без', url: null },
          ],
        },
      ],
    }),
  );
  expect(html).toMatch(/<a [^>]*href="https:\/\/lepta\.example\/x"[^>]*>С адресом<\/a>/);
  expect(html).toMatch(/<p [^>]*>Без<\/p>/);
});

test.each<[string, Partial<LetterContent>]>([
  ['the subject', { subject: '<img src=x onerror=y>' }],
  ['the preheader', { preheader: '<img src=x onerror=y>' }],
  ['a paragraph', { paragraphs: ['<img src=x onerror=y>'] }],
  ['a label', { action: { url: 'https://lepta.example', label: '<img src=x onerror=y>' } }],
  ['a section', { sections: [{ title: '<img src=x onerror=y>', items: [] }] }],
  ['an item', { sections: [{ title: '', items: [{ text: '<img src=x onerror=y>', url: null }] }] }],
  ['the foot', { footer: { ...content().footer, why: '<img src=x onerror=y>' } }],
])('markup in %s is text', (_, changes) => {
  expect(htmlLetter(content(changes))).not.toContain('<img');
  expect(htmlLetter(content(changes))).toContain('&lt;img');
});
