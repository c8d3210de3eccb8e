import { randomBytes } from 'node:crypto';
import { CODE_BYTES, codeFrom, isCode } from './check-in-code.rules.js';

test('a code has six symbols that nobody takes for others', () => {
  const codes = Array.from({ length: 500 }, () => codeFrom(randomBytes(CODE_BYTES)));
  expect(codes.filter((code) => !/^[34679ACDEFGHJKMNPQRTWXY]{6}$/.test(code))).toEqual([]);
  expect(new Set(codes).size).toBeGreaterThan(495);
  expect(codeFrom(new Uint8Array(CODE_BYTES).fill(255))).toMatch(/^.{6}$/); // bytes that would make some symbols likelier are drawn anew
});

test.each([
  ['AC3D4E', true],
  ['ac3d4e', true],
  [' ac3-d4e ', true],
  ['AC3D4F', false],
  ['AC3D4', false],
  ['AC3D4EE', false],
  ['', false],
  ['WRONG', false],
])('%j is the code AC3D4E: %s', (typed, right) => {
  expect(isCode(typed, 'AC3D4E')).toBe(right);
});
