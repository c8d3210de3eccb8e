import { textFault, type TextKind, writtenIn } from './text.rules.js';

const said = (text: string, kind: TextKind): string | null => {
  const fault = textFault(text, kind);
  return fault && String(fault.params?.character ?? fault.code);
};

test.each<[what: string, text: string, line: string | null, lines: string | null, unseen: string | null]>([
  ['a name', 'Анна-Мария О’Нил', null, null, null],
  ['nothing', '', null, null, null],
  ['no-break spaces', 'г.\u00a0Зея, 12\u202fкв.', null, null, null],
  ['a line end', 'a\nb', 'form.one-line', null, null],
  ['a line end of Windows', 'a\r\nb', 'form.one-line', null, null],
  ['a line separator', 'a\u2028b', 'form.one-line', null, null],
  ['a paragraph separator', 'a\u2029b', 'form.one-line', null, null],
  ['the next line of C1', 'a\u0085b', 'form.one-line', 'U+0085', null],
  ['a tab', 'a\tb', 'U+0009', null, null],
  ['a null character', 'a\0b', 'U+0000', 'U+0000', 'U+0000'],
  ['a bell', 'a\u0007', 'U+0007', 'U+0007', null],
  ['the start of a terminal sequence', '\u001b[31m', 'U+001B', 'U+001B', null],
  ['delete', '\u007f', 'U+007F', 'U+007F', null],
  ['C1', '\u009b31m', 'U+009B', 'U+009B', null],
  ['an override', 'счёт \u202e0001\u202c', 'U+202E', 'U+202E', null],
  ['an embedding', '\u202ax', 'U+202A', 'U+202A', null],
  ['an isolate', 'a\u2066b\u2069', 'U+2066', 'U+2066', null],
  ['a mark of direction', 'a\u200fb', 'U+200F', 'U+200F', null],
  ['a mark of Arabic letters', '\u061c1', 'U+061C', 'U+061C', null],
  ['a space without width', 'по\u200bмощь', 'U+200B', 'U+200B', null],
  ['a word joiner', 'x\u2060', 'U+2060', 'U+2060', null],
  ['a byte order mark inside', 'x\ufeffy', 'U+FEFF', 'U+FEFF', null],
  ['a Hangul filler, which looks like nothing', '\u3164', 'U+3164', 'U+3164', null],
  ['a soft hyphen', 'по\u00adмощь', 'U+00AD', null, null],
  ['letters of a tag', 'x\u{e0061}\u{e0062}', 'U+E0061', 'U+E0061', null],
  ['a joiner between Russian letters', 'щ\u200dь', 'U+200D', 'U+200D', null],
  ['a joiner at the beginning', '\u200dx', 'U+200D', 'U+200D', null],
  ['a family', '👩🏽‍🚒👨‍👩‍👧‍👦🏴‍☠️🇷🇺', null, null, null],
  ['Persian with its joiner', 'می\u200cخواهم', null, null, null],
  ['Hindi with its joiner', 'क्\u200dष', null, null, null],
  ['a red heart', '❤\ufe0f', null, null, null],
  ['selectors as a hidden text', '❤\ufe0f\ufe01\ufe02', 'U+FE01', 'U+FE01', null],
  ['half a pair', 'a\ud83d', 'U+D83D', 'U+D83D', 'U+D83D'],
  ['the other half', '\ude00b', 'U+DE00', 'U+DE00', 'U+DE00'],
  ['a noncharacter', '\ufffe', 'U+FFFE', 'U+FFFE', null],
  ['Hebrew, Chinese, combining marks', 'עברית 田中さん й е\u0308', null, null, null],
])('%s', (_what, text, line, lines, unseen) => {
  expect([said(text, 'line'), said(text, 'lines'), said(text, 'unseen')]).toEqual([line, lines, unseen]);
});

test.each([
  ['Тёплые одеяла', 'ru'],
  ['ЁЛКИ', 'ru'],
  ['Laptops для школы', 'ru'],
  ['Winter coats, 40 pcs', 'en'],
  ['12 / 40', 'en'],
])('%j is written in %s', (text, language) => expect(writtenIn(text)).toBe(language));
