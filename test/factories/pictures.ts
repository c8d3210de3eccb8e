import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Pictures that people send, and files that only look like pictures. */
const picture = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: '#c60' } });

export const jpeg = (width?: number, height?: number): Promise<Buffer> => picture(width, height).jpeg().toBuffer();
export const png = (width?: number, height?: number): Promise<Buffer> => picture(width, height).png().toBuffer();
export const webp = (): Promise<Buffer> => picture().webp().toBuffer();
export const avif = (): Promise<Buffer> => picture().avif({ effort: 0 }).toBuffer();
export const gif = (): Promise<Buffer> => picture().gif().toBuffer();

/** Taken with a telephone on its side: it must be turned, and it tells where it was taken and by whom. */
export const phonePhoto = (): Promise<Buffer> =>
  picture(400, 200)
    .jpeg()
    .withExif({
      IFD0: { Make: 'SecretPhone', Artist: 'Иванова' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 16/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '127/1 32/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

/** A PNG of a few dozen bytes that claims any size. */
export function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(Buffer.alloc(64))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One chunk of a PNG, with its sum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export const zip = (): Buffer => Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(60)]);
export const svg = (): Buffer =>
  Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

/** What is told apart before anything is stored: named for what it is, whatever its name and type say. */
export const NOT_PHOTOS: Readonly<Record<string, () => Buffer | Promise<Buffer>>> = {
  'an archive': zip,
  'an SVG with a script': svg,
  'a page': () => Buffer.from('<!doctype html><script>alert(1)</script>'),
  'a GIF': gif,
  'a document': () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'),
  'a program': () => Buffer.concat([Buffer.from('4d5a9000', 'hex'), Buffer.alloc(200)]),
  'a HEIC of a telephone': () =>
    Buffer.concat([Buffer.from('00000018667479706865696300000000', 'hex'), Buffer.alloc(40)]),
  'a TIFF': () => Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(100)]),
  'a text': () => Buffer.from('просто слова'),
  nothing: () => Buffer.alloc(0),
  'one byte': () => Buffer.from([0xff]),
};

/** What passes for a photo by its first bytes and is opened by the worker. */
export const BAD_PHOTOS: Readonly<
  Record<string, readonly ['broken' | 'too-many-pixels', () => Buffer | Promise<Buffer>]>
> = {
  'the first bytes of a JPEG and nothing else': [
    'broken',
    () => Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  ],
  'a JPEG cut in half': ['broken', async () => (await jpeg(600, 400)).subarray(0, 900)],
  'a PNG without its end': ['broken', async () => (await png(600, 400)).subarray(0, -40)],
  'a PNG with a damaged byte': ['broken', async () => damaged(await png(600, 400))],
  'a WebP cut in half': ['broken', async () => halved(await webp())],
  'an AVIF cut in half': ['broken', async () => halved(await avif())],
  'a PNG of 50,000 by 50,000': ['too-many-pixels', () => pngOf(50_000, 50_000)],
  'a PNG of one pixel across and two milliards down': ['broken', () => pngOf(1, 2_000_000_000)],
  'a PNG of 0 by 0': ['broken', () => pngOf(0, 0)],
  'a PNG with less in it than it claims': ['broken', () => pngOf(100, 100)],
  'noise after the first bytes of a PNG': [
    'broken',
    () => Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(500, 7)]),
  ],
};

const halved = (bytes: Buffer): Buffer => bytes.subarray(0, Math.ceil(bytes.length / 2));

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf('IDAT') + 12;
  copy[at] = (copy[at] as number) ^ 0xff;
  return copy;
}
