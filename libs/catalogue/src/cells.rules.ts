import { DataError, type TsvRow } from './tsv.rules.js';

/** Reads the cells of one row; whatever does not fit names its file, line and column. */
export class Cells {
  constructor(private readonly file: string, private readonly row: TsvRow) {}

  fail(column: string, what: string): never {
    throw new DataError(this.file, this.row.line, column, what);
  }
  optional(column: string): string | null {
    return this.row.cells[column] || null;
  }
  text(column: string): string {
    return this.optional(column) ?? this.fail(column, 'must not be empty');
  }
  code(column: string): string {
    const code = this.text(column);
    return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code) ? code : this.fail(column, `"${code}" is not a code (small Latin letters, digits, hyphens)`);
  }
  oneOf<T extends string>(column: string, values: readonly T[]): T {
    const text = this.text(column);
    return values.find((value) => value === text) ?? this.fail(column, `"${text}" is none of ${values.join(', ')}`);
  }
  list(column: string, separator: ',' | '|'): string[] {
    return (this.optional(column) ?? '').split(separator).map((part) => part.trim()).filter(Boolean);
  }
  listOf<T extends string>(column: string, separator: ',' | '|', known: readonly T[]): T[] {
    const list = this.list(column, separator);
    const strange = list.find((value) => !known.includes(value as T));
    if (strange !== undefined) this.fail(column, `"${strange}" is not known`);
    return list as T[];
  }
  /** A code that stands in another file. */
  reference(column: string, known: ReadonlySet<string>): string {
    const code = this.text(column);
    return known.has(code) ? code : this.fail(column, `"${code}" is not known`);
  }
  integer(column: string, min: number): number {
    const value = Number(this.text(column));
    return Number.isSafeInteger(value) && value >= min ? value : this.fail(column, `must be a whole number of at least ${min}`);
  }
  optionalInteger(column: string): number | null {
    return this.optional(column) === null ? null : this.integer(column, 0);
  }
  degrees(column: string, limit: 90 | 180): number {
    const value = Number(this.text(column));
    return Number.isFinite(value) && Math.abs(value) <= limit ? value : this.fail(column, `must be degrees between -${limit} and ${limit}`);
  }
  timeZone(column: string): string {
    const zone = this.text(column);
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return zone;
    } catch {
      return this.fail(column, `"${zone}" is no time zone`);
    }
  }
}
