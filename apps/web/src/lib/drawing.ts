// The scheme and its coins as plain functions: no dependency, no DOM, the same result everywhere.
const one = (n: number): number => +n.toFixed(1);

/** Height (0..2, in radii) of the lower slice of a disc that covers `share` (0..1) of its area. */
function sliceHeight(share: number): number {
  let low = 0;
  let high = 2;
  for (let i = 0; i < 40; i += 1) {
    const h = (low + high) / 2;
    const area = Math.acos(1 - h) - (1 - h) * Math.sqrt(Math.max(0, 2 * h - h * h));
    if (area / Math.PI < share) low = h;
    else high = h;
  }
  return low;
}

/** The filled part of a coin as an SVG path, or 'empty' / 'full'. The filled *area* is the share. */
export function coinFill(cx: number, cy: number, r: number, share: number): string {
  if (share <= 0.005) return 'empty';
  if (share >= 0.995) return 'full';
  const h = sliceHeight(share) * r;
  const y = cy + r - h;
  const dx = Math.sqrt(r * r - (y - cy) ** 2);
  return `M${one(cx - dx)} ${one(y)}A${one(r)} ${one(r)} 0 ${h > r ? 1 : 0} 0 ${one(cx + dx)} ${one(y)}Z`;
}

type Table = readonly (readonly [number, number])[];
const stretch =
  (table: Table) =>
  (value: number): number => {
    let [a, b] = table[0] ?? [0, 0];
    for (const [c, d] of table.slice(1)) {
      if (value <= c) return b + ((value - a) / (c - a)) * (d - b);
      [a, b] = [c, d];
    }
    return 1;
  };

/** Kilometre for kilometre, from the first place to the last: where a region says nothing better. */
function evenly(values: readonly number[]): Table {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return high > low
    ? [
        [low, 0],
        [high, 1],
      ]
    : [
        [low - 1, 0],
        [low + 1, 1],
      ];
}

/** `label` stands under the coin: the name, or nothing where there is no room for all. */
export interface CoinPlace {
  code: string;
  name: string;
  label?: string;
  lat: number;
  lon: number;
  open: number;
  share: number;
}
export interface PlacedCoin extends CoinPlace {
  x: number;
  y: number;
  r: number;
}
interface Node extends PlacedCoin {
  ax: number;
  ay: number;
  w: number;
  below: number;
}
interface Frame {
  width: number;
  height: number;
  scale: number;
  font: number;
  gap: number;
  north?: Table | null;
  east?: Table | null;
  nudges?: Readonly<Record<string, number>>;
}

function parted(a: Node, b: Node, gap: number): void {
  const ox = (a.w + b.w) / 2 - Math.abs(a.x - b.x);
  const oy = (2 * a.r + a.below + 2 * b.r + b.below) / 2 + gap - Math.abs(a.y + a.below / 2 - b.y - b.below / 2);
  if (ox <= 0 || oy <= 0) return;
  const shareA = b.r / (a.r + b.r);
  if (ox < oy) {
    const side = (a.ax - b.ax || 0.1) >= 0 ? 1 : -1;
    a.x += side * ox * shareA * 0.5;
    b.x -= side * ox * (1 - shareA) * 0.5;
  } else {
    const side = (a.ay - b.ay || 0.1) >= 0 ? 1 : -1;
    a.y += side * oy * shareA * 0.5;
    b.y -= side * oy * (1 - shareA) * 0.5;
  }
}

/** Where each coin stands: at its coordinates, then pushed apart, the smaller one moving further. Deterministic. */
export function placeCoins(places: readonly CoinPlace[], frame: Frame): PlacedCoin[] {
  const fy = stretch(frame.north ?? evenly(places.map((place) => place.lat)));
  const fx = stretch(frame.east ?? evenly(places.map((place) => place.lon)));
  const nodes: Node[] = places.map((place) => {
    const r = Math.max(6, Math.sqrt(place.open) * frame.scale);
    const label = place.label ?? place.name;
    const nudge = frame.nudges?.[place.code] ?? 0;
    const ax = 56 + fx(place.lon) * (frame.width - 112) + nudge * frame.width;
    const ay = 40 + (1 - fy(place.lat)) * (frame.height - 80);
    return {
      ...place,
      r,
      ax,
      ay,
      x: ax,
      y: ay,
      w: Math.max(2 * r, label.length * frame.font * 0.62) + frame.gap,
      below: label === '' ? 0 : frame.font + 4,
    };
  });
  const pairs = nodes.flatMap((a, i) => nodes.slice(i + 1).map((b): [Node, Node] => [a, b]));
  for (let round = 0; round < 1400; round += 1) {
    const pull = round < 1000 ? 0.012 : 0;
    for (const node of nodes) {
      node.x += (node.ax - node.x) * pull;
      node.y += (node.ay - node.y) * pull;
    }
    for (const [a, b] of pairs) parted(a, b, frame.gap);
    for (const node of nodes) {
      node.x = Math.min(frame.width - node.w / 2 - 2, Math.max(node.w / 2 + 2, node.x));
      node.y = Math.min(frame.height - node.r - node.below - 4, Math.max(node.r + 6, node.y));
    }
  }
  return nodes;
}

/** A soft line that passes exactly through its points. */
export function smooth(points: readonly (readonly [number, number])[], k = 0.17): string {
  const at = (index: number): readonly [number, number] =>
    points[Math.min(points.length - 1, Math.max(0, index))] ?? [0, 0];
  let d = `M${one(at(0)[0])} ${one(at(0)[1])}`;
  for (let i = 0; i < points.length - 1; i += 1) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    d += `C${one(b[0] + (c[0] - a[0]) * k)} ${one(b[1] + (c[1] - a[1]) * k)} ${one(c[0] - (e[0] - b[0]) * k)} ${one(c[1] - (e[1] - b[1]) * k)} ${one(c[0])} ${one(c[1])}`;
  }
  return d;
}
