import { canBeOff, choiceErrors, CHOICES, choicesOf, isMailKind, KIND_NAMES, KINDS } from './kinds.rules.js';

test('where a person has chosen nothing, the usual choice counts; an own one stands over it', () => {
  expect(choicesOf([])).toEqual({
    proposal: 'digest',
    match: 'at-once',
    reminder: 'at-once',
    lapse: 'at-once',
    receipt: 'at-once',
    decision: 'at-once',
    following: 'digest',
    digest: 'digest',
    security: 'at-once',
  });
  expect(
    choicesOf([
      { kind: 'match', choice: 'off' },
      { kind: 'gone', choice: 'off' },
    ]),
  ).toMatchObject({ match: 'off', lapse: 'at-once' });
  expect(Object.keys(choicesOf([{ kind: 'gone', choice: 'off' }]))).toEqual([...KIND_NAMES]);
});

test.each<[Record<string, unknown>, string[]]>([
  [{}, []],
  [{ match: 'off', proposal: 'at-once', digest: 'off' }, []],
  [{ match: 'daily' }, ['kinds.match form.not-in-list']],
  [{ match: null }, ['kinds.match form.not-in-list']],
  [{ digest: 'at-once' }, ['kinds.digest form.not-in-list']],
  [{ news: 'off' }, ['kinds.news form.unknown-field']],
  [{ constructor: 'off' }, ['kinds.constructor form.unknown-field']],
  [{ security: 'at-once' }, []],
  [{ security: 'off' }, ['kinds.security notification.always-sent']],
  [{ security: 'digest' }, ['kinds.security notification.always-sent']],
  [{ security: 'never' }, ['kinds.security form.not-in-list']],
  [{ news: 'off', match: 1 }, ['kinds.news form.unknown-field', 'kinds.match form.not-in-list']],
])('the wish %j is answered %p', (wish, faults) => {
  expect(choiceErrors(wish).map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
});

test('everything but safety can be refused', () => {
  expect(KIND_NAMES.filter((kind) => !canBeOff(kind))).toEqual(['security']);
});

test.each([
  ['match', true],
  ['toString', false],
  ['__proto__', false],
  ['', false],
])('%p is a kind of mail: %p', (text, is) => {
  expect(isMailKind(text)).toBe(is);
});

test('every kind is named in both languages and offers choices that there are', () => {
  for (const kind of KIND_NAMES) {
    expect(KINDS[kind].ru).toMatch(/^(о|с) [а-яё ,]+$/);
    expect(KINDS[kind].en).toMatch(/^(about|with) [a-z -]+$/);
    for (const choice of KINDS[kind].choices) expect(CHOICES).toContain(choice);
  }
});
