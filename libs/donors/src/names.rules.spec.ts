import { cleanName, donorLabel } from './names.rules.js';

test.each<[name: string | null, anonymous: boolean, ru: string, en: string]>([
  ['Ольга К.', true, 'Анонимный даритель', 'Anonymous donor'],
  ['Ольга К.', false, 'Ольга К.', 'Ольга К.'],
  [null, false, 'Анонимный даритель', 'Anonymous donor'],
  ['someone@example.org', false, 'Анонимный даритель', 'Anonymous donor'],
  ['Ольга К. <someone@example.org>', false, 'Ольга К.', 'Ольга К.'],
  ['—', false, 'Анонимный даритель', 'Anonymous donor'],
  ['  ', false, 'Анонимный даритель', 'Anonymous donor'],
])('%s, anonymous %s', (name, anonymous, ru, en) => {
  expect([donorLabel(name, anonymous, 'ru'), donorLabel(name, anonymous, 'en')]).toEqual([ru, en]);
});

test('a name is one line of at most 160 characters', () => {
  expect(cleanName('ООО\n «Пример»')).toBe('ООО «Пример»');
  expect(cleanName('я'.repeat(500))).toHaveLength(160);
});
