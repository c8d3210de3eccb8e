/** One node of a column, with its name. */
export interface Named {
  readonly key: string;
  readonly name: string;
  readonly amount: number;
}
/** `slot` is the room that it and its label have. */
export interface Box extends Named {
  readonly y: number;
  readonly height: number;
  readonly slot: number;
}

export const WIDTH = 1176;
const NODE = 10;
/** Where a column stands, and where its labels do. */
export interface Column {
  readonly x: number;
  readonly label: number;
  readonly anchor: 'start' | 'end';
}
export const GIVERS: Column = { x: 230, label: 220, anchor: 'end' };
export const SPHERES: Column = { x: 560, label: 580, anchor: 'start' };
export const PLACES: Column = { x: 930, label: 950, anchor: 'start' };
/** As high as all amounts together, and the least room for a label. */
const WHOLE = 380;
const LEAST = 22;
const GAP = 14;

/** The nodes of one column from above, each as high as its share of the whole. */
export function columnOf(nodes: readonly Named[]): { readonly boxes: Box[]; readonly height: number } {
  const whole = nodes.reduce((sum, { amount }) => sum + amount, 0);
  let top = 0;
  const boxes = nodes.map((node): Box => {
    const height = Math.max(1.5, (node.amount / whole) * WHOLE);
    const slot = Math.max(LEAST, height);
    const box = { ...node, y: top + (slot - height) / 2, height, slot };
    top += slot + GAP;
    return box;
  });
  return { boxes, height: Math.max(0, top - GAP) };
}

const one = (n: number): number => +n.toFixed(1);

export interface Way {
  readonly from: Named;
  readonly to: Named;
  readonly amount: number;
}
interface Side {
  readonly column: Column;
  readonly boxes: readonly Box[];
}

/** A ribbon for each way, one below the other at both of its ends. */
export function ribbonsOf(ways: readonly Way[], left: Side, right: Side): { readonly way: Way; readonly d: string }[] {
  const [a, b] = [left.column.x + NODE, right.column.x];
  const middle = (a + b) / 2;
  const used = new Map<Box, number>();
  const end = (boxes: readonly Box[], { key }: Named, amount: number): [number, number] => {
    const box = boxes.find((known) => known.key === key);
    if (!box) return [0, 0];
    const before = used.get(box) ?? 0;
    const height = (amount / box.amount) * box.height;
    used.set(box, before + height);
    return [one(box.y + before), one(box.y + before + height)];
  };
  return ways.map((way) => {
    const [fromTop, fromEnd] = end(left.boxes, way.from, way.amount);
    const [toTop, toEnd] = end(right.boxes, way.to, way.amount);
    const d = `M${a} ${fromTop}C${middle} ${fromTop} ${middle} ${toTop} ${b} ${toTop}V${toEnd}C${middle} ${toEnd} ${middle} ${fromEnd} ${a} ${fromEnd}Z`;
    return { way, d };
  });
}
