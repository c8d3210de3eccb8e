import { readPublished } from './published.rules.js';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

test.each([
  [
    'the answer of the API',
    JSON.stringify({
      items: [
        { day: '2026-03-11', transfers: 2, digest: B },
        { day: '2026-03-10', digest: A },
      ],
      nextCursor: null,
    }),
  ],
  [
    'a list alone',
    JSON.stringify([
      { day: '2026-03-10', digest: A },
      { day: '2026-03-11', digest: B },
    ]),
  ],
  [
    'lines as people note them down',
    `\uFEFF# read out at the meeting\r\n2026-03-10 ${A.toUpperCase()}\r\n\r\n2026-03-11: ${B} two transfers\r\n`,
  ],
  ['a table', `2026-03-10;${A}\n2026-03-11;${B}\n2026-03-11;${B}`],
])('%s is read', (_, text) => {
  const read = readPublished(text);
  expect(read.ok && Object.fromEntries(read.digests)).toEqual({ '2026-03-10': A, '2026-03-11': B });
});

test.each([
  ['', 'there is no digest in it'],
  ['{"items":[]}', 'there is no digest in it'],
  ['{"items":[', 'it begins as JSON and is none'],
  ['{"items":7}', 'it begins as JSON and is none'],
  ['{"items":[null]}', 'item 1 names no day such as 2026-03-10'],
  [`2026-02-30 ${A}`, 'line 1 names no day such as 2026-03-10'],
  [`2026-03-10 ${A}\n2026-03-11 abc`, 'line 2: the digest of 2026-03-11 has not 64 hexadecimal digits'],
  [`2026-03-10 ${A}\n2026-03-10 ${B}`, 'line 2: 2026-03-10 stands there twice, with two digests'],
])('%p is refused', (text, fault) => {
  expect(readPublished(text)).toEqual({ ok: false, fault });
});
