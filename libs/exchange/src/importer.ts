import type { FieldError } from '#kernel';
import type { Cells } from '#tables';

export interface Counts {
  /** Rows of the file. */
  rows: number;
  made: number;
  /** Here before, by their external id: left as they are. */
  known: number;
}

/** What reads one table: first a row alone, then a batch in a transaction. */
export interface Desk<T> {
  read(
    cells: Cells,
    now: Date,
  ): { readonly ok: true; readonly row: T } | { readonly ok: false; readonly errors: readonly FieldError[] };
  /** Holds a batch against the database and, with `write`, writes it. Returns what could not be used. */
  take(
    batch: readonly Numbered<T>[],
    now: Date,
    write: boolean,
  ): Promise<readonly { readonly line: number; readonly errors: readonly FieldError[] }[]>;
  readonly counts: Counts;
}

export interface Numbered<T> {
  readonly line: number;
  readonly row: T;
}
