import type { Fact } from '#kernel';
import type { Tx } from './tx.js';

/**
 * What the worker does in answer to a fact: it either changes our database (`apply` or `applyAll`, in a transaction that begins with `handled`) or calls
 * the world (`call`, at least once), never both. Jobs run in any order, so each reads the present state.
 */
export interface FactJob<F extends Fact = Fact> {
  /** noun.verb-in-the-worker: `matching.propose-for-need`. */
  readonly name: string;
  apply?(tx: Tx, fact: F): Promise<void>;
  /** In place of `apply`: for one fact or, in a rush, for several that came together. Where it fails, each is tried by itself. */
  applyAll?(tx: Tx, facts: readonly F[]): Promise<void>;
  call?(fact: F): Promise<void>;
}

/** What the worker does when its time comes. It must be harmless twice and in two processes at once. */
export interface ClockJob {
  readonly name: string;
  tick(): Promise<void>;
}
