import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import type { Plugin } from 'vite';

const GROUND = '#06312a';
const PAPER = '#f4f5f1';
/** `part`: how much of the picture the coin takes; a system may cut what is outside of 0.8. */
const ICONS = [
  { file: 'icon-192.png', size: 192, part: 0.94, ground: null },
  { file: 'icon-512.png', size: 512, part: 0.94, ground: null },
  { file: 'icon-maskable-512.png', size: 512, part: 0.62, ground: GROUND },
  { file: 'apple-touch-icon.png', size: 180, part: 0.72, ground: PAPER },
];

/** Draws the pictures of the installed application from the logo, and says in a manifest for each language what is installed. */
export function drawIcons(): Plugin {
  let [root, out] = ['', ''];
  return {
    name: 'lepta-icons',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    configResolved: (config) => void ([root, out] = [config.root, resolve(config.root, config.build.outDir)]),
    writeBundle: { order: 'pre', sequential: true, handler: () => write(root, out) },
  };
}

async function write(root: string, out: string): Promise<void> {
  const logo = await readFile(join(root, 'public', 'favicon.svg'));
  for (const { file, size, part, ground } of ICONS) {
    const coin = await sharp(logo, { density: 72 * 24 })
      .resize(Math.round(size * part))
      .png()
      .toBuffer();
    const picture = sharp({
      create: { width: size, height: size, channels: 4, background: ground ?? { r: 0, g: 0, b: 0, alpha: 0 } },
    }).composite([{ input: coin, gravity: 'centre' }]);
    await picture.png({ compressionLevel: 9, palette: true }).toFile(join(out, file));
  }
  await writeFile(join(out, 'manifest.webmanifest'), manifest('ru'));
  await writeFile(join(out, 'manifest.en.webmanifest'), manifest('en'));
}

function manifest(locale: 'ru' | 'en'): string {
  const words =
    locale === 'ru'
      ? {
          name: 'Лепта, социальный банк',
          short_name: 'Лепта',
          needs: 'Что нужно',
          account: 'Мой счёт',
          shifts: 'Мои смены',
        }
      : {
          name: 'Lepta, a social bank',
          short_name: 'Lepta',
          needs: 'What is needed',
          account: 'My account',
          shifts: 'My shifts',
        };
  const home = locale === 'ru' ? '' : '/en';
  return JSON.stringify({
    id: '/',
    lang: locale,
    dir: 'ltr',
    name: words.name,
    short_name: words.short_name,
    start_url: home || '/',
    scope: '/',
    display: 'standalone',
    theme_color: GROUND,
    background_color: PAPER,
    icons: [192, 512]
      .map((size) => ({ src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any' }))
      .concat({ src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' }),
    shortcuts: [
      [words.needs, '/needs'],
      [words.account, '/me'],
      [words.shifts, '/me/shifts'],
    ].map(([name, path]) => ({ name, url: `${home}${path}` })),
  });
}
