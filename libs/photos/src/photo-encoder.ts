import { PHOTO_LIMITS, PHOTO_SIZES, type PhotoReason, type PhotoSize } from './photo.rules.js';

export type Encoded =
  | {
      readonly ok: true;
      readonly width: number;
      readonly height: number;
      readonly sizes: ReadonlyMap<PhotoSize, Uint8Array>;
    }
  | { readonly ok: false; readonly reason: PhotoReason };

/** Everything else that the library could open (SVG, TIFF, GIF, files with scripts) stays shut. */
const LOADERS = ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'];
const QUALITY = 80;

type Sharp = (typeof import('sharp'))['default'];
let library: Promise<Sharp> | undefined;

/** Loaded when first used. Code that makes a picture takes it from here: it opens few kinds of files, keeps nothing, and one picture takes one thread. */
export function sharpLibrary(): Promise<Sharp> {
  library ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: LOADERS });
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return library;
}

/**
 * Makes new pictures from the pixels of the old one: upright, WebP, in each size, without anything that the file held beside them
 * (place, camera, names, whatever hides behind the last byte). Of an animation the first frame.
 */
export async function encodePhoto(bytes: Uint8Array): Promise<Encoded> {
  const sharp = await sharpLibrary();
  const open = () =>
    sharp(bytes, {
      limitInputPixels: PHOTO_LIMITS.pixelsMax,
      failOn: 'warning',
      sequentialRead: true,
      pages: 1,
    }).timeout({ seconds: PHOTO_LIMITS.encodingSeconds });
  try {
    const { width: across, height: down } = await sharp(bytes, {
      limitInputPixels: false,
      failOn: 'warning',
      pages: 1,
    }).metadata(); // reads the head of the file only
    if (across * down > PHOTO_LIMITS.pixelsMax) return { ok: false, reason: 'too-many-pixels' };
    const sizes = new Map<PhotoSize, Uint8Array>();
    let [width, height] = [0, 0];
    for (const size of PHOTO_SIZES) {
      const { data, info } = await open()
        .autoOrient()
        .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb')
        .webp({ quality: QUALITY })
        .toBuffer({ resolveWithObject: true });
      sizes.set(size, data);
      [width, height] = [info.width, info.height];
    }
    return { ok: true, width, height, sizes };
  } catch (error) {
    return { ok: false, reason: /pixel limit/i.test((error as Error).message) ? 'too-many-pixels' : 'broken' };
  }
}

/** One of our own pictures for a paper, which takes no WebP: on white, because a drawing may have no ground. */
export async function asJpeg(bytes: Uint8Array): Promise<Uint8Array> {
  const sharp = await sharpLibrary();
  return sharp(bytes, { limitInputPixels: PHOTO_LIMITS.pixelsMax })
    .timeout({ seconds: PHOTO_LIMITS.encodingSeconds })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}
