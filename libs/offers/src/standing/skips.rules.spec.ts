import { SKIP_CODES, skipOf, SKIPS } from './skips.rules.js';

test.each([
  ['offer.too-many-open', 'too-many-open'],
  ['offer.organization-suspended', 'organization-suspended'],
  ['form.invalid', 'outdated'],
  ['offer.needs-second-factor', 'refused'],
  ['', 'refused'],
])('a refusal %p is a date that was skipped: %s', (code, skip) => {
  expect(skipOf(code)).toBe(skip);
});

test('every skip is told in both languages', () => {
  for (const code of SKIP_CODES) {
    expect(SKIPS[code].ru).toMatch(/^[А-ЯЁ].*\.$/);
    expect(SKIPS[code].en).toMatch(/^[A-Z][^а-яё]*\.$/);
  }
});
