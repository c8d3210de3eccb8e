import { asUtf8, type Encoding } from './encoding.reader.js';

const TEXT = 'id;название\n1;Тёплые вещи № 5 «Зея»\n2;plain\n';
const windows1251 = (text: string): Buffer => {
  const decoder = new TextDecoder('windows-1251');
  const byLetter = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from([...text].map((letter) => byLetter.get(letter) ?? 0x3f));
};
const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

async function read(bytes: Buffer, size: number): Promise<{ text: string; encoding: Encoding | null }> {
  let encoding: Encoding | null = null;
  const pieces = (async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  })();
  const parts: Buffer[] = [];
  for await (const part of asUtf8(pieces, (found) => (encoding = found))) parts.push(part);
  return { text: Buffer.concat(parts).toString('utf8'), encoding };
}

test.each<[string, Buffer, Encoding]>([
  ['UTF-8', Buffer.from(TEXT), 'utf-8'],
  ['windows-1251', windows1251(TEXT), 'windows-1251'],
  ['UTF-16 as Excel writes it', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 with the high byte first', bigEndian(`\uFEFF${TEXT}`), 'utf-16be'],
  ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
])('%s is read, in pieces of any size', async (_, bytes, encoding) => {
  for (const size of [1000, 40, 7]) expect(await read(bytes, size)).toEqual({ text: TEXT, encoding });
});

test('letters of ASCII alone need no decision, and letters that come late make it', async () => {
  expect(await read(Buffer.from('id,kind\n1,money\n'), 5)).toEqual({ text: 'id,kind\n1,money\n', encoding: null });
  const late = Buffer.concat([Buffer.from('id;place\n'.repeat(50)), windows1251('1;Зея\n')]);
  expect((await read(late, 64)).text).toBe(`${'id;place\n'.repeat(50)}1;Зея\n`);
});

test('one broken letter in a file of UTF-8 does not make it another: that row alone is refused', async () => {
  const broken = Buffer.concat([Buffer.from('1;Зея\n2;'), Buffer.from([0xff]), Buffer.from('\n3;Тында\n')]);
  expect(await read(broken, 1000)).toEqual({ text: '1;Зея\n2;\uFFFD\n3;Тында\n', encoding: 'utf-8' });
});
