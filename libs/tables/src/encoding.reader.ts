import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

/** What begins with no mark is UTF-16 where so large a share of every other byte of its beginning is zero or names the same alphabet. */
const PAIRED = 0.9;
const LOOKED_AT = 2_000;

/**
 * Gives a text file piece by piece as UTF-8, from UTF-8, UTF-16 (with a mark or without) or windows-1251. While there are only letters of ASCII both
 * last are the same; the first others decide. Bytes that the file's own encoding does not have stay as they are: their row is refused.
 * @param tell told which it is, when that is known
 */
export async function* asUtf8(
  pieces: AsyncIterable<Buffer | string>,
  tell: (encoding: Encoding) => void,
): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null = null;
  let decided: Encoding | null = null;
  let held: Buffer | null = null;
  let first = true;
  for await (const piece of pieces) {
    let bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    if (held) [bytes, held] = [Buffer.concat([held, bytes]), null];
    if (decided === null) {
      if (bytes.length < 4) {
        held = bytes;
        continue;
      }
      decided = (first ? sixteen(bytes) : null) ?? (isAscii(bytes) ? null : eight(bytes));
      first = false;
      if (decided !== null) tell(decided);
      if (decided !== null && decided !== 'utf-8') decoder = new TextDecoder(decided);
    }
    yield decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes;
  }
  if (held) yield held;
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield Buffer.from(rest);
}

/** Sees it in a file's first bytes only: later on zeros are mistakes. */
function sixteen(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const end = Math.min(bytes.length, LOOKED_AT) & ~1;
  const isHigh = (byte: number | undefined): number => (byte === 0 || byte === 4 ? 1 : 0); // Latin and Russian
  let [even, odd] = [0, 0];
  for (let at = 0; at < end; at += 2) [even, odd] = [even + isHigh(bytes[at]), odd + isHigh(bytes[at + 1])];
  [even, odd] = [even / (end / 2), odd / (end / 2)];
  if (odd >= PAIRED && even < odd / 2) return 'utf-16le';
  return even >= PAIRED && odd < even / 2 ? 'utf-16be' : null;
}

/** Windows-1251 where more bytes break the rules of UTF-8 than keep them; one broken letter among sound ones does not make a file another. */
function eight(bytes: Buffer): Encoding {
  let [sound, broken, cyrillic] = [0, 0, 0];
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] as number;
    const length =
      byte < 0x80
        ? 1
        : byte >= 0xc2 && byte < 0xe0
          ? 2
          : byte >= 0xe0 && byte < 0xf0
            ? 3
            : byte >= 0xf0 && byte < 0xf5
              ? 4
              : 0;
    const whole = length > 0 && at + length <= bytes.length && follows(bytes, at + 1, at + length);
    if (length !== 1 && whole) sound++;
    else if (length !== 1 && at + 4 <= bytes.length) {
      broken++;
      if (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8) cyrillic++;
    }
    at += whole ? length : 1;
  }
  return broken > sound && cyrillic * 2 > broken ? 'windows-1251' : 'utf-8';
}

function follows(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (((bytes[at] as number) & 0xc0) !== 0x80) return false;
  return true;
}
