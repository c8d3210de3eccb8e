import type { CatalogueNames, NamedType } from '#catalogue';
import type { Table } from './columns.js';
import type { Cells } from './csv.reader.js';

/** A word of a file that is no code, and what it was taken for. */
export interface Meaning {
  readonly table: Table;
  readonly column: string;
  readonly written: string;
  readonly code: string;
  readonly rows: number;
}

/** Which column says what; of `list` several with bars between them. */
const COLUMN_TYPES: Readonly<Record<string, { readonly types: readonly NamedType[]; readonly list?: true }>> = {
  category: { types: ['category', 'sphere'] },
  item: { types: ['item'] },
  unit: { types: ['unit'] },
  each_unit: { types: ['unit'] },
  place: { types: ['place'] },
  skills: { types: ['skill'], list: true },
  not_now: { types: ['item'], list: true },
  prefers: { types: ['sphere', 'category', 'place'], list: true },
  only: { types: ['sphere', 'category', 'place'], list: true },
  beneficiary_groups: { types: ['group'], list: true },
};
const NAMED_COLUMNS = Object.entries(COLUMN_TYPES);

const KIND_WORDS: Readonly<Record<string, string>> = {
  деньги: 'money',
  рубли: 'money',
  средства: 'money',
  вещи: 'goods',
  вещь: 'goods',
  товар: 'goods',
  товары: 'goods',
  продукты: 'goods',
  материалы: 'goods',
  время: 'time',
  часы: 'time',
  работа: 'time',
  услуга: 'time',
  услуги: 'time',
  волонтёры: 'time',
  волонтеры: 'time',
};

const SEASON_WORDS: Readonly<Record<string, string>> = {
  зима: 'winter',
  зимнее: 'winter',
  лето: 'summer',
  летнее: 'summer',
  демисезон: 'mid-season',
  демисезонное: 'mid-season',
  'на весь год': 'all-year',
  всесезонное: 'all-year',
};
const CONDITION_WORDS: Readonly<Record<string, string>> = {
  новое: 'new',
  хорошее: 'good',
  ношеное: 'worn',
  'б/у': 'worn',
  'требует ремонта': 'repair',
};
const VOCABULARIES = { season: SEASON_WORDS, condition: CONDITION_WORDS } as const;

/** Figures as people write them in Russian: groups of three with a space of any width, a decimal comma. */
const GROUPED = /^\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d{1,15})?$/;
const NUMBERS = ['quantity', 'min_lot', 'min_quantity', 'each_quantity', 'radius_km', 'beneficiaries'] as const;

/** So many different words are kept for the summary; beyond them they are only understood. */
const KEPT = 1_000;

/** Puts codes where a file has words, and remembers what it took for what. Cells that it does not understand stay: their rows are refused by the rules of the form. */
export class Meanings {
  private readonly seen = new Map<string, { -readonly [K in keyof Meaning]: Meaning[K] }>();

  constructor(private readonly names: CatalogueNames) {}

  /** The same cells where every one is a code already. @param noted false: not counted, since the row will come again */
  read(table: Table, cells: Cells, noted = true): Cells {
    let changed: Record<string, string> | null = null;
    const put = (column: string, written: string, code: string, silent = false): void => {
      if (code === written) return;
      changed ??= { ...cells };
      changed[column] = code;
      if (!silent && noted) this.note(table, column, written, code);
    };
    const kind = cells['kind'];
    if (kind !== undefined) put('kind', kind, KIND_WORDS[kind.toLowerCase()] ?? kind);
    for (const column of ['season', 'condition'] as const) {
      const cell = cells[column];
      if (cell)
        put(
          column,
          cell,
          cell
            .split('|')
            .map((word) => VOCABULARIES[column][word.trim().toLowerCase()] ?? word.trim())
            .join('|'),
          true,
        );
    }
    for (const [column, { types, list }] of NAMED_COLUMNS) {
      const cell = cells[column];
      if (cell === undefined || cell === '') continue;
      if (!list) put(column, cell, this.code(types, cell) ?? cell);
      else if (/[^a-z0-9|-]/.test(cell))
        put(
          column,
          cell,
          cell
            .split(/[|;]/)
            .map((word) => this.code(types, word.trim()) ?? word.trim())
            .join('|'),
        );
    }
    for (const column of NUMBERS) {
      const cell = cells[column];
      if (cell !== undefined && cell.length > 4 && GROUPED.test(cell))
        put(column, cell, cell.replace(/[^\d.,]/g, ''), true);
    }
    return changed ?? cells;
  }

  /** What was taken for what, by column, the most frequent first. */
  list(): Meaning[] {
    return [...this.seen.values()].sort(
      (a, b) => a.table.localeCompare(b.table) || a.column.localeCompare(b.column) || b.rows - a.rows,
    );
  }

  /** In words, one line each: «кг» is kilogram (kg), 12 rows. */
  sentences(locale: 'ru' | 'en', max: number): string[] {
    const all = this.list();
    const lines = all.slice(0, max).map(({ table, column, written, code, rows }) => {
      const type = COLUMN_TYPES[column];
      const named =
        column === 'kind' || type?.list
          ? code
          : `${this.names.name(type?.types.find((one) => this.names.code(one, code) === code) ?? 'unit', code, locale)} (${code})`;
      return locale === 'ru'
        ? `${table}, столбец ${column}: «${written}» понято как ${named}, строк: ${rows}`
        : `${table}, column ${column}: “${written}” is read as ${named}, rows: ${rows}`;
    });
    if (all.length > max)
      lines.push(locale === 'ru' ? `… и ещё слов: ${all.length - max}` : `… and ${all.length - max} other words`);
    return lines;
  }

  private code(types: readonly NamedType[], word: string): string | null {
    for (const type of types) {
      const code = this.names.code(type, word);
      if (code !== null) return code;
    }
    return null;
  }

  /** Found in a thread of its own. */
  add(meanings: readonly Meaning[]): void {
    for (const { table, column, written, code, rows } of meanings) this.note(table, column, written, code, rows);
  }

  private note(table: Table, column: string, written: string, code: string, rows = 1): void {
    const key = `${table}\0${column}\0${written}`;
    const known = this.seen.get(key);
    if (known) known.rows += rows;
    else if (this.seen.size < KEPT) this.seen.set(key, { table, column, written, code, rows });
  }
}
