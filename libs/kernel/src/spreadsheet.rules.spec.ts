import fc from 'fast-check';
import { asCell, fromCell } from './spreadsheet.rules.js';

test.each([
  ['=1+1', "'=1+1"],
  ['+7 900', "'+7 900"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ["'=1", "''=1"],
  ['Обогреватель', 'Обогреватель'],
  ["'quoted'", "'quoted'"],
  ['', ''],
])('%p is written %p, and read back as it was', (text, cell) => {
  expect(asCell(text)).toBe(cell);
  expect(fromCell(cell)).toBe(text);
});

test('no cell is run, and none is changed by going out and coming back', () => {
  fc.assert(fc.property(fc.string(), (text) => !/^[=+\-@\t\r]/.test(asCell(text)) && fromCell(asCell(text)) === text));
});
