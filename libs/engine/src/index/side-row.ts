import { SKILL_WORDS } from './side-columns.js';

/** Codes beyond it are a bug of the catalogue's size, told at once. */
export const SKILL_BITS = SKILL_WORDS * 32;

export const REMOTE = 1;
export const VETTED_ONLY = 2;
/** Some organization has seen the papers. */
export const CHECKED = 4;
/** Goes only where `only` says. */
export const BOUND = 8;
/** Must be kept cold. */
export const COLD = 16;
/** Keeps it cold. */
export const KEEPS_COLD = 32;
/** Given in whole boxes: only then `step` is asked. */
export const IN_BOXES = 64;
/** A thing of which something is said that needs may ask for, or a need that does not take everything. */
export const CHOOSY = 128;

/** Numbers of one row; codes are numbers of `Codes`. What a side has not is 0. */
export interface Row {
  readonly id: string;
  readonly kind: number;
  readonly category: number;
  readonly sphere: number;
  readonly item: number;
  readonly unit: number;
  readonly place: number;
  readonly party: number;
  readonly cell: number;
  readonly self: number;
  readonly flags: number;
  readonly urgency: number;
  readonly offset: number;
  readonly left: number;
  readonly min: number;
  readonly step: number;
  readonly from: number;
  readonly to: number;
  readonly since: number;
  readonly radius: number;
  /** Until when it keeps. */
  readonly best: number;
  readonly skills: readonly number[];
  /** Codes the donor prefers; null: none. */
  readonly prefers: Int32Array | null;
  /** Organizations of the donor; null: none. */
  readonly owners: Int32Array | null;
  /** Codes that bind it; null: none. */
  readonly only: Int32Array | null;
  /** Organization (0: for all) and until when, one after the other; null: none. */
  readonly checks: Float64Array | null;
  readonly traits: number;
  readonly sizes: Int32Array | null;
  readonly refused: Int32Array | null;
}
