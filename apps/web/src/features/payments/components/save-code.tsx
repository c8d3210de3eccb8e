import type { MouseEvent, ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { t } from '../../../lib/words.js';

const LEAST_PX = 600;

/** The code as a PNG on white: so many whole pixels to a square that it has 600 at least, and around it the white rim that a scanner looks for. */
async function pngOf(svg: string): Promise<Blob | null> {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1] ?? LEAST_PX);
  const size = side * Math.max(1, Math.ceil(LEAST_PX / side));
  const rim = Math.round(size / 16);
  const image = new Image();
  // Of an SVG that does not say how large it is, some browsers draw nothing.
  image.src = `data:image/svg+xml,${encodeURIComponent(svg.replace('<svg ', `<svg width="${size}" height="${size}" `))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size + 2 * rim;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, rim, rim, size, size);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function download(href: string, name: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
}

/** Saves a payment code for the gallery, from which bank apps read it: they take PNG, no SVG. Without a script, or where no canvas can be read, the SVG is all there is. */
export function SaveCode({ svg, name }: { svg: string; name: string }): ReactNode {
  const drawn = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  const save = async (event: MouseEvent): Promise<void> => {
    event.preventDefault();
    const png = await pngOf(svg).catch(() => null);
    if (!png) return download(drawn, `${name}.svg`);
    const url = URL.createObjectURL(png);
    download(url, `${name}.png`);
    setTimeout(() => URL.revokeObjectURL(url), 60_000); // a slow phone reads it some time after the press
  };
  return (
    <a className="btn btn-quiet btn-dense" href={drawn} download={`${name}.svg`} onClick={(event) => void save(event)}>
      <Icon name="down" small />
      {t('payments:save')}
    </a>
  );
}
