import { deskProposalsText, offerProposalsText, type ProposalLine } from './proposal-mails.rules.js';

const need = (number: number, title = `Нужда ${number}`): ProposalLine => ({
  number,
  title,
  organization: `АНО ${number}`,
});

test.each<['ru' | 'en', string, string, string]>([
  ['ru', 'Нашлось, кому пригодится ваш вклад: «Куртки»', '• «Нужда 1», АНО 1', 'Посмотреть нужды'],
  ['en', 'Somebody could use it: “Куртки”', '• “Нужда 1”, АНО 1', 'See the needs'],
])('to a donor, in %s', (locale, subject, line, action) => {
  const text = offerProposalsText('Куртки', [need(1)], locale);
  expect([text.subject, text.action]).toEqual([subject, action]);
  expect(text.body.split('\n')).toContain(line);
});

test.each<['ru' | 'en', string, string]>([
  ['ru', '• № 7 «Нужда 7»', 'Открыть стол организации'],
  ['en', '• No. 7 “Нужда 7”', 'Open the desk'],
])('to an organization, in %s, and nothing of a donor', (locale, line, action) => {
  const text = deskProposalsText([need(7)], locale);
  expect(text.body.split('\n')).toContain(line);
  expect(text.action).toBe(action);
});

const named = (body: string): number => body.split('\n').filter((line) => line.startsWith('•')).length;
test.each([
  [1, 1],
  [3, 3],
  [4, 3],
  [50, 3],
])('of %d needs a mail names %d', (count, shown) => {
  const needs = Array.from({ length: count }, (_, at) => need(at + 1));
  for (const locale of ['ru', 'en'] as const)
    expect([
      named(offerProposalsText('Куртки', needs, locale).body),
      named(deskProposalsText(needs, locale).body),
    ]).toEqual([shown, shown]);
});

test('a need that several offers fit is named once, so that others are named too', () => {
  const body = deskProposalsText([need(1), need(1), need(1), need(2), need(3)], 'ru').body;
  expect(body.split('\n').filter((line) => line.startsWith('•'))).toEqual([
    '• № 1 «Нужда 1»',
    '• № 2 «Нужда 2»',
    '• № 3 «Нужда 3»',
  ]);
});
