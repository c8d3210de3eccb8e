import type { Catalogue } from '#catalogue/light';
import { openCsv, readNeedSides, readOfferSides, rejectedRows, RowRejected, strangers, type RejectedRow, type SideTaker, type Table } from '#exchange/light';
import type { FieldError } from '#kernel';
import type { OfferSide, PairIndex } from '#matching/light';

export interface ReadOptions {
  /** Paths, or `-` for standard input. */
  readonly offers: string;
  readonly needs: string;
  readonly strict: boolean;
  readonly now: Date;
  progress(table: Table, rows: number): void;
  warn(table: Table, column: string): void;
}

export interface ReadTables {
  /** Rows of the files. */
  readonly offers: number;
  readonly needs: number;
  /** In the order of the files' lines, offers first. */
  readonly rejected: readonly RejectedRow[];
}

/** Reads both files into the index. @throws RowRejected with `strict` */
export async function readTables(catalogue: Catalogue, index: PairIndex, options: ReadOptions): Promise<ReadTables> {
  const rejected: Record<Table, RejectedRow[]> = { offers: [], needs: [] };
  const reject = (table: Table, line: number, errors: readonly FieldError[]): void => {
    const reasons = rejectedRows(table, line, errors);
    if (options.strict && reasons[0]) throw new RowRejected(reasons[0]);
    rejected[table].push(...reasons);
  };
  const taker = <T>(table: Table, take: SideTaker<T>['take']): SideTaker<T> => ({
    take,
    reject: (line, errors) => reject(table, line, errors),
    warn: (column) => options.warn(table, column),
    progress: (rows) => options.progress(table, rows),
  });
  const organizations = new Set<string>();
  const held: { side: OfferSide; line: number }[] = []; // they prefer somebody whom only the needs can name
  const none: ReadonlySet<string> = new Set();
  const offers = await readOfferSides(openCsv(options.offers), catalogue, options.now, taker<OfferSide>('offers', (side, line) => {
    if (strangers(catalogue, side.prefers, none).length > 0) held.push({ side, line });
    else index.putOffer(side);
  }));
  const needs = await readNeedSides(openCsv(options.needs), catalogue, options.now, taker('needs', (side) => {
    organizations.add(side.organization);
    index.putNeed(side);
  }));
  for (const { side, line } of held) {
    if (strangers(catalogue, side.prefers, organizations).length > 0) reject('offers', line, [{ field: 'prefers', code: 'form.not-in-list' }]);
    else index.putOffer(side);
  }
  return { offers, needs, rejected: [...rejected.offers.sort((a, b) => a.line - b.line), ...rejected.needs] };
}
