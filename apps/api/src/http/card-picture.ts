import type { OverlayOptions } from 'sharp';
import { sharpLibrary } from '#photos';

/** What stands on a card; shares are of one. */
export interface Card {
  readonly site: string;
  readonly host: string;
  readonly title: string;
  readonly under: string;
  readonly kind: 'money' | 'goods' | 'time';
  readonly received: number;
  readonly reserved: number;
  readonly figures: readonly (readonly [label: string, figure: string])[];
}

export const CARD_SIZE = { width: 1200, height: 630 } as const;
const GROUND = '#06312a';
const QUIET = '#a9c4bb';
const BAR = { left: 72, top: 400, width: 1056, height: 28 } as const;
const BAR_GROUND = '#1d4a41';
const HELD = '#7d8f6a';
const COLOURS = { money: '#e8ae3c', goods: '#e8ae3c', time: '#c9a6d8' } as const;
/** The longest title that three lines hold. */
const TITLE_MOST = 120;
/** How wide a letter of the font is at most on average, of its height. */
const LETTER = 0.62;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

interface Line {
  readonly words: string;
  readonly colour: string;
  readonly points: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A picture of 1200 x 630. Letters come from the file of the font: the machine need have none. */
export async function drawCard(card: Card, fontfile: string): Promise<Buffer> {
  const sharp = await sharpLibrary();
  const written = async ({ words, colour, points, left, top, width, height }: Line): Promise<OverlayOptions[]> => {
    if (words.trim() === '') return [];
    const markup = `<span foreground="${colour}" size="${Math.round(points * 1024)}">${escaped(words)}</span>`;
    const { data, info } = await sharp({
      text: { text: markup, font: 'Noto Sans SemiBold', fontfile, rgba: true, dpi: 72, width, wrap: 'word-char' },
    })
      .png()
      .toBuffer({ resolveWithObject: true });
    return [
      {
        input:
          info.height > height
            ? await sharp(data).extract({ left: 0, top: 0, width: info.width, height }).toBuffer()
            : data,
        left,
        top,
      },
    ];
  };
  const rectangle = (left: number, top: number, width: number, height: number, background: string): OverlayOptions[] =>
    width < 1
      ? []
      : [
          {
            input: { create: { width: Math.round(width), height, channels: 4, background } },
            left: Math.round(left),
            top,
          },
        ];
  const got = Math.min(1, Math.max(0, card.received)) * BAR.width;
  const held = Math.min(BAR.width - got, Math.max(0, card.reserved) * BAR.width);
  const column = BAR.width / card.figures.length;
  const longest = Math.max(...card.figures.map(([, figure]) => figure.length));
  const points = Math.min(46, Math.floor((column - 20) / (longest * LETTER))); // all of one size, none cut
  const lines: Line[] = [
    { words: card.site, colour: '#ffffff', points: 34, left: 72, top: 56, width: 500, height: 60 },
    { words: card.host, colour: QUIET, points: 26, left: 640, top: 62, width: 488, height: 50 },
    {
      words: shortened(card.title, TITLE_MOST),
      colour: '#ffffff',
      points: 50,
      left: 72,
      top: 138,
      width: 1056,
      height: 190,
    },
    { words: shortened(card.under, 60), colour: QUIET, points: 28, left: 72, top: 342, width: 1056, height: 44 },
    ...card.figures.flatMap(([label, figure], at): Line[] => {
      const left = Math.round(BAR.left + at * column);
      return [
        { words: label, colour: QUIET, points: 26, left, top: 462, width: column - 20, height: 40 },
        { words: figure, colour: '#ffffff', points, left, top: 508, width: column - 20, height: 70 },
      ];
    }),
  ];
  const letters: OverlayOptions[] = [];
  for (const line of lines) letters.push(...(await written(line))); // not at once: a card takes one thread
  const overlays = [
    ...rectangle(BAR.left, BAR.top, BAR.width, BAR.height, BAR_GROUND),
    ...rectangle(BAR.left, BAR.top, got, BAR.height, COLOURS[card.kind]),
    ...rectangle(BAR.left + got, BAR.top, held, BAR.height, HELD),
    ...letters,
  ];
  return sharp({ create: { ...CARD_SIZE, channels: 3, background: GROUND } })
    .composite(overlays)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}
