import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { IntlMessageFormat } from 'intl-messageformat';
import { refusalSpec, type FieldError, type RefusalParams } from '#kernel';
import { columnOf, type Table } from './columns.rules.js';

/** A row that cannot be used, and why: one sentence for each thing that is wrong. */
export interface RejectedRow {
  readonly file: Table;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly ru: string;
  readonly en: string;
}

/** `--strict`: what ended the run. */
export class RowRejected extends Error {
  constructor(readonly row: RejectedRow) {
    super(`${row.file}, line ${row.line}, ${row.column}: ${row.code}`);
  }
}

export function rejectedRows(file: Table, line: number, errors: readonly FieldError[]): RejectedRow[] {
  return errors.map(({ field, code, params }) => ({ file, line, column: columnOf(field), code, ru: sentenceOf(code, params ?? {}, 'ru'), en: sentenceOf(code, params ?? {}, 'en') }));
}

const compiled = new Map<string, IntlMessageFormat>();

export function sentenceOf(code: string, params: RefusalParams, locale: 'ru' | 'en'): string {
  const key = `${locale} ${code}`;
  let format = compiled.get(key);
  if (!format) compiled.set(key, (format = new IntlMessageFormat(refusalSpec(code)[locale], locale, undefined, { ignoreTag: true })));
  return String(format.format(params));
}

/** Where rejected rows go: a CSV that is made when the first one comes. Without a path they are only counted. */
export class Rejections {
  private out: ReturnType<typeof stringify> | null = null;
  private file: ReturnType<typeof createWriteStream> | null = null;
  private readonly rows = new Set<string>();

  constructor(private readonly path: string | null) {}

  /** Rows, not reasons. */
  get count(): number {
    return this.rows.size;
  }

  add(reasons: readonly RejectedRow[]): void {
    for (const reason of reasons) {
      this.rows.add(`${reason.file} ${reason.line}`);
      this.writer()?.write(reason);
    }
  }

  async end(): Promise<void> {
    if (!this.out || !this.file) return;
    this.out.end();
    await finished(this.file);
  }

  private writer(): ReturnType<typeof stringify> | null {
    if (this.path === null || this.out) return this.out;
    this.out = stringify({ header: true, columns: ['file', 'line', 'column', 'code', 'ru', 'en'] });
    this.file = createWriteStream(this.path);
    this.out.pipe(this.file);
    return this.out;
  }
}
