import fc from 'fast-check';
import { LONG, some } from './long.js';

/** `npm run histories` says how many, and of which seed. */
const { LEPTA_HISTORIES: asked, LEPTA_HISTORIES_SEED: seed, LEPTA_HISTORIES_PATH: path } = process.env;
/** Whether enough is tried that everything must have happened once. */
export const MANY = LONG || Number(asked ?? 0) > 20;

/** Jest's limit: 20 seconds for each, which also a busy machine keeps, and some for shrinking. */
export const TIME_FOR_MANY = 400_000 + Number(asked ?? 0) * 20_000;

/** Histories that share a world: what looks at all of it costs more with each of them. */
const IN_A_WORLD = 25;

/** Where histories happen: a database and the services on it. */
export interface Worlds<W> {
  open(): Promise<W>;
  close(world: W): Promise<void>;
  /** What must hold once all histories of a world are over. */
  ended(world: W): Promise<void>;
}

/**
 * Tries random histories, each after others in one world. One that fails has spoilt its world: the next one has a fresh world, so that a shorter history fails by itself or not at all. Where
 * many are asked for, the shortest history that fails is told; otherwise the first one, with the seed by which the command finds the shortest.
 */
export async function manyHistories<T, W>(
  count: number,
  histories: fc.Arbitrary<T>,
  worlds: Worlds<W>,
  lives: (world: W, history: T) => Promise<void>,
): Promise<void> {
  let world: W | null = null;
  let here = 0;
  const leave = async (whole: boolean): Promise<void> => {
    const left = world;
    world = null;
    here = 0;
    if (left === null) return;
    try {
      if (whole) await worlds.ended(left);
    } finally {
      await worlds.close(left);
    }
  };
  const property = fc.asyncProperty(histories, async (history) => {
    try {
      world ??= await worlds.open();
      await lives(world, history);
      here += 1;
      if (here === IN_A_WORLD) await leave(true);
    } catch (error) {
      await leave(false);
      throw error;
    }
  });
  try {
    await fc.assert(property, {
      numRuns: asked === undefined ? some(count) : Number(asked),
      endOnFailure: asked === undefined,
      ...(seed === undefined ? {} : { seed: Number(seed) }),
      ...(path === undefined ? {} : { path }),
    });
  } finally {
    await leave(true);
  }
}
