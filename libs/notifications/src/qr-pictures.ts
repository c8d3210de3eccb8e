import { encode } from 'uqr';
import { sharpLibrary } from '#photos';
import type { LetterPicture, MailPicture } from '#platform';
import { pictureId } from './letter.rules.js';

/** Twice the size at which the mail shows it, for fine screens. */
const SIDE = 480;
const [DARK, LIGHT] = [0, 255];

/** QR codes as PNG: mail programs show no SVG. */
export async function qrPictures(pictures: readonly MailPicture[]): Promise<LetterPicture[]> {
  if (pictures.length === 0) return [];
  const sharp = await sharpLibrary();
  return Promise.all(
    pictures.map(async ({ qr }, at) => {
      const { size, data } = encode([...Buffer.from(qr, 'base64')], { border: 2 });
      const pixels = Uint8Array.from(data.flat(), (dark) => (dark ? DARK : LIGHT));
      const png = await sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
        .resize(SIDE, SIDE, { kernel: 'nearest' })
        .png()
        .toBuffer();
      return { cid: pictureId(at), png };
    }),
  );
}
