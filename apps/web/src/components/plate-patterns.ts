// Printed patterns of the thing itself, in place of stock photos. Pure: the same seed gives the same drawing.
import { seeded, type PatternName, type Random } from './plate-names.js';

type Pattern = (width: number, height: number, random: Random) => string;

const one = (n: number): number => +n.toFixed(1);
const ink = (random: Random): 1 | 2 | 3 => {
  const r = random();
  return r < 0.5 ? 1 : r < 0.76 ? 3 : 2;
};

/** Rows of one motif, every second row shifted by half a step. */
function rows(width: number, height: number, dx: number, dy: number, motif: (x: number, y: number) => string): string {
  let out = '';
  for (let row = 0, y = dy * 0.3; y < height + dy; row += 1, y += dy) {
    for (let x = row % 2 === 0 ? 0 : dx / 2; x < width + dx; x += dx) out += motif(one(x), one(y));
  }
  return out;
}

const logs: Pattern = (w, h, random) =>
  rows(w, h, 76, 66, (x, y) => {
    const r = 33 + random() * 4;
    const tone = ink(random);
    const line = tone === 1 ? 'var(--pbg)' : tone === 3 ? 'var(--p2)' : 'var(--p1)';
    const rings = [0.74, 0.5, 0.27]
      .map(
        (k) =>
          `<circle cx="${one(x + random() * 3 - 1.5)}" cy="${one(y + random() * 3 - 1.5)}" r="${one(r * k)}" fill="none" stroke="${line}" stroke-width="1.6" opacity=".75"/>`,
      )
      .join('');
    const turn = random() * 6.28;
    return `<circle class="p-${tone}" cx="${x}" cy="${y}" r="${one(r)}"/>${rings}<path d="M${x} ${y}l${one(Math.cos(turn) * r * 0.78)} ${one(Math.sin(turn) * r * 0.78)}" stroke="${line}" stroke-width="1.8"/>`;
  });

const screens: Pattern = (w, h, random) =>
  rows(w, h, 112, 72, (x, y) => {
    const tone = ink(random);
    const face =
      random() < 0.5
        ? `M${x - 19} ${y - 6}h26M${x - 19} ${y}h36M${x - 19} ${y + 6}h20`
        : `M${x - 18} ${y - 8}l7 6-7 6M${x - 7} ${y + 6}h14`;
    return `<rect class="p-${tone}" x="${x - 31}" y="${y - 22}" width="62" height="42" rx="4"/><rect x="${x - 26}" y="${y - 17}" width="52" height="31" rx="1" fill="var(--pbg)"/><path class="p-${tone}" d="M${x - 40} ${y + 23}h80l-5 8H${x - 35}Z"/><path d="${face}" fill="none" stroke="var(--p2)" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/>`;
  });

const bowls: Pattern = (w, h, random) =>
  rows(
    w,
    h,
    120,
    88,
    (x, y) =>
      `<path class="p-${random() < 0.6 ? 1 : 2}" d="M${x - 42} ${y}h84c0 24-16 38-42 38s-42-14-42-38Z"/><rect class="p-3" x="${x - 20}" y="${y + 38}" width="40" height="5" rx="2.5"/><path class="p-l2" stroke-width="4" stroke-linecap="round" d="M${x - 14} ${y - 10}c-6-7 6-10 0-18M${x + 4} ${y - 10}c-6-7 6-10 0-18M${x + 22} ${y - 10}c-6-7 6-10 0-18" opacity=".8"/>`,
  );

const wheels: Pattern = (w, h, random) =>
  rows(w, h, 92, 84, (x, y) => {
    const tone = ink(random);
    const spokes = [0, 30, 60, 90, 120, 150]
      .map((turn) => `<path stroke-width="1.8" d="M${x} ${y - 31}v62" transform="rotate(${turn} ${x} ${y})"/>`)
      .join('');
    return `<g fill="none" stroke="var(--p${tone})"><circle cx="${x}" cy="${y}" r="34" stroke-width="6"/><circle cx="${x}" cy="${y}" r="6" stroke-width="5"/>${spokes}</g>`;
  });

const knit: Pattern = (w, h, random) => {
  let out = '';
  for (let y = -20; y < h + 20; y += 22) {
    const band = 0.5 + 0.5 * Math.sin(y / 30);
    for (let x = -18; x < w + 18; x += 36)
      out += `<path class="p-${random() < 0.12 ? 2 : random() < band ? 1 : 3}" d="M${x} ${y}l18 14 18-14v14l-18 14-18-14Z"/>`;
  }
  return out;
};

const books: Pattern = (w, h, random) => {
  let out = '';
  for (let shelf = 74; shelf < h + 80; shelf += 86) {
    for (let x = -10; x < w;) {
      const wide = 14 + random() * 16;
      const tall = 56 + random() * 18;
      out += `<rect class="p-${ink(random)}" x="${one(x)}" y="${one(shelf - tall)}" width="${one(wide)}" height="${one(tall)}" rx="1.5"/><rect x="${one(x + 3)}" y="${one(shelf - tall + 10)}" width="${one(wide - 6)}" height="3" fill="var(--pbg)"/>`;
      x += wide + 2.5 + (random() < 0.12 ? 14 : 0);
    }
    out += `<rect class="p-1" x="-4" y="${shelf}" width="${w + 8}" height="5"/>`;
  }
  return out;
};

const houses: Pattern = (w, h, random) =>
  rows(w, h, 96, 78, (x, y) => {
    const wall = random() < 0.5 ? 1 : 3;
    return `<rect class="p-${wall}" x="${x - 34}" y="${y}" width="68" height="42"/><path class="p-2" d="M${x - 42} ${y}l42-26 42 26Z"/><rect x="${x - 8}" y="${y + 10}" width="16" height="15" fill="var(--pbg)"/><path d="M${x} ${y + 10}v15M${x - 8} ${y + 17}h16" stroke="var(--p2)" stroke-width="1.5"/>`;
  });

const sprigs: Pattern = (w, h, random) =>
  rows(w, h, 70, 84, (x, y) => {
    const tone = ink(random);
    const leaves = [0, 1, 2, 3]
      .map(
        (i) =>
          `<path class="p-${tone}" d="M${x} ${y + 24 - i * 15}c8-14 22-14 26-10-2 9-14 14-26 10ZM${x} ${y + 24 - i * 15}c-8-14-22-14-26-10 2 9 14 14 26 10Z"/>`,
      )
      .join('');
    return `<path d="M${x} ${y + 36}v-66" stroke="var(--p2)" stroke-width="2"/>${leaves}`;
  });

const crosses: Pattern = (w, h, random) =>
  rows(w, h, 74, 64, (x, y) => {
    const tone = ink(random);
    return `<path class="p-${tone}" d="M${x - 9} ${y - 26}h18v17h17v18h-17v17h-18v-17h-17v-18h17Z"/><circle cx="${x}" cy="${y}" r="4" fill="var(--pbg)"/>`;
  });

const PATTERNS: Readonly<Record<PatternName, Pattern>> = {
  logs,
  screens,
  bowls,
  wheels,
  knit,
  books,
  houses,
  sprigs,
  crosses,
};

/** The inside of the SVG, on its ground. */
export function drawPattern(name: PatternName, width: number, height: number, seed: string): string {
  return `<rect class="p-bg" width="${width}" height="${height}"/>${PATTERNS[name](width, height, seeded(seed))}`;
}
