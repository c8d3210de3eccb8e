import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { sentence } from '#catalogue';
import { asCell, type FieldError } from '#kernel';
import { allowedIn } from './allowed.rules.js';
import { columnOf, type Table } from './columns.js';
import type { Cells } from './csv.reader.js';

/** A row that cannot be used, and why: one sentence for each thing that is wrong. */
export interface RejectedRow {
  readonly file: Table;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly ru: string;
  readonly en: string;
  /** As it stands in the file; empty where the row lacks it. */
  readonly value: string;
}

/** `--strict`: what ended the run. */
export class RowRejected extends Error {
  constructor(readonly row: RejectedRow) {
    super(`${row.file}, line ${row.line}, ${row.column}: ${row.code}`);
  }
}

/** @param cells the row as it was written */
export function rejectedRows(
  file: Table,
  line: number,
  errors: readonly FieldError[],
  cells: Cells = {},
): RejectedRow[] {
  return errors.map(({ field, code, params }) => {
    const column = columnOf(field);
    return {
      file,
      line,
      column,
      code,
      ru: sentence(code, params ?? {}, 'ru'),
      en: sentence(code, params ?? {}, 'en'),
      value: cells[column] ?? '',
    };
  });
}

const SHOWN = 60;

/** The same in one line, for the reader of a terminal. @param path of the file */
export function rejectedSentence(row: RejectedRow, path: string, locale: 'ru' | 'en'): string {
  const { line, column, code } = row;
  const value = row.value.length > SHOWN ? `${row.value.slice(0, SHOWN)}…` : row.value;
  const allowed = allowedIn(column)?.[locale];
  if (locale === 'ru')
    return `${path}, строка ${line}${column ? `, столбец ${column}` : ''}${value ? `, «${value}»` : ''}: ${row.ru} (${code})${allowed ? ` Можно: ${allowed}.` : ''}`;
  return `${path}, line ${line}${column ? `, column ${column}` : ''}${value ? `, “${value}”` : ''}: ${row.en} (${code})${allowed ? ` Allowed: ${allowed}.` : ''}`;
}

/** So many are shown at once; a list has all. */
const FIRST = 5;

/** Where rejected rows go: a CSV that is made when the first one comes. Without a path they are only counted. */
export class Rejections {
  private out: ReturnType<typeof stringify> | null = null;
  private file: ReturnType<typeof createWriteStream> | null = null;
  private readonly rows = new Set<string>();
  /** The first of them, to be shown. */
  readonly first: RejectedRow[] = [];

  constructor(private readonly path: string | null) {}

  /** Rows, not reasons. */
  get count(): number {
    return this.rows.size;
  }

  add(reasons: readonly RejectedRow[]): void {
    for (const reason of reasons) {
      this.rows.add(`${reason.file} ${reason.line}`);
      if (this.first.length < FIRST) this.first.push(reason);
      const allowed = allowedIn(reason.column);
      this.writer()?.write({
        ...reason,
        value: asCell(reason.value),
        allowed_ru: allowed?.ru ?? '',
        allowed_en: allowed?.en ?? '',
      });
    }
  }

  async end(): Promise<void> {
    if (!this.out || !this.file) return;
    this.out.end();
    await finished(this.file);
  }

  private writer(): ReturnType<typeof stringify> | null {
    if (this.path === null || this.out) return this.out;
    this.out = stringify({
      header: true,
      columns: ['file', 'line', 'column', 'code', 'ru', 'en', 'value', 'allowed_ru', 'allowed_en'],
    });
    this.file = createWriteStream(this.path);
    this.out.pipe(this.file);
    return this.out;
  }
}
