import { DataError, type TsvRow } from './tsv.js';

const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Small Latin letters, digits and single hyphens. */
export const isCode = (text: string): boolean => CODE.test(text);

const NAMED_AT_MOST = 12;

/** What may stand in a cell, for a sentence: all of it where that is short. */
export function choices(known: Iterable<string>): string {
  const all = [...known];
  const named = all.slice(0, NAMED_AT_MOST).join(', ');
  return all.length > NAMED_AT_MOST
    ? `${named} and ${all.length - NAMED_AT_MOST} more`
    : named || 'nothing: there are none';
}

/** Reads the cells of one row; whatever does not fit names its file, line and column. */
export class Cells {
  constructor(
    private readonly file: string,
    private readonly row: TsvRow,
  ) {}

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
    return isCode(code) ? code : this.fail(column, `"${code}" is not a code (small Latin letters, digits, hyphens)`);
  }
  oneOf<T extends string>(column: string, values: readonly T[]): T {
    const text = this.text(column);
    return values.find((value) => value === text) ?? this.fail(column, `"${text}" is none of ${values.join(', ')}`);
  }
  list(column: string, separator: ',' | '|'): string[] {
    return (this.optional(column) ?? '')
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean);
  }
  listOf<T extends string>(column: string, separator: ',' | '|', known: readonly T[]): T[] {
    const list = this.list(column, separator);
    const strange = list.find((value) => !known.includes(value as T));
    if (strange !== undefined) this.fail(column, `"${strange}" is not known; it can be ${choices(known)}`);
    return list as T[];
  }
  /** A code that stands in another file. */
  reference(column: string, known: ReadonlySet<string>): string {
    const code = this.text(column);
    return known.has(code) ? code : this.fail(column, `"${code}" is not known; it can be ${choices(known)}`);
  }
  optionalReference(column: string, known: ReadonlySet<string>): string | null {
    return this.optional(column) === null ? null : this.reference(column, known);
  }
  integer(column: string, min: number): number {
    const text = this.text(column);
    const value = Number(text);
    return Number.isSafeInteger(value) && value >= min
      ? value
      : this.fail(column, `must be a whole number of at least ${min}, and is "${text}"`);
  }
  optionalInteger(column: string): number | null {
    return this.optional(column) === null ? null : this.integer(column, 0);
  }
  degrees(column: string, limit: 90 | 180): number {
    const text = this.text(column);
    const value = Number(text);
    return Number.isFinite(value) && Math.abs(value) <= limit
      ? value
      : this.fail(column, `must be degrees between -${limit} and ${limit} with a decimal point, and is "${text}"`);
  }
  optionalDate(column: string): string | null {
    const text = this.optional(column);
    const good =
      text === null ||
      (/^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text);
    return good ? text : this.fail(column, `must be a date like 2026-01-31, and is "${text}"`);
  }
  timeZone(column: string): string {
    const zone = this.text(column);
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return zone;
    } catch {
      return this.fail(
        column,
        `"${zone}" is no time zone; it can be an IANA name such as Asia/Yakutsk or Europe/Moscow`,
      );
    }
  }
}
