import { SKILL_WORDS, type SideColumns } from '../index/side-columns.js';
import type { Point } from '../sides.js';

/** The needs of an index in its own numbers, and what the numbers stand for: what a thread hands to another. */
export interface HandedNeeds {
  readonly needs: SideColumns;
  readonly codes: readonly string[];
  readonly skills: readonly string[];
  /** By cell. */
  readonly points: readonly (Point | null)[];
  readonly offsets: readonly number[];
}

const CODED = ['category', 'sphere', 'item', 'unit', 'place', 'party'] as const;

/**
 * The columns in the numbers of the index that takes them over. It gives new numbers in the order in which the rows were read, so that
 * they are those that it would have given itself.
 */
export function remapped(
  { needs, codes, skills, points }: HandedNeeds,
  codeOf: (code: string) => number,
  bitOf: (skill: string) => number,
  cellOf: (point: Point) => number,
): SideColumns {
  const count = needs.ids.length;
  const renumber = (column: Int32Array, numbers: Int32Array): void => {
    for (let row = 0; row < count; row++) column[row] = numbers[column[row] as number] as number;
  };
  const ofCode = Int32Array.from(['', ...codes], (code, number) => (number === 0 ? 0 : codeOf(code)));
  for (const name of CODED) renumber(needs[name], ofCode);
  for (const list of [...needs.sizes, ...needs.refused])
    list?.forEach((code, at) => (list[at] = ofCode[code] as number));
  renumber(
    needs.cell,
    Int32Array.from(points, (point) => (point === null ? 0 : cellOf(point))),
  );
  const bits = skills.map((skill) => bitOf(skill)); // a skill's bit is its number
  if (bits.some((bit, at) => bit !== at + 1))
    for (let row = 0; row < count; row++) renumberSkills(needs.skills, row, bits);
  return needs;
}

function renumberSkills(skills: Uint32Array, row: number, bits: readonly number[]): void {
  const words = skills.subarray(row * SKILL_WORDS, (row + 1) * SKILL_WORDS);
  if (words.every((word) => word === 0)) return;
  const before = words.slice();
  words.fill(0);
  for (const [at, bit] of bits.entries()) {
    const was = at + 1;
    if (((before[was >> 5] as number) & (1 << (was & 31))) !== 0)
      words[bit >> 5] = (words[bit >> 5] as number) | (1 << (bit & 31));
  }
}
