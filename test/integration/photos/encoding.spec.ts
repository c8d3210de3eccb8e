import sharp from 'sharp';
import { encodePhoto } from '#photos';
import { avif, BAD_PHOTOS, gif, jpeg, NOT_PHOTOS, phonePhoto, png, svg, webp, zip } from '../../factories/pictures.js';

async function encoded(bytes: Buffer) {
  const answer = await encodePhoto(bytes);
  if (!answer.ok) throw new Error(answer.reason);
  return {
    ...answer,
    large: Buffer.from(answer.sizes.get(1600) as Uint8Array),
    small: Buffer.from(answer.sizes.get(480) as Uint8Array),
  };
}

test('two sizes, WebP, never larger than the picture was', async () => {
  const wide = await encoded(await jpeg(2400, 1200));
  expect([wide.width, wide.height]).toEqual([1600, 800]);
  expect(await sharp(wide.small).metadata()).toMatchObject({ format: 'webp', width: 480, height: 240 });
  const tiny = await encoded(await png(1, 1));
  expect([tiny.width, tiny.height]).toEqual([1, 1]);
  expect(await sharp(tiny.small).metadata()).toMatchObject({ width: 1, height: 1 });
});

test.each([
  ['JPEG', jpeg],
  ['PNG', png],
  ['WebP', webp],
  ['AVIF', avif],
] as const)('takes %s', async (_, make) => {
  expect(await encoded(await make())).toMatchObject({ ok: true, width: 40, height: 20 });
});

test('what a telephone wrote into the file is gone: place, maker, author; and the picture stands upright', async () => {
  const photo = await phonePhoto();
  const before = await sharp(photo).metadata();
  expect([before.orientation, before.exif?.includes('SecretPhone'), photo.includes('SecretPhone')]).toEqual([
    6,
    true,
    true,
  ]);
  const { large, small, width, height } = await encoded(photo);
  expect([width, height]).toEqual([200, 400]);
  for (const bytes of [large, small]) {
    const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({
      exif: undefined,
      xmp: undefined,
      iptc: undefined,
      icc: undefined,
      orientation: undefined,
    });
    expect(bytes.includes('EXIF')).toBe(false);
    expect(bytes.includes('SecretPhone')).toBe(false);
  }
});

test('what hides behind the picture does not come along', async () => {
  const { large } = await encoded(Buffer.concat([await jpeg(), zip(), Buffer.from('<script>alert(1)</script>')]));
  expect([large.includes('PK'), large.includes('script')]).toEqual([false, false]);
});

test.each(Object.entries(BAD_PHOTOS))('%s is refused', async (_, [reason, make]) => {
  expect(await encodePhoto(await make())).toEqual({ ok: false, reason });
});

test.each(Object.entries({ ...NOT_PHOTOS, 'an SVG': svg, 'a GIF again': gif }))(
  '%s is not opened even where it slips through',
  async (_, make) => {
    expect(await encodePhoto(await make())).toEqual({ ok: false, reason: 'broken' });
  },
);
