import { JSON_LIMITS, jsonFault } from './json-size.rules.js';

const { depth, values, fields } = JSON_LIMITS;
const object = (count: number): string => `{${Array.from({ length: count }, (_, at) => `"k${at}":${at}`).join(',')}}`;
const list = (count: number, one: string): string => `[${Array.from({ length: count }, () => one).join(',')}]`;

test.each<[what: string, text: string, fault: string | null]>([
  [
    'a form',
    '{"title":"x","skills":["a","b"],"each":{"quantity":"1","unit":"kg"},"n":-1.5e3,"yes":true,"no":null}',
    null,
  ],
  ['nothing', '', null],
  ['a number', '1', null],
  ['as deep as may be', '['.repeat(depth) + ']'.repeat(depth), null],
  ['deeper', '['.repeat(depth + 1) + ']'.repeat(depth + 1), 'http.too-deep'],
  ['objects deeper', '{"a":'.repeat(depth + 1) + '1' + '}'.repeat(depth + 1), 'http.too-deep'],
  ['side by side is not deep', list(100, '[[[]]]'), null],
  ['as many fields as may be', object(fields), null],
  ['one more', object(fields + 1), 'http.too-many-values'],
  [
    'the same field again and again',
    `{${Array.from({ length: fields + 1 }, () => '"a":1').join(',')}}`,
    'http.too-many-values',
  ],
  ['fields of two objects are counted apart', `[${object(fields)},${object(fields)}]`, null],
  ['fields after an object within', `{"a":${object(fields)},"b":1}`, null],
  ['many objects of one field', list(values, '{"a":1}'), 'http.too-many-values'],
  ['many empty objects', list(80_001, '{}'), 'http.too-many-values'],
  ['many numbers', list(values + 1, '1'), 'http.too-many-values'],
  ['as many numbers as may be', list(values - 2, '1'), null],
  [
    'signs within texts are words',
    JSON.stringify({ title: '[[[[[[[[[[[[[[[[[[[[[[[{{{{{{{,,,,,::::: \\" ['.repeat(500) }),
    null,
  ],
  ['a text that ends with a backslash', `{"a":"\\\\","b":${'['.repeat(depth)}`, 'http.too-deep'],
  ['a text without an end', '{"a":"[[[', null],
  ['more ends than beginnings', ']'.repeat(9_000), null],
])('%s', (_what, text, fault) => {
  expect(jsonFault(text)).toBe(fault);
});
