import { titleOf } from './offer-title.js';

test.each([
  ['детская коляска', '1\u00a0шт', 'детская коляска, 1\u00a0шт'],
  ['детская коляска, 1 шт', '1\u00a0шт', 'детская коляска, 1 шт'],
  ['Дрова 2 м³', '2\u00a0м³', 'Дрова 2 м³'],
  ['коляски, 21 шт', '1\u00a0шт', 'коляски, 21 шт, 1\u00a0шт'],
])('%s and %s are called %s', (name, amount, title) => {
  expect(titleOf(name, amount)).toBe(title);
});
