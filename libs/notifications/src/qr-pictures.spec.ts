import { sharpLibrary } from '#photos';
import { qrPictures } from './qr-pictures.js';

test('a code is a square picture of dark and light, each under its own name; without codes there is none', async () => {
  const qr = Buffer.from('ST00012|Name=АНО|Sum=150000').toString('base64');
  const pictures = await qrPictures([
    { qr, alt: 'QR' },
    { qr, alt: 'QR' },
  ]);
  expect(pictures.map(({ cid }) => cid)).toEqual(['picture-1', 'picture-2']);
  const sharp = await sharpLibrary();
  const { data, info } = await sharp(pictures[0]!.png).greyscale().raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, data[0], new Set(data).size]).toEqual([480, 480, 255, 2]);
  expect(await qrPictures([])).toEqual([]);
});
