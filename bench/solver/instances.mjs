// Deterministic instances shaped like a social bank: a category (Zipf) and a place (population-like weights) on each side, log-normal
// quantities, an offer meets needs of its category within its radius, at most `degree` best pairs per offer are kept.
import { closeSync, openSync, readSync, renameSync, writeSync } from 'node:fs';

const USUAL = { seed: 1, degree: 20, sample: 400, linked: 0, unit: false, categories: 130, sorted: false };

/**
 * linked: that share of offers also serves a second category, so that the graph hangs together. unit: every quantity is 1 (shifts of
 * volunteers). degree: pairs kept per offer. sample: needs looked at per offer; a bigger neighbourhood is sampled.
 */
export const SHAPES = {
  S: { offers: 1_000, needs: 1_000 },
  M: { offers: 10_000, needs: 10_000 },
  Mdense: { offers: 10_000, needs: 10_000, degree: 100, sample: 2_000 },
  L: { offers: 100_000, needs: 100_000 },
  Llink: { offers: 100_000, needs: 100_000, linked: 0.05 },
  Lunit: { offers: 100_000, needs: 100_000, unit: true },
  money: { offers: 20_000, needs: 20_000, categories: 1, degree: 50, sample: 2_000 },
  XL: { offers: 1_000_000, needs: 1_000_000 },
};

const MAGIC = 0x54504e31;

/** Little-endian Int32 stream: magic, supplies, demands, arcs, then supply, demand, start, col, weight. */
export function writeInstance(path, instance) {
  const file = openSync(`${path}.new`, 'w');
  const put = (numbers) => {
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    for (let at = 0; at < bytes.length; at += 1 << 26) writeSync(file, bytes, at, Math.min(1 << 26, bytes.length - at));
  };
  put(Int32Array.of(MAGIC, instance.supply.length, instance.demand.length, instance.col.length));
  for (const numbers of [instance.supply, instance.demand, instance.start, instance.col, instance.weight]) put(numbers);
  closeSync(file);
  renameSync(`${path}.new`, path);
}

/** As a problem of libs/solver. */
export function readInstance(path) {
  const file = openSync(path, 'r');
  const get = (n) => {
    const numbers = new Int32Array(n),
      bytes = new Uint8Array(numbers.buffer);
    for (let at = 0; at < bytes.length;) {
      const got = readSync(file, bytes, at, Math.min(1 << 26, bytes.length - at), null);
      if (got === 0) throw new Error(`${path}: truncated`);
      at += got;
    }
    return numbers;
  };
  const [magic, supplies, demands, arcs] = get(4);
  if (magic !== MAGIC) throw new Error(`${path}: not an instance`);
  const instance = {
    supply: Float64Array.from(get(supplies)),
    demand: Float64Array.from(get(demands)),
    start: get(supplies + 1),
    col: get(arcs),
    weight: get(arcs),
  };
  closeSync(file);
  return instance;
}

export const makeInstance = (name) => generate({ ...USUAL, ...SHAPES[name] });

/** sfc32: small, fast, the same everywhere. */
function random(seed) {
  let a = seed | 0,
    b = 0x9e3779b9 | 0,
    c = 0x243f6a88 | 0,
    d = 1;
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let k = 0; k < 16; k++) next();
  return next;
}

/** A hash of a pair to [0, 1): parts of the score that belong to the pair, not to either side. */
function pairHash(i, j) {
  let h = Math.imul(i ^ 0x5bd1e995, 0x85ebca6b) ^ Math.imul(j + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

const PLACES = 29;
const RADII = [
  [0.2, 15],
  [0.45, 40],
  [0.7, 80],
  [0.85, 150],
  [1, 1000],
];

function generate(shape) {
  const rnd = random(shape.seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - rnd())) * Math.cos(2 * Math.PI * rnd());
  const cumulative = (n, f) => {
    const c = new Float64Array(n);
    let sum = 0;
    for (let k = 0; k < n; k++) c[k] = sum += f(k);
    return c.map((x) => x / sum);
  };
  const draw = (c) => {
    const u = rnd();
    let lo = 0,
      hi = c.length - 1;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (c[mid] > u) hi = mid;
      else lo = mid + 1;
    }
    return lo;
  };
  const categoryLaw = cumulative(shape.categories, (k) => 1 / (k + 1));
  const placeLaw = cumulative(PLACES, (k) => (k === 0 ? 4 : 1) / (k + 2) ** 0.8);
  const placeX = Float64Array.from({ length: PLACES }, () => rnd() * 500);
  const placeY = Float64Array.from({ length: PLACES }, () => rnd() * 800);
  const equity = Float64Array.from({ length: PLACES }, () => rnd());
  const quantity = (mu) => (shape.unit ? 1 : Math.max(1, Math.min(10000, Math.round(Math.exp(mu + 1.5 * normal())))));

  const side = (n, mu) => {
    const category = new Uint8Array(n),
      place = new Uint8Array(n),
      x = new Float32Array(n),
      y = new Float32Array(n);
    const amount = new Int32Array(n);
    for (let k = 0; k < n; k++) {
      category[k] = draw(categoryLaw);
      const p = (place[k] = draw(placeLaw));
      x[k] = placeX[p] + 10 * normal();
      y[k] = placeY[p] + 10 * normal();
      amount[k] = quantity(mu);
    }
    return { category, place, x, y, amount };
  };
  const offer = side(shape.offers, 3);
  const need = side(shape.needs, 3.2);
  if (shape.sorted) {
    for (const s of [offer, need]) {
      const order = Array.from(s.amount, (_, k) => k).sort(
        (a, b) => s.category[a] - s.category[b] || s.place[a] - s.place[b] || a - b,
      );
      s.category = s.category.map((_, k) => s.category[order[k]]);
      s.x = s.x.map((_, k) => s.x[order[k]]);
      s.y = s.y.map((_, k) => s.y[order[k]]);
      s.amount = s.amount.map((_, k) => s.amount[order[k]]);
      s.place = s.place.map((_, k) => s.place[order[k]]);
    }
  }
  // The parts of the score that belong to the need: urgency (declared level and deadline), waiting, equity of its place.
  const needPart = Float64Array.from({ length: shape.needs }, (_, j) => {
    const urgency = 0.7 * (Math.floor(rnd() * 4) / 3) + 0.3 * rnd();
    return 0.25 * urgency + 0.1 * rnd() + 0.05 * equity[need.place[j]];
  });

  // Postings: needs by category and place.
  const cells = shape.categories * PLACES;
  const cellStart = new Int32Array(cells + 1);
  for (let j = 0; j < shape.needs; j++) cellStart[need.category[j] * PLACES + need.place[j] + 1]++;
  for (let c = 0; c < cells; c++) cellStart[c + 1] += cellStart[c];
  const posting = new Int32Array(shape.needs);
  const fill = cellStart.slice();
  for (let j = 0; j < shape.needs; j++) posting[fill[need.category[j] * PLACES + need.place[j]]++] = j;

  const { degree } = shape;
  const start = new Int32Array(shape.offers + 1);
  const col = new Int32Array(shape.offers * degree);
  const weight = new Int32Array(shape.offers * degree);
  const bestW = new Int32Array(degree),
    bestJ = new Int32Array(degree);
  let m = 0;
  for (let i = 0; i < shape.offers; i++) {
    const u = rnd();
    const radius = RADII.find(([share]) => u < share)[1];
    const categories = [offer.category[i]];
    if (rnd() < shape.linked) categories.push(draw(categoryLaw));
    let total = 0;
    const near = [];
    for (const c of new Set(categories)) {
      for (let p = 0; p < PLACES; p++) {
        // Addresses scatter around the centre of a place, hence the margin; the exact distance is checked below.
        if (Math.hypot(placeX[p] - offer.x[i], placeY[p] - offer.y[i]) > radius + 30) continue;
        const cell = c * PLACES + p;
        near.push(cell);
        total += cellStart[cell + 1] - cellStart[cell];
      }
    }
    const step = Math.max(1, total / shape.sample);
    let next = step > 1 ? rnd() * step : 0,
      seen = 0,
      kept = 0;
    for (const cell of near) {
      const from = cellStart[cell],
        size = cellStart[cell + 1] - from;
      for (; next < seen + size; next += step) {
        const j = posting[from + Math.floor(next) - seen];
        const d = Math.hypot(need.x[j] - offer.x[i], need.y[j] - offer.y[i]);
        if (d > radius) continue;
        const h = pairHash(i, j);
        const purpose = Math.floor(h * 5) / 4;
        const preference = (h * 50) % 1 < 0.1 ? 1 : 0;
        const score = 0.3 * Math.max(0, 1 - d / Math.min(radius, 300)) + needPart[j] + 0.2 * purpose + 0.1 * preference;
        const w = Math.round(score * 1e6);
        if (kept === degree && w <= bestW[kept - 1]) continue;
        let at = kept < degree ? kept++ : kept - 1;
        for (; at > 0 && bestW[at - 1] < w; at--) {
          bestW[at] = bestW[at - 1];
          bestJ[at] = bestJ[at - 1];
        }
        bestW[at] = w;
        bestJ[at] = j;
      }
      seen += size;
    }
    const order = Array.from({ length: kept }, (_, k) => k).sort((a, b) => bestJ[a] - bestJ[b]);
    for (const k of order) {
      col[m] = bestJ[k];
      weight[m++] = bestW[k];
    }
    start[i + 1] = m;
  }
  return { supply: offer.amount, demand: need.amount, start, col: col.slice(0, m), weight: weight.slice(0, m) };
}
