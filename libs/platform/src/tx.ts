import type { EntityManager } from 'typeorm';

/** A transaction, always the first argument of what needs one: never hidden, never shared by parallel work. */
export type Tx = EntityManager;
