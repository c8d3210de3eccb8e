import { acceptedFormat, XLSX } from './formats.rules.js';

test.each([
  [undefined, 'json'],
  ['*/*', 'json'],
  ['application/json', 'json'],
  ['application/pdf', 'pdf'],
  ['text/csv', 'csv'],
  [XLSX, 'xlsx'],
  ['image/png', 'json'],
  ['', 'json'],
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'json'],
  ['application/pdf;q=0.5, application/json', 'json'],
  ['application/json;q=0.5, application/pdf', 'pdf'],
  ['application/pdf;q=0', 'json'],
  ['text/csv;q=0.9, application/pdf;q=0.8', 'csv'],
])('Accept: %s asks for %s', (accept, format) => {
  expect(acceptedFormat(accept)).toBe(format);
});
