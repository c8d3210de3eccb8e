/** For the impossible: a failed assertion is a bug and answers 500. What a user can cause is a refusal instead. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`);
}

/** Something that must always be true of the database: the sentence, and SQL that must return no rows. */
export interface Check {
  readonly sentence: string;
  readonly sql: string;
}
