import { NO_CONTENT, type ReviewContent } from './review-content.queries.js';
import { marksAcross } from './risk.rules.js';
import { shutUnlessSeen } from './shut-words.rules.js';

const DESCRIPTION = 'Ваня Петров, диагноз ДЦП. Карта 4111 1111 1111 1111.';

function contentOf(title: string, description: string): ReviewContent {
  const [inTitle = [], inDescription = []] = marksAcross([title, description]);
  return {
    ...NO_CONTENT,
    texts: [
      { field: 'title', from: null, text: title, marks: inTitle },
      { field: 'description', from: null, text: description, marks: inDescription },
    ],
    description,
  };
}
const shown = (title: string, description: string, seenAt?: Date, mayLook = true) =>
  shutUnlessSeen({ title, content: contentOf(title, description) }, { seenAt, mayLook });

test('who is named and what is said of their health is taken out; what else is flagged stands, and is marked where it stands now', () => {
  const { content, shut } = shown('Коляска', DESCRIPTION);
  const [, { text, marks } = { text: '', marks: [] }] = content.texts;
  expect(text).toBe('•••, ••• •••. Карта 4111 1111 1111 1111.');
  expect(marks.map(({ at, length, shut: what }) => [text.slice(at, at + length), what])).toEqual([
    ['•••', 'name'],
    ['•••', 'health'],
    ['•••', 'health'],
    ['4111 1111 1111 1111', null],
  ]);
  expect([content.description, shut]).toEqual([text, { count: 3, seenAt: null, can: ['look'] }]);
});

test('a name in the title belongs to the illness under it', () => {
  const { title, content } = shown('Коляска для Вани Петрова', 'Ребёнку шесть лет, диагноз поставили в мае.');
  expect([title, content.texts.map(({ text }) => text)]).toEqual([
    'Коляска для •••',
    ['Коляска для •••', 'Ребёнку шесть лет, ••• поставили в мае.'],
  ]);
});

test('to who has looked nothing is closed, and the marks stay', () => {
  const seenAt = new Date('2026-03-10T05:00:00Z');
  const { content, shut } = shown('Коляска', DESCRIPTION, seenAt);
  expect(content.texts[1]?.text).toBe(DESCRIPTION);
  expect(content.texts[1]?.marks.map(({ shut: what }) => what)).toEqual([null, null, null, null]);
  expect([content.description, shut]).toEqual([DESCRIPTION, { count: 3, seenAt: seenAt.toISOString(), can: [] }]);
});

test('who may not decide is not offered to look; where nothing is closed nothing is said of it', () => {
  expect(shown('Коляска', DESCRIPTION, undefined, false).shut?.can).toEqual([]);
  expect(shown('Коляска', 'Карта 4111 1111 1111 1111.').shut).toBeNull();
});
