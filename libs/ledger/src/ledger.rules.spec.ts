import { codeOf, newCode, readCode } from './statement-code.js';

test('a code is read as people type it, and one wrong or two swapped symbols are found', () => {
  const code = codeOf('0123456789ABCDEF');
  expect(readCode(code)).toBe(code);
  expect(readCode(` ${code.toLowerCase().replaceAll('-', '')} `)).toBe(code);
  expect(readCode(code.replace('0', 'o').replace('1', 'L'))).toBe(code);
  for (let i = 0; i < 100; i += 1) {
    const plain = newCode().replaceAll('-', '');
    expect(readCode(plain)).not.toBeNull();
    const at = i % 15;
    const [a, b] = [plain[at]!, plain[at + 1]!];
    if (a !== b) expect(readCode(`${plain.slice(0, at)}${b}${a}${plain.slice(at + 2)}`)).toBeNull();
    const wrong = a === 'Z' ? 'Y' : 'Z';
    expect(readCode(`${plain.slice(0, at)}${wrong}${plain.slice(at + 1)}`)).toBeNull();
  }
  for (const text of ['', 'U', '0000', `${code}0`, '\0'.repeat(17)]) expect(readCode(text)).toBeNull();
});
