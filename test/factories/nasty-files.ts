import { deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { paperPdf, REFUSED_PAPERS } from './papers.js';
import { jpeg, pngChunk, pngOf, svg, zip } from './pictures.js';

/** What becomes of a file: turned away at the door, taken and refused when the worker opens it, or shown as what was painted anew (a paper: as what was made anew). */
export type Fate = 'turned away' | 'refused' | 'shown';

export interface NastyFile {
  readonly what: string;
  readonly make: () => Buffer | Promise<Buffer>;
  readonly asPhoto: Fate;
  readonly asPaper: Fate;
}

/** Stands in whatever hides behind a picture: it must never be served. */
export const HIDDEN = '<script>alert("hidden")</script>';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const hidden = Buffer.from(HIDDEN);
const png = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#c60' } })
    .png()
    .toBuffer();

/** Black, one bit a pixel: a few kilobytes that unpack to so many pixels. */
function blackPng(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    PNG,
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(Buffer.alloc(side * (1 + side / 8)), { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PNG with a chunk of its own right after its head. */
async function withChunk(type: string, data: Buffer): Promise<Buffer> {
  const picture = await png();
  return Buffer.concat([picture.subarray(0, 33), pngChunk(type, data), picture.subarray(33)]);
}

const frames = (count: number): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8 * count, channels: 3, background: '#c60', pageHeight: 8 } as never })
    .webp({ loop: 0 })
    .toBuffer();

/** Files that people and attackers send. */
export const NASTY_FILES: readonly NastyFile[] = [
  {
    what: 'a PNG of four milliards of black pixels in kilobytes',
    make: () => pngOf(65_000, 65_000),
    asPhoto: 'refused',
    asPaper: 'refused',
  },
  {
    what: 'a PNG that really unpacks to 64 million pixels',
    make: () => blackPng(8_000),
    asPhoto: 'refused',
    asPaper: 'refused',
  },
  {
    what: 'a PNG with a text that unpacks to 50 MiB',
    make: () =>
      withChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(50 * 1024 * 1024))])),
    asPhoto: 'shown',
    asPaper: 'shown',
  },
  {
    what: 'a PNG with a colour profile that unpacks to 50 MiB',
    make: () => withChunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), deflateSync(Buffer.alloc(50 * 1024 * 1024))])),
    asPhoto: 'shown',
    asPaper: 'shown',
  },
  { what: 'a moving WebP of 500 frames', make: () => frames(500), asPhoto: 'shown', asPaper: 'turned away' },
  {
    what: 'a picture that is a page too',
    make: async () => Buffer.concat([await png(), hidden]),
    asPhoto: 'shown',
    asPaper: 'shown',
  },
  {
    what: 'a picture with a page in its text',
    make: () => withChunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), hidden])),
    asPhoto: 'shown',
    asPaper: 'shown',
  },
  {
    what: 'a picture with an archive behind it',
    make: async () => Buffer.concat([await jpeg(), zip(), hidden]),
    asPhoto: 'shown',
    asPaper: 'shown',
  },
  {
    what: 'a picture with a document behind it',
    make: async () => Buffer.concat([await jpeg(), paperPdf()]),
    asPhoto: 'shown',
    asPaper: 'shown',
  },
  {
    what: 'a picture that begins with a page',
    make: async () => Buffer.concat([hidden, await png()]),
    asPhoto: 'turned away',
    asPaper: 'turned away',
  },
  {
    what: 'a picture cut in half',
    make: async () => (await jpeg(600, 400)).subarray(0, 900),
    asPhoto: 'refused',
    asPaper: 'refused',
  },
  { what: 'an SVG with a script', make: svg, asPhoto: 'turned away', asPaper: 'turned away' },
  {
    what: 'an SVG that reads a file',
    make: () =>
      Buffer.from(
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
      ),
    asPhoto: 'turned away',
    asPaper: 'turned away',
  },
  {
    what: 'an SVG of a milliard of laughs',
    make: () =>
      Buffer.from(
        `<!DOCTYPE svg [<!ENTITY a0 "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')}]><svg>&a9;</svg>`,
      ),
    asPhoto: 'turned away',
    asPaper: 'turned away',
  },
  {
    what: 'a gzip of 64 MiB of nothing',
    make: () => gzipSync(Buffer.alloc(64 * 1024 * 1024)),
    asPhoto: 'turned away',
    asPaper: 'turned away',
  },
  { what: 'an archive', make: zip, asPhoto: 'turned away', asPaper: 'turned away' },
  {
    what: 'a program',
    make: () => Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(200)]),
    asPhoto: 'turned away',
    asPaper: 'turned away',
  },
  { what: 'a page', make: () => hidden, asPhoto: 'turned away', asPaper: 'turned away' },
  {
    what: 'a document with a script in it',
    make: () => paperPdf({ catalog: `/OpenAction << /S /JavaScript /JS (${HIDDEN}) >>` }),
    asPhoto: 'turned away',
    asPaper: 'shown',
  },
  {
    what: 'a document with a page behind it',
    make: () => Buffer.concat([paperPdf(), hidden]),
    asPhoto: 'turned away',
    asPaper: 'shown',
  },
  {
    what: 'a document that wants a password',
    make: () => REFUSED_PAPERS[0]?.[1] as Buffer,
    asPhoto: 'turned away',
    asPaper: 'refused',
  },
  { what: 'half a document', make: () => paperPdf().subarray(0, 400), asPhoto: 'turned away', asPaper: 'refused' },
  { what: 'nothing', make: () => Buffer.alloc(0), asPhoto: 'turned away', asPaper: 'turned away' },
  { what: 'one null', make: () => Buffer.alloc(1), asPhoto: 'turned away', asPaper: 'turned away' },
];

/** What a file may be called, and what it may be said to be: neither counts. */
export const NASTY_NAMES: readonly (readonly [name: string, type: string])[] = [
  ['../../../../etc/passwd', 'image/png'],
  ['..\\..\\windows\\win.ini', 'image/png'],
  ['/etc/cron.d/x', 'image/png'],
  ['CON', 'image/png'],
  ['.htaccess', 'image/png'],
  ['x.php', 'application/x-php'],
  ['x.png.exe', 'application/x-msdownload'],
  ['x.html', 'text/html'],
  ['x.svg', 'image/svg+xml'],
  ['счёт\u202egnp.exe', 'image/png'],
  ['\u0000.png', 'image/png'],
  [`${'я'.repeat(3000)}.png`, 'image/png'],
  ['a"; filename="b.png', 'image/png'],
  ['$(id).png', 'image/png'],
  ['👩🏽‍🚒.png', ''],
  ['x.png', 'nonsense'],
  ['x.png', 'image/png; charset=utf-7'],
  ['', 'image/png'],
  ['__proto__', 'image/png'],
];
