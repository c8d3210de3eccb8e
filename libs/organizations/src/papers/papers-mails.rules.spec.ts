import { PAPER_NAMES, runsOutLetter } from './papers-mails.rules.js';
import { PAPERS } from './papers.rules.js';

const news = { paper: 'medical-record' as const, shortName: 'АНО «Тепло»', until: '1 декабря' };

test.each(PAPERS)('%s has a name in both languages', (paper) => {
  expect(PAPER_NAMES[paper].ru).toMatch(/^[а-яё, ]+$/);
  expect(PAPER_NAMES[paper].en).toMatch(/^[a-z, ]+$/);
});

test.each<['ru' | 'en', string, string]>([
  ['ru', 'медицинская книжка', 'Анна К.'],
  ['en', 'medical record', 'Анна К.'],
])('in %s: to the person of their own papers, to others with the name', (locale, name, person) => {
  const [own, others] = [runsOutLetter({ ...news, person: null }, locale), runsOutLetter({ ...news, person }, locale)];
  expect([own.template, others.template]).toEqual(['papers.own-run-out', 'papers.run-out']);
  for (const { body } of [own, others])
    for (const said of [name, news.shortName, news.until]) expect(body).toContain(said);
  expect(`${own.subject} ${own.body}`).not.toContain(person);
  expect(own.body).not.toMatch(/null/);
  expect(others.subject).toContain(person);
  expect(others.body).toContain(person);
});
