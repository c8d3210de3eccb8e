import { reportLetter } from './report-mails.rules.js';

test.each<[locale: 'ru' | 'en', subject: string, body: RegExp, button: string]>([
  [
    'ru',
    'Что стало с вашей помощью: «Печи {для} <Зари>»',
    /^«Тёплый двор» отчиталась по\u00a0нужде «Печи \{для\} <Зари>»/,
    'Прочитать отчёт',
  ],
  [
    'en',
    'What became of your help: “Печи {для} <Зари>”',
    /^«Тёплый двор» has reported on the need “Печи \{для\} <Зари>”/,
    'Read the report',
  ],
])(
  'a letter in %s names need and organization as they are, and nothing of the report',
  (locale, subject, body, button) => {
    const letter = reportLetter({ title: 'Печи {для} <Зари>', organization: '«Тёплый двор»' }, locale);
    expect(letter.subject.replaceAll('\u00a0', ' ')).toBe(subject);
    expect(letter.body).toMatch(body);
    expect(letter.button).toBe(button);
  },
);
