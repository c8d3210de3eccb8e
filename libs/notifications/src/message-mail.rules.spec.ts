import { messageMailText } from './message-mail.rules.js';

const params = { title: 'Обогреватели', organization: 'АНО «Тепло»' };
test.each<['organization' | 'donor', 'ru' | 'en', string, RegExp]>([
  [
    'organization',
    'ru',
    'Вам написали о встрече: «Обогреватели»',
    /^АНО «Тепло» написала вам о передаче для нужды «Обогреватели»\./,
  ],
  [
    'donor',
    'ru',
    'Вам написали о встрече: «Обогреватели»',
    /^Даритель написал вам о передаче для нужды «Обогреватели»\./,
  ],
  [
    'organization',
    'en',
    'You have a message: “Обогреватели”',
    /^АНО «Тепло» has written to you about the hand-over for the need “Обогреватели”\./,
  ],
  [
    'donor',
    'en',
    'You have a message: “Обогреватели”',
    /^The donor has written to you about the hand-over for the need “Обогреватели”\./,
  ],
])('what %s wrote is told in %s', (from, locale, subject, body) => {
  const text = messageMailText(from, locale, params);
  expect(text.subject).toBe(subject);
  expect(text.body).toMatch(body);
});

test('a donor is named to nobody', () => {
  for (const locale of ['ru', 'en'] as const)
    expect(messageMailText('donor', locale, params).body).not.toContain(params.organization);
});

test('braces, tags and apostrophes of a title are words', () => {
  const title = `<b>{organization}</b> 'и' #`;
  for (const locale of ['ru', 'en'] as const)
    expect(messageMailText('organization', locale, { ...params, title }).subject).toContain(title);
});
