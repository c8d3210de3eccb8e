import { htmlLetter } from './layout.js';
import { letterContent, plainBody, plainText, type StoredMail } from './letter.rules.js';

const mail = (changes: Partial<StoredMail> = {}): StoredMail => ({
  kind: 'match',
  locale: 'ru',
  subject: 'Договорились',
  body: 'Первый абзац.\nВторая строка.\n\nВторой абзац.',
  parts: null,
  ...changes,
});
const content = (
  changes: Partial<StoredMail> = {},
  unsubscribe: string | null = 'https://lepta.example/unsubscribe#t',
) => letterContent(mail(changes), 'https://lepta.example', unsubscribe);

test('a path becomes an address in the language of the mail, an address stays', () => {
  const action = (url: string, locale: 'ru' | 'en') =>
    content({ locale, parts: { action: { url, label: '…' } } }).action?.url;
  expect(action('/offer/1', 'ru')).toBe('https://lepta.example/offer/1');
  expect(action('/offer/1', 'en')).toBe('https://lepta.example/en/offer/1');
  expect(action('https://other.example/x', 'en')).toBe('https://other.example/x');
});

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'mailto:a@b.example'])(
  'a mail never leads to %s',
  (url) => {
    const led = content({ parts: { action: { url, label: 'x' } } }).action?.url ?? '';
    expect(new URL(led).origin).toBe('https://lepta.example');
  },
);

test('an address that stands alone becomes the button; within a sentence it stays text', () => {
  const { action, paragraphs } = content({
    body: 'Откройте:\n\nhttps://lepta.example/confirm-email#abc\n\nСсылка https://lepta.example действует три дня.',
  });
  expect(action).toEqual({ url: 'https://lepta.example/confirm-email#abc', label: 'Открыть' });
  expect(paragraphs).toEqual(['Откройте:', 'Ссылка https://lepta.example действует три дня.']);
});

test('text and HTML hold the same words', () => {
  const letter = content({
    parts: {
      action: { url: '/me', label: 'Открыть Лепту' },
      sections: [{ title: 'Напоминания', items: [{ text: 'Ждут ответа', url: '/offer/2' }, { text: 'Без адреса' }] }],
    },
  });
  const [text, html] = [plainText(letter), htmlLetter(letter)];
  for (const said of [
    'Первый абзац.',
    'Вторая строка.',
    'Второй абзац.',
    'Напоминания',
    'Ждут ответа',
    'https://lepta.example/offer/2',
    'Без адреса',
    'Открыть Лепту',
    'https://lepta.example/me',
    'https://lepta.example/unsubscribe#t',
    letter.footer.why,
  ]) {
    expect(text).toContain(said);
    expect(html).toContain(said);
  }
  expect(plainBody(letter)).not.toContain('unsubscribe');
});

test('what people wrote cannot leave its place in the HTML, nor add a header', () => {
  const nasty = `"><script>alert(1)</script>\r\nBcc: all@example.org & 'x'`;
  const html = htmlLetter(
    content({
      subject: nasty,
      body: nasty,
      parts: { preheader: nasty, action: { url: `/x"onmouseover="y`, label: nasty } },
    }),
  );
  expect(html).not.toMatch(/<script|"onmouseover|"><s/);
  expect(content({ subject: nasty }).subject).not.toMatch(/[\r\n]/);
});

test.each(['ru', 'en'] as const)('what cannot be refused says so (%s) and offers no way out', (locale) => {
  const { footer } = content({ kind: 'security', locale });
  expect(footer.unsubscribe).toBeNull();
  expect(htmlLetter(content({ kind: 'security', locale }))).toContain(`<html lang="${locale}"`);
});
